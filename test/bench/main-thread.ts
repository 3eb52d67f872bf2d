import type { CDPSession, Page } from 'playwright-core'

/** One entry of a Chromium trace; times in microseconds. */
interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  /** Processor time of the thread: what the work costs, however busy the machine is. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** Work on the main thread of a page within one stretch between two marks, milliseconds. */
export interface Work {
  readonly mark: string
  /** Processor time of all tasks: script, style, layout, paint. */
  readonly cpu: number
  /** Processor time until the first frame was handed over, which the page tells with a mark `shown`. */
  readonly firstFrame: number
  /** The longest single task, processor time. */
  readonly longest: number
  /** The longest by the wall clock, and how many took more than 50 ms of processor time. */
  readonly longestByClock: number
  readonly over50: number
}

/** Tasks and marks only: what tells more of each layout and paint makes them slower by a third. */
const categories = ['toplevel', 'blink.user_timing']

const collect = async (session: CDPSession): Promise<TraceEvent[]> => {
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]))
  })
  const done = new Promise<void>((resolve) => {
    session.once('Tracing.tracingComplete', () => resolve())
  })
  await session.send('Tracing.end')
  await done
  return events
}

/** Outermost tasks of the thread that set the marks. */
const tasksOf = (events: readonly TraceEvent[], mark: TraceEvent): readonly TraceEvent[] => {
  const here = events
    .filter(({ pid, tid }) => pid === mark.pid && tid === mark.tid)
    .filter(({ ph, name }) => ph === 'X' && name.endsWith('RunTask'))
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
  let end = 0
  return here.filter(({ ts, dur = 0 }) => {
    if (ts < end) return false
    end = ts + dur
    return true
  })
}

/**
 * What the main thread does while `act` runs, from Chromium's own tracing: one row for every
 * `performance.mark` named `work:…` that the page sets, up to the next of them. The work that follows
 * a mark is counted to it; a mark named `work:end` closes the last row.
 */
export const mainThreadWork = async (
  page: Page,
  act: () => Promise<unknown>,
): Promise<readonly Work[]> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories, recordMode: 'recordAsMuchAsPossible' },
  })
  await act()
  const events = (await collect(session)).toSorted((a, b) => a.ts - b.ts)
  await session.detach()
  const marks = events
    .filter(({ name, ph }) => name.startsWith('work:') && (ph === 'I' || ph === 'R'))
    .toSorted((a, b) => a.ts - b.ts)
  const [first] = marks
  if (first === undefined) throw new Error('The page set no mark: nothing was measured.')
  const tasks = tasksOf(events, first)
  return marks.slice(0, -1).map((mark, index) => {
    const until = marks[index + 1]?.ts ?? Number.POSITIVE_INFINITY
    // A task belongs to the stretch in which it ends: the task that sets a mark begins before it.
    const inside = tasks.filter(({ ts, dur = 0 }) => ts + dur > mark.ts && ts + dur <= until)
    const sum = (of: (event: TraceEvent) => number | undefined, among = inside): number =>
      among.reduce((total, event) => total + (of(event) ?? 0), 0) / 1000
    const shown = events.find(
      ({ name, pid, tid, ts }) =>
        name === 'shown' && pid === mark.pid && tid === mark.tid && ts > mark.ts && ts <= until,
    )
    const untilShown = inside.filter(({ ts }) => shown === undefined || ts <= shown.ts)
    return {
      mark: mark.name.slice('work:'.length),
      cpu: sum(({ tdur }) => tdur),
      firstFrame: sum(({ tdur }) => tdur, untilShown),
      longest: Math.max(0, ...inside.map(({ tdur }) => tdur ?? 0)) / 1000,
      longestByClock: Math.max(0, ...inside.map(({ dur }) => dur ?? 0)) / 1000,
      over50: inside.filter(({ tdur }) => (tdur ?? 0) > 50_000).length,
    }
  })
}
