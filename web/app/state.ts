import type { SearchResult } from '../../scenarios/projections/search.ts'
import type { DialogName } from '../features/events.ts'
import type { PlayedLesson } from '../player/lesson-telling.ts'
import type { OpenRun } from '../player/run/status.ts'
import type { UnknownRun } from '../player/run-link/open.ts'
import type { UnknownParameter } from '../router/read.ts'
import { emptyRoute } from '../router/read.ts'
import type { Route } from '../router/route.ts'
import type { KeptRun } from './kept-run.ts'
import type { LabRun } from '../player/run-controller.ts'
import type { Theme } from '../ui/theme.ts'
import type { Language, Words } from '../i18n/catalogue.ts'
import { englishWords, languages } from '../i18n/languages.ts'

/**
 * Where runs are opened: in this page; on the server if there is one with room; in this page unless
 * the server's runs talk to a real FusionAuth; or by whoever has set the lab up.
 */
export type RunSource =
  | { readonly kind: 'page' | 'anywhere' | 'as-configured' }
  | { readonly kind: 'given'; readonly open: OpenRun }

/** Everything that a lab knows and shows. Never changed: a command makes another. */
export interface LabState {
  /** What its address tells. */
  readonly route: Route
  /** What its address asks for in vain. */
  readonly unknown: readonly (UnknownParameter | UnknownRun)[]

  readonly source: RunSource
  /** Id, phase or number of the message to open at, paused; '' for the beginning. */
  readonly startAt: string
  /** Plays when it is open, unless the reader wants less motion. */
  readonly autoplay: boolean
  /** The speed to begin with; 1 is normal. */
  readonly speed: number
  /** Counts the runs that were wanted: where it grows, one begins anew. */
  readonly opening: number
  readonly run: LabRun
  /** The own lesson that the address names, once it was read; null for none. */
  readonly own: PlayedLesson | null
  /** What the tab has kept of the run that is wanted; null when it begins anew. */
  readonly kept: KeptRun | null
  /** Names that the learner gave to branches of this run, by id. */
  readonly names: KeptRun['names']
  /** Whether questions on its further branches were answered right, by branch and question. */
  readonly answers: KeptRun['answers']

  /** `page`: keys work anywhere on the page; else only while the focus is inside. */
  readonly keys: string
  /** `embed`: diagram, story and transport only, for a frame in another page. */
  readonly layout: 'page' | 'embed'
  /** Address of the whole lab, for an embedded player. */
  readonly home: string
  /** Shows newcomers around, once. */
  readonly greets: boolean

  /** Tag of the language that is wanted. */
  readonly language: string
  /** The languages that can be chosen: those of the lab, and whichever a page adds. */
  readonly languages: readonly Language[]
  /** The words that are spoken. */
  readonly words: Words
  readonly theme: Theme
  /** Single-key shortcuts are on. */
  readonly shortcutsOn: boolean
  readonly picture: 'diagram' | 'list'
  /** The diagram is there; until then the list is. */
  readonly drawn: boolean
  readonly drawerOpen: boolean
  /** What is open over the page. */
  readonly dialog: DialogName | null
  /** Stops before chosen messages and asks what comes. */
  readonly predicting: boolean
  /** What was looked for in the run; null when nothing is. */
  readonly found: SearchResult | null
  /** Something the learner should know, in a sentence. */
  readonly notice: string | null
  /** A part of the page could not be loaded. */
  readonly partMissing: boolean
  /** The tour of the page is shown. */
  readonly touring: boolean
  /** What a screen reader is to hear. */
  readonly announced: string
}

/** What a visitor has chosen on an earlier visit, or the browser prefers. */
export type Preferences = Pick<LabState, 'language' | 'theme' | 'shortcutsOn'>

/** A lab that nobody has told anything yet: it shows the first workflow. */
export const initialState = (preferences: Preferences): LabState => ({
  route: { ...emptyRoute, view: 'play' },
  unknown: [],
  source: { kind: 'page' },
  startAt: '',
  autoplay: false,
  speed: 1,
  opening: 0,
  run: { kind: 'none' },
  own: null,
  kept: null,
  names: {},
  answers: {},
  keys: 'focus',
  layout: 'page',
  home: '',
  greets: false,
  languages,
  words: englishWords,
  picture: 'diagram',
  drawn: false,
  drawerOpen: true,
  dialog: null,
  predicting: false,
  found: null,
  notice: null,
  partMissing: false,
  touring: false,
  announced: '',
  ...preferences,
})
