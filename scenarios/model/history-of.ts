import type { RunHistory } from './history.ts'
import type { RunState } from './run.ts'

/** What was done in a run. It holds nothing that somebody typed. */
export const historyOf = ({
  branches,
  branch,
}: Pick<RunState, 'branches' | 'branch'>): RunHistory => ({
  branches: branches.map(({ parent: left, forkedAt, inherited, length, events }) => ({
    parent: left,
    forkedAt,
    inherited,
    length,
    events,
  })),
  branch,
})
