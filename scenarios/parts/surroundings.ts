import type { DividerKind, Lifetime } from '../vocabulary.ts'
import { type Act, type LabContext, parts, type Seen } from './setup.ts'

/** A second past a deadline, so that nobody has to think about "at the very moment". */
const margin = 1_000

const dividers: Readonly<Record<Lifetime, DividerKind>> = {
  session: 'session-expired',
  'refresh-token': 'session-and-refresh-token-expired',
  'sso-session': 'sso-session-expired',
}

const deadline = (context: LabContext, what: Lifetime): number => {
  const { applications, ssoSession } = context.claims
  if (what === 'sso-session') return ssoSession
  return what === 'session' ? applications.Store.session : applications.Store.refreshToken
}

const now = ({ event }: { event: { output: Seen } }) => ({ now: event.output.now })
const noted = { type: 'noted' as const, params: now }

const timeEvents = {
  'clock.expire': { guard: 'canExpire' as const, target: 'waiting' },
  'clock.advance': { guard: 'canAdvance' as const, target: 'waiting' },
}

/** What is not an agent's doing: time, and FusionAuth's operator. */
export const surroundings = parts.createStateConfig({
  initial: 'running',
  states: {
    running: {
      on: {
        ...timeEvents,
        'fusionauth.revoke': { guard: 'canRevoke', target: 'revoking' },
        'fusionauth.stop': 'stopping',
      },
    },
    stopped: { on: { 'fusionauth.start': 'starting' } },
    waiting: {
      tags: ['busy'],
      invoke: {
        src: 'act',
        input: ({ context, event }): Act =>
          event.type === 'clock.advance'
            ? {
                do: 'pass-time',
                until: context.claims.now + event.seconds * 1_000,
                divider: 'time-passed',
              }
            : {
                do: 'pass-time',
                until:
                  deadline(context, event.type === 'clock.expire' ? event.what : 'session') +
                  margin,
                divider: event.type === 'clock.expire' ? dividers[event.what] : 'time-passed',
              },
        onDone: { target: 'running', actions: noted },
        onError: 'running',
      },
    },
    revoking: {
      tags: ['busy'],
      invoke: {
        src: 'act',
        input: { do: 'revoke', phase: 'refresh' } satisfies Act,
        onDone: { target: 'running', actions: [noted, 'revoked'] },
        onError: 'running',
      },
    },
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
