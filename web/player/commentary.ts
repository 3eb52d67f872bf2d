import { inferencesAt, type Inference } from '../../scenarios/catalogue/inferences.ts'
import type { PublishedArrow } from '../../scenarios/catalogue/published.ts'
import { attackVerdictAt, type AttackVerdict } from '../../scenarios/projections/attack-verdict.ts'
import { verdictAt, type RunVerdict } from '../../scenarios/projections/verdict.ts'
import type { Frame } from './frame.ts'
import type { Published } from './published.ts'
import type { LessonTelling } from './lesson-telling.ts'
import type { Words } from '../i18n/catalogue.ts'
import type { ErratumId } from '../../scenarios/model/table-ids.ts'

/** Everything that is told of a frame. */
export interface Commentary {
  readonly of: Frame
  readonly words: Words
  readonly against: Published | null
  /** The story of the message that is shown; '' before the first. */
  readonly sentence: string
  /** Language of the story where it is another than that of the words; null where it is not. */
  readonly language: string | null
  /** The own lesson that is told; null for one of the catalogue. */
  readonly lesson: LessonTelling | null
  /** What came of a theft, at the message that shows it. */
  readonly verdict: RunVerdict | null
  /** What came of an attack, at a message that shows it. */
  readonly attack: AttackVerdict | null
  /** The published arrow that it is; null when the diagram has none, undefined when unknown. */
  readonly arrow: PublishedArrow | null | undefined
  /** In what the published diagram is mistaken here. */
  readonly corrected: readonly ErratumId[]
  /** What the stand-in assumes of FusionAuth here. */
  readonly assumed: readonly Inference[]
}

const verdictOf = ({ run, secrets, cursor }: Frame): RunVerdict | null =>
  verdictAt(run.trace, secrets, cursor)

const attackOf = ({ run, cursor }: Frame): AttackVerdict | null =>
  attackVerdictAt(run.trace, cursor)

/** What an own lesson tells goes before what the lab does. */
const sentenceOf = (
  { message, run }: Frame,
  words: Words,
  lesson: LessonTelling | null,
): Pick<Commentary, 'sentence' | 'language'> => {
  if (message === null) return { sentence: '', language: null }
  const own = lesson?.sentence(message, run) ?? null
  if (own === null) return { sentence: words.story(message, run.trace), language: null }
  return { sentence: own.text, language: own.language === words.language ? null : own.language }
}

/** What is told of a message, whatever else the frame is. */
const read = (
  frame: Frame,
  words: Words,
  against: Published | null,
  lesson: LessonTelling | null,
): Omit<Commentary, 'of'> => ({
  words,
  against,
  lesson,
  ...sentenceOf(frame, words, lesson),
  verdict: verdictOf(frame),
  attack: attackOf(frame),
  arrow: against?.arrows[frame.cursor - 1],
  corrected: against?.errata.get(frame.cursor) ?? [],
  assumed: frame.message === null ? [] : inferencesAt(frame.message, frame.run.trace),
})

/** Comments on a frame, in these words and against this published diagram. */
export type CommentaryAt = (
  frame: Frame,
  words: Words,
  against: Published | null,
  lesson?: LessonTelling | null,
) => Commentary

/**
 * Makes a commentator. It keeps what it told of each message while the messages stay: reading a story looks
 * at many of them, and a new list each time would have the story drawn again.
 */
export const createCommentary = (): CommentaryAt => {
  let last: Commentary | null = null
  let told = new Map<number, Omit<Commentary, 'of'>>()
  return (frame, words, against, lesson = null) => {
    const isSameGround =
      last?.of.sequence === frame.sequence &&
      last.words === words &&
      last.against === against &&
      last.lesson === lesson
    if (!isSameGround) told = new Map()
    else if (last?.of === frame) return last
    const commentary = told.get(frame.cursor) ?? read(frame, words, against, lesson)
    told.set(frame.cursor, commentary)
    last = { ...commentary, of: frame }
    return last
  }
}

/** The sentences of what is told: the story, and what came of a theft or an attack. */
export const sentencesOf = ({
  sentence,
  verdict,
  attack,
  words,
}: Commentary): readonly string[] => {
  const outcome = verdict === null ? [] : [words.ui.verdict.sentence(verdict)]
  const came = attack === null ? [] : [words.ui.verdict.attack(attack.won)]
  return [sentence, ...outcome, ...came]
}
