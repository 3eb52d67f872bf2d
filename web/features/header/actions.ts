import { html, nothing, type TemplateResult } from 'lit'
import { emit } from '../events.ts'
import type { Words } from '../../i18n/catalogue.ts'
import { icon } from '../../ui/icons.ts'
import type { HeaderParts } from './header-parts.ts'

/** What can be done with the run as a whole: predict it, compare it, take it elsewhere. */
export const actions = (of: HeaderParts, { ui: { header } }: Words): TemplateResult => {
  const compares = of.view === 'compare'
  return html`<button
      type="button"
      class="doing"
      title=${header.predictTitle}
      aria-pressed=${of.predicting ? 'true' : 'false'}
      @click=${() => emit(of, 'lab-predict', !of.predicting)}
    >
      ${icon('predict')}${header.predict}
    </button>
    ${
      of.place === 'recording'
        ? nothing
        : html`<button
            type="button"
            class="doing"
            title=${header.defendTitle}
            @click=${() => emit(of, 'lab-defend', null)}
          >
            ${icon('shield')}${header.defend}${
              of.switched === 0
                ? nothing
                : html`<span class="count"
                    ><span aria-hidden="true">${of.switched}</span
                    ><span class="unseen">, ${header.switched(of.switched)}</span></span
                  >`
            }
          </button>`
    }
    <button
      type="button"
      class="doing"
      title=${header.compareTitle}
      aria-pressed=${compares ? 'true' : 'false'}
      @click=${() => emit(of, 'lab-view', compares ? 'play' : 'compare')}
    >
      ${icon('compare')}${header.compare}
    </button>
    <button
      type="button"
      class="doing"
      title=${header.shareTitle}
      @click=${() => emit(of, 'lab-share', null)}
    >
      ${icon('share')}${header.share}
    </button>`
}
