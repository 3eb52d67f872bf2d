import { html, type TemplateResult } from 'lit'
import { workflows } from '../../scenarios/catalogue/index.ts'
import type { LabElement } from '../api/lab-element.ts'
import type { Branches } from '../branches/branching.ts'
import { openInPage } from '../run/open.ts'
import type { OpenSession } from '../session.ts'

/** The run beside another; a recording's other side is played in the page. */
export const comparison = (
  { words, compare, openRun }: LabElement,
  { playback, place }: OpenSession,
  { names, forks, traces }: Branches,
): TemplateResult =>
  html`<lab-compare
    role="region"
    aria-label=${words.ui.compare.title}
    .run=${playback.run}
    .traces=${traces}
    .names=${names}
    .forks=${forks}
    .other=${compare}
    .workflows=${workflows}
    .openRun=${place === 'recording' ? openInPage : openRun}
  ></lab-compare>`
