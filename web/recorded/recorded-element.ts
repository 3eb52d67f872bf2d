import { MediaElement } from '../player/media-element.ts'
import type { LabInspection } from './lab-inspection.ts'
import type { LiveRun, OpenLive } from './live-run.ts'
import type { Told } from './told.ts'
import { recordedEnglish, type RecordedWords } from './words.en.ts'

/** What can be set of a small player, and what it shows besides the run. */
export abstract class RecordedElement extends MediaElement {
  static override properties = {
    told: { attribute: false },
    words: { attribute: false },
    home: { attribute: false },
    offersLive: { attribute: false },
    bare: { type: Boolean },
    deaf: { type: Boolean },
    alone: { type: Boolean },
    starting: { type: Boolean },
    notice: { attribute: false },
    lookInto: { attribute: false },
    openLive: { attribute: false },
    live: { state: true },
    inspection: { state: true },
    asList: { state: true },
  }
  /** What is played; null until it has come. */
  declare told: Told | null
  declare words: RecordedWords
  /** Address of the whole lab; '' for none. */
  declare home: string
  /** Whether there is an engine to go on with. */
  declare offersLive: boolean
  /** Without the transport bar. */
  declare bare: boolean
  /** No key is the player's, but for those of what has the focus. */
  declare deaf: boolean
  /** There is nothing else on the page: its heading is the player's. */
  declare alone: boolean
  /** The engine is on its way. */
  declare starting: boolean
  /** A sentence on what was asked and is not there; '' for none. */
  declare notice: string
  /** Fetches what is below the surface of the messages. */
  declare lookInto: ((told: Told) => Promise<LabInspection>) | null
  /** Opens a run of the reader's own; null where none can be had in this page. */
  declare openLive: OpenLive | null
  declare live: LiveRun | null
  declare inspection: LabInspection | null
  declare asList: boolean

  constructor() {
    super()
    this.told = null
    this.words = recordedEnglish
    this.home = ''
    this.offersLive = false
    this.bare = false
    this.deaf = false
    this.alone = false
    this.starting = false
    this.notice = ''
    this.lookInto = null
    this.openLive = null
    this.live = null
    this.inspection = null
    this.asList = false
    this.speed = 1
  }

  /** What was on its way does not come, for a reason that is a sentence: what is shown stays. */
  stay(reason: string): void {
    this.starting = false
    this.notice = reason
  }
}
