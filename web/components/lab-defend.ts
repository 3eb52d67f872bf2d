import { html, LitElement, nothing } from 'lit'
import type { Attack, Stop } from '../../scenarios/attacks/attack.ts'
import { attacks } from '../../scenarios/attacks/index.ts'
import { workflowBySlug, type Workflow } from '../../scenarios/catalogue/index.ts'
import { defenceIds, type Side } from '../../scenarios/defences/defence.ts'
import { outOfReach } from '../../scenarios/defences/out-of-reach.ts'
import { presets, settingsOf, type PresetName } from '../../scenarios/defences/presets.ts'
import { differing, readDefences } from '../../scenarios/defences/read.ts'
import type { DefenceId, Settings } from '../../scenarios/defences/settings.ts'
import { defences } from '../../scenarios/defences/table.ts'
import type { AttackId, RunState } from '../../scenarios/vocabulary.ts'
import { attackPart, stopName, type Tried } from '../defend/attack-part.ts'
import { defenceSwitch } from '../defend/switch.ts'
import { readSwitches, writeSwitches } from '../defend/text.ts'
import { switchOf, tryAttack } from '../defend/trial.ts'
import { defendEnglish } from '../defend/words.english.ts'
import { emit } from '../events.ts'
import { base } from '../styles/base.ts'
import { ownWords } from '../words/own.ts'
import { speaker } from '../words/speaker.ts'
import { dialogStyles } from './dialog.styles.ts'
import { icon } from './icons.ts'
import { defendStyles } from './lab-defend.styles.ts'

/** The run that attacks and defences are chosen for. */
interface Wish {
  readonly run: RunState
  /** Switches that the address asks for, as text. */
  readonly asked: string
}

const sides: readonly Side[] = ['application', 'FusionAuth', 'browser']

const presetNames = Object.keys(presets) as readonly PresetName[]

