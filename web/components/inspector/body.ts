import { html } from 'lit'
import type { Inspection } from '../../../scenarios/projections/inspection.ts'
import type { Moment } from '../../moment.ts'
import type { Words } from '../../words/catalogue.ts'
import { wireText, type Content } from './rows.ts'

const size = (text: string, { ui: { message } }: Words): string => {
  const bytes = new TextEncoder().encode(text).length
  return bytes < 1000 ? message.bytes(bytes) : message.kilobytes((bytes / 1000).toFixed(1))
}

/** The body, folded: what matters in a form or in JSON is told name by name above. */
export const bodyOf = ({ body, bodyKind }: Inspection, moment: Moment, words: Words): Content => {
  const { message } = words.ui
  return html`<section>
    <h3>${message.body}</h3>
    ${
      bodyKind === 'none'
        ? html`<p class="empty">${message.none}</p>`
        : html`<details>
            <summary>${message.bodies[bodyKind]}, ${size(body, words)}</summary>
            <pre tabindex="0" role="region" aria-label=${message.body}>
${wireText(body, moment)}</pre>
          </details>`
    }
  </section>`
}
