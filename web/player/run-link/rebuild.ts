import { doAll } from '../../../scenarios/engine/playing.ts'
import type { CommandResult, Run } from '../../../scenarios/model/run.ts'
import type { SharedLine } from './text.ts'

const done: CommandResult = { ok: true }

/**
 * Does in a fresh run what a link tells, line after line; each branch keeps the one before. A run
 * that cannot branch (a real FusionAuth) gets the last line only.
 *
 * @returns a problem when a step was refused: then the run ends where it was
 */
export const rebuild = async (run: Run, lines: readonly SharedLine[]): Promise<CommandResult> => {
  const wanted = run.fork === undefined ? lines.slice(-1) : lines
  for (const [index, { at, events }] of wanted.entries()) {
    if (index > 0 && at !== null) {
      const forked = await run.fork?.(at)
      if (forked?.ok === false) return forked
    }
    const result = await doAll(run, events.slice(run.state.trace.events.length))
    if (!result.ok) return result
  }
  return done
}
