import type { Loot, Phase } from '../vocabulary.ts'
import { type Act, parts, type Seen } from './setup.ts'

const phases: Readonly<Record<Loot, Phase>> = {
  'refresh-token': 'stolen-refresh-token',
  'session-id': 'stolen-session-id',
  jwt: 'stolen-jwt',
  'sso-session': 'attack',
}

const phaseOf = (loot: Loot): Phase => phases[loot]

const now = ({ event }: { event: { output: Seen } }) => ({ now: event.output.now })

/**
 * The Hacker: a user agent whose jar is empty but for one stolen value. Each theft starts with a new
 * agent. Whether the break-in works is the Store's answer, not the machine's.
 */
export const theft = parts.createStateConfig({
  initial: 'empty',
  states: {
    empty: { on: { 'hacker.steal': { guard: 'canSteal', target: 'stealing' } } },
    stealing: {
      tags: ['busy'],
      invoke: {
        src: 'act',
        input: ({ event }): Act => {
          const loot = event.type === 'hacker.steal' ? event.what : 'session-id'
          return { do: 'steal', loot, phase: phaseOf(loot) }
        },
        onDone: { target: 'armed', actions: { type: 'noted', params: now } },
        onError: 'empty',
      },
      entry: {
        type: 'took',
        params: ({ event }) => ({
          loot: event.type === 'hacker.steal' ? event.what : 'session-id',
        }),
      },
    },
    armed: {
      on: {
        'hacker.steal': { guard: 'canSteal', target: 'stealing' },
        'hacker.load': 'breakingIn',
      },
    },
    breakingIn: {
      tags: ['busy'],
      invoke: {
        src: 'act',
        input: ({ context }): Act => {
          const loot = context.loot ?? 'session-id'
          return { do: 'break-in', loot, phase: phaseOf(loot) }
        },
        onDone: [
          {
            guard: {
              type: 'landed',
              params: ({ event }) => ({ place: 'inside', seen: event.output }),
            },
            target: 'inside',
            actions: { type: 'intruded', params: now },
          },
          { target: 'refused', actions: { type: 'noted', params: now } },
        ],
        onError: 'refused',
      },
    },
    inside: {
      on: {
        'hacker.steal': { guard: 'canSteal', target: 'stealing' },
        'hacker.load': 'breakingIn',
      },
    },
    refused: {
      on: {
        'hacker.steal': { guard: 'canSteal', target: 'stealing' },
        'hacker.load': 'breakingIn',
      },
    },
  },
})
