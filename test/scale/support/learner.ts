import { isDeepStrictEqual } from 'node:util'
import { vi } from 'vitest'
import { workflows } from '../../../scenarios/catalogue/index.ts'
import { historyOf } from '../../../scenarios/model/history-of.ts'
import type { LabEvent } from '../../../scenarios/model/event.ts'
import type { CommandResult, Run, RunState } from '../../../scenarios/model/run.ts'
import { openRun } from '../../../server/run.ts'
import { createOpener } from '../../../web/player/run/opener.ts'
import { connectRemote } from '../../../web/player/run/remote.ts'
import { connectHere } from '../../web/here.ts'
import { randomFrom } from './random.ts'
import type { RunStatus } from '../../../web/player/run/status.ts'

/** What a learner does: acts at the end or in the past, opens a branch, goes to another. */
type Step =
  | { readonly kind: 'send'; readonly event: LabEvent; readonly at: number | null }
  | { readonly kind: 'fork'; readonly at: number }
  | { readonly kind: 'switch'; readonly branch: string }

const carryOut = async (run: Run, step: Step): Promise<CommandResult> => {
  if (step.kind === 'send') return run.send(step.event, step.at === null ? {} : { at: step.at })
  const done = step.kind === 'fork' ? run.fork?.(step.at) : run.switchTo?.(step.branch)
  if (done === undefined) throw new Error(`This run has no ${step.kind}.`)
  return done
}

/** Chooses a step; `random` gives numbers from 0 to 1. */
const chooseStep = (state: RunState, random: () => number): Step => {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]
  const chance = random()
  const length = state.trace.messages.length
  if (chance < 0.1 && state.branches.length < 8)
    return { kind: 'fork', at: Math.floor(random() * length) }
  const other = pick(state.branches.filter(({ id }) => id !== state.branch))
  if (chance < 0.2 && other !== undefined) return { kind: 'switch', branch: other.id }
  const isPast = chance < 0.3 && state.branches.length < 8
  const point = isPast ? pick(state.decisionPoints) : state.decisionPoints.at(-1)
  const next = point?.next ?? null
  const allowed = point?.choices.filter((choice) => choice.allowed) ?? []
  const event = next ?? pick(allowed)?.event
  if (event === undefined) return { kind: 'fork', at: 0 }
  return { kind: 'send', event, at: isPast ? (point?.after ?? null) : null }
}

/** What the page shows: which branch, what was done in each, how far it is. */
const shown = ({ branches, branch, trace }: RunState) => ({
  ...historyOf({ branches, branch }),
  messages: trace.messages.length,
})

/** What a learner has seen, to be counted over a whole test. */
export interface Seen {
  steps: number
  runs: number
  /** How often a run went on in the page, and how often it came back to a server. */
  moves: number
  troubles: number
}

const codesOfTrouble = new Set([
  'problem.server-silent',
  'problem.store-silent',
  'problem.too-much',
  'problem.many-runs',
])

/**
 * Plays one run as a page does, and beside it the same steps in a run that has no server. After each
 * step both must have done the same, and in the end each branch must be the same, byte for byte.
 *
 * @throws an error that says where the two part
 */
const playRun = async (length: number, random: () => number, seen: Seen): Promise<void> => {
  const workflow = workflows[Math.floor(random() * workflows.length)]?.slug ?? ''
  const seed = `seed-${Math.floor(random() * 1e9)}`
  let status: RunStatus | null = null
  const open = createOpener({ server: connectRemote, page: connectHere })
  const opened = await open({ workflow, seed }, (now) => {
    if (now.moved !== null && now.moved !== status?.moved) seen.moves += 1
    if (now.trouble !== null) seen.troubles += 1
    status = now
  })
  const alone = await openRun({ workflow, seed })
  const { run } = opened
  const part = (step: unknown): never => {
    throw new Error(
      [
        `The run on the server has parted from the one alone, in ${workflow}, after ${JSON.stringify(step)}`,
        JSON.stringify(shown(alone.state)),
        JSON.stringify(shown(run.state)),
      ].join('\n'),
    )
  }
  for (let steps = 0; steps < length; steps += 1) {
    const step = chooseStep(alone.state, random)
    const before = shown(alone.state)
    const expected = await carryOut(alone, step)
    for (let tries = 0; ; tries += 1) {
      const result = await carryOut(run, step)
      const now = shown(run.state)
      if (isDeepStrictEqual(now, shown(alone.state)) && result.ok === expected.ok) break
      const isTrouble = !result.ok && codesOfTrouble.has(result.problem.code)
      if (!isTrouble || tries > 50 || !isDeepStrictEqual(now, before))
        part({ step, result, expected })
      // A person would press again, too.
      await new Promise((resolve) => setTimeout(resolve, 200))
      await opened.retry?.()
      if (isDeepStrictEqual(shown(run.state), shown(alone.state))) break
    }
    seen.steps += 1
  }
  for (const { id } of alone.state.branches) {
    await alone.switchTo?.(id)
    for (let tries = 0; run.state.branch !== id && tries < 50; tries += 1) await run.switchTo?.(id)
    if (JSON.stringify(run.state.trace) !== JSON.stringify(alone.state.trace))
      part(`going to ${id}`)
  }
  run.close()
  alone.close()
  seen.runs += 1
}

/** Has pages of this process ask a server at this port. */
export const askAt = (port: number): void => {
  const realFetch = globalThis.fetch
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) =>
    realFetch(new URL(path, `http://127.0.0.1:${port}/`), init),
  )
}

/** Has learners play run after run until something is over. */
export const playDuring = async (
  work: Promise<void>,
  { learners, seed }: { readonly learners: number; readonly seed: string },
): Promise<Seen> => {
  const seen: Seen = { steps: 0, runs: 0, moves: 0, troubles: 0 }
  const over = new AbortController()
  const learner = async (index: number): Promise<void> => {
    const own = randomFrom(`learner ${index} ${seed}`)
    while (!over.signal.aborted) await playRun(20, own, seen)
  }
  const playing = Array.from({ length: learners }, (_, index) => learner(index))
  await Promise.all([work.finally(() => over.abort()), ...playing])
  return seen
}
