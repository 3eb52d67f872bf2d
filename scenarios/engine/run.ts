import type { LabEvent } from '../model/event.ts'
import type { BranchSummary, CommandResult, Run, RunState } from '../model/run.ts'
import { differencesOf, planOf, type LessonPlan, shownEvents, traceOf } from './trace-of.ts'
import type { RunConfig } from './run-config.ts'
import { openTimeline, type Timeline } from './timeline.ts'
import { textOf } from '../model/text.ts'
import { sameEvent } from '../model/same-event.ts'

export interface CreateRunOptions {
  readonly config: RunConfig
  readonly lessonPlan: LessonPlan
  /** Most messages of one line of history; a run that is full refuses further events. */
  readonly maximumMessages?: number
  /** Most branches of a run. */
  readonly maximumBranches?: number
  /** False when the world cannot be replayed from its seed: then there is no fork. */
  readonly repeatable: boolean
}

interface Branch {
  readonly id: string
  readonly parent: string | null
  readonly forkedAt: number
  /** How many events it took over from its parent. */
  readonly inherited: number
  readonly timeline: Timeline
}

/** Opens a run at its first decision point. */
export const createRun = async (options: CreateRunOptions): Promise<Run> => {
  const { config, maximumMessages = 2_000, maximumBranches = 100 } = options
  const branches: Branch[] = []
  const listeners = new Set<(state: RunState) => void>()
  let current: Branch
  let busy = false
  let closed = false
  let queue: Promise<unknown> = Promise.resolve()
  let known: RunState | null = null

  const openBranch = async (
    parent: Branch | null,
    events: readonly LabEvent[],
  ): Promise<Branch> => {
    const timeline = await openTimeline(config)
    for (const event of events) {
      const refusal = await timeline.act(event)
      // A problem that came up in a step that happened comes up again; only a step not taken breaks it.
      if (refusal !== null && timeline.events.at(-1) !== event)
        throw new Error(`a replayed event was refused: ${refusal.code}`)
    }
    const branch: Branch = {
      id: `b${branches.length + 1}`,
      parent: parent?.id ?? null,
      forkedAt: timeline.recorder.messages.length,
      inherited: events.length,
      timeline,
    }
    branches.push(branch)
    return branch
  }

  current = await openBranch(null, [])

  const summary = ({ id, parent, forkedAt, inherited, timeline }: Branch): BranchSummary => {
    const events = shownEvents(timeline).slice(inherited)
    return {
      id,
      parent,
      forkedAt: parent === null ? 0 : forkedAt,
      length: timeline.recorder.messages.length,
      firstEvent: parent === null ? null : (events[0] ?? null),
      events,
    }
  }

  const stateNow = (): RunState => ({
    trace: traceOf(options, current.timeline),
    busy,
    decisionPoints: [...current.timeline.decisionPoints],
    ...planOf(options, current.timeline),
    branch: current.id,
    branches: branches.map(summary),
    now: current.timeline.now(),
    ...differencesOf(options, current.timeline),
  })

  const tell = (): void => {
    known = null
    for (const listener of listeners) listener(run.state)
  }

  /** One command after another; a throwing command breaks neither the queue nor the run. */
  const enqueue = (command: () => Promise<CommandResult>): Promise<CommandResult> => {
    const turn = queue.then(async (): Promise<CommandResult> => {
      if (closed) return { ok: false, problem: textOf('problem.run-over') }
      busy = true
      tell()
      try {
        return await command()
      } catch (error) {
        return { ok: false, problem: textOf('problem.step-failed', { error: String(error) }) }
      } finally {
        busy = false
        tell()
      }
    })
    queue = turn
    return turn
  }

  const forkAt = async (k: number): Promise<CommandResult> => {
    if (branches.length >= maximumBranches)
      return {
        ok: false,
        problem: textOf('problem.many-branches', { count: maximumBranches }),
      }
    const index = current.timeline.decisionPoints.findIndex(({ after }) => after >= k)
    const events = current.timeline.events.slice(0, index < 0 ? undefined : index)
    current = await openBranch(current, events)
    return { ok: true }
  }

  const effect = async (event: LabEvent): Promise<CommandResult> => {
    if (current.timeline.recorder.messages.length >= maximumMessages)
      return {
        ok: false,
        problem: textOf('problem.run-full', { count: maximumMessages }),
      }
    const refusal = await current.timeline.act(event)
    return refusal === null ? { ok: true } : { ok: false, problem: refusal }
  }

  /** Refuses before it forks, so that an impossible event leaves no empty branch behind. */
  const allowedAt = (event: LabEvent, at: number): CommandResult => {
    const point = current.timeline.decisionPoints.find(({ after }) => after >= at)
    const choice = point?.choices.find((one) => sameEvent(one.event, event))
    return choice === undefined || choice.reason === null
      ? { ok: true }
      : { ok: false, problem: choice.reason }
  }

  const actInThePast = async (event: LabEvent, at: number): Promise<CommandResult> => {
    if (!options.repeatable)
      return {
        ok: false,
        problem: textOf('problem.real-past'),
      }
    const allowed = allowedAt(event, at)
    if (!allowed.ok) return allowed
    const forked = await forkAt(at)
    return forked.ok ? effect(event) : forked
  }

  const run: Run = {
    get state() {
      known ??= stateNow()
      return known
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    send: (event, { at } = {}) => {
      // Judged where the sender looks: what is on its way at the end does not make it the past.
      const isPast = at !== undefined && at < current.timeline.recorder.messages.length
      return enqueue(() => (isPast ? actInThePast(event, Math.max(0, at)) : effect(event)))
    },
    ...(options.repeatable
      ? {
          fork: (k: number) => enqueue(() => forkAt(k)),
          switchTo: (id: string) =>
            enqueue(async () => {
              const branch = branches.find((one) => one.id === id)
              if (branch === undefined)
                return { ok: false, problem: textOf('problem.no-branch', { id }) }
              current = branch
              return { ok: true }
            }),
        }
      : {}),
    close: () => {
      closed = true
      for (const { timeline } of branches) timeline.close()
      listeners.clear()
    },
  }
  return run
}
