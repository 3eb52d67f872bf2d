import { html, nothing, type TemplateResult } from 'lit'
import type { Secret } from '../../../scenarios/view/secrets.ts'
import { emit } from '../../events.ts'
import type { Moment } from '../../moment.ts'
import type { Words } from '../../words/catalogue.ts'
import { icon } from '../icons.ts'
import { chip, fateWords, kindWords } from '../lab-chip.ts'

/** The life of the secret that is being followed: the messages that carried it, and its end. */
export const life = (
  host: EventTarget,
  secret: Secret,
  moment: Moment,
  words: Words,
): TemplateResult => {
  const { inspector } = words.ui
  const fate = moment.fates.get(secret.name) ?? 'alive'
  return html`<section class="life" aria-label=${inspector.followed}>
    ${chip(secret, moment)}
    <span>${inspector.carriedBy(kindWords(secret.kind, words), fateWords(fate, words))}</span>
    <ol>
      ${secret.carriedBy.map(
        (n) =>
          html`<li>
            <button
              type="button"
              aria-current=${n === moment.cursor ? 'step' : nothing}
              @click=${() => emit(host, 'lab-seek', n)}
            >
              ${n}
            </button>
          </li>`,
      )}
    </ol>
    <button
      type="button"
      class="close"
      aria-label=${inspector.stop}
      title=${inspector.stopKey}
      @click=${() => emit(host, 'lab-follow', null)}
    >
      ${icon('cross')}
    </button>
  </section>`
}
