import { html } from 'lit'
import { countdown } from '../../../scenarios/projections/countdown.ts'
import type { Words } from '../../i18n/catalogue.ts'
import type { Content } from './rows.ts'

/** When something ends, from now: `expires in 59:12`, `expired 3:10 ago`. Both in ms. */
export const ending = (end: number, now: number, { ui: { token } }: Words): Content =>
  end > now
    ? html`<span class="instant">${token.expiresIn(countdown(end - now))}</span>`
    : html`<span class="instant is-over">${token.expired(countdown(end - now))}</span>`

/** A moment on the protocol clock, `2026-01-01 09:00:02 UTC`. */
export const clockTime = (time: number): string =>
  `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`

/** A moment and how far it is from now. Both in ms. */
export const distance = (time: number, now: number, { ui: { token } }: Words): Content => {
  const away = countdown(time - now)
  const words = time > now ? token.ahead(away) : token.ago(away)
  return html`<span class="instant">${Math.abs(time - now) < 1000 ? token.now : words}</span>`
}
