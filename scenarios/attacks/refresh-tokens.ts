import type { Shape } from '../catalogue/workflow.ts'
import { keepsRefreshToken, keepsSession } from '../catalogue/workflows.ts'
import type { Settings } from '../defences/settings.ts'
import type { LabEvent } from '../vocabulary.ts'
import type { Attack, Stop } from './attack.ts'
import { incidents } from './incidents.ts'
import { cartsOfHacker, loginsAgain, outcome, renewals, tokensSince } from './judging.ts'
import { enter, minutes, renew, publicly } from './moves.ts'
import { known } from './preludes.ts'
import type { AttackScene } from './scene.ts'

/** Attacks with a stolen refresh token, in the orders in which it can be used (RFC 9700 §4.14). */

/** The Hacker can show the token to FusionAuth: by the grant, or at the API that asks for no key. */
const isRenewableByAnybody = (shape: Shape): boolean =>
  keepsRefreshToken(shape) && (shape.login === 'authorization-code' || isNative(shape))

const isNative = ({ login }: Shape): boolean =>
  login === 'native' || login === 'native-at-fusionauth'

/** A refresh token of the grant: the client can be asked to prove itself. */
const byGrant = (shape: Shape): boolean =>
  shape.login === 'authorization-code' && shape.client !== 'mobile' && keepsRefreshToken(shape)

/** The application keeps the token in a cookie of its own, and could keep it on its server. */
const isOwnCookie = (shape: Shape): boolean =>
  shape.client !== 'mobile' && shape.login !== 'native-at-fusionauth' && keepsRefreshToken(shape)

/** Nothing is asked of who shows the token, and nothing happens to one that was used. */
const careless = (shape: Shape): Partial<Settings> => ({
  ...(byGrant(shape) ? { 'client-authentication': false } : {}),
  rotation: false,
  'reuse-detection': false,
})

const byClient = (shape: Shape): readonly Stop[] =>
  byGrant(shape) ? ['client-authentication'] : []

const byPlace = (shape: Shape): readonly Stop[] =>
  isOwnCookie(shape) ? [['refresh-token-place', 'server']] : []

/** What opens the Store is over, and the victim looks at the cart. */
const backAgain: readonly LabEvent[] = [minutes(31), { type: 'learner.load', app: 'Store' }]

const goesOn = async (scene: AttackScene): Promise<void> => {
  for (const event of backAgain) await scene.does(event)
}

const cookieStops = (shape: Shape): readonly Stop[] =>
  isOwnCookie(shape)
    ? ['http-only', 'secure', ['same-site', 'strict'], 'host-prefix', 'csrf-token']
    : []

const reusable: Attack = {
  id: 'refresh-theft-reusable',
  row: 'C1',
  title: 'A refresh token is used by two, and nobody notices',
  precondition: 'The Hacker has a copy of a refresh token that may be used again and again.',
  incident: incidents.travis,
  tries: isRenewableByAnybody,
  weak: careless,
  prelude: known,
  stops: (shape) => [...byClient(shape), ...byPlace(shape), ['refresh-token-minutes', 20]],
  helpsNot: (shape) => [...cookieStops(shape), 'reuse-detection', 'csp'],
  play: async (scene) => {
    const token = scene.copy('refresh-token')
    await goesOn(scene)
    if (token === null) return
    scene.note('tries-token', 'Shows the refresh token to FusionAuth')
    await renew(scene, token)
  },
  won: (trace) => outcome('refresh-theft-reusable', tokensSince(trace, 'tries-token')),
}

const thiefFirst: Attack = {
  id: 'refresh-theft-thief-first',
  row: 'C2',
  title: 'The thief is first to use a token that works once',
  precondition: 'The Hacker has a copy of a refresh token, and uses it before the victim does.',
  incident: null,
  tries: isRenewableByAnybody,
  weak: (shape) => ({ ...careless(shape), rotation: true }),
  prelude: known,
  stops: (shape) => [...byClient(shape), ...byPlace(shape), 'reuse-detection'],
  helpsNot: (shape) => [...cookieStops(shape), 'csp'],
  play: async (scene) => {
    const token = scene.copy('refresh-token')
    const next = token === null ? null : await renew(scene, token)
    await goesOn(scene)
    if (next === null) return
    scene.note('tries-token', 'Shows the refresh token to FusionAuth')
    await renew(scene, next)
  },
  won: (trace) => outcome('refresh-theft-thief-first', tokensSince(trace, 'tries-token')),
}

