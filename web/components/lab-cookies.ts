import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import type { Cookie, CookieVerdict, ReceivedCookie } from '../../scenarios/vocabulary.ts'
import { cookieIn, type Entry, type Table } from '../../scenarios/view/memory.ts'
import { relative } from '../../scenarios/view/token.ts'
import type { Moment } from '../moment.ts'
import { base } from '../styles/base.ts'
import { icon, participantIcon } from './icons.ts'
import { inspectorStyles } from './inspector.styles.ts'

/** A verdict and its reason; a reason that begins with the verdict says it already. */
const sentence = (verdict: string, because: string): TemplateResult =>
  because.startsWith(verdict)
    ? html`<strong>${verdict}</strong>${because.slice(verdict.length)}`
    : html`<strong>${verdict}:</strong> ${because}`

/** Rules by which a Set-Cookie deletes: no refusal, though nothing is stored. */
const deletes = (rule: string): boolean => rule === 'deleted' || rule === 'nothing-to-delete'

const flags = (cookie: Cookie, now: number): readonly string[] => [
  ...(cookie.httpOnly ? ['HttpOnly'] : []),
  ...(cookie.secure ? ['Secure'] : []),
  cookie.sameSite === 'default' ? 'SameSite: Lax by default' : `SameSite=${cookie.sameSite}`,
  cookie.hostOnly ? 'this host only' : `and hosts below ${cookie.domain}`,
  ...(cookie.path === '/' ? [] : [`Path=${cookie.path}`]),
  cookie.expiresAt === null
    ? 'until the browser closes'
    : `expires ${relative(cookie.expiresAt, now)}`,
]

/** Cookies at this message: which were sent or kept back and why, which were set, every jar. */
export class LabCookies extends LitElement {
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
      .verdict {
        display: grid;
        grid-template-columns: 20px 1fr;
        gap: 0 8px;
        padding: 6px 0;
      }
      .verdict p {
        grid-column: 2;
        color: var(--ink-2);
      }
      .yes > svg {
        color: var(--sso);
      }
      .no > svg,
      .no strong {
        color: var(--refuse);
      }
      .source {
        color: var(--ink-3);
        font-size: var(--text-xs);
        white-space: nowrap;
      }
      .flags {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        margin-top: 5px;
      }
      .name {
        font-family: var(--mono);
        font-weight: 600;
      }
    `,
  ]

  override render() {
    const { moment } = this
    if (moment === null) return nothing
    const jars = moment.tables.filter((table) => table.name === 'jar')
    return html`
      ${this.#verdicts(moment)} ${this.#received(moment)}
      ${
        jars.length === 0
          ? html`<section class="empty">No jar holds a cookie yet.</section>`
          : jars.map((jar) => this.#jar(jar, moment))
      }
    `
  }

  #verdicts({ message }: Moment) {
    const cookies = message?.cookies ?? []
    if (message?.kind !== 'request') return nothing
    if (cookies.length === 0)
      return html`<section>
        <h3>With this request</h3>
        <p class="empty">
          ${
            message.http?.headers.some(([name]) => name === 'cookie') === true
              ? 'See the cookie header of the message.'
              : 'No cookie was sent, and none was kept back.'
          }
        </p>
      </section>`
    return html`<section>
      <h3>With this request</h3>
      <ul>
        ${cookies.map((verdict) => this.#verdict(verdict))}
      </ul>
    </section>`
  }

  #verdict({ name, domain, sent, because, source }: CookieVerdict) {
    return html`<li class="verdict ${sent ? 'yes' : 'no'}">
      ${icon(sent ? 'check' : 'barred')}
      <span><span class="name">${name}</span> <span class="quiet">${domain}</span></span>
      <p>${sentence(sent ? 'Sent' : 'Not sent', because)} <span class="source">${source}</span></p>
    </li>`
  }

  #received({ message }: Moment) {
    const received = message?.received ?? []
    if (received.length === 0) return nothing
    return html`<section>
      <h3>Set by this response</h3>
      <ul>
        ${received.map((cookie) => this.#stored(cookie))}
      </ul>
    </section>`
  }

  #stored({ name, domain, stored, because, rule, source }: ReceivedCookie) {
    const verdict = stored ? 'Stored' : deletes(rule) ? 'Deletes' : 'Refused'
    const looks = { Stored: 'yes', Deletes: 'deletes', Refused: 'no' }[verdict]
    const sign = { Stored: 'check', Deletes: 'cross', Refused: 'barred' } as const
    return html`<li class="verdict ${looks}">
      ${icon(sign[verdict])}
      <span><span class="name">${name}</span> <span class="quiet">${domain}</span></span>
      <p>${sentence(verdict, because)} <span class="source">${source}</span></p>
    </li>`
  }

  #jar({ owner, entries, gone }: Table, moment: Moment) {
    const cookies = entries.flatMap((entry) => {
      const cookie = cookieIn(entry)
      return cookie === null ? [] : [{ entry, cookie }]
    })
    const domains = [...new Set(cookies.map(({ cookie }) => cookie.domain))]
    return html`<section>
      <h3>${participantIcon(owner)}${owner}'s cookies after this message</h3>
      ${domains.length === 0 ? html`<p class="empty">None.</p>` : nothing}
      ${domains.map(
        (domain) =>
          html`<h4>${domain}</h4>
            ${cookies
              .filter(({ cookie }) => cookie.domain === domain)
              .map(({ entry, cookie }) => this.#cookie(entry, cookie, moment))}`,
      )}
      ${gone.map((key) => html`<p class="entry is-gone"><s>${key}</s> deleted just now</p>`)}
    </section>`
  }

  #cookie({ fresh }: Entry, cookie: Cookie, moment: Moment) {
    return html`<div class="entry ${fresh ? 'is-fresh' : ''}">
      <div class="top">
        <span class="name">${cookie.name}</span>
        <lab-text class="mono" .text=${cookie.value} .moment=${moment}></lab-text>
        ${fresh ? html`<span class="fresh-word">just now</span>` : nothing}
      </div>
      <div class="flags">
        ${flags(cookie, moment.now).map((flag) => html`<span class="badge">${flag}</span>`)}
      </div>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-cookies': LabCookies
  }
}
