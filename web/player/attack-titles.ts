import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { eventWords, phaseTitle } from '../../scenarios/projections/words.ts'
import type { AttackId } from '../../scenarios/model/event.ts'

/**
 * What attacks are called, in English. The attacks are large and seldom played, so that they are
 * loaded when the element that shows their titles wants one; until then it is no more than an attack,
 * and without a network it is called by its name.
 */
export class AttackTitles implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #wants: () => boolean
  #titles: 'unasked' | 'coming' | 'missing' | ReadonlyMap<AttackId, string> = 'unasked'

  constructor(host: ReactiveControllerHost, wants: () => boolean) {
    this.#host = host
    this.#wants = wants
    host.addController(this)
  }

  hostUpdate(): void {
    if (this.#titles !== 'unasked' || !this.#wants()) return
    this.#titles = 'coming'
    void this.#load()
  }

  async #load(): Promise<void> {
    try {
      const { attacks } = await import('../../scenarios/attacks/index.ts')
      this.#titles = new Map(attacks.map(({ id, title }) => [id, title]))
    } catch {
      this.#titles = 'missing'
    }
    this.#host.requestUpdate()
  }

  /** Another once there are titles: what was drawn before has to be drawn again. */
  get known(): unknown {
    return this.#titles
  }

  titleOf(attack: AttackId): string {
    const named = eventWords({ type: 'hacker.attack', attack })
    if (this.#titles === 'missing') return named
    if (typeof this.#titles === 'string') return phaseTitle('attack')
    return this.#titles.get(attack) ?? named
  }
}
