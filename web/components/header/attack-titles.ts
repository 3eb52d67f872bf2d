import type { ReactiveController } from 'lit'
import { eventWords, phaseTitle } from '../../../scenarios/view/words.ts'
import type { AttackId } from '../../../scenarios/vocabulary.ts'
import { attackOf } from '../../attack-of.ts'
import type { LabHeader } from '../lab-header.ts'

/**
 * What attacks are called, in English. The attacks are large and seldom played, so that they are
 * loaded with the first that is; until then it is no more than an attack, and without a network it is
 * called by its name.
 */
export class AttackTitles implements ReactiveController {
  readonly #header: LabHeader
  #titles: 'unasked' | 'coming' | 'missing' | ReadonlyMap<AttackId, string> = 'unasked'

  constructor(header: LabHeader) {
    this.#header = header
    header.addController(this)
  }

  hostUpdate(): void {
    if (this.#titles !== 'unasked' || attackOf(this.#header.lesson) === null) return
    this.#titles = 'coming'
    void this.#load()
  }

  async #load(): Promise<void> {
    try {
      const { attacks } = await import('../../../scenarios/attacks/index.ts')
      this.#titles = new Map(attacks.map(({ id, title }) => [id, title]))
    } catch {
      this.#titles = 'missing'
    }
    this.#header.requestUpdate()
  }

  titleOf(attack: AttackId): string {
    const named = eventWords({ type: 'hacker.attack', attack })
    if (this.#titles === 'missing') return named
    if (typeof this.#titles === 'string') return phaseTitle('attack')
    return this.#titles.get(attack) ?? named
  }
}
