import { svg, html, type TemplateResult } from 'lit'
import type { Participant } from '../../scenarios/model/participant.ts'
import type { Actor } from '../../scenarios/projections/words.ts'

const shapes = {
  browser: svg`<rect x="3" y="4.5" width="18" height="15" rx="2"/><path d="M3 9h18M6 6.8h.01M8.6 6.8h.01"/>`,
  mobile: svg`<rect x="7" y="2.5" width="10" height="19" rx="2.5"/><path d="M11 18.5h2"/>`,
  store: svg`<path d="M5 8h14l-1 12H6z"/><path d="M9 10V7a3 3 0 0 1 6 0v3"/>`,
  forums: svg`<path d="M4 5h12v8H9l-3.5 3v-3H4z"/><path d="M18.5 9.5H20V17h-1.5v3L15 17h-4"/>`,
  fusionauth: svg`<path d="M12 3l7.5 3v5c0 5-3.2 8.3-7.5 10-4.3-1.7-7.5-5-7.5-10V6z"/><circle cx="12" cy="10.5" r="1.75"/><path d="M12 12.3V16"/>`,
  hacker: svg`<path d="M3 8c3-1.6 6-1.6 9 0 3-1.6 6-1.6 9 0 0 5-1.8 8-4.6 8-2 0-2.9-2-4.4-2s-2.4 2-4.4 2C4.8 16 3 13 3 8z"/><path d="M6.8 10.6c1.2-.5 2.2-.3 3 .6M17.2 10.6c-1.2-.5-2.2-.3-3 .6"/>`,
  first: svg`<path d="M6 5v14"/><path class="solid" d="M19 5v14l-10-7z"/>`,
  back: svg`<path d="M15 5l-7 7 7 7"/>`,
  play: svg`<path class="solid" d="M7 4.5v15l13-7.5z"/>`,
  pause: svg`<path class="solid" d="M6 5h4v14H6zM14 5h4v14h-4z"/>`,
  forward: svg`<path d="M9 5l7 7-7 7"/>`,
  last: svg`<path d="M18 5v14"/><path class="solid" d="M5 5v14l10-7z"/>`,
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4"/>`,
  moon: svg`<path d="M20 14.5A8 8 0 0 1 9.5 4a8 8 0 1 0 10.5 10.5z"/>`,
  help: svg`<path d="M9 9a3 3 0 1 1 4.2 2.8c-.8.4-1.2 1-1.2 2.2"/><path d="M12 17.5h.01"/>`,
  list: svg`<path d="M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01"/>`,
  diagram: svg`<path d="M5 4v16M19 4v16M5 9h11l-3-2.5M16 9l-3 2.5M19 15H8l3-2.5M8 15l3 2.5"/>`,
  clock: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>`,
  learner: svg`<circle cx="12" cy="8" r="3.5"/><path d="M5 20c.6-4 3.2-6 7-6s6.4 2 7 6"/>`,
  check: svg`<path d="M5 12.5l4.5 4.5L19 7.5"/>`,
  cross: svg`<path d="M6 6l12 12M18 6L6 18"/>`,
  barred: svg`<circle cx="12" cy="12" r="8.5"/><path d="M6 6l12 12"/>`,
  down: svg`<path d="M6 9l6 6 6-6"/>`,
  lock: svg`<rect x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>`,
  unlocked: svg`<rect x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 7.6-1.8"/>`,
  cookie: svg`<path d="M12 3.5a8.5 8.5 0 1 0 8.5 8.5 4 4 0 0 1-4.4-4.1A4 4 0 0 1 12 3.5z"/><path d="M9 10h.01M8.5 15h.01M13 13.5h.01M15.5 17h.01"/>`,
  branch: svg`<circle cx="6" cy="5.5" r="2"/><circle cx="6" cy="18.5" r="2"/><circle cx="18" cy="8.5" r="2"/><path d="M6 7.5v9M18 10.5c0 4-6 3-11.5 6.5"/>`,
  save: svg`<path d="M12 4v10M8 10.5l4 4 4-4M5 19.5h14"/>`,
  open: svg`<path d="M12 15V5M8 8.5l4-4 4 4M5 19.5h14"/>`,
  out: svg`<path d="M14 5h5v5M19 5l-8 8M17 14v5H5V7h5"/>`,
  menu: svg`<circle class="solid" cx="5" cy="12" r="1.75"/><circle class="solid" cx="12" cy="12" r="1.75"/><circle class="solid" cx="19" cy="12" r="1.75"/>`,
  lamp: svg`<path d="M9 17h6M10 20.5h4M8.5 14a5.5 5.5 0 1 1 7 0c-.6.5-.9 1.3-.9 2H9.4c0-.7-.3-1.5-.9-2z"/>`,
  compare: svg`<rect x="3.5" y="5" width="7" height="14" rx="1.5"/><rect x="13.5" y="5" width="7" height="14" rx="1.5"/>`,
  predict: svg`<path d="M8.5 9.5a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.1-1.5 2.3"/><path d="M12 18h.01"/><path d="M4 4h3M4 4v3M20 4h-3M20 4v3M4 20h3M4 20v-3M20 20h-3M20 20v-3"/>`,
  matrix: svg`<rect x="4" y="4" width="16" height="16" rx="2"/><path d="M4 9.3h16M4 14.7h16M9.3 4v16M14.7 4v16"/>`,
  shield: svg`<path d="M12 3l7.5 3v5c0 5-3.2 8.3-7.5 10-4.3-1.7-7.5-5-7.5-10V6z"/><path d="M8.5 12l2.5 2.5 4.5-5"/>`,
  share: svg`<path d="M12 14V4M8.5 7.5L12 4l3.5 3.5M6 12v7.5h12V12"/>`,
  pen: svg`<path d="M5 19l1-4.5L16 4.5l3.5 3.5L9.5 18z"/><path d="M14 6.5l3.5 3.5"/>`,
  link: svg`<path d="M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.1-1.1"/>`,
  picture: svg`<rect x="4" y="5" width="16" height="14" rx="2"/><path d="M4 16l4.5-4.5L13 16l3-3 4 4M15.5 9h.01"/>`,
  article: svg`<path d="M6 4h8.5L18 7.5V20H6z"/><path d="M9 10h6M9 13h6M9 16h4"/>`,
  code: svg`<path d="M8.5 7.5L4 12l4.5 4.5M15.5 7.5L20 12l-4.5 4.5"/>`,
  warning: svg`<path d="M12 4l9 16H3z"/><path d="M12 10v4.5M12 17.2h.01"/>`,
} as const

export type IconName = keyof typeof shapes

/** A sign from the one set; decoration only, its meaning is always in words beside it. */
export const icon = (name: IconName): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${shapes[name]}</svg>`

const participants: Readonly<Record<Participant, IconName>> = {
  Browser: 'browser',
  Mobile: 'mobile',
  Store: 'store',
  Forums: 'forums',
  FusionAuth: 'fusionauth',
  Hacker: 'hacker',
}

export const participantIcon = (participant: Participant): TemplateResult =>
  icon(participants[participant] ?? 'browser')

const actors: Readonly<Record<Actor, IconName>> = {
  learner: 'learner',
  clock: 'clock',
  hacker: 'hacker',
  fusionauth: 'fusionauth',
}

export const actorIcon = (actor: Actor): TemplateResult => icon(actors[actor])