const attackOf = (lesson: string): AttackId | null =>
  attacks.find(({ id }) => lesson === `attack-${id}`)?.id ?? null

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
    tried: { state: true },
    soughtAttack: { state: true },
    soughtSwitch: { state: true },
  }
  declare workflow: Workflow | undefined
  declare profile: RunState['trace']['profile']
  declare lesson: string
  declare preset: PresetName
  declare asked: Partial<Settings>
  declare attack: AttackId | null
  declare tried: ReadonlyMap<string, Tried>
  declare soughtAttack: string
  declare soughtSwitch: string

  readonly #speaker = speaker(this)
  readonly #own = ownWords(this, this.#speaker, defendEnglish, {
    es: async () => (await import('../defend/words.spanish.ts')).defendSpanish,
  })

  constructor() {
    super()
    this.workflow = undefined
    this.profile = 'fidelity'
    this.lesson = 'tour'
    this.preset = 'usual'
    this.asked = {}
    this.attack = null
    this.tried = new Map()
    this.soughtAttack = ''
    this.soughtSwitch = ''
  }

  static override styles = [base, dialogStyles, defendStyles]

  /** Opens over everything else, for the run as it stands. */
  async show({ run, asked }: Wish): Promise<void> {
    const { workflow, lesson, profile } = run.trace
    const read = readDefences(readSwitches(asked))
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
    if (attack !== this.attack) this.tried = new Map()
    this.attack = attack
  }

  override render() {
    const { workflow } = this
    const words = this.#own.words
    return html`<dialog
      aria-labelledby="title"
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
              ${this.#foot(workflow)}`
      }
    </dialog>`
  }

  #attacks(workflow: Workflow) {
    const words = this.#own.words
    const { say } = this.#speaker.words
    const sought = this.soughtAttack.toLowerCase()
    const found = attacks.filter(({ id, title }) =>
      `${id} ${say(title)}`.toLowerCase().includes(sought),
    )
    const possible = found.filter((attack) => attack.tries(workflow))
    const others = found.filter((attack) => !attack.tries(workflow))
    const chosen = this.#chosen
    const radio = (id: AttackId | null, title: string) =>
      html`<label>
        <input
          type="radio"
          name="attack"
          .checked=${this.attack === id}
          @change=${() => this.#choose(id)}
        /><span>${title}</span>
      </label>`
    return html`<section class="attacks" aria-labelledby="attack">
      <h3 id="attack">${words.attack}</h3>
      <p class="quiet">${words.attackLead}</p>
      <input
        type="search"
        aria-label=${words.findAttack}
        placeholder=${words.findAttack}
        .value=${this.soughtAttack}
        @input=${({ target }: Event) => {
          this.soughtAttack = (target as HTMLInputElement).value
        }}
      />
      <fieldset>
        <legend class="unseen">${words.attack}</legend>
        ${radio(null, words.none)} ${possible.map(({ id, title }) => radio(id, say(title)))}
      </fieldset>
      ${
        others.length === 0
          ? nothing
          : html`<details>
              <summary>${icon('down')}${words.cannot} (${others.length})</summary>
              <ul>
                ${others.map(({ title }) => html`<li>${say(title)}</li>`)}
              </ul>
            </details>`
      }
      ${
        chosen === undefined
          ? nothing
          : attackPart({
              attack: chosen,
              workflow,
              tried: this.tried,
              words,
              lab: this.#speaker.words,
              here: () => {
                this.renderRoot.querySelector('dialog')?.close()
                emit(this, 'lab-send', { type: 'hacker.attack', attack: chosen.id })
              },
              tryOne: (stop) => void this.#try(chosen, workflow, [stop]),
              tryAll: () =>
                void this.#try(chosen, workflow, [
                  ...chosen.stops(workflow),
                  ...chosen.helpsNot(workflow),
                ]),
            })
      }
    </section>`
  }

  /** One after another, the attack without any defence first: each is measured by it. */
  async #try(attack: Attack, workflow: Workflow, stops: readonly (Stop | null)[]): Promise<void> {
    const note = (name: string, found: Tried): void => {
      if (this.attack === attack.id) this.tried = new Map([...this.tried, [name, found]])
    }
    for (const stop of [null, ...stops.filter((one) => one !== null)]) {
      const name = stopName(stop)
      if (this.attack !== attack.id) return
      if (this.tried.get(name)?.kind === 'done') continue
      note(name, { kind: 'busy' })
      const without = this.tried.get('')
      const undefended = without?.kind === 'done' ? without.trial : null
      const switches = stop === null ? {} : Object.fromEntries([switchOf(stop)])
      try {
        const trial = await tryAttack(workflow, attack, switches, undefended)
        note(name, { kind: 'done', trial })
      } catch (error) {
        note(name, {
          kind: 'failed',
          problem: error instanceof Error ? error.message : '',
        })
      }
    }
  }

  #settings(workflow: Workflow): Settings {
    const weak = this.#chosen?.weak(workflow) ?? {}
    return settingsOf(workflow, this.profile, { ...weak, ...this.asked }, this.preset)
  }

  #defences(workflow: Workflow) {
    const words = this.#own.words
    const sought = this.soughtSwitch.toLowerCase()
    const found = defenceIds.filter((id) =>
      [id, ...words.defences[id], defences[id].setting, defences[id].source]
        .join(' ')
        .toLowerCase()
        .includes(sought),
    )
    const applies = (id: DefenceId): boolean => defences[id].appliesTo(workflow)
    const others = found.filter((id) => !applies(id))
    const [, means] = words.presets[this.preset]
    return html`<section class="defences" aria-labelledby="defences">
      <h3 id="defences">${words.defence}</h3>
      <p class="quiet">${words.defenceLead}</p>
      <label class="preset"
        >${words.preset}
        <select
          aria-describedby="preset"
          @change=${({ target }: Event) => {
            this.preset = presetNames[(target as HTMLSelectElement).selectedIndex] ?? 'usual'
            this.asked = {}
          }}
        >
          ${presetNames.map(
            (name) =>
              html`<option .selected=${name === this.preset}>${words.presets[name][0]}</option>`,
          )}
        </select></label
      >
      <p id="preset" class="quiet">${means}</p>
      <input
        type="search"
        aria-label=${words.find}
        placeholder=${words.find}
        .value=${this.soughtSwitch}
        @input=${({ target }: Event) => {
          this.soughtSwitch = (target as HTMLInputElement).value
        }}
      />
      <p class="quiet" role="status">${found.length === 0 ? words.noDefence : nothing}</p>
      ${sides.map((side) =>
        this.#group(
          words.sides[side],
          found.filter((id) => applies(id) && defences[id].where === side),
          workflow,
        ),
      )}
      ${
        others.length === 0
          ? nothing
          : html`<details>
              <summary>${icon('down')}${words.without} (${others.length})</summary>
              ${this.#switches(others, workflow)}
            </details>`
      }
      <details class="not-here">
        <summary>${icon('down')}${words.notHere}</summary>
        <dl>
          ${outOfReach.map(({ id, source }) => {
            const [name, why] = words.outOfReach[id]
            return html`<dt>${name}</dt>
              <dd>${why} <span class="quiet">${source}</span></dd>`
          })}
        </dl>
      </details>
    </section>`
  }

  #group(title: string, ids: readonly DefenceId[], workflow: Workflow) {
    if (ids.length === 0) return nothing
    return html`<h4>${title}</h4>
      ${this.#switches(ids, workflow)}`
  }

  #switches(ids: readonly DefenceId[], workflow: Workflow) {
    const now = this.#settings(workflow)
    const usual = settingsOf(workflow, this.profile, {})
    const weak = this.#chosen?.weak(workflow) ?? {}
    return html`<ul class="switches">
      ${ids.map((id) =>
        defenceSwitch({
          id,
          value: now[id],
          usual: usual[id],
          isWeak: id in weak && !(id in this.asked),
          placed: defences[id],
          words: this.#own.words,
          set: (value) => {
            this.asked = { ...this.asked, [id]: value }
          },
        }),
      )}
    </ul>`
  }

  /** What has to be asked for: the rest is as the preset and the attack have it. */
  #wanted(workflow: Workflow): string {
    const weak = this.#chosen?.weak(workflow) ?? {}
    const without = settingsOf(workflow, this.profile, weak, this.preset)
    const switches = differing({ ...without, ...this.asked }, without)
    return writeSwitches({
      ...(this.preset === 'usual' ? {} : { preset: this.preset }),
      ...switches,
    })
  }

  #foot(workflow: Workflow) {
    const words = this.#own.words
    const usual = settingsOf(workflow, this.profile, {})
    const changed = Object.keys(differing(this.#settings(workflow), usual)).length
    return html`<footer>
      <p role="status">${words.changed(changed)}</p>
      <button
        type="button"
        class="reset"
        ?disabled=${this.preset === 'usual' && Object.keys(this.asked).length === 0}
        @click=${() => {
          this.preset = 'usual'
          this.asked = {}
        }}
      >
        ${words.reset}
      </button>
      <button type="button" class="go" @click=${() => this.#play(workflow)}>
        ${icon('play')}${this.attack === null ? words.run : words.runAttack}
      </button>
    </footer>`
  }

  #play(workflow: Workflow): void {
    const stays = attackOf(this.lesson) === null ? this.lesson : ''
    const lesson = this.attack === null ? stays : `attack-${this.attack}`
    this.renderRoot.querySelector('dialog')?.close()
    emit(this, 'lab-defences', {
      lesson: lesson === 'tour' ? '' : lesson,
      defences: this.#wanted(workflow),
    })
  }

  /** A link leads out of the dialog. */
  readonly #clicked = (event: Event): void => {
    const leads = event.composedPath().some((node) => node instanceof HTMLAnchorElement)
    if (leads) this.renderRoot.querySelector('dialog')?.close()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-defend': LabDefend
  }
}
