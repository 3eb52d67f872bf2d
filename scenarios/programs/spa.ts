import { storageKeys } from '../catalogue/holdings.ts'
import { bearer } from '../engine/bearer.ts'
import type {
  FetchAnswer,
  PageEvent,
  Program,
  ScriptPage,
  SelfNote,
} from '../engine/script/page-script.ts'
import type { HeaderList } from '../vocabulary.ts'
import { expiryOf, members, nameOf, textOf } from './answers.ts'
import { api, type ClientSettings, csrfHeader, loadPathOf, readSettings } from './settings.ts'
import {
  confirmView,
  formView,
  homeView,
  insideView,
  loggedOutView,
  orderedView,
  troubleView,
  type View,
  within,
} from './views.ts'

/** What the single-page app remembers in this tab: the name to greet by, the state it sent. */
const remembered = { name: 'name', state: 'state' } as const

const again: SelfNote = { name: 'login-again', label: 'The login starts again' }

/** How an answer reads that is neither what was wanted nor a refusal. */
const problemOf = (answer: FetchAnswer): string => {
  if (!answer.ok)
    return answer.why === 'blocked'
      ? 'The browser did not let the page have the answer.'
      : 'Nobody answered. Nothing is lost; try again in a moment.'
  return textOf(members(answer)['problem']) ?? `The server answered with status ${answer.status}.`
}

/** A page with what it was told: what a single-page app's functions work on. */
interface Spa {
  readonly page: ScriptPage
  readonly settings: ClientSettings
}

const rendered = ({ page }: Spa, view: View) => ({
  path: view.path,
  html: within(page.html(), view),
})

const show = (spa: Spa, view: View, told?: SelfNote): void =>
  spa.page.show(rendered(spa, view), told)

const json: HeaderList = [['content-type', 'application/json']]

/** What shows our own server that our own script asks, where that is asked for. */
const shown = ({ settings }: Spa, url: string): HeaderList =>
  settings.showsCsrfHeader && url.startsWith('/') ? [[csrfHeader, '1']] : []

const post = (
  spa: Spa,
  url: string,
  body: Readonly<Record<string, string>> | null,
  request: Parameters<ScriptPage['fetch']>[1] = {},
): Promise<FetchAnswer> =>
  spa.page.fetch(url, {
    method: 'POST',
    headers: [...(body === null ? [] : json), ...shown(spa, url)],
    ...(body === null ? {} : { body: JSON.stringify(body) }),
    ...request,
  })

/** Only the local storage of the page itself holds a JWT that its script can read. */
const ownJwt = ({ page, settings }: Spa): string | null =>
  settings.keep === 'jwt-local-storage' ? page.localStorage.getItem(storageKeys.jwt) : null

const isOver = ({ page }: Spa, jwt: string): boolean => {
  const expiry = expiryOf(jwt)
  return expiry !== null && expiry <= page.now()
}

/** Hands the JWT on to where it is kept; true when it lies there. */
const keep = async (spa: Spa, jwt: string): Promise<boolean> => {
  const { page, settings } = spa
  if (settings.keep === 'jwt-local-storage') {
    page.localStorage.setItem(storageKeys.jwt, jwt, {
      name: 'local-storage-drop',
      label: 'Keeps the JWT in local storage',
    })
    return true
  }
  // FusionAuth's own cookie, which the whole domain gets, holds it already.
  if (settings.fusionauth === 'parent-domain') return true
  const path = settings.keep === 'session' ? api.startSession : api.cookieDrop
  const answer = await post(spa, path, { token: jwt })
  return answer.ok && answer.status === 200
}

/** The user proves anew who they are: by the app's own form, or at FusionAuth. */
const logInAgain = async (spa: Spa): Promise<void> => {
  const { page, settings } = spa
  if (settings.login === 'implicit') return authorize(spa)
  if (settings.login !== 'authorization-code') return show(spa, formView(settings), again)
  page.note(again)
  await page.assign('/login')
}

/** Sends the browser to FusionAuth for a token in the fragment (RFC 6749 §4.2.1). */
const authorize = async ({ page, settings }: Spa): Promise<void> => {
  const state = page.random(16)
  page.sessionStorage.setItem(remembered.state, state)
  const url = new URL('/oauth2/authorize', settings.fusionAuthOrigin)
  url.search = new URLSearchParams({
    client_id: settings.clientId,
    redirect_uri: settings.redirectUri,
    response_type: 'token',
    state,
    tenantId: settings.tenantId,
  }).toString()
  await page.assign(url.href)
}

/** Asks for the protected content, and shows it. */
const ask = (spa: Spa): Promise<FetchAnswer> => {
  const { page, settings } = spa
  const jwt = ownJwt(spa)
  return page.fetch(loadPathOf(settings.app), {
    headers: jwt === null ? [] : [bearer(jwt)],
    shows: (answer) =>
      answer.status === 200
        ? rendered(
            spa,
            insideView(settings, members(answer), page.sessionStorage.getItem(remembered.name)),
          )
        : null,
  })
}

