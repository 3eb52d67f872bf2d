import type { BranchSummary } from '../../../scenarios/model/run.ts'
import { textOf } from '../../../scenarios/model/text.ts'
import { eventWords } from '../../../scenarios/projections/words.ts'
import type { Words } from '../../i18n/catalogue.ts'

/** What a branch is called: as the learner named it, or by what happened first on it. */
export const branchName = (
  { id, parent, firstEvent }: BranchSummary,
  names: ReadonlyMap<string, string>,
  { ui, say }: Words,
): string => {
  const given = names.get(id)
  if (given !== undefined) return given
  if (parent === null) return ui.branches.lesson
  if (firstEvent === null) return ui.branches.copy
  return say(
    firstEvent.type === 'hacker.attack'
      ? textOf('attack', { attack: firstEvent.attack })
      : eventWords(firstEvent),
  )
}
