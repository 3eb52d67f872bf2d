import type { SearchResult } from '../../scenarios/projections/search.ts'
import type { Profile } from '../../scenarios/model/client.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { PlayedLesson } from '../player/lesson-telling.ts'
import type { DialogName, PlayerControl } from '../features/events.ts'
import type { Layer } from '../router/layers.ts'
import type { AskedDefences } from '../router/defence-settings.ts'
import type { UnknownParameter } from '../router/read.ts'
import type { Route } from '../router/route.ts'
import type { LabRun } from '../player/run-controller.ts'
import type { UnknownRun } from '../player/run-link/open.ts'
import type { KeptRun } from './kept-run.ts'
import type { Theme } from '../ui/theme.ts'
import type { Words } from '../i18n/catalogue.ts'
import type { LabState } from './state.ts'

/** What the page around a lab may set, by attribute, property or all at once. */
export type LabOptions = Partial<
  Pick<
    LabState,
    | 'source'
    | 'autoplay'
    | 'speed'
    | 'keys'
    | 'layout'
    | 'home'
    | 'greets'
    | 'language'
    | 'languages'
    | 'theme'
  > &
    Pick<LabState, 'drawerOpen'> &
    Pick<
      Route,
      | 'view'
      | 'workflow'
      | 'lesson'
      | 'lessonSource'
      | 'seed'
      | 'profile'
      | 'defences'
      | 'ask'
      | 'compare'
      | 'asks'
      | 'cell'
      | 'layer'
      | 'sharedRun'
    > & {
      /** Id or number of the message to open at, paused. */
      readonly step: string
    }
>

/** What changes a lab, by whoever asks for it. */
export type LabCommand =
  | { readonly type: 'configure'; readonly options: LabOptions }
  /**
   * Show what an address asks for; `damage` is what is wrong with the run that it tells of, `kept` what
   * this tab has kept of it.
   */
  | {
      readonly type: 'visit'
      readonly route: Route
      readonly unknown: readonly UnknownParameter[]
      readonly damage: UnknownRun | null
      readonly kept: KeptRun | null
    }

  // What is played
  | { readonly type: 'set-profile'; readonly profile: Profile }
  /** Play this lesson with these defences, from the beginning. */
  | {
      readonly type: 'play-defences'
      readonly lesson: string
      readonly defences: AskedDefences
    }
  /** Play a run that is there already, of this workflow. */
  | {
      readonly type: 'play-recording'
      /** What was recorded: the address leads to the same lesson, played anew. */
      readonly recorded: Pick<Route, 'workflow' | 'lesson' | 'seed' | 'profile' | 'defences'>
      readonly source: LabState['source']
    }
  /** Try again to open the run. */
  | { readonly type: 'reopen' }
  /** Try at once to get a lost run back. */
  | { readonly type: 'retry' }

  // What the player is asked for
  | { readonly type: 'send'; readonly event: LabEvent }
  | { readonly type: 'control'; readonly control: PlayerControl }
  | { readonly type: 'seek'; readonly to: number }
  | { readonly type: 'go-to'; readonly step: string }
  | { readonly type: 'set-speed'; readonly speed: number }
  | { readonly type: 'switch-branch'; readonly branch: string }
  /** Go to a message of a branch, out of the comparison. */
  | { readonly type: 'visit-branch'; readonly branch: string; readonly step: string }
  /** Call a branch by this name; '' for the name that it has by itself. */
  | { readonly type: 'name-branch'; readonly branch: string; readonly name: string }

  // What is looked at
  | { readonly type: 'set-view'; readonly view: 'play' | 'compare' }
  | { readonly type: 'compare'; readonly other: string }
  | { readonly type: 'ask'; readonly asks: string }
  | { readonly type: 'look-at-cell'; readonly cell: string }
  | { readonly type: 'follow'; readonly name: string | null }
  | { readonly type: 'find'; readonly found: SearchResult | null }
  | { readonly type: 'set-layer'; readonly layer: Layer }
  | { readonly type: 'set-picture'; readonly picture: 'diagram' | 'list' }
  | { readonly type: 'set-drawer'; readonly open: boolean }
  | { readonly type: 'predict'; readonly on: boolean }
  | { readonly type: 'set-theme'; readonly theme: Theme }
  | { readonly type: 'set-language'; readonly language: string }
  | { readonly type: 'set-shortcuts'; readonly on: boolean }
  /** Out of the tour, the comparison, or what is followed. */
  | { readonly type: 'leave' }

  // What the page is asked for
  | { readonly type: 'open-dialog'; readonly dialog: DialogName }
  /** `isAsked`: by the learner, whose focus goes along. */
  | { readonly type: 'show-tour'; readonly isAsked: boolean }
  | { readonly type: 'save-trace' }
  | { readonly type: 'open-file'; readonly file: File }
  | { readonly type: 'toggle-fullscreen' }

  // What has come about
  /** The own lesson that the address names is here. */
  | { readonly type: 'lesson-read'; readonly own: PlayedLesson }
  | { readonly type: 'run-changed'; readonly run: LabRun }
  | { readonly type: 'dialog-changed'; readonly dialog: DialogName; readonly isOpen: boolean }
  /** Whether questions on a branch were answered right. */
  | { readonly type: 'answered'; readonly answers: LabState['answers'] }
  | { readonly type: 'message-shown'; readonly step: string | null }
  | { readonly type: 'announce'; readonly text: string }
  | { readonly type: 'words-loaded'; readonly words: Words }
  | { readonly type: 'diagram-drawn' }
  | { readonly type: 'diagram-failed'; readonly notice: string }
  | { readonly type: 'part-missing' }
  | { readonly type: 'unknown-found'; readonly unknown: UnknownParameter | UnknownRun }
  | { readonly type: 'notify'; readonly notice: string | null }
  /** What the strips above the stage tell has been read. */
  | { readonly type: 'dismiss' }
  | { readonly type: 'tour'; readonly on: boolean }
