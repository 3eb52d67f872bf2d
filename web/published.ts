import { matchPublished } from '../scenarios/catalogue/published.ts'
import type { Trace } from '../scenarios/vocabulary.ts'

/** How the messages of a trace stand to the published diagram of its workflow. */
export interface Published {
  readonly of: Trace['messages']
  /** For each message its number in the published diagram, or null. */
  readonly numbers: readonly (number | null)[]
  /** Numbers of the messages that the published diagram does not have. */
  readonly unpublished: ReadonlySet<number>
}

/** Compares with the published diagram; gives the former answer back while the messages stay. */
export const readPublished = (trace: Trace, former: Published | null): Published => {
  if (former?.of === trace.messages) return former
  const numbers = matchPublished(trace).arrows.map((arrow) => arrow?.n ?? null)
  const unpublished = new Set(numbers.flatMap((n, index) => (n === null ? [index + 1] : [])))
  return { of: trace.messages, numbers, unpublished }
}
