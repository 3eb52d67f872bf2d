import { html, type TemplateResult } from 'lit'
import { workflowBySlug, workflowTitle, workflows } from '../../scenarios/catalogue/index.ts'
import { ownTitle } from './speech.ts'
import type { LabState } from './state.ts'
import type { Branches } from '../features/branches/branching.ts'
import type { Frame } from '../player/frame.ts'

/** What stands above everything in an embedded player. */
const bar = (lab: LabState, frame: Frame | null): TemplateResult =>
  html`<lab-embed-bar
    .name=${ownTitle(lab) ?? lab.words.say(workflowTitle(lab.route.workflow))}
    .href=${frame?.message == null ? lab.home : `${lab.home}#step=${frame.message.id}`}
  ></lab-embed-bar>`

/** The same at every step: a new list each time would have the header drawn again. */
const none: readonly never[] = []

/** What stands above everything: in a frame of another page the bar, else the header. */
export const head = (
  lab: LabState,
  frame: Frame | null,
  { names, forks }: Branches,
): TemplateResult => {
  if (lab.layout === 'embed') return bar(lab, frame)
  const { route } = lab
  const open = lab.run.kind === 'open' ? lab.run : null
  return html`<lab-header
    .workflows=${workflows}
    .workflow=${workflowBySlug(route.workflow)}
    .lesson=${route.lesson}
    .own=${ownTitle(lab)}
    .view=${route.view}
    .predicting=${lab.predicting}
    .branch=${open?.playback.run.branch ?? ''}
    .branches=${open?.playback.run.branches ?? none}
    .names=${names}
    .forks=${forks}
    .picture=${lab.picture}
    .theme=${lab.theme}
    .languages=${lab.languages}
    .place=${open?.place ?? null}
    .profile=${open?.playback.run.trace.profile ?? null}
    .switched=${Object.keys(open?.playback.run.trace.defences ?? {}).length}
    .stays=${open?.place === 'server' && open.playback.run.trace.fusionauth.kind === 'fusionauth'}
    .differences=${open?.playback.run.differences ?? none}
  ></lab-header>`
}
