import {
  extentOf,
  incrementSince,
  openingOf,
  writeExtent,
  type Extent,
} from '../../scenarios/engine/increment.ts'
import type { ServedRun } from './served-run.ts'
import type { Text } from '../../scenarios/model/text.ts'
import { problemOf } from './problem.ts'

const encoder = new TextEncoder()

/** How a live stream is kept. */
export interface FollowOptions {
  /** Milliseconds of silence after which there is a sign of life. */
  readonly heartbeat: number
  /** Called once, when the stream is over for whatever reason. */
  readonly left: () => void
  /** What the follower has of the run already; null for nothing. */
  readonly have: Extent | null
}

const nothing = (): void => undefined

/**
 * A run as server-sent events: what it is now at once (`event: state`, an `Opening`), or what is new
 * for a follower who has some of it; then an `event: increment` after every change, a comment as a
 * heartbeat when nothing changes, and `event: end` with a sentence when the run ends. The `id` says
 * how much a follower has then. One who reads slowly gets several changes in one increment, so
 * nothing piles up.
 */
export const follow = (
  opened: ServedRun,
  { heartbeat, left, have }: FollowOptions,
): ReadableStream<Uint8Array> => {
  let sent = 0
  let extent = have
  let wake = nothing
  /** Number of the latest state; it grows with every change, of which a command makes several. */
  let version = 1
  const onChange = (): void => {
    version += 1
    wake()
  }
  const unsubscribe = opened.run.subscribe(onChange)
  opened.ended.addEventListener('abort', onChange)

  let over = false
  const stop = (): void => {
    if (over) return
    over = true
    unsubscribe()
    opened.ended.removeEventListener('abort', onChange)
    wake()
    left()
  }

  /** True when there is something to say; false after a silence. */
  const news = (): Promise<boolean> =>
    new Promise((resolve) => {
      if (opened.ended.aborted || version > sent) return resolve(true)
      const timer = setTimeout(() => resolve(false), heartbeat)
      wake = () => {
        clearTimeout(timer)
        resolve(true)
      }
    })

  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const say = (text: string): void => controller.enqueue(encoder.encode(text))
        const changed = await news()
        if (over) return
        if (!changed) {
          say(': still here\n\n')
          return
        }
        if (opened.ended.aborted) {
          say(`event: end\ndata: ${JSON.stringify(problemOf(opened.ended.reason as Text))}\n\n`)
          controller.close()
          stop()
          return
        }
        sent = version
        const { state } = opened.run
        const [event, data] =
          extent === null
            ? ['state', openingOf(state, opened.rehearsal)]
            : ['increment', incrementSince(state, extent)]
        extent = extentOf(state)
        say(`event: ${event}\nid: ${writeExtent(extent)}\ndata: ${JSON.stringify(data)}\n\n`)
      },
      cancel: stop,
    },
    { highWaterMark: 0 },
  )
}
