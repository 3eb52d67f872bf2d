import { html, nothing, type TemplateResult } from 'lit'
import { emit } from '../events.ts'
import type { Frame } from '../../player/frame.ts'
import type { Words } from '../../i18n/catalogue.ts'
import { icon } from '../../ui/icons.ts'
import type { AgentName } from '../../../scenarios/model/participant.ts'

/** What the learner is told below the page, and why it stands there. */
export type Note = { readonly kind: 'refused' | 'about'; readonly text: string }

/** Whether and how the page can be acted on at this message. */
export const foot = (
  of: HTMLElement & { readonly agent: AgentName; readonly note: Note | null },
  { decisionPoint, run, cursor }: Frame,
  { ui: { screen: words } }: Words,
): TemplateResult | typeof nothing => {
  const { note } = of
  const about =
    note === null
      ? nothing
      : html`<p class=${note.kind === 'refused' ? 'why' : ''}>
          ${note.kind === 'refused' ? icon('barred') : nothing} ${note.text}
        </p>`
  if (run.decisionPoints.every(({ choices }) => choices.length === 0))
    return note === null ? html`<p>${words.recorded}</p>` : about
  if (decisionPoint === undefined) {
    const after = run.decisionPoints.find((one) => one.after > cursor)?.after
    return html`${note === null ? html`<p>${words.between}</p>` : about}
    ${
      after === undefined
        ? nothing
        : html`<button type="button" class="do" @click=${() => emit(of, 'lab-seek', after)}>
            ${words.goOn(after)}
          </button>`
    }`
  }
  if (note !== null) return about
  if (of.agent === 'Hacker') return html`<p>${words.hackerHint}</p>`
  const right = decisionPoint.choices.find(
    ({ event, allowed }) =>
      allowed && event.type === 'learner.submit' && event.credentials === 'right',
  )
  const isPast = cursor < run.trace.messages.length
  return html`<p>${isPast ? words.past : words.live} ${right === undefined ? '' : words.hint}</p>
    ${
      right === undefined
        ? nothing
        : html`<button type="button" class="do" @click=${() => emit(of, 'lab-send', right.event)}>
            ${words.rightWords}
          </button>`
    }`
}
