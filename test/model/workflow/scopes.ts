import type { Workflow } from '../../../scenarios/model/workflow.ts'
import { keepsRefreshToken } from '../../../scenarios/machine/credentials.ts'
import { canProve } from '../../../scenarios/defences/presets.ts'
import type { LabEvent } from '../../../scenarios/model/event.ts'
import { hasKey } from './oracle.ts'
import {
  arriving,
  type At,
  expiring,
  hasOpenForm,
  isAtWork,
  minute,
  moving,
  type Scope,
  stealing,
} from './scope.ts'

/** The Store alone, with everything that can befall it. */
const alone: Scope = {
  name: 'the Store, time and FusionAuth’s operators',
  events: (at) => [
    ...moving('Store'),
    { type: 'learner.submit', app: 'Store', credentials: 'wrong-password' },
    { type: 'learner.race', app: 'Store' },
    { type: 'learner.checkout', app: 'Store' },
    { type: 'learner.change-password' },
    { type: 'clock.advance', seconds: 5 },
    ...expiring(at, 'session', 'jwt', 'refresh-token', 'sso-session'),
    { type: 'fusionauth.revoke' },
    { type: 'fusionauth.revoke-all' },
    { type: 'fusionauth.end-sso' },
    { type: 'fusionauth.stop' },
    { type: 'fusionauth.start' },
  ],
}

/** Both applications, and what they have in common. */
const together: Scope = {
  name: 'the Store beside Forums',
  events: (at) => [
    ...moving('Store'),
    ...moving('Forums'),
    ...(hasOpenForm(at) ? [] : expiring(at, 'session', 'jwt', 'refresh-token', 'sso-session')),
  ],
}

/** What is alive of Forums', and of the user at FusionAuth, ends by waiting for as long as it lives. */
const outlasting = ({ context: { expected } }: At): LabEvent[] => {
  const { session, jwt, refreshToken } = expected.applications.Forums
  const ends = [session, jwt, refreshToken, expected.ssoSession].filter((end) => end > expected.now)
  return ends
    .filter((end) => ends.every((other) => other === end || Math.abs(other - end) > 2 * minute))
    .map((end) => ({
      type: 'clock.advance',
      seconds: Math.ceil((end - expected.now + minute) / 1_000),
    }))
}

/** Forums while FusionAuth is away, and when it comes back. */
const outage: Scope = {
  name: 'Forums in an outage',
  events: (at) => [
    ...moving('Forums'),
    { type: 'learner.submit', app: 'Forums', credentials: 'wrong-password' },
    { type: 'learner.race', app: 'Forums' },
    { type: 'learner.checkout', app: 'Forums' },
    ...(hasOpenForm(at) ? [] : outlasting(at)),
    { type: 'fusionauth.stop' },
    { type: 'fusionauth.start' },
  ],
}

/** FusionAuth's session opens the login links; who has come in holds a key of their own from then on. */
const entering = ({ value }: At): LabEvent[] => [
  ...(value.Hacker === 'armed' ? [{ type: 'hacker.load' } as const] : []),
  { type: 'hacker.open', app: 'Store' },
  { type: 'hacker.open', app: 'Forums' },
]

/** A key that was refused once is dead for good; whether the user has a new one makes no difference. */
const isDead = ({ context: { stolen }, value }: At): boolean =>
  value.Hacker === 'refused' && (stolen === 'session-id' || stolen === 'jwt')

/** A key opens a single-page application without its login link: that is tried with a dead one. */
const using = (at: At): LabEvent[] => [
  ...(isDead(at) ? [] : ([{ type: 'hacker.load' }, { type: 'hacker.race' }] as const)),
  ...(at.value.Hacker !== 'inside' && !hasKey({ context: at.context, running: true }, 'Store')
    ? [{ type: 'hacker.open', app: 'Store' } as const]
    : []),
]

/** The Hacker, once something is there to steal; from then on the user leaves things as they are. */
const thieves: Scope = {
  name: 'the Hacker',
  events: (at) => [
    ...(isAtWork(at) ? [] : arriving()),
    ...stealing('refresh-token', 'session-id', 'jwt', 'sso-session'),
    ...(at.value.Hacker === 'armed'
      ? expiring(at, 'session', 'jwt', 'refresh-token', 'sso-session')
      : []),
    ...(at.context.stolen === 'sso-session' ? entering(at) : using(at)),
  ],
}

