import { html, nothing, type TemplateResult } from 'lit'
import type { Text } from '../../../scenarios/model/text.ts'
import type { CookieVerdict, ReceivedCookie } from '../../../scenarios/model/cookie.ts'
import type { Message } from '../../../scenarios/model/trace.ts'
import type { Words } from '../../i18n/catalogue.ts'
import { icon } from '../../ui/icons.ts'
import type { Content } from './rows.ts'
import { sourceLink } from './term.ts'
import { isEnglish } from '../../i18n/told.ts'

/** Whether a cookie is among those that the reader asked for. */
export type Wanted = (cookie: { readonly name: string; readonly domain: string }) => boolean

/** A verdict and its reason; a reason that begins with the verdict says it already. */
const sentence = (verdict: string, reason: Text, { say }: Words): TemplateResult => {
  const said = say(reason)
  if (isEnglish(reason)) return html`<strong>${verdict}:</strong> <span lang="en">${said}</span>`
  return said.startsWith(verdict)
    ? html`<strong>${verdict}</strong>${said.slice(verdict.length)}`
    : html`<strong>${verdict}:</strong> ${said}`
}

/** Rules by which a Set-Cookie deletes: no refusal, though nothing is stored. */
const deletes = (rule: string): boolean => rule === 'deleted' || rule === 'nothing-to-delete'

const head = ({ name, domain }: { readonly name: string; readonly domain: string }) =>
  html`<span><span class="name">${name}</span> <span class="quiet">${domain}</span></span>`

const sentOrNot = (verdict: CookieVerdict, words: Words): Content => {
  const { sent, reason, source } = verdict
  const { cookies } = words.ui
  return html`<li class="verdict ${sent ? 'yes' : 'no'}">
    ${icon(sent ? 'check' : 'barred')} ${head(verdict)}
    <p>
      ${sentence(sent ? cookies.sent : cookies.notSent, reason, words)} ${sourceLink(source, words)}
    </p>
  </li>`
}

const storedOrNot = (received: ReceivedCookie, words: Words): Content => {
  const { stored, reason, rule, source } = received
  const { cookies } = words.ui
  const [verdict, look, sign] = stored
    ? ([cookies.stored, 'yes', 'check'] as const)
    : deletes(rule)
      ? ([cookies.deletes, 'deletes', 'cross'] as const)
      : ([cookies.refused, 'no', 'barred'] as const)
  return html`<li class="verdict ${look}">
    ${icon(sign)} ${head(received)}
    <p>${sentence(verdict, reason, words)} ${sourceLink(source, words)}</p>
  </li>`
}

const part = (title: string, items: readonly Content[]): Content =>
  html`<section>
    <h3>${title}</h3>
    <ul>
      ${items}
    </ul>
  </section>`

const agents = new Set(['Browser', 'Mobile', 'Hacker'])

/** Which cookies went with this request, which stayed at home, and by which rule. */
export const sentPart = (message: Message, wanted: Wanted, words: Words): Content => {
  const { cookies } = words.ui
  if (message.kind !== 'request') return nothing
  if (message.cookies.length > 0)
    return part(
      cookies.sentTitle,
      message.cookies.filter(wanted).map((verdict) => sentOrNot(verdict, words)),
    )
  return html`<section>
    <h3>${cookies.sentTitle}</h3>
    <p class="empty">
      ${agents.has(message.from) ? cookies.noneSent : cookies.noJar(message.from)}
    </p>
  </section>`
}

/** Which cookies this response brought, and whether they were stored. */
export const receivedPart = (message: Message, wanted: Wanted, words: Words): Content => {
  const { cookies } = words.ui
  if (message.received.length > 0)
    return part(
      cookies.setTitle,
      message.received.filter(wanted).map((received) => storedOrNot(received, words)),
    )
  const isIgnored =
    message.kind === 'response' &&
    !agents.has(message.to) &&
    message.http?.headers.some(([name]) => name === 'set-cookie') === true
  return isIgnored
    ? html`<section>
        <h3>${cookies.setTitle}</h3>
        <p class="empty">${cookies.noJar(message.to)}</p>
      </section>`
    : nothing
}