const victimFirst: Attack = {
  id: 'refresh-theft-victim-first',
  row: 'C3',
  title: 'The victim has used the token already',
  precondition: 'The Hacker has a copy of a refresh token, and the victim uses theirs first.',
  incident: null,
  tries: isRenewableByAnybody,
  weak: careless,
  prelude: known,
  stops: (shape) => [...byClient(shape), ...byPlace(shape), 'rotation'],
  helpsNot: (shape) => [...cookieStops(shape), 'reuse-detection', ['grace-seconds', 30]],
  play: async (scene) => {
    const token = scene.copy('refresh-token')
    await goesOn(scene)
    if (token === null) return
    scene.note('tries-token', 'Shows the refresh token to FusionAuth')
    await renew(scene, token)
  },
  won: (trace) => outcome('refresh-theft-victim-first', tokensSince(trace, 'tries-token')),
}

const day = 24 * 60

const victimGone: Attack = {
  id: 'refresh-theft-victim-gone',
  row: 'C4',
  title: 'The victim never comes back',
  precondition:
    'The Hacker has a copy of a refresh token, and the victim has closed the page for good.',
  incident: incidents.drift,
  tries: isRenewableByAnybody,
  weak: (shape) => ({ ...careless(shape), rotation: true, 'reuse-detection': true }),
  prelude: known,
  stops: (shape) => [
    ...byClient(shape),
    ...byPlace(shape),
    ['refresh-token-minutes', day],
    ['refresh-token-absolute-minutes', day],
  ],
  helpsNot: (shape) => [...cookieStops(shape), ['grace-seconds', 30], 'revoke-on-password-change'],
  play: async (scene) => {
    let token = scene.copy('refresh-token')
    for (let week = 1; week <= 3 && token !== null; week++) {
      await scene.does(minutes(7 * day))
      if (week === 3) scene.note('tries-token', 'Shows the refresh token to FusionAuth')
      token = await renew(scene, token)
    }
  },
  won: (trace) => outcome('refresh-theft-victim-gone', tokensSince(trace, 'tries-token')),
}

const race: Attack = {
  id: 'two-tab-race',
  row: 'C5',
  title: 'Two tabs refresh at once',
  precondition: 'Nobody attacks: an honest user has the Store open twice.',
  incident: incidents.races,
  tries: (shape) => keepsRefreshToken(shape) && shape.client === 'webapp',
  weak: () => ({ rotation: true, 'reuse-detection': true, 'single-flight': false }),
  prelude: known,
  stops: () => [['grace-seconds', 30], 'single-flight'],
  helpsNot: () => ['state', 'nonce', 'http-only', 'secure', ['same-site', 'strict']],
  play: async (scene) => {
    await scene.does(minutes(31))
    await scene.does({ type: 'learner.race', app: 'Store' })
    await scene.does(minutes(31))
    await scene.does({ type: 'learner.load', app: 'Store' })
  },
  won: (trace) => outcome('two-tab-race', loginsAgain(trace)),
}

const wrongClient: Attack = {
  id: 'wrong-client',
  row: 'C6',
  title: 'Another application uses the refresh token',
  precondition:
    'The Hacker runs an application at the same FusionAuth, and has the Store’s refresh token.',
  incident: null,
  tries: (shape) => byGrant(shape) && shape.sso,
  weak: () => ({ 'client-match': false, 'client-authentication': false }),
  prelude: known,
  stops: () => ['client-match', 'client-authentication', ['refresh-token-place', 'server']],
  helpsNot: () => ['rotation', 'reuse-detection', 'pkce', 'state', ['same-site', 'strict']],
  play: async (scene) => {
    const token = scene.copy('refresh-token')
    if (token === null) return
    // The other application's client id stands in the address of its login.
    const { hacker, places } = scene
    const landing = await hacker.visit('Forums', `${places.Forums.origin}/login`)
    const client = landing.page === null ? null : new URL(landing.page.url).searchParams
    scene.note('tries-token', 'Shows the refresh token to FusionAuth')
    await renew(scene, token, { client_id: client?.get('client_id') ?? '' })
  },
  won: (trace) => outcome('wrong-client', tokensSince(trace, 'tries-token')),
}

