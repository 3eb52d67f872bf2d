import type { RunState } from '../../scenarios/model/run.ts'
import type { Text } from '../../scenarios/model/text.ts'

/** What brought the cursor where it is: tells whether to animate, to announce, to write the link. */
export type Cause = 'opened' | 'played' | 'stepped' | 'sought' | 'acted'

/** What a player shows of itself. */
export interface PlaybackState {
  readonly run: RunState
  /** Messages shown; the player's own, never beyond what was sent. */
  readonly cursor: number
  readonly playing: boolean
  /** 1 is normal; 2 twice as fast. */
  readonly speed: number
  /** A command is on its way. */
  readonly waiting: boolean
  /** What went wrong last, and what to do; null when nothing did. */
  readonly problem: Text | null
  readonly cause: Cause
}
