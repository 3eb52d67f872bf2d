import type { Say } from '../../../scenarios/i18n/catalogue.ts'
import { closestMatch } from '../../../scenarios/closest-match.ts'
import type { Participant } from '../../../scenarios/model/participant.ts'
import type { Message, Trace } from '../../../scenarios/model/trace.ts'
import {
  fateAt,
  secretsOf,
  type Secret,
  type SecretKind,
} from '../../../scenarios/projections/secrets.ts'
import { sequenceOf, type Arrow, type Mark } from '../../../scenarios/projections/sequence.ts'
import type { Tone } from '../../../scenarios/projections/words.ts'
import { wordsOn } from '../diagram/labels.ts'
import { createMask, type Mask } from './mask.ts'

/** A run with all that is told of it in one language. */
export interface PassageSource {
  readonly trace: Trace
  /** Of the workflow. */
  readonly title: string
  /** Of the lesson. */
  readonly lesson: string
  /** BCP 47 tag. */
  readonly language: string
  readonly say: Say
  /** The sentence of a message; '' where it has none. */
  readonly story: (message: Message) => string
}

/** Numbers of the first and the last message. */
export interface PassageRange {
  readonly first: number
  readonly last: number
}

/** A secret that a message carries, by its name only. */
export interface PassageSecret {
  readonly name: string
  readonly kind: SecretKind
  /** It is of no more use. */
  readonly isOver: boolean
}

/** A message as a picture tells it. */
export interface PassageMessage {
  readonly n: number
  readonly id: string
  readonly from: Participant
  readonly to: Participant
  readonly kind: Arrow['kind']
  readonly label: string
  readonly sentence: string
  readonly secrets: readonly PassageSecret[]
  /** Done by the simulator: nothing crossed a wire. */
  readonly simulated: boolean
}

/** What happened before a chapter. */
export interface PassageMark {
  readonly tone: Tone
  readonly text: string
}

export interface PassageChapter {
  readonly title: string
  readonly marks: readonly PassageMark[]
  readonly messages: readonly PassageMessage[]
}

/** Some messages of a run that follow each other, in words. No secret is in it. */
export interface Passage extends PassageRange {
  readonly title: string
  readonly lesson: string
  readonly language: string
  /** Those who take part in the passage, in the order of the run. */
  readonly participants: readonly Participant[]
  readonly chapters: readonly PassageChapter[]
  readonly messages: readonly PassageMessage[]
}

const chaptersOf = (trace: Trace) => sequenceOf({ trace, plan: [], plannedDividers: [] }).chapters

/** The phase that message `n` belongs to, as far as it is not interrupted; the first phase for 0. */
export const phaseAround = (trace: Trace, n: number): PassageRange => {
  const wanted = Math.max(1, Math.min(n, trace.messages.length))
  const chapter = chaptersOf(trace).find(({ arrows }) => arrows.some((arrow) => arrow.n === wanted))
  return { first: chapter?.arrows[0]?.n ?? 1, last: chapter?.arrows.at(-1)?.n ?? wanted }
}

/** Which end of a passage a name is for. */
export type PassageEnd = 'first' | 'last'

/**
 * The message that is meant by its number, its id or its phase; of a phase, the end that is asked for.
 *
 * @returns its number; else the name that is nearest
 */
export const messageNamed = (
  trace: Trace,
  name: string,
  end: PassageEnd,
): { readonly n: number } | { readonly nearest: string } => {
  const { messages } = trace
  const ids = messages.map(({ id }) => id)
  const isNumber = /^\d+$/.test(name)
  const n = isNumber ? Number(name) : ids.indexOf(name) + 1
  if (n >= 1 && n <= ids.length) return { n }
  const inPhase = messages.find(({ phase }) => phase === name)
  if (inPhase !== undefined) return { n: phaseAround(trace, inPhase.n)[end] }
  const known = isNumber ? [String(ids.length)] : [...ids, ...messages.map(({ phase }) => phase)]
  return { nearest: closestMatch(name, known) ?? '' }
}

/** Longest sentence that is drawn, in characters; those of the lab have 289 at most. */
const longest = 700

const shortened = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text

const messageOf = (
  arrow: Arrow,
  message: Message,
  secrets: readonly Secret[],
  { say, story }: PassageSource,
  mask: Mask,
): PassageMessage => ({
  n: arrow.n,
  id: arrow.id,
  from: arrow.from,
  to: arrow.to,
  kind: arrow.kind,
  label: mask(wordsOn(arrow, say)),
  sentence: shortened(mask(story(message))),
  secrets: secrets
    .filter(({ carriedBy }) => carriedBy.includes(arrow.n))
    .map((secret) => {
      const fate = fateAt(secret, arrow.n, Date.parse(message.at))
      return { name: secret.name, kind: secret.kind, isOver: !['alive', 'unborn'].includes(fate) }
    }),
  simulated: message.provenance === 'simulated',
})

/** The part of a run from one message to another, as a picture tells it. */
export const passageOf = (source: PassageSource, { first, last }: PassageRange): Passage => {
  const { trace, title, lesson, language, say } = source
  const secrets = secretsOf(trace.messages)
  const mask = createMask(secrets)
  const markOf = ({ tone, text }: Mark): PassageMark => ({ tone, text: mask(say(text)) })
  const chapters = chaptersOf(trace).flatMap((chapter): readonly PassageChapter[] => {
    const messages = chapter.arrows.flatMap((arrow) => {
      const message = trace.messages[arrow.n - 1]
      return message === undefined || arrow.n < first || arrow.n > last
        ? []
        : [messageOf(arrow, message, secrets, source, mask)]
    })
    if (messages.length === 0) return []
    const isWhole = messages[0]?.n === chapter.arrows[0]?.n
    const marks = isWhole ? chapter.marks.map(markOf) : []
    return [{ title: mask(say(chapter.title)), marks, messages }]
  })
  const messages = chapters.flatMap((chapter) => chapter.messages)
  const involved = new Set(messages.flatMap(({ from, to }) => [from, to]))
  return {
    first,
    last,
    title: mask(title),
    lesson: mask(lesson),
    language,
    participants: trace.participants.filter((one) => involved.has(one)),
    chapters,
    messages,
  }
}
