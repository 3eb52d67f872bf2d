import type { ChooserQuestion, questions, AdviceReason } from './chooser.ts'
import type { RuleName, Standing } from './rules.ts'
import type { Grade } from './verdict.ts'

/** All that is said about verdicts and in the chooser, in one language. */
export interface VerdictWords {
  readonly standings: Readonly<Record<Standing, string>>
  readonly grades: Readonly<Record<Grade, string>>
  readonly rules: Readonly<Record<RuleName, string>>
  readonly reasons: Readonly<Record<AdviceReason, string>>
  readonly questions: {
    readonly [Asked in ChooserQuestion]: {
      readonly ask: string
      readonly answers: Readonly<
        Record<(typeof questions)[Asked][number], readonly [title: string, means: string]>
      >
    }
  }
}
