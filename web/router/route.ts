import type { Layer } from './layers.ts'
import type { AskedDefences } from './defence-settings.ts'

/** A page that needs no run. */
export type RunlessPage = 'start' | 'choose' | 'matrix' | 'clients'

/** What the whole page shows: a page without a run, one run, or two beside each other. */
export type View = RunlessPage | 'play' | 'compare'

/** Whether this view shows a run. */
export const isRunView = (view: View): view is 'play' | 'compare' =>
  view === 'play' || view === 'compare'

/**
 * Everything that an address tells, `?workflow=SLUG&lesson=NAME#step=ID&layer=NAME`. An empty text
 * stands for what it does not tell.
 */
export interface Route {
  readonly view: View
  /** Slug of the workflow; the first of the catalogue when the address names none. */
  readonly workflow: string
  readonly lesson: string
  /** Address of an own lesson, as it was written; it says which workflow is played. '' for none. */
  readonly lessonSource: string
  readonly seed: string
  /** How FusionAuth is set: `hardened`, or `fidelity` (its defaults). */
  readonly profile: string
  readonly defences: AskedDefences
  /** `?ask=stolen`: a question that the run answers by itself. */
  readonly ask: string
  /** What the run is compared with: a workflow's slug, or `branch:ID`. */
  readonly compare: string
  /** What the chooser was told so far, or of what the matrix is shown. */
  readonly asks: string
  /** The cell of the matrix that is looked at. */
  readonly cell: string
  /** A message's id, or its number; null for the beginning. Ids survive edits, so these are written. */
  readonly step: string | null
  /** Name of the secret that is followed (`sid-1`), never a value; null for none. */
  readonly follow: string | null
  /** The side from which the message is shown. */
  readonly layer: Layer
  /** The run to make again (`web/player/run-link/`), as text. */
  readonly sharedRun: string
  /** `?lang=es`, for this visit; the page may speak another language by now. */
  readonly language: string | null
  /** `?theme=dark`, for this visit; the page may have other colours by now. */
  readonly theme: string | null
  /** `?speed=2`: the speed to begin with; 1 is normal. */
  readonly speed: string | null
  /** `?autoplay`: plays when it is open. */
  readonly autoplay: boolean
  /** `?run=page`: run in this page, ask no server. */
  readonly inPage: boolean
}
