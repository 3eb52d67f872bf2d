import { svg, html, type TemplateResult } from 'lit'
import type { Participant } from '../../scenarios/vocabulary.ts'
import type { Actor } from '../../scenarios/view/words.ts'

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
