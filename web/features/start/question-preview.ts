import { html, svg, type TemplateResult } from 'lit'
import type { Question } from '../../player/questions.ts'

const arrow = (from: number, to: number, y: number, name = '') => {
  const back = to > from ? -4 : 4
  return svg`<path class=${name} d="M${from} ${y}H${to}m${back}-3.5l${-back} 3.5l${back} 3.5"/>`
}

const lanes = svg`<path class="lane" d="M20 8v56M80 8v56M140 8v56"/>`

/** What the answer looks like, from afar; decoration only. */
const shapes: Readonly<Record<Question, TemplateResult<2>>> = {
  how: svg`${lanes}${arrow(20, 80, 18)}${arrow(20, 140, 30)}${arrow(80, 140, 42)}
    ${arrow(140, 80, 50, 'faint')}${arrow(80, 20, 60, 'now')}
    <circle class="chip" cx="50" cy="60" r="4"/>`,
  expires: svg`${lanes}<rect class="bar" x="8" y="12" width="144" height="12" rx="3"/>
    <path class="run" d="M14 18h66"/>
    ${arrow(20, 80, 36)}${arrow(80, 140, 46)}${arrow(140, 80, 54, 'faint')}${arrow(80, 20, 62, 'now')}`,
  stolen: svg`<path class="lane" d="M20 8v56M80 8v56"/><path class="lane hacker" d="M140 8v56"/>
    ${arrow(80, 20, 18, 'faint')}<circle class="chip" cx="50" cy="18" r="4"/>
    <path class="copy" d="M56 18c40 2 66 6 80 16"/><circle class="chip" cx="140" cy="36" r="4"/>
    ${arrow(140, 80, 48, 'attack')}${arrow(80, 140, 60, 'attack')}`,
}

export const questionPreview = (question: Question): TemplateResult =>
  html`<svg class="preview" viewBox="0 0 160 72" aria-hidden="true">${shapes[question]}</svg>`
