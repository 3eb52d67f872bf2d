import { html, LitElement, nothing } from 'lit'
import type { Attack } from '../../../scenarios/attacks/attack.ts'
import { attacks } from '../../../scenarios/attacks/index.ts'
import { workflowBySlug, type Workflow } from '../../../scenarios/catalogue/index.ts'
import type { PresetName } from '../../../scenarios/defences/presets.ts'
import { readDefences } from '../../../scenarios/defences/read.ts'
import type { DefenceSettings } from '../../../scenarios/model/defence-settings.ts'
import type { Profile } from '../../../scenarios/model/client.ts'
import type { AttackId } from '../../../scenarios/model/attack-id.ts'
import type { RunState } from '../../../scenarios/model/run.ts'
import { attackOf } from '../../router/attack-lesson.ts'
import { attackListStyles } from './attack-list.styles.ts'
import { attackList } from './attack-list.ts'
import { attackPartStyles } from './attack-part.styles.ts'
import { attackPart } from './attack-part.ts'
import { wantedOf, type DefenceChoice } from './choice.ts'
import { defenceListStyles } from './defence-list.styles.ts'
import { defenceList } from './defence-list.ts'
import { foot } from './foot.ts'
import { switchStyles } from './switch.styles.ts'
import { Trials } from './trials.ts'
import { defendEnglish } from './words.en.ts'
import { emit, tellToggle } from '../events.ts'
import type { AskedDefences } from '../../router/defence-settings.ts'
import { base } from '../../ui/styles/base.ts'
import { ownWords } from '../../i18n/own.ts'
import { speaker } from '../../i18n/speaker.ts'
import { detailsStyles } from '../../ui/styles/details.styles.ts'
import { dialogStyles } from '../../ui/styles/dialog.styles.ts'
import { formStyles } from '../../ui/styles/form.styles.ts'
import { icon } from '../../ui/icons.ts'
import { defendStyles } from './lab-defend.styles.ts'

/** The run that attacks and defences are chosen for. */
interface DefendOptions {
  readonly run: RunState
  /** Defences that the address asks for. */
  readonly asked: AskedDefences
}

/**
 * Attacks to try and defences to switch, over the page: what each attack needs and where it happened,
 * what every switch does and where it is set. Loaded when it is first opened.
 *
 * @fires lab-send - an attack in the run that is open
 * @fires lab-defences - the run is wanted with these switches, and perhaps with an attack
 */
export class LabDefend extends LitElement {
  static override properties = {
    workflow: { state: true },
    profile: { state: true },
    lesson: { state: true },
    preset: { state: true },
    asked: { state: true },
    attack: { state: true },
    soughtAttack: { state: true },
    soughtSwitch: { state: true },
  }
  declare workflow: Workflow | undefined
  declare profile: Profile
  declare lesson: string
  declare preset: PresetName
  declare asked: Partial<DefenceSettings>
  declare attack: AttackId | null
  declare soughtAttack: string
  declare soughtSwitch: string

  readonly #trials = new Trials(this)
  readonly #speaker = speaker(this)
  readonly #toggled = tellToggle(this, 'defend')
  readonly #own = ownWords(this, this.#speaker, 'defend', defendEnglish)

  constructor() {
    super()
    this.workflow = undefined
    this.profile = 'fidelity'
    this.lesson = 'tour'
    this.preset = 'usual'
    this.asked = {}
    this.attack = null
    this.soughtAttack = ''
    this.soughtSwitch = ''
  }

  static override styles = [
    base,
    dialogStyles,
    formStyles,
    detailsStyles,
    attackListStyles,
    attackPartStyles,
    defenceListStyles,
    switchStyles,
    defendStyles,
  ]

