import type { BranchSummary } from '../../../scenarios/model/run.ts'
import { eventWords } from '../../../scenarios/projections/words.ts'
import type { AttackTitles } from '../../player/attack-titles.ts'
import type { Words } from '../../i18n/catalogue.ts'

/** Whether a branch is called by an attack: its title has to be known then. */
export const isAttacked = ({ firstEvent }: BranchSummary): boolean =>
  firstEvent?.type === 'hacker.attack'

/** What a branch is called: as the learner named it, or by what happened first on it. */
export const branchName = (
  { id, parent, firstEvent }: BranchSummary,
  names: ReadonlyMap<string, string>,
  { ui, say }: Words,
  attacks: Pick<AttackTitles, 'titleOf'>,
): string => {
  const given = names.get(id)
  if (given !== undefined) return given
  if (parent === null) return ui.branches.lesson
  if (firstEvent === null) return ui.branches.copy
  return say(
    firstEvent.type === 'hacker.attack'
      ? attacks.titleOf(firstEvent.attack)
      : eventWords(firstEvent),
  )
}
