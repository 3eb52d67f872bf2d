import { html, nothing } from 'lit'
import { expiryOf } from '../../../scenarios/projections/lifetime-of.ts'
import type { Secret } from '../../../scenarios/projections/secrets.ts'
import { chip, fateWords } from '../lab-chip.ts'
import { ending } from './instant.ts'
import type { Content, Setting } from './rows.ts'

const life = (secret: Secret, { moment, words }: Setting): Content => {
  const fate = moment.fates.get(secret.name) ?? 'alive'
  const end = expiryOf(secret, moment.cursor)
  if ((fate === 'alive' || fate === 'expired') && end !== null)
    return ending(end, moment.now, words)
  return fate === 'alive'
    ? html`<span class="instant">${words.ui.token.noExpiry}</span>`
    : html`<span class="instant is-over">${fateWords(fate, words)}</span>`
}

/** Values of the message that are only names for what somebody else remembers, and their lives. */
export const opaqueOf = (setting: Setting): Content => {
  const { moment, words } = setting
  const { opaque, opaqueTitle } = words.ui.token
  const carried = moment.secrets.filter(
    ({ kind, carriedBy }) => opaque[kind] !== undefined && carriedBy.includes(moment.cursor),
  )
  if (carried.length === 0) return nothing
  return html`<section>
    <h3>${opaqueTitle}</h3>
    <ul class="opaque">
      ${carried.map(
        (secret) =>
          html`<li>
            ${chip(secret, moment)} ${life(secret, setting)}
            <span class="means">${opaque[secret.kind]}</span>
          </li>`,
      )}
    </ul>
  </section>`
}
