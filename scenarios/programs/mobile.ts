import { storageKeys } from '../catalogue/holdings.ts'
import { bearer } from '../engine/bearer.ts'
import type { FetchAnswer, Program, ScriptPage, SelfNote } from '../engine/script/page-script.ts'
import type { HeaderList } from '../vocabulary.ts'
import { members, nameOf, textOf } from './answers.ts'
import {
  api,
  type ClientSettings,
  csrfHeader,
  loadPathOf,
  readSettings,
  refreshTokenHeader,
} from './settings.ts'
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

interface App {
  readonly page: ScriptPage
  readonly settings: ClientSettings
}

const again: SelfNote = { name: 'login-again', label: 'The login starts again' }

/** What stays on the device besides the tokens. */
const nameKey = 'name'
const verifierKey = 'code_verifier'
const stateKey = 'state'

const shell = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title></title><style>
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #1c2430; background: #fff }
main { max-width: 24rem; margin: 0 auto; padding: 1.5rem 1.25rem }
h1 { font-size: 1.4rem } label { display: block; margin: .75rem 0 }
input { display: block; width: 100%; box-sizing: border-box; padding: .6rem; font: inherit }
button, .button { display: inline-block; padding: .6rem 1.2rem; border: 0; border-radius: .6rem; font: inherit; color: #fff; background: #245ea8 }
.item { display: flex; justify-content: space-between; padding: .4rem 0 } .cart { padding: 0 } .problem { color: #a3142f }
</style></head><body><main></main></body></html>`

const rendered = (view: View) => ({ path: view.path, html: within(shell, view) })

const show = ({ page }: App, view: View, told?: SelfNote): void => page.show(rendered(view), told)

const isIn = (answer: FetchAnswer): boolean => answer.ok && answer.status === 200
const isRefused = (answer: FetchAnswer): boolean => answer.ok && answer.status === 401

const problemOf = (answer: FetchAnswer): string =>
  answer.ok
    ? (textOf(members(answer)['problem']) ?? `The server answered with status ${answer.status}.`)
    : 'Nobody answered. Nothing is lost; try again in a moment.'

/** Takes tokens out of an answer onto the device, under whichever names they come. */
const keep = ({ page }: App, given: FetchAnswer): void => {
  const answer = members(given)
  const jwt = textOf(answer['token']) ?? textOf(answer['access_token'])
  const refreshToken = textOf(answer['refreshToken']) ?? textOf(answer['refresh_token'])
  if (jwt !== null) page.localStorage.setItem(storageKeys.jwt, jwt)
  if (refreshToken !== null) page.localStorage.setItem(storageKeys['refresh-token'], refreshToken)
  const name = nameOf(answer['user'])
  if (name !== null) page.sessionStorage.setItem(nameKey, name)
}

const credentials = ({ page }: App): HeaderList => {
  const jwt = page.localStorage.getItem(storageKeys.jwt)
  const refreshToken = page.localStorage.getItem(storageKeys['refresh-token'])
  return [
    ...(jwt === null ? [] : [bearer(jwt)]),
    ...(refreshToken === null ? [] : ([[refreshTokenHeader, refreshToken]] as const)),
  ]
}

/** The first view: a form of its own, or the button that opens the browser. */
const firstView = ({ settings }: App): View =>
  settings.login === 'authorization-code' ? homeView(settings) : formView(settings)

const logInAgain = async (app: App): Promise<void> => {
  if (app.settings.login !== 'authorization-code') return show(app, formView(app.settings), again)
  app.page.note(again)
  return authorize(app)
}

const load = async (app: App): Promise<void> => {
  const { page, settings } = app
  const answer = await page.fetch(`${settings.origin}${loadPathOf(settings.app)}`, {
    headers: credentials(app),
    shows: (given) => {
      if (given.status !== 200) return null
      keep(app, given)
      const name = page.sessionStorage.getItem(nameKey)
      return rendered(insideView(settings, members(given), name))
    },
  })
  if (isIn(answer)) return undefined
  if (isRefused(answer)) return logInAgain(app)
  return show(app, troubleView(settings, problemOf(answer)))
}

const wrong = 'This email and password do not match.'

const logIn = async (app: App, fields: URLSearchParams): Promise<void> => {
  const { page, settings } = app
  const loginId = fields.get('loginId') ?? ''
  const password = fields.get('password') ?? ''
  const direct = settings.login === 'native-at-fusionauth'
  const answer = await page.fetch(
    `${direct ? settings.fusionAuthOrigin : settings.origin}${api.login}`,
    {
      method: 'POST',
      headers: [['content-type', 'application/json']],
      body: JSON.stringify({
        loginId,
        password,
        ...(direct ? { applicationId: settings.clientId } : {}),
      }),
      shows: (given) => {
        if (given.status === 200) keep(app, given)
        return given.status >= 400 && given.status < 500
          ? rendered(formView(settings, loginId, wrong))
          : null
      },
    },
  )
  if (answer.ok && answer.status >= 400 && answer.status < 500) return undefined
  if (!isIn(answer)) return show(app, troubleView(settings, problemOf(answer)))
  return load(app)
}

const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** Sends the user to FusionAuth in the system's browser, with PKCE (RFC 8252 §6, RFC 7636 §4). */
const authorize = async ({ page, settings }: App): Promise<void> => {
  const verifier = page.random(32)
  const state = page.random(16)
  page.localStorage.setItem(verifierKey, verifier)
  page.localStorage.setItem(stateKey, state)
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  const url = new URL('/oauth2/authorize', settings.fusionAuthOrigin)
  url.search = new URLSearchParams({
    client_id: settings.clientId,
    code_challenge: base64url(digest),
    code_challenge_method: 'S256',
    redirect_uri: settings.redirectUri,
    response_type: 'code',
    scope: 'openid offline_access',
    state,
    tenantId: settings.tenantId,
  }).toString()
  page.note({ name: 'open-browser', label: 'Opens FusionAuth in the system’s browser' })
  await page.assign(url.href)
}

/** The browser came back to the app's own address with a code; the app itself redeems it. */
const redeem = async (app: App): Promise<void> => {
  const { page, settings } = app
  const came = page.location.searchParams
  const verifier = page.localStorage.getItem(verifierKey) ?? ''
  const state = page.localStorage.getItem(stateKey)
  page.localStorage.removeItem(verifierKey)
  page.localStorage.removeItem(stateKey)
  const code = came.get('code')
  if (code === null || (settings.checksState && came.get('state') !== state))
    return show(app, troubleView(settings, 'This answer is not to a login that was begun here.'))
  const answer = await page.fetch(`${settings.fusionAuthOrigin}/oauth2/token`, {
    method: 'POST',
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: settings.clientId,
      code,
      code_verifier: verifier,
      redirect_uri: settings.redirectUri,
    }).toString(),
    shows: (given) => {
      if (given.status === 200) keep(app, given)
      return null
    },
  })
  if (!isIn(answer)) return show(app, troubleView(settings, problemOf(answer)))
  return load(app)
}

/** Whatever others say, the device holds nothing any more. */
const forget = ({ page }: App): void => {
  for (const key of Object.values(storageKeys)) page.localStorage.removeItem(key)
  page.sessionStorage.removeItem(nameKey)
}

const logOut = async (app: App, path: string): Promise<void> => {
  const { page, settings } = app
  const answer = await page.fetch(`${settings.origin}${path}`, {
    method: 'POST',
    headers: credentials(app),
    shows: (given) => {
      forget(app)
      return rendered(
        given.status === 200 ? loggedOutView(settings) : troubleView(settings, problemOf(given)),
      )
    },
  })
  if (!answer.ok) {
    forget(app)
    return show(app, troubleView(settings, problemOf(answer)), {
      name: 'forget-tokens',
      label: 'Takes the tokens off the device',
    })
  }
  const next = textOf(members(answer)['location'])
  return next === null ? undefined : page.assign(next)
}

const thanks = 'Your order is on its way.'

/** Orders what is in the cart; the server may want the password first. */
const order = async (app: App, fields: URLSearchParams): Promise<void> => {
  const { page, settings } = app
  const password = fields.get('password')
  const answer = await page.fetch(`${settings.origin}${api.checkout}`, {
    method: 'POST',
    headers: [['content-type', 'application/json'], [csrfHeader, '1'], ...credentials(app)],
    body: JSON.stringify(password === null ? {} : { password }),
    shows: (given) => {
      const { ordered, asks, problem } = members(given)
      if (given.status === 200) return rendered(orderedView(settings, textOf(ordered) ?? thanks))
      return asks === 'password' ? rendered(confirmView(settings, textOf(problem) ?? '')) : null
    },
  })
  keep(app, answer)
  if (isIn(answer) || members(answer)['asks'] === 'password') return undefined
  return isRefused(answer) ? load(app) : show(app, troubleView(settings, problemOf(answer)))
}

/**
 * The mobile app: it keeps its tokens on the device and sends them itself. With the code grant the
 * login happens in the system's browser, and the app is a public client of its own (RFC 8252).
 */
export const mobile: Program = async (page, event) => {
  const settings = readSettings(page.settings)
  if (settings === null) return undefined
  const app: App = { page, settings }
  if (event.type === 'load') {
    if (page.location.href.startsWith(`${settings.redirectUri}?`)) return redeem(app)
    const opens = { name: 'open-app', label: 'The user opens the app' }
    if (page.localStorage.getItem(storageKeys.jwt) === null) return show(app, firstView(app), opens)
    page.note(opens)
    return load(app)
  }
  const url = URL.parse(event.type === 'press' ? event.href : event.action, page.location)
  if (url === null) return undefined
  event.preventDefault()
  if (event.type === 'submit') {
    if (url.pathname === api.login) return logIn(app, event.fields)
    const leaves = url.pathname === api.logout || url.pathname === api.logoutEverywhere
    if (leaves) return logOut(app, url.pathname)
    return url.pathname === api.checkout ? order(app, event.fields) : undefined
  }
  if (url.pathname === '/login')
    return settings.login === 'authorization-code'
      ? authorize(app)
      : show(app, formView(settings), {
          name: 'render-login-form',
          label: 'Renders the login form',
        })
  return url.pathname === settings.protectedPath
    ? load(app)
    : show(app, firstView(app), { name: 'go-home', label: 'Goes back to the first view' })
}
