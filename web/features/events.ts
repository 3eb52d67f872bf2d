import type { SearchResult } from '../../scenarios/projections/search.ts'
import type { Actor } from '../../scenarios/projections/words.ts'
import type { Profile } from '../../scenarios/model/client.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { Layer } from '../router/layers.ts'
import type { AskedDefences } from '../router/defence-settings.ts'

/** What a control asks of the player. */
export type PlayerControl =
  | 'toggle'
  | 'back'
  | 'forward'
  | 'first'
  | 'last'
  | 'previous-chapter'
  | 'next-chapter'

/** What can be open over the page: dialogs, panels, menus, the field to search, the tour. */
export type DialogName =
  | 'help'
  | 'go'
  | 'search'
  | 'share'
  | 'defend'
  | 'tour'
  | 'clock'
  | 'branches'
  | 'menu'
  | 'workflows'
  | 'lessons'
  | 'windows'
  | `choices-${Actor}`

/** Everything that an element tells the coordinator: properties go down, these come up. */
export interface LabEvents {
  /** Do this at the cursor. */
  'lab-send': LabEvent
  /** Show this many messages. */
  'lab-seek': number
  'lab-command': PlayerControl
  'lab-speed': number
  /** Follow the secret of this name; null follows none. */
  'lab-follow': string | null
  /** What was looked for, and where it is; null when nothing is any more. */
  'lab-found': SearchResult | null
  /** Go to this branch of the run. */
  'lab-branch': string
  /** Show the messages as a picture or as a list. */
  'lab-picture': 'diagram' | 'list'
  /** The picture cannot be shown, and why. */
  'lab-picture-failed': string
  'lab-picture-drawn': null
  /** Go to the message of this id or number. */
  'lab-go': string
  /** The inspector shows the message from this side now. */
  'lab-layer': Layer
  /** The message with this id is shown now; null before the first. */
  'lab-step': string | null
  'lab-theme': 'light' | 'dark'
  /** The lab is to speak this language. */
  'lab-language': string
  /** Show one run, or two beside each other. */
  'lab-view': 'play' | 'compare'
  /** Compare with this: a workflow's slug, or `branch:ID`; '' with nothing yet. */
  'lab-compare': string
  /** Go to a message of a branch. */
  'lab-visit': { readonly branch: string; readonly step: string }
  /** Call a branch by this name; '' for the name that it has by itself. */
  'lab-branch-name': { readonly branch: string; readonly name: string }
  /** Stop before chosen messages and ask what comes, or no more. */
  'lab-predict': boolean
  /** The tour of the page is wanted. */
  'lab-tour': null
  /** The ways to take this run elsewhere are wanted. */
  'lab-share': null
  /** Attacks and defences are wanted. */
  'lab-defend': null
  /** Play this lesson with these defences. */
  'lab-defences': { readonly lesson: string; readonly defences: AskedDefences }
  /** What the chooser or the matrix is asked now. */
  'lab-asks': string
  /** The cell of the matrix that is looked at: `SLUG.ATTACK.DEFENCE`; '' for none. */
  'lab-cell': string
  'lab-help': null
  /** Something has opened over the page, or closed. */
  'lab-dialog': { readonly dialog: DialogName; readonly isOpen: boolean }
  /** FusionAuth is to be set in this way. */
  'lab-profile': Profile
  /** The trace is to be saved as a file. */
  'lab-save': null
  /** A saved trace is to be played. */
  'lab-file': File
  /** Single-key shortcuts on or off. */
  'lab-shortcuts': boolean
}

/** Tells the coordinator; crosses shadow roots. */
export const emit = <Type extends keyof LabEvents>(
  from: EventTarget,
  type: Type,
  detail: LabEvents[Type],
): void => {
  from.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
}

/** Listens to one kind of event of an element. */
export const on = <Type extends keyof LabEvents>(
  target: EventTarget,
  type: Type,
  listener: (detail: LabEvents[Type]) => void,
): void => {
  target.addEventListener(type, (event) => {
    listener((event as CustomEvent<LabEvents[Type]>).detail)
  })
}

/** Tells the coordinator when a dialog or popover opens and closes: for its `toggle` events. */
export const tellToggle =
  (from: EventTarget, dialog: DialogName) =>
  ({ newState }: ToggleEvent): void =>
    emit(from, 'lab-dialog', { dialog, isOpen: newState === 'open' })
