import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import type { Text } from '../../scenarios/model/text.ts'

/** A problem as the API tells it: in English for who reads it as it is, and as data for a page. */
export interface Problem {
  readonly problem: string
  readonly reason: Text
}

export const problemOf = (reason: Text): Problem => ({ problem: sayEnglish(reason), reason })
