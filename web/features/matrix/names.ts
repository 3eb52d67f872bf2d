import { workflowTitle } from '../../../scenarios/catalogue/index.ts'
import type { DefenceId } from '../../../scenarios/model/defence-settings.ts'
import type { Words } from '../../i18n/catalogue.ts'
import { switchIn } from './data.ts'
import type { MatrixWords } from './words.en.ts'
import { isAttackId } from '../../../scenarios/model/attack-id.ts'
import { textOf } from '../../../scenarios/model/text.ts'

/** What attacks, workflows and defences are called; one that is unknown keeps its name. */
export interface Names {
  attack(id: string): string
  workflow(slug: string): string
  /** undefined is the attack without any defence. */
  defence(name: string | undefined): string
}

export const namesIn = (words: MatrixWords, { say }: Pick<Words, 'say'>): Names => ({
  attack: (id) => (isAttackId(id) ? say(textOf('attack', { attack: id })) : id),
  workflow: (slug) => say(workflowTitle(slug)),
  defence: (name) => {
    if (name === undefined) return words.without
    const [id, value] = switchIn(name)
    const title = words.defences[id as DefenceId]?.[0] ?? id
    return value === true ? title : `${title} = ${String(value)}`
  },
})
