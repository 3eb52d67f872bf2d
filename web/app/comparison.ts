import { html, type TemplateResult } from 'lit'
import { workflows } from '../../scenarios/catalogue/index.ts'
import type { LabState } from './state.ts'
import { openerOf } from './open-run.ts'
import type { Branches } from '../features/branches/branching.ts'
import { openInPage } from '../player/run/open.ts'
import type { OpenLabRun } from '../player/run-controller.ts'

/** The run beside another; a recording's other side is played in the page. */
export const comparison = (
  { words, route, source }: LabState,
  { playback, place }: OpenLabRun,
  { names, forks, traces }: Branches,
): TemplateResult =>
  html`<lab-compare
    role="region"
    aria-label=${words.ui.header.compare}
    .run=${playback.run}
    .traces=${traces}
    .names=${names}
    .forks=${forks}
    .other=${route.compare}
    .workflows=${workflows}
    .openRun=${place === 'recording' ? openInPage : openerOf(source)}
  ></lab-compare>`
