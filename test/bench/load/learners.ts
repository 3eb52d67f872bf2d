import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { createWire, openPage, type Page } from './page.ts'
import { type Protocol, Refused } from './protocol.ts'
import { play, type Script } from './tour.ts'

export interface LoadOptions {
  readonly learners: number
  /** Seconds in which tours begin. */
  readonly seconds: number
  /** Seconds from one tour of a learner to the next. */
  readonly interval: number
  /** Milliseconds in which a page shows what came of an event. */
  readonly pause: number
}

/** What became of the tours, and milliseconds of those that were done and of their events. */
export interface LoadFigures {
  readonly offered: number
  readonly done: number
  /** Answered with a refusal; broken by an error; begun and not done in time; never begun. */
  readonly refused: number
  readonly broken: number
  readonly late: number
  readonly notBegun: number
  readonly tours: readonly number[]
  readonly events: readonly number[]
  /** Openings and events that were answered, those of unfinished tours included. */
  readonly answered: number
  /** On the wire, both ways. */
  readonly bytes: number
  /** Processor time of the driver, milliseconds, and how long it all took, seconds. */
  readonly cpu: number
  readonly took: number
}

/** Where in an interval a learner begins, from 0 to 1: by chance, and the same each time. */
const phaseOf = (learner: number): number =>
  createHash('sha256').update(`learner ${learner}`).digest().readUInt32BE() / 2 ** 32

/**
 * Learners who each begin a tour at every interval, unless the one before is still going on. A tour
 * counts from when it was due. When the time is over, those under way have one interval more, and their pauses.
 */
export const load = async (
  protocol: Protocol,
  script: Script,
  url: string,
  { learners, seconds, interval, pause }: LoadOptions,
): Promise<LoadFigures> => {
  const count = { offered: 0, done: 0, refused: 0, broken: 0, late: 0, begun: 0, answered: 0 }
  const tours: number[] = []
  const events: number[] = []
  const wire = createWire()
  const begin = performance.now()
  const span = seconds * 1000
  const every = interval * 1000
  const ending = new AbortController()
  const { signal: over } = ending

  const tour = async (page: Page, due: number): Promise<void> => {
    count.begun += 1
    const heardHere: number[] = []
    try {
      const run = await play(protocol, page, script, {
        pause,
        heard: (kind, milliseconds) => {
          count.answered += 1
          if (kind === 'event') heardHere.push(milliseconds)
        },
      })
      const milliseconds = performance.now() - due - pause * script.steps.length
      await run.end()
      count.done += 1
      tours.push(milliseconds)
      events.push(...heardHere)
    } catch (error) {
      if (over.aborted) count.late += 1
      else if (error instanceof Refused) count.refused += 1
      else count.broken += 1
    }
  }
  const pages: Page[] = []
  const learn = async (learner: number): Promise<void> => {
    const page = openPage(url, wire, learner)
    pages.push(page)
    const first = phaseOf(learner) * every
    count.offered += Math.max(0, Math.ceil((span - first) / every))
    let due = first
    while (due < span && !over.aborted) {
      await sleep(Math.max(0, begin + due - performance.now()))
      await tour(page, begin + due)
      do due += every
      while (begin + due < performance.now())
    }
  }
  const { user, system } = process.cpuUsage()
  const learning = Promise.all(Array.from({ length: learners }, (_, learner) => learn(learner)))
  const timer = setTimeout(
    () => {
      ending.abort()
      for (const page of pages) page.close()
    },
    span + every + pause * script.steps.length,
  )
  await learning
  clearTimeout(timer)
  for (const page of pages) page.close()
  const took = (performance.now() - begin) / 1000
  const used = process.cpuUsage()
  return {
    ...count,
    notBegun: count.offered - count.begun,
    tours,
    events,
    bytes: wire.bytes(),
    cpu: (used.user - user + used.system - system) / 1000,
    took,
  }
}
