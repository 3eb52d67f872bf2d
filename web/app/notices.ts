import { html, nothing, type TemplateResult } from 'lit'
import { isEnglish } from '../i18n/told.ts'
import type { Words } from '../i18n/catalogue.ts'
import type { UnknownRun } from '../player/run-link/open.ts'
import type { LabHost } from './lab-host.ts'

/** What is wrong with the run of a link, in a sentence. */
const runProblem = ({ run }: UnknownRun, { ui, say }: Words): string => {
  const { address } = ui
  switch (run.kind) {
    case 'version':
      return address.linkVersion(run.found)
    case 'too-long':
      return address.linkTooLong
    case 'unknown':
      return address.linkUnknown(run.word, run.near)
    case 'branch':
      return address.linkBranch(run.found)
    case 'refused':
      return address.linkRefused(say(run.problem))
  }
}

const strip = (
  sentence: string,
  action = '',
  act = () => {},
  serious = true,
  english = false,
): TemplateResult =>
  html`<lab-notice
    ?serious=${serious}
    lang=${english ? 'en' : nothing}
    .words=${sentence}
    .action=${action}
    @lab-notice-action=${act}
  ></lab-notice>`

/** The strips above the stage, the most serious first. */
export const notices = ({ state, dispatch }: LabHost): TemplateResult => {
  const { notice, unknown, partMissing, words, run } = state
  const retry = () => dispatch({ type: 'retry' })
  const dismiss = () => dispatch({ type: 'dismiss' })
  const open = run.kind === 'open' ? run : null
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
    ${problem === null || trouble !== null ? nothing : strip(say(problem), '', () => {}, true, isEnglish(problem))}
    ${moved === null ? nothing : strip(lab.moved[moved], lab.dismiss, dismiss, false)}
    ${partMissing && trouble === null ? strip(lab.partFailed, lab.reload, () => location.reload()) : nothing}
    ${unknown.map((one) =>
      strip(
        'run' in one
          ? runProblem(one, words)
          : ui.address.unknownParameter(one.name, one.value, one.known),
        lab.dismiss,
        dismiss,
        false,
      ),
    )}
    ${notice === null ? nothing : strip(notice, lab.dismiss, dismiss, false)}
  `
}
