import type { LabEvent } from '../model/event.ts'
import type { Attack } from './attack.ts'
import { incidents } from './incidents.ts'
import { outcome, tokensSince } from './judging.ts'
import { minutes, parameter, publicly, renew } from './moves.ts'
import { known } from './preludes.ts'
import {
  byClient,
  byGrant,
  byPlace,
  careless,
  cookieStops,
  isRenewableByAnybody,
} from './refresh-token-worlds.ts'
import type { AttackContext } from '../engine/attack-port.ts'
import { textOf } from '../model/text.ts'

/** Attacks with a copied refresh token, in the orders in which it can be used (RFC 9700 §4.14). */

/** What the Hacker shows to FusionAuth, and what is asked besides; null when there is nothing to show. */
type ShownToken = {
  readonly token: string
  readonly more?: Readonly<Record<string, string>>
} | null

/** A row whose token is copied; `meanwhile` tells what happens before the Hacker shows one. */
interface TheftRow extends Omit<Attack, 'prelude' | 'play' | 'won'> {
  readonly meanwhile: (context: AttackContext, copied: string | null) => Promise<ShownToken>
}

/** A copied token is shown to FusionAuth, and it came off when that hands out tokens. */
const theft = ({ meanwhile, ...row }: TheftRow): Attack => ({
  ...row,
  prelude: known,
  play: async (context) => {
    const shown = await meanwhile(context, context.copy('refresh-token'))
    if (shown === null) return
    context.note('tries-token', textOf('note.shows-refresh-token'))
    await renew(context, shown.token, shown.more)
  },
  won: (trace) => outcome(row.id, tokensSince(trace, 'tries-token')),
})

const asItIs = (token: string | null): ShownToken => (token === null ? null : { token })

/** What opens the Store is over, and the victim looks at the cart. */
const backAgain: readonly LabEvent[] = [minutes(31), { type: 'learner.load', app: 'Store' }]

const goesOn = async (context: AttackContext): Promise<void> => {
  for (const event of backAgain) await context.does(event)
}

/** The copy stays as it was stolen, while the victim goes on with theirs. */
const victimGoesOn = async (context: AttackContext, copied: string | null): Promise<ShownToken> => {
  await goesOn(context)
  return asItIs(copied)
}

const reusable = theft({
  id: 'refresh-theft-reusable',
  outlivesJwts: true,
  row: 'C1',
  incident: incidents.travis,
  tries: isRenewableByAnybody,
  weak: careless,
  stops: (shape) => [...byClient(shape), ...byPlace(shape), ['refresh-token-minutes', 20]],
  helpsNot: (shape) => [...cookieStops(shape), 'reuse-detection', 'csp'],
  meanwhile: victimGoesOn,
})

const thiefFirst = theft({
  id: 'refresh-theft-thief-first',
  outlivesJwts: true,
  row: 'C2',
  incident: null,
  tries: isRenewableByAnybody,
  weak: (shape) => ({ ...careless(shape), rotation: true }),
  stops: (shape) => [...byClient(shape), ...byPlace(shape), 'reuse-detection'],
  helpsNot: (shape) => [...cookieStops(shape), 'csp'],
  meanwhile: async (context, copied) => {
    const next = copied === null ? null : await renew(context, copied)
    await goesOn(context)
    return asItIs(next)
  },
})

const victimFirst = theft({
  id: 'refresh-theft-victim-first',
  outlivesJwts: true,
  row: 'C3',
  incident: null,
  tries: isRenewableByAnybody,
  weak: careless,
  stops: (shape) => [...byClient(shape), ...byPlace(shape), 'rotation'],
  helpsNot: (shape) => [...cookieStops(shape), 'reuse-detection', ['grace-seconds', 30]],
  meanwhile: victimGoesOn,
})

const day = 24 * 60

const victimGone = theft({
  id: 'refresh-theft-victim-gone',
  outlivesJwts: true,
  row: 'C4',
  incident: incidents.drift,
  tries: isRenewableByAnybody,
  weak: (shape) => ({ ...careless(shape), rotation: true, 'reuse-detection': true }),
  stops: (shape) => [
    ...byClient(shape),
    ...byPlace(shape),
    ['refresh-token-minutes', day],
    ['refresh-token-absolute-minutes', day],
  ],
  helpsNot: (shape) => [...cookieStops(shape), ['grace-seconds', 30], 'revoke-on-password-change'],
  meanwhile: async (context, copied) => {
    let token = copied
    for (let week = 1; week <= 3 && token !== null; week++) {
      await context.does(minutes(7 * day))
      if (week < 3) token = await renew(context, token)
    }
    return asItIs(token)
  },
})

const wrongClient = theft({
  id: 'wrong-client',
  row: 'C6',
  incident: null,
  tries: (shape) => byGrant(shape) && shape.sso,
  weak: () => ({ 'client-match': false, 'client-authentication': false }),
  stops: () => ['client-match', 'client-authentication', ['refresh-token-place', 'server']],
  helpsNot: () => ['rotation', 'reuse-detection', 'pkce', 'state', ['same-site', 'strict']],
  meanwhile: async (context, token) => {
    if (token === null) return null
    // The other application's client id stands in the address of its login.
    const { hacker, places } = context
    const landing = await hacker.visit('Forums', `${places.Forums.origin}/login`)
    const client = landing.page === null ? null : parameter(landing.page.url, 'client_id')
    return { token, more: { client_id: client ?? '' } }
  },
})

const scopeWidening = theft({
  id: 'scope-widening',
  row: 'C7',
  incident: null,
  tries: byGrant,
  weak: () => ({ 'scope-check': false, 'client-authentication': false }),
  stops: () => ['scope-check', 'client-authentication', ['refresh-token-place', 'server']],
  helpsNot: () => ['rotation', 'reuse-detection', 'pkce', 'state', ['same-site', 'strict']],
  meanwhile: async (context, token) =>
    token === null
      ? null
      : { token, more: { scope: `${publicly(context, 'scope')} address phone` } },
})

const revival = theft({
  id: 'revival',
  row: 'C8',
  incident: incidents.multiLogin,
  tries: isRenewableByAnybody,
  weak: (shape) => ({ ...careless(shape), 'revoke-on-password-change': false }),
  stops: (shape) => [...byClient(shape), ...byPlace(shape), 'revoke-on-password-change'],
  helpsNot: (shape) => [...cookieStops(shape), 'rotation', 'reuse-detection'],
  meanwhile: async (context, copied) => {
    await context.does({ type: 'learner.change-password' })
    return asItIs(copied)
  },
})

/** By who uses the token first. */
export const inFourOrders: readonly Attack[] = [reusable, thiefFirst, victimFirst, victimGone]

/** For what it was not given, and for longer. */
export const beyondItsGrant: readonly Attack[] = [wrongClient, scopeWidening, revival]
