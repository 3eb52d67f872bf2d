import type { BranchSummary } from '../../scenarios/vocabulary.ts'
import { eventWords } from '../../scenarios/view/words.ts'
import type { Words } from '../words/catalogue.ts'

/** What a branch is called: as the learner named it, or by what happened first on it. */
export const branchName = (
  { id, parent, firstEvent }: BranchSummary,
  names: ReadonlyMap<string, string>,
  { ui, say }: Words,
): string => {
  const given = names.get(id)
  if (given !== undefined) return given
  if (parent === null) return ui.branches.lesson
  return firstEvent === null ? ui.branches.copy : say(eventWords(firstEvent))
}
