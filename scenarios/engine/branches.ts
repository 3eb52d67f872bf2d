import type { LabEvent } from '../model/event.ts'
import type { BranchHistory, RunHistory } from '../model/history.ts'
import type { BranchSummary } from '../model/run.ts'
import type { RunConfig } from './run-config.ts'
import { openTimeline, type Timeline } from './timeline.ts'
import { TextError } from '../model/text-error.ts'
import { textOf } from '../model/text.ts'

/** A line of history. One that nobody looks at has no timeline: it is made again from its events. */
export interface Branch extends Pick<BranchHistory, 'parent' | 'forkedAt' | 'inherited'> {
  readonly id: string
}

interface Line extends Branch {
  /** All its events, those that it took over included. */
  readonly events: readonly LabEvent[]
  /** Its own events by name, and its messages, as they were when its timeline was closed. */
  readonly rest: Pick<BranchSummary, 'events' | 'length'>
  readonly timeline: Timeline | null
}

/** The branches of a run, of which one is current. */
export interface Branches {
  readonly count: number
  readonly current: { readonly branch: Branch; readonly timeline: Timeline }
  summaries(): readonly BranchSummary[]
  /**
   * Opens a branch that takes the first events of the current one over, and makes it current.
   *
   * @throws TextError when an event that was done once is refused
   */
  fork(inherited: number): Promise<void>
  /** Makes another branch current; false when there is none of this id. Throws as `fork` does. */
  switchTo(id: string): Promise<boolean>
  close(): void
}

/** Timelines that are open at a time: going back and forth between two branches takes no time. */
const mostOpen = 3

/**
 * Does events again in a new world.
 *
 * @throws TextError when one of them is refused
 */
const replay = async (config: RunConfig, events: readonly LabEvent[]): Promise<Timeline> => {
  const timeline = await openTimeline(config)
  for (const event of events) {
    const before = timeline.events.length
    const refusal = await timeline.act(event)
    // A problem that came up in a step that happened comes up again; only a step not taken breaks it.
    if (refusal === null || timeline.events.length > before) continue
    timeline.close()
    throw new TextError(textOf('problem.history', { why: refusal }))
  }
  return timeline
}

const idAt = (index: number): string => `b${index + 1}`

const firstLine: BranchHistory = { parent: null, forkedAt: 0, inherited: 0, length: 0, events: [] }

/** The lines of a history, none of them open yet; throws when it tells of a parent that comes later. */
const linesOf = ({ branches }: RunHistory): Line[] => {
  const lines: Line[] = []
  for (const [index, branch] of branches.entries()) {
    const parent = lines.find(({ id }) => id === branch.parent)
    const isWrong =
      index === 0
        ? branch.parent !== null
        : parent === undefined || branch.inherited > parent.events.length
    if (isWrong)
      throw new TextError(textOf('problem.no-branch', { id: branch.parent ?? idAt(index) }))
    const taken = parent?.events.slice(0, branch.inherited) ?? []
    const { forkedAt, inherited, length, events } = branch
    lines.push({
      id: idAt(index),
      parent: branch.parent,
      forkedAt,
      inherited,
      events: [...taken, ...events],
      rest: { events, length },
      timeline: null,
    })
  }
  return lines
}

/**
 * Opens the branches of a run: those of a history, or a first one.
 *
 * @throws TextError when the history cannot be played again
 */
export const openBranches = async (
  config: RunConfig,
  history: RunHistory = { branches: [firstLine], branch: idAt(0) },
): Promise<Branches> => {
  const lines = linesOf(history)
  /** Indices of the lines that are open, the one that was looked at last at the end. */
  const open: number[] = []
  let current: { branch: Branch; timeline: Timeline }

  const restOf = ({ timeline, inherited, rest }: Line): Line['rest'] =>
    timeline === null
      ? rest
      : {
          events: timeline.namedEvents.slice(inherited),
          length: timeline.recorder.messages.length,
        }

  const closeOldest = (): void => {
    if (open.length <= mostOpen) return
    const index = open.shift()
    const line = index === undefined ? undefined : lines[index]
    if (index === undefined || line?.timeline == null) return
    lines[index] = {
      ...line,
      rest: restOf(line),
      events: [...line.timeline.events],
      timeline: null,
    }
    line.timeline.close()
  }

  const show = (index: number, line: Line, timeline: Timeline): void => {
    lines[index] = { ...line, timeline }
    const at = open.indexOf(index)
    if (at !== -1) open.splice(at, 1)
    open.push(index)
    current = { branch: line, timeline }
    closeOldest()
  }

  const go = async (id: string): Promise<boolean> => {
    const index = lines.findIndex((line) => line.id === id)
    const line = lines[index]
    if (line === undefined) return false
    show(index, line, line.timeline ?? (await replay(config, line.events)))
    return true
  }

  if (!(await go(history.branch)))
    throw new TextError(textOf('problem.no-branch', { id: history.branch }))

  return {
    get count() {
      return lines.length
    },
    get current() {
      return current
    },
    summaries: () =>
      lines.map((line): BranchSummary => {
        const { id, parent, forkedAt, inherited } = line
        const { events, length } = restOf(line)
        const firstEvent = parent === null ? null : (events[0] ?? null)
        return { id, parent, forkedAt, inherited, length, firstEvent, events }
      }),
    fork: async (inherited) => {
      const events = current.timeline.events.slice(0, inherited)
      const parent = current.branch.id
      const timeline = await replay(config, events)
      const { length } = timeline.recorder.messages
      const index = lines.length
      const line: Line = {
        id: idAt(index),
        parent,
        forkedAt: length,
        inherited: events.length,
        events,
        rest: { events: [], length },
        timeline,
      }
      lines.push(line)
      show(index, line, timeline)
    },
    switchTo: go,
    close: () => {
      for (const { timeline } of lines) timeline?.close()
    },
  }
}
