import type { ReactiveControllerHost } from 'lit'
import type { Attack, Stop } from '../../../scenarios/attacks/attack.ts'
import type { Workflow } from '../../../scenarios/catalogue/index.ts'
import { stopName, type TrialStatus } from './attack-part.ts'
import { switchOf, tryAttack } from './trial.ts'
import { reasonOf } from '../../../scenarios/model/text-error.ts'
import { textOf } from '../../../scenarios/model/text.ts'

/** What came of the attack that is looked at, without and with the defences that were tried. */
export class Trials {
  readonly #host: ReactiveControllerHost
  #of: Attack | undefined
  #at: Workflow | undefined
  #tried: ReadonlyMap<string, TrialStatus> = new Map()

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  /** By `stopName`; '' is the attack without any of them. */
  get tried(): ReadonlyMap<string, TrialStatus> {
    return this.#tried
  }

  /** Another attack, or another workflow, has not been tried. */
  of(attack: Attack | undefined, workflow: Workflow | undefined): void {
    if (attack === this.#of && workflow === this.#at) return
    this.#of = attack
    this.#at = workflow
    this.#tried = new Map()
  }

  /** One after another, the attack without any defence first: each is measured by it. */
  async try(attack: Attack, workflow: Workflow, stops: readonly (Stop | null)[]): Promise<void> {
    for (const stop of [null, ...stops.filter((one) => one !== null)]) {
      if (!this.#isStill(attack, workflow)) return
      if (this.#tried.get(stopName(stop))?.kind !== 'done')
        await this.#tryOne(attack, workflow, stop)
    }
  }

  #isStill(attack: Attack, workflow: Workflow): boolean {
    return this.#of === attack && this.#at === workflow
  }

  async #tryOne(attack: Attack, workflow: Workflow, stop: Stop | null): Promise<void> {
    const note = (found: TrialStatus): void => {
      if (!this.#isStill(attack, workflow)) return
      this.#tried = new Map([...this.#tried, [stopName(stop), found]])
      this.#host.requestUpdate()
    }
    note({ kind: 'busy' })
    const without = this.#tried.get('')
    const undefended = without?.kind === 'done' ? without.trial : null
    const switches = stop === null ? {} : Object.fromEntries([switchOf(stop)])
    try {
      note({ kind: 'done', trial: await tryAttack(workflow, attack, switches, undefended) })
    } catch (error) {
      note({ kind: 'failed', problem: reasonOf(error, textOf('problem.not-started')) })
    }
  }
}
