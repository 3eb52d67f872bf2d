import type { ErratumId } from '../../scenarios/model/table-ids.ts'
import { matchPublished, type PublishedArrow } from '../../scenarios/catalogue/published.ts'
import type { Trace } from '../../scenarios/model/trace.ts'

/** How the messages of a trace stand to the published diagram of its workflow. */
export interface Published {
  readonly of: Trace['messages']
  /** For each message the arrow of the published diagram that it is, or null. */
  readonly arrows: readonly (PublishedArrow | null)[]
  /** Numbers of the messages that the published diagram does not have. */
  readonly unpublished: ReadonlySet<number>
  /** Numbers of the messages in which the published diagram is mistaken, and how it is. */
  readonly errata: ReadonlyMap<number, readonly ErratumId[]>
}

/** Compares with the published diagram; gives the former answer back while the messages stay. */
export const readPublished = (trace: Trace, former: Published | null): Published => {
  if (former?.of === trace.messages) return former
  const { arrows } = matchPublished(trace)
  const unpublished = new Set(arrows.flatMap((arrow, index) => (arrow === null ? [index + 1] : [])))
  const mistaken = arrows.flatMap((arrow, index): [number, readonly ErratumId[]][] =>
    arrow?.errata === undefined ? [] : [[index + 1, arrow.errata]],
  )
  return { of: trace.messages, arrows, unpublished, errata: new Map(mistaken) }
}
