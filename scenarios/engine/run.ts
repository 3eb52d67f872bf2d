import type { LabEvent } from '../model/event.ts'
import type { RunHistory } from '../model/history.ts'
import type { CommandResult, Run, RunState } from '../model/run.ts'
import { openBranches } from './branches.ts'
import { differencesOf, planOf, type LessonPlan, rehearsedIn, traceOf } from './trace-of.ts'
import type { RunConfig } from './run-config.ts'
import type { Timeline } from './timeline.ts'
import { TextError } from '../model/text-error.ts'
import { textOf } from '../model/text.ts'
import { sameEvent } from '../model/same-event.ts'

export interface CreateRunOptions {
  readonly config: RunConfig
  readonly lessonPlan: LessonPlan
  /** What was done before: the run goes on from there. */
  readonly history?: RunHistory
  /** Most messages of one line of history; a run that is full refuses further events. */
  readonly maximumMessages?: number
  /** Most branches of a run. */
  readonly maximumBranches?: number
  /** False when the world cannot be replayed from its seed: then there is no fork. */
  readonly repeatable: boolean
}

/** Messages by which a run may exceed what it holds: a step that has begun is carried out. */
const longestStep = 100

/**
 * Opens a run at its first decision point, or where a history leaves it.
 *
 * @throws TextError when the history cannot be played again, or is longer than a run may be
 */
export const createRun = async (options: CreateRunOptions): Promise<Run> => {
  const { config, history, maximumMessages = 2_000, maximumBranches = 100 } = options
  if (history !== undefined && !options.repeatable) throw new TextError(textOf('problem.real-past'))
  if (history !== undefined && history.branches.length > maximumBranches)
    throw new TextError(textOf('problem.many-branches', { count: maximumBranches }))
  const branches = await openBranches(config, history)
  const { length } = branches.current.timeline.recorder.messages
  if (history !== undefined && length > maximumMessages + longestStep) {
    branches.close()
    throw new TextError(textOf('problem.run-full', { count: maximumMessages }))
  }
  const rehearsed = rehearsedIn(options)
  const listeners = new Set<(state: RunState) => void>()
  let busy = false
  let closed = false
  let queue: Promise<unknown> = Promise.resolve()
  let known: RunState | null = null

  const timelineNow = (): Timeline => branches.current.timeline

  const stateNow = (): RunState => {
    const { branch, timeline } = branches.current
    return {
      trace: traceOf(options, timeline),
      busy,
      decisionPoints: [...timeline.decisionPoints],
      ...planOf(options, rehearsed, timeline),
      branch: branch.id,
      branches: branches.summaries(),
      now: timeline.now(),
      ...differencesOf(options, timeline),
    }
  }

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
        // What is closed in the middle of a step throws whatever it was at.
        if (closed) return { ok: false, problem: textOf('problem.run-over') }
        if (error instanceof TextError) return { ok: false, problem: error.reason }
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
    if (branches.count >= maximumBranches)
      return {
        ok: false,
        problem: textOf('problem.many-branches', { count: maximumBranches }),
      }
    const { decisionPoints, events } = timelineNow()
    const index = decisionPoints.findIndex(({ after }) => after >= k)
    await branches.fork(index < 0 ? events.length : index)
    return { ok: true }
  }

  const effect = async (event: LabEvent): Promise<CommandResult> => {
    if (timelineNow().recorder.messages.length >= maximumMessages)
      return {
        ok: false,
        problem: textOf('problem.run-full', { count: maximumMessages }),
      }
    const refusal = await timelineNow().act(event)
    return refusal === null ? { ok: true } : { ok: false, problem: refusal }
  }

  /** Refuses before it forks, so that an impossible event leaves no empty branch behind. */
  const allowedAt = (event: LabEvent, at: number): CommandResult => {
    const point = timelineNow().decisionPoints.find(({ after }) => after >= at)
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
    rehearsal: rehearsed,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    send: (event, { at } = {}) => {
      // Judged where the sender looks: what is on its way at the end does not make it the past.
      const isPast = at !== undefined && at < timelineNow().recorder.messages.length
      return enqueue(() => (isPast ? actInThePast(event, Math.max(0, at)) : effect(event)))
    },
    ...(options.repeatable
      ? {
          fork: (k: number) => enqueue(() => forkAt(k)),
          switchTo: (id: string) =>
            enqueue(async () => {
              if (await branches.switchTo(id)) return { ok: true }
              return { ok: false, problem: textOf('problem.no-branch', { id }) }
            }),
        }
      : {}),
    close: () => {
      closed = true
      branches.close()
      listeners.clear()
    },
  }
  return run
}
