import { html, type TemplateResult } from 'lit'
import { workflowBySlug, workflows } from '../../scenarios/catalogue/index.ts'
import type { LabElement } from '../api/lab-element.ts'
import type { Branches } from '../branches/branching.ts'
import type { Moment } from '../moment.ts'

/** What stands above everything in an embedded player. */
const bar = ({ words, workflow, home }: LabElement, moment: Moment | null): TemplateResult =>
  html`<lab-embed-bar
    .name=${words.say(workflowBySlug(workflow)?.title ?? workflow)}
    .href=${moment?.message == null ? home : `${home}#step=${moment.message.id}`}
  ></lab-embed-bar>`

/** The same at every step: a new list each time would have the header drawn again. */
const none: readonly never[] = []

/** What stands above everything: in a frame of another page the bar, else the header. */
export const head = (
  lab: LabElement,
  moment: Moment | null,
  { names, forks }: Branches,
): TemplateResult => {
  if (lab.layout === 'embed') return bar(lab, moment)
  const open = lab.session.kind === 'open' ? lab.session : null
  return html`<lab-header
    .workflows=${workflows}
    .workflow=${workflowBySlug(lab.workflow)}
    .lesson=${lab.lesson}
    .view=${lab.view}
    .predicting=${lab.predicting}
    .branch=${open?.playback.run.branch ?? ''}
    .branches=${open?.playback.run.branches ?? none}
    .names=${names}
    .forks=${forks}
    .picture=${lab.picture}
    .theme=${lab.theme}
    .place=${open?.place ?? null}
    .profile=${open?.playback.run.trace.profile ?? null}
    .switched=${Object.keys(open?.playback.run.trace.defences ?? {}).length}
    .differences=${open?.playback.run.differences ?? none}
  ></lab-header>`
}
