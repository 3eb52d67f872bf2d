import { html, nothing, type TemplateResult } from 'lit'
import type { Trouble } from '../run/open.ts'

/** What may have to be told above the stage. */
export interface Notices {
  readonly trouble: Trouble | null
  /** Why the last command did nothing. */
  readonly problem: string | null
  /** Something about the page itself. */
  readonly notice: string | null
  readonly again: () => void
  readonly dismiss: () => void
}

/** The strips above the stage, the most serious first. */
export const notices = ({ trouble, problem, notice, again, dismiss }: Notices): TemplateResult => {
  const isGone = trouble?.gone === true
  return html`
    ${
      trouble === null
        ? nothing
        : html`<lab-notice
            serious
            .words=${
              isGone
                ? `${trouble.problem} Everything you saw is still here to play.`
                : trouble.problem
            }
            .action=${isGone ? 'Make the same run again' : ''}
            @lab-notice-action=${again}
          ></lab-notice>`
    }
    ${
      problem === null || isGone
        ? nothing
        : html`<lab-notice serious .words=${problem}></lab-notice>`
    }
    ${
      notice === null
        ? nothing
        : html`<lab-notice
            .words=${notice}
            .action=${'Dismiss'}
            @lab-notice-action=${dismiss}
          ></lab-notice>`
    }
  `
}