  /** Opens over everything else, for the run as it stands. */
  async show({ run, asked }: DefendOptions): Promise<void> {
    const { workflow, lesson, profile } = run.trace
    const read = readDefences(asked)
    this.workflow = workflowBySlug(workflow)
    this.profile = profile
    this.lesson = lesson
    this.preset = read.ok ? read.preset : 'usual'
    this.asked = read.ok ? read.asked : {}
    this.#choose(attackOf(lesson))
    await this.updateComplete
    this.renderRoot.querySelector('dialog')?.showModal()
  }

  get #chosen(): Attack | undefined {
    return attacks.find(({ id }) => id === this.attack)
  }

  #choose(attack: AttackId | null): void {
    this.attack = attack
    this.#trials.of(this.#chosen, this.workflow)
  }

  #choice(workflow: Workflow): DefenceChoice {
    const { profile, preset, asked } = this
    return { workflow, profile, preset, asked, attack: this.#chosen }
  }

  override render() {
    const { workflow } = this
    const words = this.#own.words
    return html`<dialog
      aria-labelledby="title"
      @toggle=${this.#toggled}
      @keydown=${(event: Event) => event.stopPropagation()}
      @click=${this.#clicked}
    >
      <header>
        <h2 id="title">${words.title}</h2>
        <form method="dialog">
          <button class="close" aria-label=${words.close}>${icon('cross')}</button>
        </form>
      </header>
      ${
        workflow === undefined
          ? nothing
          : html`<div class="body">${this.#attacks(workflow)} ${this.#defences(workflow)}</div>
              ${this.#foot(this.#choice(workflow))}`
      }
    </dialog>`
  }

  #attacks(workflow: Workflow) {
    const words = this.#own.words
    const lab = this.#speaker.words
    const list = attackList({
      workflow,
      attack: this.attack,
      sought: this.soughtAttack,
      words,
      lab,
      choose: (attack) => this.#choose(attack),
      seek: (sought) => {
        this.soughtAttack = sought
      },
    })
    return html`<section class="attacks" aria-labelledby="attack">
      ${list} ${this.#about(workflow)}
    </section>`
  }

  #about(workflow: Workflow) {
    const attack = this.#chosen
    if (attack === undefined) return nothing
    const trials = this.#trials
    return attackPart({
      attack,
      workflow,
      tried: trials.tried,
      words: this.#own.words,
      lab: this.#speaker.words,
      here: () => {
        this.#close()
        emit(this, 'lab-send', { type: 'hacker.attack', attack: attack.id })
      },
      tryOne: (stop) => void trials.try(attack, workflow, [stop]),
      tryAll: () =>
        void trials.try(attack, workflow, [
          ...attack.stops(workflow),
          ...attack.helpsNot(workflow),
        ]),
    })
  }

  #defences(workflow: Workflow) {
    return defenceList({
      choice: this.#choice(workflow),
      sought: this.soughtSwitch,
      words: this.#own.words,
      seek: (sought) => {
        this.soughtSwitch = sought
      },
      setPreset: (preset) => this.#begin(preset),
      set: (id, value) => {
        this.asked = { ...this.asked, [id]: value }
      },
    })
  }

  /** A whole set, and no switch besides. */
  #begin(preset: PresetName): void {
    this.preset = preset
    this.asked = {}
  }

  #foot(choice: DefenceChoice) {
    const reset = (): void => this.#begin('usual')
    return foot(choice, this.#own.words, reset, () => this.#play(choice))
  }

  #play(choice: DefenceChoice): void {
    const stays = attackOf(this.lesson) === null ? this.lesson : ''
    const lesson = this.attack === null ? stays : `attack-${this.attack}`
    this.#close()
    emit(this, 'lab-defences', {
      lesson: lesson === 'tour' ? '' : lesson,
      defences: wantedOf(choice),
    })
  }

  #close(): void {
    this.renderRoot.querySelector('dialog')?.close()
  }

  /** A link leads out of the dialog. */
  readonly #clicked = (event: Event): void => {
    const leads = event.composedPath().some((node) => node instanceof HTMLAnchorElement)
    if (leads) this.#close()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-defend': LabDefend
  }
}
