/** What `login-lab` promises of its elements. Nothing here names another module, so that its types stand alone. */

/** How a player stands, as its events tell it. */
export interface MediaState {
  /** Messages shown; 0 before the first. */
  readonly currentStep: number
  /** Messages sent and planned. */
  readonly stepCount: number
  readonly paused: boolean
  /** 1 is normal; 2 twice as fast. */
  readonly playbackRate: number
  /** Id of the message that is shown, such as `login.token-request`; null before the first. */
  readonly step: string | null
  /** Phase of that message, such as `login`; null before the first. */
  readonly marker: string | null
}

/** Where to seek to: a number of messages, a share of them, the id of a message, the name of a phase. */
export type SeekTarget =
  | number
  | `${number}%`
  | { readonly step: string }
  | { readonly marker: string }

/** The events of `<login-lab>` by name; those of the player bubble and cross shadow roots. */
export interface LoginLabEventMap {
  /** A run is open. */
  ready: CustomEvent<MediaState>
  /** It plays by itself from now on. */
  play: CustomEvent<MediaState>
  /** It does not any more. */
  pause: CustomEvent<MediaState>
  /** It has played to the end. */
  ended: CustomEvent<MediaState>
  /** Another message is shown. */
  stepchange: CustomEvent<MediaState>
  /** That message belongs to another phase than the one before. */
  marker: CustomEvent<MediaState>
  /** Something went wrong; `message` is a sentence for a person. */
  error: CustomEvent<MediaState & { readonly message: string }>
  /** Another message is shown; its id. */
  'lab-step': CustomEvent<string>
}

/**
 * `<login-lab>`: a login workflow, to play and to interfere with. Every property is an attribute too, of the
 * same name but for `lessonSource`, which is `lesson-src`.
 */
export interface LoginLabElement extends HTMLElement {
  /** Slug of the workflow; the first of the catalogue when left out. */
  workflow: string
  /** Id or number of the message to open at, paused. */
  step: string
  /** The side of the message that the inspector shows. */
  layer: 'message' | 'cookies' | 'state' | 'screen' | 'raw' | 'curl'
  /** The path through the workflow: `tour` when left out, `outage`, `attack-csrf` … */
  lesson: string
  /** Address of an own lesson, in YAML or JSON; '' for none. */
  lessonSource: string
  /** Equal seeds give equal runs, byte for byte. */
  seed: string
  /** How FusionAuth is set: `fidelity` (its defaults) or `hardened` (RFC 9700). */
  profile: string
  /** Defences that are not as usual, each as `NAME=VALUE`, parted by commas. */
  defences: string
  /** `en` or `es`; what the reader chose or the browser prefers when left out. */
  language: string
  /** The speed to begin with: 0.5, 1, 2 or 4. */
  speed: number
  /** Plays when it is open, unless the reader wants less motion. */
  autoplay: boolean
  /** A question that the run answers by itself: `how`, `expires` or `stolen`. */
  ask: string
  /** What the run is compared with: a workflow's slug, or `branch:ID`. */
  compare: string
  /** A run, two beside each other, or a page without a run. */
  view: 'play' | 'compare' | 'start' | 'choose' | 'matrix' | 'clients'
  /** What the chooser or the matrix is asked. */
  asks: string
  /** The cell of the matrix to begin at. */
  cell: string
  /** `page`: keys work anywhere on the page; else only while the focus is inside. */
  keys: string
  /** `embed`: diagram, story and transport only. */
  layout: 'page' | 'embed'
  /** Address of the whole lab, for an embedded player. */
  home: string

  /** Messages shown; setting it seeks. */
  currentStep: number
  /** Messages sent and planned. */
  readonly stepCount: number
  readonly paused: boolean
  /** 1 is normal. What is set is taken to the nearest speed that there is. */
  playbackRate: number
  /** Everything that the events tell. */
  readonly mediaState: MediaState

  /** Each waits for a run, and rejects with the sentence of `error` when none can be opened. */
  play(): Promise<void>
  pause(): Promise<void>
  /** One message on; makes it happen when it has not yet. */
  next(): Promise<void>
  prev(): Promise<void>
  /**
   * Shows another message, paused; makes those before it happen when they have not yet.
   *
   * @returns false when the run has no such message
   * @throws TypeError for what is no seek target
   */
  seek(target: SeekTarget): Promise<boolean>

  addEventListener<Name extends keyof LoginLabEventMap>(
    type: Name,
    listener: (event: LoginLabEventMap[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void
}

/** `<login-lab-embed>`: what was recorded, and the whole player in a frame on request. */
export interface LoginLabEmbedElement extends HTMLElement {
  /** Messages shown; setting it seeks. */
  currentStep: number
  /** Messages sent and planned. */
  readonly stepCount: number
  readonly paused: boolean
  /** 1 is normal. */
  playbackRate: number

  /** Loads the player now. */
  load(): void
  /** Goes on from the message that is shown, with a run that one can interfere with. */
  runLive(): void
  /** Each waits for the player, and rejects with the sentence of `error` when none comes. */
  play(): Promise<unknown>
  pause(): Promise<unknown>
  next(): Promise<unknown>
  prev(): Promise<unknown>
  /** @returns false when there is no such message */
  seek(target: SeekTarget): Promise<unknown>

  addEventListener<Name extends Exclude<keyof LoginLabEventMap, 'lab-step'>>(
    type: Name,
    listener: (event: LoginLabEventMap[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void
}
