import type { ExpiringCredential } from '../model/credential.ts'
import type { DividerKind } from '../model/divider.ts'
import { type LabEvent, labEvents } from '../model/event.ts'
import type { Asks } from '../model/event-kind.ts'
import type { Phase } from '../model/participant.ts'
import type { Effect, EffectResult } from './effect.ts'
import { deadline, type LabContext } from './context.ts'
import { machineSetup } from './setup.ts'

/** A second past a deadline, so that nobody has to think about "at the very moment". */
const margin = 1_000

const dividerOf = (context: LabContext, what: ExpiringCredential): DividerKind => {
  switch (what) {
    case 'session':
      return 'session-expired'
    case 'jwt':
      return 'jwt-expired'
    case 'refresh-token':
      return context.expiring.includes('session')
        ? 'session-and-refresh-token-expired'
        : 'jwt-and-refresh-token-expired'
    case 'sso-session':
      return 'sso-session-expired'
  }
}

/** Time passes until then, and what lives on deadlines until before is over. */
const passTime = (context: LabContext, until: number, divider: DividerKind): Effect => {
  const { now: present } = context.expected
  const ends = context.expiring.filter((what) => {
    const end = deadline(context, what)
    return end > present && end < until
  })
  return { type: 'pass-time', until, divider, ends }
}

const now = ({ event }: { event: { output: EffectResult } }) => ({ now: event.output.now })
const assignNow = { type: 'assignNow' as const, params: now }

/** The state in which each effect is under way. */
const stateOf = {
  'pass-time': 'waiting',
  revoke: 'revoking',
  'revoke-all': 'revokingAll',
  'end-sso': 'endingSso',
  'change-password': 'changingPassword',
  'add-key': 'addingKey',
  'rotate-key': 'rotatingKey',
} as const

/** How an event begins an effect around the applications. */
interface Transition {
  readonly guard: Extract<Asks, { readonly guard: unknown }>['guard']
  readonly target: (typeof stateOf)[keyof typeof stateOf]
}

/** What can be done around the applications while FusionAuth runs, by the table of events. */
const whileRunning: Partial<Readonly<Record<LabEvent['type'], Transition>>> = Object.fromEntries(
  labEvents.flatMap(({ type, rule: { asks } }): [LabEvent['type'], Transition][] =>
    asks === undefined || asks.at !== undefined
      ? []
      : [[type, { guard: asks.guard, target: stateOf[asks.effect] }]],
  ),
)

/** A state in which FusionAuth is asked to end something. */
const asking = (
  what: 'revoke' | 'revoke-all' | 'end-sso' | 'change-password' | 'rotate-key',
  then:
    | 'revokeRefreshToken'
    | 'revokeAllRefreshTokens'
    | 'endSsoSession'
    | 'changePassword'
    | 'endJwts',
  phase: Phase = 'revoke',
) => ({
  tags: ['busy' as const],
  invoke: {
    src: 'effect' as const,
    input: { type: what, phase } satisfies Effect,
    onDone: { target: 'running', actions: [assignNow, { type: then }] },
    onError: 'running',
  },
})

/** What is not an agent's doing: time, and FusionAuth's operator. */
export const environment = machineSetup.createStateConfig({
  initial: 'running',
  states: {
    running: {
      on: {
        ...whileRunning,
        'fusionauth.stop': 'stopping',
      },
    },
    stopped: { on: { 'fusionauth.start': 'starting' } },
    waiting: {
      tags: ['busy'],
      invoke: {
        src: 'effect',
        input: ({ context, event }): Effect => {
          if (event.type !== 'clock.expire') {
            const seconds = event.type === 'clock.advance' ? event.seconds : 0
            return passTime(context, context.expected.now + seconds * 1_000, 'time-passed')
          }
          const { what } = event
          return passTime(context, deadline(context, what) + margin, dividerOf(context, what))
        },
        onDone: { target: 'running', actions: assignNow },
        onError: 'running',
      },
    },
    revoking: asking('revoke', 'revokeRefreshToken'),
    revokingAll: asking('revoke-all', 'revokeAllRefreshTokens'),
    endingSso: asking('end-sso', 'endSsoSession'),
    changingPassword: asking('change-password', 'changePassword'),
    addingKey: {
      tags: ['busy'],
      invoke: {
        src: 'effect',
        input: { type: 'add-key', phase: 'rotate-key' } satisfies Effect,
        onDone: { target: 'running', actions: assignNow },
        onError: 'running',
      },
    },
    rotatingKey: asking('rotate-key', 'endJwts', 'rotate-key'),
    stopping: {
      tags: ['busy'],
      invoke: {
        src: 'effect',
        input: { type: 'power', on: false } satisfies Effect,
        onDone: { target: 'stopped', actions: assignNow },
        onError: 'running',
      },
    },
    starting: {
      tags: ['busy'],
      invoke: {
        src: 'effect',
        input: { type: 'power', on: true } satisfies Effect,
        onDone: { target: 'running', actions: assignNow },
        onError: 'stopped',
      },
    },
  },
})
