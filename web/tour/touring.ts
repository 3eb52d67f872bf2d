import { html, nothing, type TemplateResult } from 'lit'
import type { LoginLab } from '../components/login-lab.ts'
import { hear } from '../events.ts'
import { fetchElement } from '../lazy.ts'
import type { Playback } from '../playback.ts'
import { remember, remembered } from '../remember.ts'

const seenKey = 'login-lab.tour'

/** Shows people around a lab: newcomers once, and whoever asks. */
export class Touring {
  readonly #lab: LoginLab
  readonly #playback: () => Playback | null
  #isOn = false

  constructor(lab: LoginLab, playback: () => Playback | null) {
    this.#lab = lab
    this.#playback = playback
    hear(lab, 'lab-tour', () => void this.#show(true))
  }

  /** Shows a newcomer around, once in a lifetime of this browser's memory. */
  greet(): void {
    if (!this.#lab.greets || remembered(seenKey) !== null) return
    remember(seenKey, 'seen')
    void this.#show(false)
  }

  /** Ends the tour, with the focus on the player; false when there is none. */
  end(): boolean {
    if (!this.#isOn) return false
    this.#isOn = false
    this.#lab.requestUpdate()
    this.#lab.renderRoot.querySelector('lab-controls')?.focus()
    return true
  }

  render(): TemplateResult | typeof nothing {
    return this.#isOn ? html`<lab-tour @lab-tour-over=${() => this.end()}></lab-tour>` : nothing
  }

  /** With the keyboard on it when it was asked for. */
  async #show(isAsked: boolean): Promise<void> {
    const lab = this.#lab
    if (this.#playback() === null) return
    try {
      await fetchElement('lab-tour')
    } catch {
      if (isAsked) lab.miss()
      return
    }
    this.#isOn = true
    lab.requestUpdate()
    await lab.updateComplete
    if (isAsked) lab.renderRoot.querySelector('lab-tour')?.focus()
  }
}
