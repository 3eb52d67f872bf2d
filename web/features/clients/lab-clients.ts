import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { ownWords } from '../../i18n/own.ts'
import { speaker } from '../../i18n/speaker.ts'
import { base } from '../../ui/styles/base.ts'
import { pageStyles } from '../../ui/styles/page.styles.ts'
import { clientRow } from './cells.ts'
import { clientGroups, measuredClients } from './clients.ts'
import { clientsStyles } from './lab-clients.styles.ts'
import { issuerPlace, placeLink } from './links.ts'
import { measuredOn, type ClientGroup, type MeasuredClient } from './sent.ts'
import { clientsEnglish } from './words.en.ts'

const columns = 7

/** What OAuth clients that are in use were seen to send, each row with messages where it happens. */
export class LabClients extends LitElement {
  static override styles = [base, pageStyles, clientsStyles]

  readonly #speaker = speaker(this)
  readonly #own = ownWords(this, this.#speaker, 'clients', clientsEnglish)

  override render() {
    const words = this.#own.words
    return html`<div class="page">
      <section class="hero" aria-labelledby="title">
        <h1 id="title">${words.title}</h1>
        <p>${words.lead}</p>
        <p class="quiet">${words.measured(measuredClients.length, this.#date())}</p>
      </section>
      <div class="scroll" role="region" aria-label=${words.caption} tabindex="0">
        ${this.#table()}
      </div>
      ${this.#issuer()}
    </div>`
  }

  #date(): string {
    const style = { dateStyle: 'long', timeZone: 'UTC' } as const
    const { language } = this.#speaker.words
    return new Intl.DateTimeFormat(language, style).format(new Date(measuredOn))
  }

  #table(): TemplateResult {
    const words = this.#own.words
    return html`<table aria-label=${words.caption}>
      <thead>
        <tr>
          <th scope="col" class="corner">${words.client}</th>
          <th scope="col">${words.authentication}</th>
          <th scope="col" class="plain">PKCE</th>
          <th scope="col" class="plain">state</th>
          <th scope="col" class="plain">nonce</th>
          <th scope="col">${words.cookies}</th>
          <th scope="col">${words.seen}</th>
        </tr>
      </thead>
      ${Object.entries(clientGroups).map(([name, clients]) =>
        this.#group(name as ClientGroup, clients),
      )}
    </table>`
  }

  #group(name: ClientGroup, clients: readonly MeasuredClient[]): TemplateResult {
    const words = this.#own.words
    return html`<tbody>
      <tr class="group">
        <th scope="rowgroup" colspan=${columns}><span>${words.groups[name]}</span></th>
      </tr>
      ${clients.map((client) => clientRow(client, words))}
    </tbody>`
  }

  #issuer(): TemplateResult {
    const words = this.#own.words
    const comparing = measuredClients.filter(({ refusesIssuer }) => refusesIssuer !== undefined)
    return html`<section class="issuer" aria-labelledby="issuer">
      <h2 id="issuer">${words.issuerTitle}</h2>
      <p>${words.issuerLead} <a href=${placeLink(issuerPlace)}>${words.issuerSeen}</a></p>
      <ul>
        ${comparing.map(
          ({ name, version, refusesIssuer }) =>
            html`<li>
              <span class="name">${name}</span> <span class="mono">${version}</span>
              ${
                refusesIssuer === 'missing'
                  ? html`<span class="note">(${words.issuerMissing})</span>`
                  : nothing
              }
            </li>`,
        )}
      </ul>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-clients': LabClients
  }
}
