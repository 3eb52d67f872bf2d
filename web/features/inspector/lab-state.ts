import { html, LitElement, nothing, type PropertyValues } from 'lit'
import type { Participant } from '../../../scenarios/model/participant.ts'
import { holdersIn } from '../../../scenarios/projections/marking.ts'
import {
  besideJars,
  type MemoryEntry,
  type MemoryTable,
} from '../../../scenarios/projections/memory.ts'
import { remembered, type RememberedFact } from '../../../scenarios/projections/remembered.ts'
import { span } from '../../../scenarios/projections/token.ts'
import type { Frame } from '../../player/frame.ts'
import { deferred } from '../../ui/deferred.ts'
import { base } from '../../ui/styles/base.ts'
import { nameOf } from '../../i18n/name-of.ts'
import { speaker } from '../../i18n/speaker.ts'
import { participantIcon } from '../../ui/icons.ts'
import { wireText } from './rows.ts'
import { inspectorStyles } from './inspector.styles.ts'
import { chip, fateWords, kindWords } from '../secrets/lab-chip.ts'
import { lifetimeRows, lifetimeStyles, whenOf } from '../clock/lifetimes.ts'
import { stateStyles } from './lab-state.styles.ts'

/** So many lifetimes fill a window, about. */
const many = 4

/**
 * What each participant knows at this message: what runs out, what the servers remember with what just
 * changed, and every secret with who holds it.
 */
export class LabStateView extends LitElement {
  static override properties = { frame: { attribute: false } }
  declare frame: Frame | null

  readonly #speaker = speaker(this)
  /** Which of two equal animations flashes: a new name begins anew in an element that stays. */
  #turn: 'odd' | 'even' = 'odd'

  constructor() {
    super()
    this.frame = null
  }

  static override styles = [base, inspectorStyles, lifetimeStyles, stateStyles]

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('frame') && changes.get('frame')?.cursor !== this.frame?.cursor)
      this.#turn = this.#turn === 'odd' ? 'even' : 'odd'
  }

  override render() {
    const { frame } = this
    if (frame === null) return nothing
    const { words } = this.#speaker
    const { state } = words.ui
    const tables = besideJars(frame.tables)
    const owners = frame.run.trace.participants.filter((participant) =>
      tables.some(({ owner }) => owner === participant),
    )
    const told = (some: readonly Participant[], place = '') =>
      some.map((owner) => {
        const own = tables.filter((table) => table.owner === owner)
        return this.#owner(owner, own, frame, place)
      })
    const lifetimes = frame.lifetimes()
    // Below so many lifetimes nothing else stands above the fold.
    const atOnce = lifetimes.length < many ? 1 : 0
    return html`
      ${
        lifetimes.length === 0
          ? nothing
          : html`<section>
              <h3>${state.lives}</h3>
              ${lifetimeRows(lifetimes, frame, words)}
            </section>`
      }
      ${
        owners.length === 0
          ? html`<section class="empty">${state.nothing}</section>`
          : told(owners.slice(0, atOnce))
      }
      ${deferred(() => [told(owners.slice(atOnce), 'later'), this.#secrets(frame)])}
    `
  }

  #owner(owner: Participant, tables: readonly MemoryTable[], frame: Frame, place: string) {
    const { state } = this.#speaker.words.ui
    return html`<section class=${place}>
      <h3>${participantIcon(owner)}${state.remembers(owner)}</h3>
      ${tables.map(
        ({ name, entries, gone }) =>
          html`<h4>${state.table(name)}</h4>
            ${entries.length + gone.length === 0 ? html`<p class="empty">${state.none}</p>` : nothing}
            ${entries.map((entry) => this.#entry(entry, frame))}
            ${gone.map(
              (key) =>
                html`<div class="entry is-gone ${this.#turn}">
                  <div class="top">
                    <s class="mono">${wireText(key, frame)}</s>
                    <span class="fresh-word">${state.deleted}</span>
                  </div>
                </div>`,
            )}`,
      )}
    </section>`
  }

  /** What a message wrote flashes once, when one comes to that message. */
  #entry({ key, value, fresh, before = null }: MemoryEntry, frame: Frame) {
    const { state } = this.#speaker.words.ui
    return html`<div class="entry ${fresh ? `is-fresh ${this.#turn}` : ''}">
      <div class="top">
        <span class="mono">${wireText(key, frame)}</span>
        ${
          fresh
            ? html`<span class="fresh-word">${before === null ? state.added : state.changed}</span>`
            : nothing
        }
      </div>
      <dl class="rows">
        ${remembered(value, before).map(
          (fact) =>
            html`<dt class=${fact.was === null ? '' : 'is-changed'}>
                ${fact.name === '' ? state.value : fact.name}
              </dt>
              <dd>
                ${wireText(this.#told(fact, frame), frame)}
                ${
                  fact.was === null
                    ? nothing
                    : html`<span class="was"
                        >${state.was} <s>${wireText(this.#short(fact.was, frame), frame)}</s></span
                      >`
                }
              </dd>`,
        )}
      </dl>
    </div>`
  }

  #short({ text, instant }: RememberedFact, frame: Frame): string {
    return instant === null ? text : whenOf(instant, frame, this.#speaker.words)
  }

  #told(fact: RememberedFact, frame: Frame): string {
    const { state } = this.#speaker.words.ui
    const { instant } = fact
    if (instant === null) return fact.text
    const away = instant - frame.now
    const length = span(away)
    const from = Math.abs(away) < 500 ? state.now : away > 0 ? state.in(length) : state.ago(length)
    return `${this.#short(fact, frame)}, ${from}`
  }

  #secrets(frame: Frame) {
    const { secrets, cursor, tables, fates } = frame
    const { words } = this.#speaker
    const { state } = words.ui
    const born = secrets.filter(({ bornAt }) => bornAt <= cursor)
    if (born.length === 0) return nothing
    const holdersOf = holdersIn(tables)
    return html`<section class="later">
      <h3>${state.secrets}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">${state.secret}</th>
            <th scope="col">${state.is}</th>
            <th scope="col">${state.heldBy}</th>
          </tr>
        </thead>
        <tbody>
          ${born.map(
            (secret) =>
              html`<tr>
                <td>${chip(secret, frame)}</td>
                <td>
                  ${kindWords(secret.kind, words)},
                  ${fateWords(fates.get(secret.name) ?? 'alive', words)}
                </td>
                <td>
                  <span class="holders">
                    ${holdersOf(secret).map(
                      (holder) =>
                        html`<span class="holder ${holder}"
                          >${participantIcon(holder)}${nameOf(holder, this.#speaker.words)}</span
                        >`,
                    )}
                  </span>
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-state': LabStateView
  }
}
