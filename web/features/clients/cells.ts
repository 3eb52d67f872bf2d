import { html, nothing, type TemplateResult } from 'lit'
import { placeLink, placesOf, type PlaceName } from './links.ts'
import type { MeasuredClient, SentCookie, SentPkce, SentValue } from './sent.ts'
import type { ClientsWords } from './words.en.ts'

type Cell = TemplateResult | typeof nothing

const note = (text: string | undefined): Cell =>
  text === undefined ? nothing : html` <span class="note">(${text})</span>`

const authentication = ({ authentication: ways }: MeasuredClient, words: ClientsWords): Cell =>
  html`<ul>
    ${ways.map(
      ({ by, when }) =>
        html`<li>
          ${words.authenticationBy[by]}${note(when === undefined ? when : words.when[when])}
        </li>`,
    )}
  </ul>`

const pkceOf = (pkce: SentPkce, words: ClientsWords): Cell => {
  const length = 'length' in pkce ? pkce.length : undefined
  const alphabet = ('alphabet' in pkce ? pkce.alphabet : undefined) ?? 'characters'
  return html`${words.pkce[pkce.is]}${note(
    length === undefined ? undefined : words.verifier(length, alphabet),
  )}`
}

const valueOf = (value: SentValue, words: ClientsWords): string => {
  if (value.is === 'random') return words.random(value.length, value.alphabet ?? 'characters')
  if (value.is === 'user-agent') return words.userAgent(value.length)
  return words.values[value.is]
}

const cookieOf = ({ name, attributes, note: told }: SentCookie, words: ClientsWords): Cell =>
  html`<li>
    <code class="name">${name}</code>${note(told === undefined ? told : words.cookieNotes[told])}
    ${attributes === '' ? nothing : html`<span class="attributes plain">${attributes}</span>`}
  </li>`

const cookies = ({ cookies: set }: MeasuredClient, words: ClientsWords): Cell =>
  set.length === 0
    ? html`<span class="note">${words.noCookies}</span>`
    : html`<ul>
        ${set.map((cookie) => cookieOf(cookie, words))}
      </ul>`

const links = (client: MeasuredClient, words: ClientsWords): Cell =>
  html`<ul>
    ${Object.entries(placesOf(client)).map(
      ([name, place]) =>
        html`<li>
          <a
            href=${placeLink(place)}
            aria-label=${words.linkOf(words.links[name as PlaceName], client.name)}
            >${words.links[name as PlaceName]}</a
          >
        </li>`,
    )}
  </ul>`

/** A name of npm, which breaks after its scope first. */
const breakable = (name: string): readonly Cell[] =>
  name.split(/(?<=\/)/).map((part) => html`${part}<wbr />`)

/** One client as a row of the table. */
export const clientRow = (client: MeasuredClient, words: ClientsWords): TemplateResult => {
  const asked = note(client.asked === true ? words.asked : undefined)
  return html`<tr>
    <th scope="row">
      <span class="name">${breakable(client.name)}</span>
      <span class="version mono">${client.version}</span>
    </th>
    <td>${authentication(client, words)}</td>
    <td>${pkceOf(client.pkce, words)}</td>
    <td>${valueOf(client.state, words)}${asked}</td>
    <td>${valueOf(client.nonce, words)}${asked}</td>
    <td>${cookies(client, words)}</td>
    <td>${links(client, words)}</td>
  </tr>`
}
