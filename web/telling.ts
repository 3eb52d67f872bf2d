import { inferencesAt, type Inference } from '../scenarios/catalogue/inferences.ts'
import type { PublishedArrow } from '../scenarios/catalogue/published.ts'
import { attackVerdictAt, type AttackVerdict } from '../scenarios/projections/attack-verdict.ts'
import { verdictAt, type RunVerdict } from '../scenarios/projections/verdict.ts'
import type { Moment } from './moment.ts'
import type { Published } from './published.ts'
import type { Words } from './words/catalogue.ts'

/** Everything that is told of a moment. */
export interface Telling {
  readonly of: Moment
  readonly words: Words
  readonly against: Published | null
  /** The story of the message that is shown; '' before the first. */
  readonly sentence: string
  /** What came of a theft, at the message that shows it. */
  readonly verdict: RunVerdict | null
  /** What came of an attack, at a message that shows it. */
  readonly attack: AttackVerdict | null
  /** The published arrow that it is; null when the diagram has none, undefined when unknown. */
  readonly arrow: PublishedArrow | null | undefined
  /** In what the published diagram is mistaken here. */
  readonly corrected: readonly string[]
  /** What the stand-in assumes of FusionAuth here. */
  readonly assumed: readonly Inference[]
}

const verdictOf = ({ run, secrets, cursor }: Moment): RunVerdict | null =>
  verdictAt(run.trace, secrets, cursor)

const attackOf = ({ run, cursor }: Moment): AttackVerdict | null =>
  attackVerdictAt(run.trace, cursor)

const sentenceOf = ({ message, run }: Moment, { story }: Words): string =>
  message === null ? '' : story(message, run.trace)

/** What is told of a message, whatever else the moment is. */
const read = (moment: Moment, words: Words, against: Published | null): Omit<Telling, 'of'> => ({
  words,
  against,
  sentence: sentenceOf(moment, words),
  verdict: verdictOf(moment),
  attack: attackOf(moment),
  arrow: against?.arrows[moment.cursor - 1],
  corrected: against?.errata.get(moment.cursor) ?? [],
  assumed: moment.message === null ? [] : inferencesAt(moment.message, moment.run.trace),
})

/** Tells of a moment, in these words and against this published diagram. */
export type Teller = (moment: Moment, words: Words, against: Published | null) => Telling

/**
 * Makes a teller. It keeps what it told of each message while the messages stay: reading a story looks
 * at many of them, and a new list each time would have the story drawn again.
 */
export const createTeller = (): Teller => {
  let last: Telling | null = null
  let told = new Map<number, Omit<Telling, 'of'>>()
  return (moment, words, against) => {
    const isSameGround =
      last?.of.sequence === moment.sequence && last.words === words && last.against === against
    if (!isSameGround) told = new Map()
    else if (last?.of === moment) return last
    const telling = told.get(moment.cursor) ?? read(moment, words, against)
    told.set(moment.cursor, telling)
    last = { ...telling, of: moment }
    return last
  }
}

/** The sentences of what is told: the story, and what came of a theft or an attack. */
export const sentencesOf = ({ sentence, verdict, attack, words }: Telling): readonly string[] => {
  const outcome = verdict === null ? [] : [words.ui.verdict.sentence(verdict)]
  const came = attack === null ? [] : [words.ui.verdict.attack(attack.won)]
  return [sentence, ...outcome, ...came]
}
