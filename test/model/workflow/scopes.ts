import type { SnapshotFrom } from 'xstate'
import type { LabMachine } from '../../../scenarios/parts/compose.ts'
import { hasKey } from './oracle.ts'
import { deadline } from '../../../scenarios/parts/setup.ts'
import type {
  ApplicationName,
  Json,
  LabEvent,
  Lifetime,
  Loot,
} from '../../../scenarios/vocabulary.ts'

/** A part of what can be done in a run, explored by itself: all of it together is too much. */
type At = SnapshotFrom<LabMachine>

export interface Scope {
  readonly name: string
  /** Switches that it needs. */
  readonly defences?: Readonly<Record<string, Json>>
  /** What is thought of at a rest; the machine decides whether it may be. */
  readonly events: (at: At) => readonly LabEvent[]
}

const moving = (app: ApplicationName): LabEvent[] => [
  { type: 'learner.open', app },
  { type: 'learner.login', app },
  { type: 'learner.submit', app, credentials: 'right' },
  { type: 'learner.load', app },
  { type: 'learner.logout', app },
]

/** Time runs to the end of something, unless another thing ends within the same minute. */
const expiring = ({ context }: At, ...all: readonly Lifetime[]): LabEvent[] => {
  const { claims } = context
  const ends = [
    ...Object.values(claims.applications).flatMap(({ session, jwt, refreshToken }) => [
      session,
      jwt,
      refreshToken,
    ]),
    claims.ssoSession,
  ]
  const isAlone = (what: Lifetime): boolean => {
    const end = deadline(context, what)
    return ends.every((other) => other === end || Math.abs(other - end) > 60_000)
  }
  return all.filter(isAlone).map((what) => ({ type: 'clock.expire', what }))
}

const arriving = (): LabEvent[] =>
  moving('Store').filter(({ type }) => type !== 'learner.load' && type !== 'learner.logout')

const stealing = (...all: readonly Loot[]): LabEvent[] =>
  all.map((what) => ({ type: 'hacker.steal', what }))

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

/** A form that is left open for so long is refused when it is sent: no time passes over one. */
const hasOpenForm = ({ value }: At): boolean => value.Store === 'form' || value.Forums === 'form'

/** Both applications, and what they have in common. */
const together: Scope = {
  name: 'the Store beside Forums',
  events: (at) => [
    ...moving('Store'),
    ...moving('Forums'),
    ...(hasOpenForm(at) ? [] : expiring(at, 'session', 'jwt', 'refresh-token', 'sso-session')),
  ],
}

/** Forums while FusionAuth is away. */
const outage: Scope = {
  name: 'Forums in an outage',
  events: () => [
    ...moving('Forums'),
    { type: 'learner.submit', app: 'Forums', credentials: 'wrong-password' },
    { type: 'learner.race', app: 'Forums' },
    { type: 'learner.checkout', app: 'Forums' },
    { type: 'fusionauth.stop' },
    { type: 'fusionauth.start' },
  ],
}

const isAtWork = (at: At): boolean => at.value.Hacker !== 'empty'

/** FusionAuth's session opens the login links; who has come in holds a key of their own from then on. */
const entering = ({ value }: At): LabEvent[] => [
  ...(value.Hacker === 'armed' ? [{ type: 'hacker.load' } as const] : []),
  { type: 'hacker.open', app: 'Store' },
  { type: 'hacker.open', app: 'Forums' },
]

/**
 * With rotation, who of two at once is first decides who is in: that is not foreseen here. A key opens
 * a single-page application without its login link: that is tried with a dead one. */
const using = ({ context, value }: At): LabEvent[] => [
  { type: 'hacker.load' },
  ...(value.Hacker === 'armed' && !context.settings.rotation
    ? [{ type: 'hacker.race' } as const]
    : []),
  ...(value.Hacker !== 'inside' && !hasKey({ context, running: true }, 'Store')
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
    ...(at.context.loot === 'sso-session' ? entering(at) : using(at)),
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

export const scopes: readonly Scope[] = [alone, together, outage, thieves, everywhere]