const isIn = (answer: FetchAnswer): boolean => answer.ok && answer.status === 200
const isRefused = (answer: FetchAnswer): boolean => answer.ok && answer.status === 401

/** A new JWT from FusionAuth for its refresh token's cookie; null when that is over or gone. */
const refresh = async (spa: Spa): Promise<string | null | FetchAnswer> => {
  const url = `${spa.settings.fusionAuthOrigin}/api/jwt/refresh`
  const answer = await post(spa, url, null, { credentials: 'include' })
  if (isIn(answer)) return textOf(members(answer)['token'])
  return answer.ok && answer.status < 500 ? null : answer
}

/** The protected content, with whatever is needed on the way: a refresh, a login. */
const load = async (spa: Spa): Promise<void> => {
  const { settings } = spa
  const jwt = ownJwt(spa)
  const isKnownToBeOver =
    settings.keep === 'jwt-local-storage' && (jwt === null || isOver(spa, jwt))
  if (!isKnownToBeOver) {
    const answer = await ask(spa)
    if (isIn(answer)) return undefined
    if (!isRefused(answer)) return show(spa, troubleView(settings, problemOf(answer)))
  }
  if (settings.login !== 'native-at-fusionauth') return logInAgain(spa)
  const fresh = await refresh(spa)
  if (fresh === null) return logInAgain(spa)
  if (typeof fresh !== 'string') return show(spa, troubleView(settings, problemOf(fresh)))
  // A token that another application's login left there is not for this one.
  if (!(await keep(spa, fresh))) return logInAgain(spa)
  return enter(spa)
}

/** The protected content right after a login or a refresh. */
const enter = async (spa: Spa): Promise<void> => {
  const answer = await ask(spa)
  if (isIn(answer)) return undefined
  if (isRefused(answer)) return logInAgain(spa)
  return show(spa, troubleView(spa.settings, problemOf(answer)))
}

/** What came with the fragment of FusionAuth's redirect (RFC 6749 §4.2.2). */
const receive = async (spa: Spa): Promise<void> => {
  const { page, settings } = spa
  const came = new URLSearchParams(page.location.hash.slice(1))
  const expected = page.sessionStorage.getItem(remembered.state)
  page.sessionStorage.removeItem(remembered.state)
  const jwt = came.get('access_token')
  if (settings.checksState && (expected === null || came.get('state') !== expected))
    return show(spa, troubleView(settings, 'This answer is not to a login that was begun here.'))
  if (jwt === null)
    return show(spa, troubleView(settings, `FusionAuth sent no token: ${came.get('error') ?? ''}.`))
  if (await keep(spa, jwt)) return enter(spa)
  return show(spa, troubleView(settings, 'The application did not take the token.'))
}

/** The first thing: finding out who is there. */
const start = async (spa: Spa): Promise<void> => {
  const { page, settings } = spa
  const { pathname } = page.location
  if (settings.login === 'implicit' && pathname === '/oauth-callback') return receive(spa)
  // A page that this browser begins anew itself counts as its own, whatever sent it here.
  if (settings.backend === 'bff' && pathname === '/oauth-callback') return page.assign('/')
  if (settings.keep === 'jwt-local-storage') {
    const looks = { name: 'check-local-storage', label: 'Looks for a JWT in local storage' }
    if (ownJwt(spa) === null) return show(spa, homeView(settings), looks)
    page.note(looks)
    return load(spa)
  }
  const answer = await page.fetch(api.user, {
    shows: ({ status }) => (status === 404 ? rendered(spa, homeView(settings)) : null),
  })
  if (!answer.ok || (answer.status !== 200 && answer.status !== 404))
    return show(spa, troubleView(settings, problemOf(answer)))
  if (answer.status === 404) return undefined
  remember(spa, answer)
  return pathname === '/ordered' ? show(spa, orderedView(settings, thanks)) : load(spa)
}

const remember = ({ page }: Spa, answer: FetchAnswer): void => {
  const name = nameOf(members(answer)['user'])
  if (name !== null) page.sessionStorage.setItem(remembered.name, name)
}

const beginLogin = (spa: Spa): Promise<void> => {
  const { page, settings } = spa
  if (settings.login === 'authorization-code') return page.assign('/login')
  if (settings.login === 'implicit') return authorize(spa)
  show(spa, formView(settings), { name: 'render-login-form', label: 'Renders the login form' })
  return Promise.resolve()
}

const wrong = 'This email and password do not match.'

/** Sends what was typed: to the application's backend, or straight to FusionAuth. */
const logIn = async (spa: Spa, fields: URLSearchParams): Promise<void> => {
  const { settings } = spa
  const loginId = fields.get('loginId') ?? ''
  const password = fields.get('password') ?? ''
  const direct = settings.login === 'native-at-fusionauth'
  const answer = await post(
    spa,
    direct ? `${settings.fusionAuthOrigin}/api/login` : api.login,
    direct ? { loginId, password, applicationId: settings.clientId } : { loginId, password },
    {
      ...(direct ? { credentials: 'include' as const } : {}),
      shows: ({ status }) =>
        status >= 400 && status < 500 ? rendered(spa, formView(settings, loginId, wrong)) : null,
    },
  )
  if (answer.ok && answer.status >= 400 && answer.status < 500) return undefined
  if (!isIn(answer)) return show(spa, troubleView(settings, problemOf(answer)))
  remember(spa, answer)
  if (!direct) return enter(spa)
  const jwt = textOf(members(answer)['token'])
  if (jwt !== null && (await keep(spa, jwt))) return enter(spa)
  return show(spa, troubleView(settings, 'The application did not take the token.'))
}

