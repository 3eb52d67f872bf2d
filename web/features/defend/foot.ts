import { html, type TemplateResult } from 'lit'
import { icon } from '../../ui/icons.ts'
import { changedIn, type DefenceChoice } from './choice.ts'
import type { DefendWords } from './words.en.ts'

/** What was chosen, in short, and what can be done with it. */
export const foot = (
  choice: DefenceChoice,
  words: DefendWords,
  reset: () => void,
  play: () => void,
): TemplateResult => {
  const { preset, asked, attack } = choice
  return html`<footer>
    <p role="status">${words.changed(changedIn(choice))}</p>
    <button
      type="button"
      class="reset"
      ?disabled=${preset === 'usual' && Object.keys(asked).length === 0}
      @click=${reset}
    >
      ${words.reset}
    </button>
    <button type="button" class="go" @click=${play}>
      ${icon('play')}${attack === undefined ? words.run : words.runAttack}
    </button>
  </footer>`
}