const scopeWidening: Attack = {
  id: 'scope-widening',
  row: 'C7',
  title: 'A refresh asks for more than was granted',
  precondition: 'The Hacker has a copy of a refresh token.',
  incident: null,
  tries: byGrant,
  weak: () => ({ 'scope-check': false, 'client-authentication': false }),
  prelude: known,
  stops: () => ['scope-check', 'client-authentication', ['refresh-token-place', 'server']],
  helpsNot: () => ['rotation', 'reuse-detection', 'pkce', 'state', ['same-site', 'strict']],
  play: async (scene) => {
    const token = scene.copy('refresh-token')
    if (token === null) return
    scene.note('tries-token', 'Shows the refresh token to FusionAuth')
    await renew(scene, token, { scope: `${publicly(scene, 'scope')} address phone` })
  },
  won: (trace) => outcome('scope-widening', tokensSince(trace, 'tries-token')),
}

const revival: Attack = {
  id: 'revival',
  row: 'C8',
  title: 'The thief outlives a new password',
  precondition: 'The Hacker has a copy of a refresh token; the victim changes the password.',
  incident: incidents.multiLogin,
  tries: isRenewableByAnybody,
  weak: (shape) => ({ ...careless(shape), 'revoke-on-password-change': false }),
  prelude: known,
  stops: (shape) => [...byClient(shape), ...byPlace(shape), 'revoke-on-password-change'],
  helpsNot: (shape) => [...cookieStops(shape), 'rotation', 'reuse-detection'],
  play: async (scene) => {
    const token = scene.copy('refresh-token')
    await scene.does({ type: 'learner.change-password' })
    if (token === null) return
    scene.note('tries-token', 'Shows the refresh token to FusionAuth')
    await renew(scene, token)
  },
  won: (trace) => outcome('revival', tokensSince(trace, 'tries-token')),
}

const refreshCookieCsrf: Attack = {
  id: 'refresh-cookie-csrf',
  row: 'C10',
  title: 'Another site makes the browser use its refresh token',
  precondition: 'The victim opens a page of the Hacker’s when their session is over.',
  incident: null,
  tries: (shape) => shape.client === 'webapp' && keepsRefreshToken(shape),
  weak: () => ({ 'same-site': 'none', 'fetch-metadata': false }),
  prelude: known,
  stops: () => [
    ['same-site', 'lax'],
    ['same-site', 'strict'],
    'fetch-metadata',
    ['third-party-cookies', 'blocked'],
  ],
  // Where the token lies on the server, the dead session's id still leads to it.
  helpsNot: (shape) => [
    'http-only',
    'host-prefix',
    'reuse-detection',
    'state',
    ...(keepsSession(shape) ? ([['refresh-token-place', 'server']] as const) : []),
  ],
  play: async (scene) => {
    const { origin, protectedPath } = scene.places.Store
    await scene.does(minutes(31))
    await scene.lure({
      html: `<!doctype html><html lang="en"><title>Cats</title><img src="${origin}${protectedPath}" alt="">`,
    })
  },
  won: (trace) => outcome('refresh-cookie-csrf', renewals(trace)),
}

export const refreshTokens: readonly Attack[] = [
  reusable,
  thiefFirst,
  victimFirst,
  victimGone,
  race,
  wrongClient,
  scopeWidening,
  revival,
  refreshCookieCsrf,
]

/** A refresh token as such: taken, and shown to the Store. */
export const stolenRefreshToken: Attack = {
  id: 'stolen-refresh-token',
  row: 'A4',
  title: 'A stolen refresh token opens the Store',
  precondition: 'Malware on the victim’s device copies the refresh token.',
  incident: null,
  tries: isOwnCookie,
  weak: () => ({}),
  prelude: known,
  stops: (shape) => byPlace(shape),
  helpsNot: (shape) => [...cookieStops(shape), 'csp', 'client-authentication', 'reuse-detection'],
  play: async (scene) => {
    scene.copy('refresh-token')
    await enter(scene)
  },
  won: (trace) => outcome('stolen-refresh-token', cartsOfHacker(trace)),
}
