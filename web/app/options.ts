import type { OpenRun } from '../player/run/status.ts'
import { openInPage } from '../player/run/open.ts'
import { readDefenceSettings, writeDefenceSettings } from '../router/defence-settings.ts'
import type { View } from '../router/route.ts'
import type { Layer } from '../router/layers.ts'
import type { Language } from '../i18n/catalogue.ts'
import { languages } from '../i18n/languages.ts'
import { MediaElement } from '../player/media-element.ts'
import type { LabCommand, LabOptions } from './command.ts'
import { openerOf } from './open-run.ts'
import type { LabState } from './state.ts'

/**
 * What a page may set of `<login-lab>`, by attribute or property. All of it stands in the state of the
 * lab: to set it is to ask for it.
 */
export abstract class LabOptionsElement extends MediaElement {
  static override properties = {
    workflow: { noAccessor: true },
    step: { noAccessor: true },
    layer: { noAccessor: true },
    lesson: { noAccessor: true },
    lessonSource: { noAccessor: true, attribute: 'lesson-src' },
    seed: { noAccessor: true },
    profile: { noAccessor: true },
    defences: { noAccessor: true },
    asks: { noAccessor: true },
    cell: { noAccessor: true },
    keys: { noAccessor: true },
    language: { noAccessor: true },
    view: { noAccessor: true },
    compare: { noAccessor: true },
    ask: { noAccessor: true },
    speed: { noAccessor: true, type: Number },
    autoplay: { noAccessor: true, type: Boolean },
    layout: { noAccessor: true },
    home: { noAccessor: true },
  }
  /** Slug of the workflow; the first of the catalogue when left out. */
  declare workflow: string
  /** Id or number of the message to open at, paused. */
  declare step: string
  /** The side of the message that the inspector shows; see `web/router/layers.ts`. */
  declare layer: Layer
  declare lesson: string
  /** Address of an own lesson (YAML or JSON), which is played in this page. */
  declare lessonSource: string
  declare seed: string
  /** How FusionAuth is set: `fidelity` (its defaults) or `hardened` (RFC 9700). */
  declare profile: string
  /** Defences that are not as usual, each as `NAME=VALUE`, parted by commas. */
  declare defences: string
  /** What the chooser or the matrix is asked. */
  declare asks: string
  /** The cell of the matrix to begin at. */
  declare cell: string
  /** `page`: keys work anywhere on the page; else only while the focus is inside. */
  declare keys: string
  /** A tag of `languages`; what the reader chose or the browser prefers when left out. */
  declare language: string
  /** The languages that can be chosen: those of the lab, and whichever a page adds; by property only. */
  declare languages: readonly Language[]
  /** A page without a run, or one run, or two beside each other. */
  declare view: View
  /** What the run is compared with: a workflow's slug, or `branch:ID`. */
  declare compare: string
  /** A question that the run answers by itself: `how`, `expires` or `stolen`. */
  declare ask: string
  /** Plays when it is open, unless the reader wants less motion. */
  declare autoplay: boolean
  /** `embed`: diagram, story and transport only, for a frame in another page. */
  declare layout: 'page' | 'embed'
  /** Address of the whole lab, for an embedded player. */
  declare home: string
  /** Shows newcomers around, once; by property only. */
  declare greets: boolean
  /** Opens the runs, in place of the lab; by property only. */
  declare openRun: OpenRun

  abstract get state(): LabState
  abstract readonly dispatch: (command: LabCommand) => void
}

type Name = keyof LabOptionsElement & (keyof LabOptions | 'openRun')

interface OptionBinding {
  readonly read: (state: LabState) => unknown
  /** An attribute that is taken away gives null. */
  readonly options: (value: never) => LabOptions
}

const ofRoute = (
  name:
    | 'workflow'
    | 'lesson'
    | 'lessonSource'
    | 'seed'
    | 'profile'
    | 'asks'
    | 'cell'
    | 'compare'
    | 'ask',
): OptionBinding => ({
  read: ({ route }) => route[name],
  options: (value: string | null) => ({ [name]: value ?? '' }),
})

const own = <
  Known extends
    | 'keys'
    | 'language'
    | 'languages'
    | 'autoplay'
    | 'layout'
    | 'home'
    | 'greets'
    | 'speed',
>(
  name: Known,
  usual: LabState[Known],
): OptionBinding => ({
  read: (state) => state[name],
  options: (value: LabState[Known] | null) => ({ [name]: value ?? usual }),
})

const options: Readonly<Record<Name, OptionBinding>> = {
  workflow: ofRoute('workflow'),
  lesson: ofRoute('lesson'),
  lessonSource: ofRoute('lessonSource'),
  seed: ofRoute('seed'),
  profile: ofRoute('profile'),
  asks: ofRoute('asks'),
  cell: ofRoute('cell'),
  compare: ofRoute('compare'),
  ask: ofRoute('ask'),
  step: {
    read: ({ startAt }) => startAt,
    options: (value: string | null) => ({ step: value ?? '' }),
  },
  layer: {
    read: ({ route }) => route.layer,
    options: (value: Layer | null) => ({ layer: value ?? 'message' }),
  },
  view: {
    read: ({ route }) => route.view,
    options: (value: View | null) => ({ view: value ?? 'play' }),
  },
  defences: {
    read: ({ route }) => writeDefenceSettings(route.defences),
    options: (value: string | null) => ({ defences: readDefenceSettings(value ?? '') }),
  },
  openRun: {
    read: ({ source }) => openerOf(source),
    options: (value: OpenRun | null) => ({
      source: { kind: 'given', open: value ?? openInPage },
    }),
  },
  keys: own('keys', 'focus'),
  language: own('language', 'en'),
  languages: own('languages', languages),
  autoplay: own('autoplay', false),
  speed: own('speed', 1),
  layout: own('layout', 'page'),
  home: own('home', ''),
  greets: own('greets', false),
}

for (const [name, option] of Object.entries(options))
  Object.defineProperty(LabOptionsElement.prototype, name, {
    configurable: true,
    enumerable: true,
    get(this: LabOptionsElement) {
      return option.read(this.state)
    },
    set(this: LabOptionsElement, value: never) {
      this.dispatch({ type: 'configure', options: option.options(value) })
    },
  })
