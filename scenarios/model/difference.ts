/** In what a real FusionAuth differs from the stand-in. Types only: no function. */

import type { Text } from './text.ts'

/** In what a message from a real FusionAuth can differ from the stand-in's. */
export type DifferenceKind =
  | 'missing-message'
  | 'extra-message'
  | 'status'
  | 'redirect-target'
  | 'redirect-parameters'
  | 'request-parameters'
  | 'error-code'
  | 'error-text'
  | 'cookie'
  | 'cookie-attribute'
  | 'header'
  | 'body'
  | 'claim'
  | 'form'

/** One thing in which an observed message differs from the expected one of the same id. */
export interface Difference {
  /** Id of the message in both traces, or in the one that has it. */
  readonly message: string
  /** Its number in the observed trace; null when it was not observed. */
  readonly n: number | null
  readonly kind: DifferenceKind
  /** What within the message: a header, a cookie, a claim …; '' for the whole. */
  readonly what: string
  /** As the stand-in had it; null when it had none. Never the value of a secret. */
  readonly expected: string | null
  readonly observed: string | null
  /** Both in a sentence for a learner. */
  readonly sentence: Text
  /** Why it is no surprise; null when nothing explains it. */
  readonly reason: Text | null
}
