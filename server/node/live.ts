import type { OpenedRun } from './runs.ts'

const encoder = new TextEncoder()

/** How a live stream is kept. */
export interface FollowOptions {
  /** Milliseconds of silence after which there is a sign of life. */
  readonly heartbeat: number
  /** Called once, when the stream is over for whatever reason. */
  readonly left: () => void
}

const nothing = (): void => undefined

/**
 * The states of a run as server-sent events: the present one at once, then one after every change
 * (`event: state`, `id` grows), a comment as a heartbeat when nothing changes, and `event: end`
 * with a sentence when the run ends. A follower who reads slowly misses states in between, never
 * the last one, so nothing piles up.
 */
export const follow = (
  opened: OpenedRun,
  { heartbeat, left }: FollowOptions,
): ReadableStream<Uint8Array> => {
  let sent = 0
  let wake = nothing
  const onChange = (): void => wake()
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
      if (opened.ended.aborted || opened.version() > sent) return resolve(true)
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
          say(`event: end\ndata: ${JSON.stringify({ problem: opened.ended.reason })}\n\n`)
          controller.close()
          stop()
          return
        }
        sent = opened.version()
        say(`event: state\nid: ${sent}\ndata: ${JSON.stringify(opened.run.state)}\n\n`)
      },
      cancel: stop,
    },
    { highWaterMark: 0 },
  )
}
