import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'

/** What the parent process asks for. */
export interface ProbeRequest {
  /** True to collect garbage first; needs `--expose-gc`. */
  readonly collect: boolean
  /** True to begin the delays and the highest resident set size anew after the answer. */
  readonly reset: boolean
}

/** How the process stands. */
export interface ProbeFigures {
  /** Processor time of all its threads so far, milliseconds. */
  readonly cpu: number
  /** 99 of 100 turns of the event loop began no later than this many milliseconds after they were due. */
  readonly loopDelay: number
  /** Resident set size, now and at its highest, and the used heap; bytes. */
  readonly rss: number
  readonly highestRss: number
  readonly heap: number
}

/** Milliseconds between two looks at the event loop, and between two at the memory. */
const resolution = 10
const memoryInterval = 100

/** Answers the parent process; nothing of it keeps this process alive. */
const answerParent = (): void => {
  const delay = monitorEventLoopDelay({ resolution })
  delay.enable()
  let highestRss = 0
  const look = (): number => {
    const rss = process.memoryUsage.rss()
    highestRss = Math.max(highestRss, rss)
    return rss
  }
  setInterval(look, memoryInterval).unref()
  const collectGarbage = async (): Promise<void> => {
    // What was freed by a finalizer of the first goes with the second.
    for (let times = 0; times < 2; times += 1) {
      globalThis.gc?.()
      await setImmediate()
    }
  }
  const answer = async ({ collect, reset }: ProbeRequest): Promise<void> => {
    if (collect) await collectGarbage()
    const { user, system } = process.cpuUsage()
    const rss = look()
    const figures: ProbeFigures = {
      cpu: (user + system) / 1000,
      loopDelay: Math.max(0, delay.percentile(99) / 1e6 - resolution),
      rss,
      highestRss,
      heap: process.memoryUsage().heapUsed,
    }
    if (reset) {
      delay.reset()
      highestRss = rss
    }
    process.send?.(figures)
  }
  process.on('message', (request: ProbeRequest) => void answer(request))
  process.on('disconnect', () => process.exit())
  process.channel?.unref()
}

answerParent()
