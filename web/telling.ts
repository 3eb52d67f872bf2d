import { attackVerdictAt, type AttackVerdict } from '../scenarios/view/attack-verdict.ts'
import { verdictAt, type Verdict } from '../scenarios/view/verdict.ts'
import type { Moment } from './moment.ts'
import type { Words } from './words/catalogue.ts'

/** What came of a theft, at the message that shows it. */
export const verdictOf = ({ run, secrets, cursor }: Moment): Verdict | null =>
  verdictAt(run.trace, secrets, cursor)

/** What came of an attack, at a message that shows it. */
export const attackOf = ({ run, cursor }: Moment): AttackVerdict | null =>
  attackVerdictAt(run.trace, cursor)

/** The story of the message that is shown; '' before the first. */
export const sentenceOf = ({ message, run }: Moment, { story }: Words): string =>
  message === null ? '' : story(message, run.trace)

/** What is told at a moment: the story, and what came of a theft. */
export const sentencesOf = (moment: Moment, words: Words): readonly string[] => {
  const verdict = verdictOf(moment)
  const outcome = verdict === null ? [] : [words.ui.verdict.sentence(verdict)]
  const attack = attackOf(moment)
  const came = attack === null ? [] : [words.ui.verdict.attack(attack.won)]
  return [sentenceOf(moment, words), ...outcome, ...came]
}
