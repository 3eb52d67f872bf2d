import { doAll } from '../../../scenarios/engine/playing.ts'
import type { CommandResult, Run, RunState } from '../../../scenarios/model/run.ts'
import { textOf } from '../../../scenarios/model/text.ts'

const done: CommandResult = { ok: true }

/**
 * Does in a fresh run what was done in a lost one, branch after branch in the order in which they
 * were opened, so that each has its name again; then goes back to the branch that was shown.
 *
 * @param run just opened with the options of the lost one; a run that can branch
 * @returns a problem when something was refused: then the run is not the lost one
 */
export const replay = async (
  run: Run,
  { branches, branch: shown }: Pick<RunState, 'branches' | 'branch'>,
): Promise<CommandResult> => {
  const go = async (id: string): Promise<CommandResult> =>
    run.state.branch === id ? done : ((await run.switchTo?.(id)) ?? done)
  for (const { id, parent, forkedAt, events } of branches) {
    if (parent !== null) {
      const there = await go(parent)
      const forked = there.ok ? await run.fork?.(forkedAt) : there
      if (forked?.ok === false) return forked
    }
    if (run.state.branch !== id) return { ok: false, problem: textOf('problem.no-branch', { id }) }
    const result = await doAll(run, events)
    if (!result.ok) return result
  }
  return go(shown)
}
