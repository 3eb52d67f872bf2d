import { html, nothing, type TemplateResult } from 'lit'
import type { LabElement } from '../api/lab-element.ts'
import { runProblem } from '../run-link/problem.ts'

/** What the buttons of the notices do. */
export interface NoticeWays {
  /** Tries at once to get the lost run back. */
  readonly retry: () => void
  /** The news has been read. */
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
export const notices = (of: LabElement, { retry, dismiss }: NoticeWays): TemplateResult => {
  const { notice, strange, missing, words } = of
  const open = of.session.kind === 'open' ? of.session : null
  const trouble = open?.trouble ?? null
  const moved = open?.moved ?? null
  const problem = open?.playback.problem ?? null
  const { ui, say } = words
  const { lab } = ui
  return html`
    ${
      trouble === null
        ? nothing
        : strip(
            trouble.kind === 'silent' && !trouble.isOver ? lab.looking : lab.lost[trouble.kind],
            trouble.kind === 'silent' ? lab.tryAgain : lab.makeAgain,
            retry,
          )
    }
    ${problem === null || trouble !== null ? nothing : strip(say(problem))}
    ${moved === null ? nothing : strip(lab.moved[moved], lab.dismiss, dismiss, false)}
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
