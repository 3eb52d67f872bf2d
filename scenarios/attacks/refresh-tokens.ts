import { keepsRefreshToken, keepsSession } from '../machine/credentials.ts'
import type { Attack } from './attack.ts'
import { incidents } from './incidents.ts'
import { cartsOfHacker, loginsAgain, outcome, renewals } from './judging.ts'
import { enter, minutes } from './moves.ts'
import { known } from './preludes.ts'
import { byPlace, cookieStops, isOwnCookie } from './refresh-token-worlds.ts'
import { beyondItsGrant, inFourOrders } from './refresh-token-thefts.ts'

/** Attacks on refresh tokens: thefts, and what goes wrong while the victim holds theirs. */

const race: Attack = {
  id: 'two-tab-race',
  outlivesJwts: true,
  row: 'C5',
  incident: incidents.races,
  tries: (shape) => keepsRefreshToken(shape) && shape.client === 'webapp',
  weak: () => ({ rotation: true, 'reuse-detection': true, 'single-flight': false }),
  prelude: known,
  stops: () => [['grace-seconds', 30], 'single-flight'],
  helpsNot: () => ['state', 'nonce', 'http-only', 'secure', ['same-site', 'strict']],
  play: async (context) => {
    await context.does(minutes(31))
    await context.does({ type: 'learner.race', app: 'Store' })
    await context.does(minutes(31))
    await context.does({ type: 'learner.load', app: 'Store' })
  },
  won: (trace) => outcome('two-tab-race', loginsAgain(trace)),
}

const refreshCookieCsrf: Attack = {
  id: 'refresh-cookie-csrf',
  outlivesJwts: true,
  row: 'C10',
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
  play: async (context) => {
    const { origin, protectedPath } = context.places.Store
    await context.does(minutes(31))
    await context.lure({
      html: `<!doctype html><html lang="en"><title>Cats</title><img src="${origin}${protectedPath}" alt="">`,
    })
  },
  won: (trace) => outcome('refresh-cookie-csrf', renewals(trace)),
}

export const refreshTokens: readonly Attack[] = [
  ...inFourOrders,
  race,
  ...beyondItsGrant,
  refreshCookieCsrf,
]

/** A refresh token as such: taken, and shown to the Store. */
export const stolenRefreshToken: Attack = {
  id: 'stolen-refresh-token',
  row: 'A4',
  incident: null,
  tries: isOwnCookie,
  weak: () => ({}),
  prelude: known,
  stops: (shape) => byPlace(shape),
  helpsNot: (shape) => [...cookieStops(shape), 'csp', 'client-authentication', 'reuse-detection'],
  play: async (context) => {
    context.copy('refresh-token')
    await enter(context)
  },
  won: (trace) => outcome('stolen-refresh-token', cartsOfHacker(trace)),
}
