import type { BranchSummary } from '../../../scenarios/model/run.ts'

/** A branch with those that left it, in the order in which they were opened. */
export interface BranchNode {
  readonly branch: BranchSummary
  readonly children: readonly BranchNode[]
}

/** The branches of a run as a tree; one whose parent is unknown stands at the root. */
export const treeOf = (branches: readonly BranchSummary[]): readonly BranchNode[] => {
  const ids = new Set(branches.map(({ id }) => id))
  const under = (parent: string | null): readonly BranchNode[] =>
    branches
      .filter((branch) =>
        parent === null
          ? branch.parent === null || !ids.has(branch.parent)
          : branch.parent === parent,
      )
      .map((branch) => ({ branch, children: under(branch.id) }))
  return under(null)
}
