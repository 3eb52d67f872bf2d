import { lessonByName, workflowBySlug } from '../../../scenarios/catalogue/index.ts'
import { historyOf } from '../../../scenarios/model/history-of.ts'
import type { RunState } from '../../../scenarios/model/run.ts'
import type { Trace } from '../../../scenarios/model/trace.ts'
import type { RunRequest } from '../../../scenarios/model/request.ts'
import type { OpenRun } from '../../player/run/status.ts'
import { playOut } from './play-out.ts'
import { sameEvent } from '../../../scenarios/model/same-event.ts'

/** One of the two: a trace, and where its messages can be seen. */
export interface ComparedSide {
  readonly trace: Trace
  readonly of:
    | { readonly kind: 'branch'; readonly id: string }
    | { readonly kind: 'workflow'; readonly slug: string }
}

/** What is compared with what. */
export interface ComparisonRequest {
  /** A workflow's slug and perhaps a second one, parted by a comma, or `branch:ID`. */
  readonly other: string
  readonly run: RunState
  /** What was seen of each branch. */
  readonly traces: ReadonlyMap<string, Trace>
  readonly open: OpenRun
}

/** The two sides, or why there is no second one. */
export type Sides =
  | {
      readonly kind: 'two'
      readonly left: ComparedSide
      readonly right: ComparedSide
      /** Another workflow that is only compared in what it comes to. */
      readonly third: ComparedSide | null
    }
  | { readonly kind: 'no-branch'; readonly id: string }
  | { readonly kind: 'no-workflow'; readonly slug: string }

const prefix = 'branch:'

/** The branch that `other` names; null when it names a workflow. */
export const branchIn = (other: string): string | null =>
  other.startsWith(prefix) ? other.slice(prefix.length) : null

/** The workflows that `other` names. */
export const workflowsIn = (other: string): readonly string[] =>
  branchIn(other) === null ? other.split(',').filter((slug) => slug !== '') : []

const optionsFor = (slug: string, trace: Trace): RunRequest => {
  const { lesson, seed, profile, defences } = trace
  const workflow = workflowBySlug(slug)
  const has =
    slug === trace.workflow ||
    (workflow !== undefined && lessonByName(workflow, lesson) !== undefined)
  return { workflow: slug, ...(has && { lesson }), seed, profile, defences }
}

/** Whether nothing was done in a run but what its lesson does. */
const followsLesson = ({ workflow, lesson, events }: Trace): boolean => {
  const known = workflowBySlug(workflow)
  const planned = known === undefined ? undefined : lessonByName(known, lesson)?.events
  return events.every((event, index) => sameEvent(event, planned?.[index]))
}

/** This run as it is when it is over or the learner's own, else its lesson played to the end. */
const wholeLesson = ({ trace, decisionPoints }: RunState, open: OpenRun): Promise<Trace> => {
  const goesOn = (decisionPoints.at(-1)?.next ?? null) !== null && followsLesson(trace)
  return goesOn ? playOut(open, optionsFor(trace.workflow, trace)) : Promise.resolve(trace)
}

/** A branch that was not looked at since the run was made again; null when there is none. */
const unseen = async (branch: string, run: RunState, open: OpenRun): Promise<Trace | null> => {
  if (!run.branches.some(({ id }) => id === branch)) return null
  const history = { ...historyOf(run), branch }
  const opened = await open(
    { ...optionsFor(run.trace.workflow, run.trace), history },
    () => undefined,
  )
  const { trace } = opened.run.state
  opened.run.close()
  return trace
}

/**
 * Gets the two traces that are to be compared. Branches are compared as far as they go; workflows to
 * the end of their lesson, each played in a run of its own where it is not there yet.
 *
 * @throws Error with a sentence for the learner when a run cannot be played
 */
export const sidesOf = async ({ other, run, traces, open }: ComparisonRequest): Promise<Sides> => {
  const left = { kind: 'branch', id: run.branch } as const
  const branch = branchIn(other)
  if (branch !== null) {
    const trace = traces.get(branch) ?? (await unseen(branch, run, open))
    if (trace === null) return { kind: 'no-branch', id: branch }
    return {
      kind: 'two',
      left: { trace: run.trace, of: left },
      right: { trace, of: { kind: 'branch', id: branch } },
      third: null,
    }
  }
  const [second = other, third] = workflowsIn(other)
  const unknown = [second, third].find(
    (slug) => slug !== undefined && workflowBySlug(slug) === undefined,
  )
  if (unknown !== undefined) return { kind: 'no-workflow', slug: unknown }
  const play = async (slug: string): Promise<ComparedSide> => ({
    trace: await playOut(open, optionsFor(slug, run.trace)),
    of: { kind: 'workflow', slug },
  })
  // One after another: each takes a place on the server, and a processor while it is played.
  const mine = await wholeLesson(run, open)
  const theirs = await play(second)
  const also = third === undefined ? null : await play(third)
  return { kind: 'two', left: { trace: mine, of: left }, right: theirs, third: also }
}
