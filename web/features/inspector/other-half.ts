import { html, nothing } from 'lit'
import type { Message } from '../../../scenarios/model/trace.ts'
import { emit } from '../events.ts'
import type { Frame } from '../../player/frame.ts'
import type { Words } from '../../i18n/catalogue.ts'
import type { Content } from './rows.ts'

/** The response to a request, and the request of a response; null when there is none yet. */
export const partnerOf = (message: Message, messages: readonly Message[]): Message | null =>
  message.kind === 'self' || message.exchange === null
    ? null
    : (messages.find(
        ({ n, exchange, kind }) =>
          exchange === message.exchange && n !== message.n && kind !== 'self',
      ) ?? null)

/** Leads to the other half of an exchange. */
export const otherHalf = (
  host: EventTarget,
  message: Message,
  { run }: Frame,
  { ui }: Words,
): Content => {
  const other = partnerOf(message, run.trace.messages)
  if (other === null) return nothing
  const words = message.kind === 'request' ? ui.message.answeredBy : ui.message.answers
  return html`<button type="button" class="go" @click=${() => emit(host, 'lab-seek', other.n)}>
    ${words(other.n)}
  </button>`
}
