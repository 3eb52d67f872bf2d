import { workflows } from '../../scenarios/catalogue/index.ts'
import type { SearchResult } from '../../scenarios/projections/search.ts'
import type { Page } from '../deep-link.ts'
import type { Layer } from '../layers.ts'
import { openInPage, type OpenRun } from '../run/open.ts'
import type { StrangeRun } from '../run-link/open.ts'
import type { SessionState } from '../session.ts'
import { currentTheme, shortcutsOn, type Theme } from '../theme.ts'
import type { Strange } from '../wishes.ts'
import type { Language, Words } from '../words/catalogue.ts'
import { currentLanguage } from '../words/choice.ts'
import { englishWords } from '../words/languages.ts'
import { MediaElement } from './media-element.ts'

/** What `<login-lab>` can be told, by attribute or property, and what it shows now. */
export abstract class LabElement extends MediaElement {
  static override properties = {
    workflow: {},
    step: {},
    layer: {},
    lesson: {},
    seed: {},
    profile: {},
    defences: {},
    asks: {},
    cell: {},
    keys: {},
    language: {},
    view: {},
    compare: {},
    ask: {},
    speed: { type: Number },
    autoplay: { type: Boolean },
    greets: { attribute: false },
    strange: { attribute: false },
    layout: { reflect: true },
    home: {},
    openRun: { attribute: false },
    session: { state: true },
    followedName: { state: true },
    found: { state: true },
    predicting: { state: true },
    picture: { state: true },
    drawn: { state: true },
    drawerOpen: { state: true },
    notice: { state: true },
    missing: { state: true },
    theme: { state: true },
    shortcutsOn: { state: true },
    words: { state: true },
  }
  /** Slug of the workflow; the first of the catalogue when left out. */
  declare workflow: string
  /** Id or number of the message to open at, paused. */
  declare step: string
  /** The side of the message that the inspector shows; see `web/layers.ts`. */
  declare layer: Layer
  declare lesson: string
  declare seed: string
  /** How FusionAuth is set: `fidelity` (its defaults) or `hardened` (RFC 9700). */
  declare profile: string
  /** Switches that are not as usual, each as `NAME=VALUE`, parted by commas. */
  declare defences: string
  /** What the chooser or the matrix is asked. */
  declare asks: string
  /** The cell of the matrix to begin at. */
  declare cell: string
  /** `page`: keys work anywhere on the page; else only while the focus is inside. */
  declare keys: string
  /** `en` or `es`; what the reader chose or the browser prefers when left out. */
  declare language: Language
  /** A page without a run, or one run, or two beside each other. */
  declare view: Page | 'play' | 'compare'
  /** What the run is compared with: a workflow's slug, or `branch:ID`. */
  declare compare: string
  /** A question that the run answers by itself: `how`, `expires` or `stolen`. */
  declare ask: string
  /** Plays when it is open, unless the reader wants less motion. */
  declare autoplay: boolean
  /** Shows newcomers around, once. */
  declare greets: boolean
  /** What the address asks for in vain. */
  declare strange: readonly (Strange | StrangeRun)[]
  /** The run that the address tells of, as text; '' for none, or when it was left. */
  sharedRun = ''
  /** `embed`: diagram, story and transport only, for a frame in another page. */
  declare layout: 'page' | 'embed'
  /** Address of the whole lab, for an embedded player. */
  declare home: string
  declare openRun: OpenRun
  declare session: SessionState
  declare followedName: string | null
  /** What was looked for in the run; null when nothing is. */
  declare found: SearchResult | null
  declare predicting: boolean
  declare picture: 'diagram' | 'list'
  declare drawn: boolean
  declare drawerOpen: boolean
  declare notice: string | null
  /** A part of the page could not be loaded. */
  declare missing: boolean
  declare theme: Theme
  declare shortcutsOn: boolean
  declare words: Words

  constructor() {
    super()
    this.workflow = workflows[0]?.slug ?? ''
    this.step = ''
    this.layer = 'message'
    this.lesson = ''
    this.seed = ''
    this.profile = ''
    this.defences = ''
    this.asks = ''
    this.cell = ''
    this.keys = 'focus'
    this.language = currentLanguage()
    this.words = englishWords
    this.view = 'play'
    this.compare = ''
    this.ask = ''
    this.speed = 1
    this.autoplay = false
    this.greets = false
    this.strange = []
    this.missing = false
    this.predicting = false
    this.layout = 'page'
    this.home = ''
    this.openRun = openInPage
    this.session = { kind: 'opening' }
    this.followedName = null
    this.found = null
    this.picture = 'diagram'
    this.drawn = false
    this.drawerOpen = true
    this.notice = null
    this.theme = currentTheme()
    this.shortcutsOn = shortcutsOn()
  }
}
