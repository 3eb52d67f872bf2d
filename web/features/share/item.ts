import type { TemplateResult } from 'lit'
import type { Trace } from '../../../scenarios/model/trace.ts'
import type { IconName } from '../../ui/icons.ts'
import type { LessonTelling } from '../../player/lesson-telling.ts'
import type { PlaybackState } from '../../player/playback-state.ts'
import type { ShareWords } from '../../i18n/catalogue.ts'

/** What is shared: a run as it stands, and how much of it. */
export interface Shared {
  readonly playback: Pick<PlaybackState, 'run' | 'cursor'>
  readonly traces: ReadonlyMap<string, Trace>
  /** Up to the message that is shown, or all that was sent. */
  readonly scope: 'here' | 'whole'
  /** Address of the page. */
  readonly address: URL
  /** The own lesson that is played, as it is told; null for one of the catalogue, and for a saved trace. */
  readonly own: LessonTelling | null
  /** An element in the page's colours. */
  readonly host: Element
  readonly words: ShareWords
}

interface Named {
  readonly id: string
  readonly icon: IconName
  readonly title: string
  readonly note: string
  /** Why it cannot be had now; '' when it can. */
  readonly unless?: string
}

/** One way to take a run elsewhere. */
export type ShareItem =
  | (Named & { readonly does: 'copy'; readonly make: () => Promise<string> })
  | (Named & { readonly does: 'save'; readonly file: string; readonly make: () => Promise<Blob> })
  | (Named & { readonly does: 'open' })

export interface ShareGroup {
  readonly title: string
  readonly items: readonly ShareItem[]
  /** What to know beforehand; '' for nothing. */
  readonly note?: string
  /** What is shown below the items. */
  readonly more?: TemplateResult
}

/** A text as a file that can be saved. */
export const textFile = (text: string, type: string): Blob => new Blob([text], { type })
