import { css, html, LitElement, nothing } from 'lit'
import type { Json, Participant } from '../../scenarios/vocabulary.ts'
import { holders } from '../../scenarios/view/marking.ts'
import type { Entry, Table } from '../../scenarios/view/memory.ts'
import { relative } from '../../scenarios/view/token.ts'
import type { Moment } from '../moment.ts'
import { base } from '../styles/base.ts'
import { participantIcon } from './icons.ts'
import { inspectorStyles } from './inspector.styles.ts'
import { chip, fateWords, kindWords } from './lab-chip.ts'

const tableWords: Readonly<Record<string, string>> = {
  appSessions: 'Sessions',
  ssoSessions: 'Single sign-on sessions',
  refreshTokens: 'Refresh tokens',
  codes: 'Authorization codes',
  loginAttempts: 'Logins under way',
  localStorage: 'Local storage',
}

/** `authorizationCodes` as `authorization codes`. */
const spaced = (name: string): string =>
  name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/** A moment in ms, when a value is one: an ISO string, or a number under a name that says so. */
const instantOf = (name: string, value: Json): number | null => {
  if (typeof value === 'string')
    return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? Date.parse(value) : null
  const isNamed = /(at|until|expir\w*|instant)$/i.test(name)
  return typeof value === 'number' && value > 1e11 && isNamed ? value : null
}

/** A remembered thing as rows of words; what is inside it is joined by dots. */
const rowsOf = (value: Json, now: number, path = ''): readonly (readonly [string, string])[] => {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) =>
      rowsOf(inner, now, path === '' ? key : `${path}.${key}`),
    )
  }
  const instant = instantOf(path, value)
  if (instant !== null) {
    const time = new Date(instant).toISOString().slice(11, 19)
    return [[path, `${time}, ${relative(instant, now)}`]]
  }
  return [[path, typeof value === 'string' ? value : String(value)]]
}

/** What the servers remember at this message, and every secret with who holds it. */
export class LabState extends LitElement {
  static override properties = { moment: { attribute: false } }
  declare moment: Moment | null

  constructor() {
    super()
    this.moment = null
  }

  static override styles = [
    base,
    inspectorStyles,
    css`
      table {
        inline-size: 100%;
        border-collapse: collapse;
      }
      th {
        text-align: start;
        font-size: var(--text-xs);
        font-weight: 600;
        color: var(--ink-3);
        padding: 0 8px 4px 0;
      }
      td {
        padding: 4px 8px 4px 0;
        vertical-align: baseline;
        border-top: 1px solid var(--line);
      }
      .holders {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 8px;
      }
      .holder {
        display: inline-flex;
        align-items: center;
        gap: 3px;
        white-space: nowrap;
      }
      .holder.Hacker {
        color: var(--attack);
        font-weight: 600;
      }
      .entry .rows {
        margin-top: 4px;
      }
    `,
  ]

  override render() {
    const { moment } = this
    if (moment === null) return nothing
    const tables = moment.tables.filter((table) => table.name !== 'jar')
    const owners = moment.run.trace.participants.filter((participant) =>
      tables.some(({ owner }) => owner === participant),
    )
    return html`
      ${
        owners.length === 0
          ? html`<section class="empty">Nobody remembers anything yet.</section>`
          : owners.map((owner) =>
              this.#owner(
                owner,
                tables.filter((table) => table.owner === owner),
                moment,
              ),
            )
      }
      ${this.#secrets(moment)}
    `
  }

  #owner(owner: Participant, tables: readonly Table[], moment: Moment) {
    return html`<section>
      <h3>${participantIcon(owner)}${owner} remembers</h3>
      ${tables.map(
        ({ name, entries, gone }) =>
          html`<h4>${tableWords[name] ?? spaced(name)}</h4>
            ${entries.length + gone.length === 0 ? html`<p class="empty">None.</p>` : nothing}
            ${entries.map((entry) => this.#entry(entry, moment))}
            ${gone.map(
              (key) =>
                html`<div class="entry is-gone">
                  <div class="top">
                    <lab-text class="mono" .text=${key} .moment=${moment}></lab-text> deleted just
                    now
                  </div>
                </div>`,
            )}`,
      )}
    </section>`
  }

  #entry({ key, value, fresh }: Entry, moment: Moment) {
    return html`<div class="entry ${fresh ? 'is-fresh' : ''}">
      <div class="top">
        <lab-text class="mono" .text=${key} .moment=${moment}></lab-text>
        ${fresh ? html`<span class="fresh-word">just now</span>` : nothing}
      </div>
      <dl class="rows">
        ${rowsOf(value, moment.now).map(
          ([name, text]) =>
            html`<dt>${name}</dt>
              <dd><lab-text .text=${text} .moment=${moment}></lab-text></dd>`,
        )}
      </dl>
    </div>`
  }

  #secrets(moment: Moment) {
    const { secrets, cursor, tables, fates } = moment
    const born = secrets.filter(({ bornAt }) => bornAt <= cursor)
    if (born.length === 0) return nothing
    return html`<section>
      <h3>Secrets so far</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">Secret</th>
            <th scope="col">Is</th>
            <th scope="col">Held by</th>
          </tr>
        </thead>
        <tbody>
          ${born.map(
            (secret) =>
              html`<tr>
                <td>${chip(secret, moment)}</td>
                <td>${kindWords(secret.kind)}, ${fateWords(fates.get(secret.name) ?? 'alive')}</td>
                <td>
                  <span class="holders">
                    ${holders(secret, tables).map(
                      (holder) =>
                        html`<span class="holder ${holder}"
                          >${participantIcon(holder)}${holder}</span
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
    'lab-state': LabState
  }
}
