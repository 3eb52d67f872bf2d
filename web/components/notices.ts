import { html, nothing, type TemplateResult } from 'lit'
import type { Trouble } from '../run/open.ts'
import type { StrangeRun } from '../run-link/open.ts'
import { runProblem } from '../run-link/problem.ts'
import type { Strange } from '../wishes.ts'
import type { Words } from '../words/catalogue.ts'

/** What may have to be told above the stage. */
export interface Notices {
  readonly trouble: Trouble | null
  /** Why the run left the server for this page; null when it did not. */
  readonly moved: Trouble | null
  /** Why the last command did nothing. */
  readonly problem: string | null
  /** Something about the page itself. */
  readonly notice: string | null
  /** What the address asks for in vain. */
  readonly strange: readonly (Strange | StrangeRun)[]
  /** A part of the page could not be loaded. */
  readonly missing: boolean
  readonly words: Words
  readonly again: () => void
  readonly dismiss: () => void
}

const strip = (sentence: string, action = '', act = () => {}, serious = true): TemplateResult =>
  html`<lab-notice
    ?serious=${serious}
    .words=${sentence}
    .action=${action}
    @lab-notice-action=${act}
  ></lab-notice>`

/** The strips above the stage, the most serious first. */
export const notices = ({
  trouble,
  moved,
  problem,
  notice,
  strange,
  missing,
  words,
  again,
  dismiss,
}: Notices): TemplateResult => {
  const { ui, say } = words
  const { lab } = ui
  const isGone = trouble?.gone === true
  return html`
    ${
      trouble === null
        ? nothing
        : strip(lab.lost(say(trouble.problem)), isGone ? lab.makeAgain : lab.goOnHere, again)
    }
    ${problem === null || isGone ? nothing : strip(say(problem))}
    ${moved === null ? nothing : strip(lab.movedHere(say(moved.problem)), lab.dismiss, dismiss, false)}
    ${missing ? strip(lab.partFailed, lab.reload, () => location.reload()) : nothing}
    ${strange.map((one) =>
      strip(
        'run' in one ? runProblem(one, words) : ui.address.strange(one.name, one.value, one.known),
        lab.dismiss,
        dismiss,
        false,
      ),
    )}
    ${notice === null ? nothing : strip(notice, lab.dismiss, dismiss, false)}
  `
}
