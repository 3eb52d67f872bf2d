import type { Question, questions, Reason } from './chooser.ts'
import type { RuleName, Standing } from './rules.ts'
import type { Grade } from './verdict.ts'

/** All that is said about verdicts and in the chooser, in one language. */
export interface VerdictWords {
  readonly standings: Readonly<Record<Standing, string>>
  readonly grades: Readonly<Record<Grade, string>>
  readonly rules: Readonly<Record<RuleName, string>>
  readonly reasons: Readonly<Record<Reason, string>>
  readonly questions: {
    readonly [Asked in Question]: {
      readonly ask: string
      readonly answers: Readonly<
        Record<(typeof questions)[Asked][number], readonly [title: string, means: string]>
      >
    }
  }
}