/** Tokens that count once, and a FusionAuth that ends a login when one comes twice. */
const once: Scope = {
  name: 'the Hacker and tokens that count once',
  defences: { rotation: true, 'reuse-detection': true },
  applies: keepsRefreshToken,
  events: (at) => [
    ...(isAtWork(at) ? [{ type: 'learner.load', app: 'Store' } as const] : arriving()),
    ...(isAtWork(at) ? [] : stealing('refresh-token')),
    ...(at.value.Hacker === 'armed'
      ? ([{ type: 'hacker.load' }, { type: 'hacker.race' }] as const)
      : []),
    ...(hasOpenForm(at) ? [] : expiring(at, 'session', 'jwt')),
  ],
}

/** Two who come at once, and a FusionAuth that is away. */
const cut: Scope = {
  name: 'the Hacker in an outage',
  events: (at) => [
    ...(isAtWork(at) ? [] : arriving()),
    ...stealing('refresh-token', 'session-id', 'jwt'),
    ...expiring(at, 'session', 'jwt'),
    ...(at.value.Hacker === 'armed' ? [{ type: 'hacker.race' } as const] : []),
    { type: 'fusionauth.stop' },
  ],
}

/**
 * A browser that takes none of the applications' cookies: FusionAuth alone knows the user. Where a
 * script logs in at FusionAuth itself it has FusionAuth's cookies, which are no matter of this scope.
 */
const forgetful: Scope = {
  name: 'a browser without cookies of the applications',
  defences: { 'same-site': 'none', secure: false },
  applies: ({ client, login, sessionStrategy }) =>
    client !== 'mobile' &&
    login !== 'native-at-fusionauth' &&
    sessionStrategy !== 'jwt-local-storage',
  events: ({ value }) => [
    ...moving('Store'),
    ...moving('Forums'),
    { type: 'learner.race', app: 'Store' },
    { type: 'learner.race', app: 'Forums' },
    ...stealing('sso-session'),
    ...(value.Hacker === 'armed' ? [{ type: 'hacker.race' } as const] : []),
  ],
}

/** A hardened FusionAuth, which asks whether the user really wants to log out. */
const asking: Scope = {
  name: 'FusionAuth’s question at the logout',
  profile: 'hardened',
  defences: { 'log-out-everywhere': true },
  applies: ({ login }) => login === 'authorization-code' || login === 'implicit',
  events: () => [...moving('Store'), ...moving('Forums'), { type: 'learner.logout-everywhere' }],
}

/**
 * Keys that sign, replaced while JWTs of them are about. FusionAuth answers all the while: an application
 * that has forgotten its keys can tell a JWT from none only by asking.
 */
const keys: Scope = {
  name: 'signing keys that are replaced',
  defences: { rotation: true, 'reuse-detection': true },
  applies: ({ sessionStrategy }) => !sessionStrategy.startsWith('session'),
  events: (at) => [
    ...(isAtWork(at)
      ? []
      : [...moving('Store'), ...moving('Forums'), { type: 'learner.race', app: 'Store' } as const]),
    ...stealing('jwt'),
    ...(at.value.Hacker === 'armed' ? [{ type: 'hacker.load' } as const] : []),
    ...(hasOpenForm(at) || isAtWork(at) ? [] : expiring(at, 'jwt', 'refresh-token')),
    { type: 'fusionauth.add-key' },
    { type: 'fusionauth.rotate-key' },
  ],
}

/** Orders for which the password is asked anew. */
const confirming: Scope = {
  name: 'orders that ask for the password',
  defences: { 're-authentication': true },
  applies: canProve,
  events: (at) => [
    ...arriving(),
    { type: 'learner.checkout', app: 'Store' },
    { type: 'learner.change-password' },
    { type: 'learner.open', app: 'Forums' },
    ...(hasOpenForm(at) ? [] : expiring(at, 'session', 'jwt')),
  ],
}

/** The button that ends every login, where there is one. */
const everywhere: Scope = {
  name: 'logging out of everything',
  defences: { 'log-out-everywhere': true },
  events: () => [
    ...arriving(),
    { type: 'learner.logout-everywhere' },
    { type: 'fusionauth.stop' },
    { type: 'fusionauth.start' },
  ],
}

const all: readonly Scope[] = [
  alone,
  together,
  outage,
  thieves,
  once,
  cut,
  forgetful,
  asking,
  confirming,
  everywhere,
  keys,
]

/** The scopes that are about something in a workflow. */
export const scopesOf = (workflow: Workflow): readonly Scope[] =>
  all.filter(({ applies }) => applies?.(workflow) ?? true)