const halfOut =
  'You are logged out here only: FusionAuth could not be told, and its cookie lives on.'

const logOut = async (spa: Spa, path: string): Promise<void> => {
  const { page, settings } = spa
  const jwt = ownJwt(spa)
  if (jwt !== null)
    page.localStorage.removeItem(storageKeys.jwt, {
      name: 'local-storage-clear',
      label: 'Takes the JWT out of local storage',
    })
  const reach = path === api.logoutEverywhere ? '?global=true' : ''
  const told =
    settings.login !== 'native-at-fusionauth' ||
    isIn(
      await post(spa, `${settings.fusionAuthOrigin}/api/logout${reach}`, null, {
        credentials: 'include',
      }),
    )
  page.sessionStorage.removeItem(remembered.name)
  const answer = await post(spa, path, null, {
    ...(jwt === null ? {} : { headers: [bearer(jwt)] }),
    shows: (given) =>
      given.status === 200 && textOf(members(given)['location']) === null && told
        ? rendered(spa, loggedOutView(settings))
        : null,
  })
  if (isIn(answer) && !told) return show(spa, troubleView(settings, halfOut))
  if (!isIn(answer)) return show(spa, troubleView(settings, problemOf(answer)))
  const next = textOf(members(answer)['location'])
  return next === null ? undefined : page.assign(next)
}

/** What every call of our own server shows that changes something there. */
const ownHeaders = (spa: Spa): HeaderList => {
  const jwt = ownJwt(spa)
  return [...json, [csrfHeader, '1'], ...(jwt === null ? [] : [bearer(jwt)])]
}

const thanks = 'Your order is on its way.'

/** Orders what is in the cart; the server may want the password first, or a login anew. */
const order = async (spa: Spa, fields: URLSearchParams): Promise<void> => {
  const { page, settings } = spa
  const password = fields.get('password')
  const answer = await page.fetch(api.checkout, {
    method: 'POST',
    headers: ownHeaders(spa),
    body: JSON.stringify(password === null ? {} : { password }),
    shows: (given) => {
      const { ordered, asks, problem } = members(given)
      if (given.status === 200)
        return rendered(spa, orderedView(settings, textOf(ordered) ?? thanks))
      return asks === 'password'
        ? rendered(spa, confirmView(settings, textOf(problem) ?? ''))
        : null
    },
  })
  const { asks, location } = members(answer)
  if (isIn(answer) || asks === 'password') return undefined
  if (isRefused(answer)) return load(spa)
  const next = textOf(location)
  return next === null ? show(spa, troubleView(settings, problemOf(answer))) : page.assign(next)
}

/** Puts up what the user wrote, and shows it among the others. */
const write = async (spa: Spa, fields: URLSearchParams): Promise<void> => {
  const { page, settings } = spa
  const answer = await page.fetch(api.posts, {
    method: 'POST',
    headers: ownHeaders(spa),
    body: JSON.stringify({ text: fields.get('text') ?? '' }),
  })
  if (isIn(answer) || isRefused(answer)) return load(spa)
  return show(spa, troubleView(settings, problemOf(answer)))
}

/** Where a link or a form of the app leads, in the app's own hands; null when it is none of its own. */
const handler = (
  spa: Spa,
  event: Exclude<PageEvent, { type: 'load' }>,
): (() => Promise<void>) | null => {
  const { origin, protectedPath, fusionAuthOrigin } = spa.settings
  const url = URL.parse(event.type === 'press' ? event.href : event.action, spa.page.location)
  if (url === null) return null
  if (event.type === 'press') {
    if (url.origin !== origin) return null
    if (url.pathname === '/login') return () => beginLogin(spa)
    return url.pathname === protectedPath ? () => load(spa) : null
  }
  const isLogin =
    url.pathname === api.login && (url.origin === origin || url.origin === fusionAuthOrigin)
  if (isLogin) return () => logIn(spa, event.fields)
  if (url.origin !== origin) return null
  const leaves = url.pathname === api.logout || url.pathname === api.logoutEverywhere
  if (leaves) return () => logOut(spa, url.pathname)
  if (url.pathname === api.posts) return () => write(spa, event.fields)
  return url.pathname === api.checkout ? () => order(spa, event.fields) : null
}

/**
 * The single-page app: one program for Store and Forums and for every login and keep; what it does
 * follows from its settings.
 */
export const spa: Program = async (page, event) => {
  const settings = readSettings(page.settings)
  if (settings === null) return undefined
  const app: Spa = { page, settings }
  if (event.type === 'load') return start(app)
  const handle = handler(app, event)
  if (handle === null) return undefined
  event.preventDefault()
  return handle()
}
