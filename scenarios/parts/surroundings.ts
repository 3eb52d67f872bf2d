import type { DividerKind, Lifetime } from '../vocabulary.ts'
import type { Act, Seen } from './act.ts'
import { deadline, type LabContext, parts } from './setup.ts'

/** A second past a deadline, so that nobody has to think about "at the very moment". */
const margin = 1_000

const dividerOf = (context: LabContext, what: Lifetime): DividerKind => {
  switch (what) {
    case 'session':
      return 'session-expired'
    case 'jwt':
      return 'jwt-expired'
    case 'refresh-token':
      return context.lifetimes.includes('session')
        ? 'session-and-refresh-token-expired'
        : 'jwt-and-refresh-token-expired'
    case 'sso-session':
      return 'sso-session-expired'
  }
}

/** Time passes until then, and what lives on deadlines until before is over. */
const passTime = (context: LabContext, until: number, divider: DividerKind): Act => {
  const { now: present } = context.claims
  const ends = context.lifetimes.filter((what) => {
    const end = deadline(context, what)
    return end > present && end < until
  })
  return { do: 'pass-time', until, divider, ends }
}

const now = ({ event }: { event: { output: Seen } }) => ({ now: event.output.now })
const noted = { type: 'noted' as const, params: now }

const timeEvents = {
  'clock.expire': { guard: 'canExpire' as const, target: 'waiting' },
  'clock.advance': { guard: 'canAdvance' as const, target: 'waiting' },
}

/** A state in which FusionAuth is asked to end something. */
const asking = (
  what: 'revoke' | 'revoke-all' | 'end-sso' | 'change-password',
  then: 'revoked' | 'revokedAll' | 'ssoEnded' | 'passwordChanged',
) => ({
  tags: ['busy' as const],
  invoke: {
    src: 'act' as const,
    input: { do: what, phase: 'revoke' } satisfies Act,
    onDone: { target: 'running', actions: [noted, { type: then }] },
    onError: 'running',
  },
})

/** What is not an agent's doing: time, and FusionAuth's operator. */
export const surroundings = parts.createStateConfig({
  initial: 'running',
  states: {
    running: {
      on: {
        ...timeEvents,
        'fusionauth.revoke': { guard: 'canRevoke', target: 'revoking' },
        'fusionauth.revoke-all': { guard: 'canRevokeAll', target: 'revokingAll' },
        'fusionauth.end-sso': { guard: 'canEndSso', target: 'endingSso' },
        'learner.change-password': { guard: 'isLoggedIn', target: 'changingPassword' },
        'fusionauth.stop': 'stopping',
      },
    },
    stopped: { on: { 'fusionauth.start': 'starting' } },
    waiting: {
      tags: ['busy'],
      invoke: {
        src: 'act',
        input: ({ context, event }): Act => {
          if (event.type !== 'clock.expire') {
            const seconds = event.type === 'clock.advance' ? event.seconds : 0
            return passTime(context, context.claims.now + seconds * 1_000, 'time-passed')
          }
          const { what } = event
          return passTime(context, deadline(context, what) + margin, dividerOf(context, what))
        },
        onDone: { target: 'running', actions: noted },
        onError: 'running',
      },
    },
    revoking: asking('revoke', 'revoked'),
    revokingAll: asking('revoke-all', 'revokedAll'),
    endingSso: asking('end-sso', 'ssoEnded'),
    changingPassword: asking('change-password', 'passwordChanged'),
    stopping: {
      tags: ['busy'],
      invoke: {
        src: 'act',
        input: { do: 'power', on: false } satisfies Act,
        onDone: { target: 'stopped', actions: noted },
        onError: 'running',
      },
    },
    starting: {
      tags: ['busy'],
      invoke: {
        src: 'act',
        input: { do: 'power', on: true } satisfies Act,
        onDone: { target: 'running', actions: noted },
        onError: 'stopped',
      },
    },
  },
})
