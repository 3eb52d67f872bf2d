import type { Message, Trace } from '../../../scenarios/model/trace.ts'
import { changes } from './mutations/changes.ts'
import { cookies } from './mutations/cookies.ts'
import type { Edit } from './mutations/edit.ts'
import { frames } from './mutations/frames.ts'
import { addresses, headers, bodies } from './mutations/wire.ts'

/** A trace in which one thing is not as it was. */
export interface Mutant {
  readonly what: string
  readonly trace: Trace
}

/** All single changes of one message. `whole` is everything that was said in the run. */
function* edits(message: Message, whole: string): Generator<Edit> {
  yield* frames(message)
  yield* changes(message)
  yield* cookies(message)
  if (message.http === null) return
  yield* addresses(message)
  yield* headers(message)
  yield* bodies(message, whole)
}

/**
 * Traces that differ from a given one in a single respect: a message of it changed, left out, or
 * said once more; the nearest messages first.
 */
export function* mutantsOf(trace: Trace, n: number): Generator<Mutant> {
  const whole = JSON.stringify(trace.messages.map(({ http, changes: all }) => [http, all]))
  const byDistance = trace.messages.toSorted(
    (one, other) => Math.abs(one.n - n) - Math.abs(other.n - n),
  )
  const replaced = (message: Message): Trace => ({
    ...trace,
    messages: trace.messages.map((old) => (old.n === message.n ? message : old)),
  })
  yield {
    what: 'the other kind of FusionAuth',
    trace: {
      ...trace,
      fusionauth: {
        kind: trace.fusionauth.kind === 'stand-in' ? 'fusionauth' : 'stand-in',
        version: '',
      },
    },
  }
  for (const message of byDistance) {
    for (const [what, edited] of edits(message, whole))
      yield { what: `${message.n}: ${what}`, trace: replaced(edited) }
    if (message.n !== n)
      yield {
        what: `${message.n} left out`,
        trace: { ...trace, messages: trace.messages.filter((old) => old.n !== message.n) },
      }
    const twins: readonly Message[] = [
      { ...message, n: n - 0.5, id: 'x.x' },
      { ...message, n: n + 0.5, id: 'x.x' },
    ]
    for (const twin of twins)
      yield {
        what: `${message.n} once more, at ${twin.n}`,
        trace: {
          ...trace,
          messages: [...trace.messages, twin].toSorted((one, other) => one.n - other.n),
        },
      }
  }
}
