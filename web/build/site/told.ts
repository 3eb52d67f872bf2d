import { readFileSync } from 'node:fs'
import { aboutWorkflow } from '../../../scenarios/article/index.ts'
import { english as articleEnglish } from '../../../scenarios/article/english.ts'
import { spanish as articleSpanish } from '../../../scenarios/article/spanish.ts'
import type { ArticleWords } from '../../../scenarios/article/words.ts'
import { attackLessons } from '../../../scenarios/attacks/lessons.ts'
import { lessons, type Lesson, type Workflow } from '../../../scenarios/catalogue/index.ts'
import type { Say } from '../../../scenarios/i18n/catalogue.ts'
import { sayEnglish } from '../../../scenarios/i18n/en/index.ts'
import { saySpanish } from '../../../scenarios/i18n/es/index.ts'
import type { LanguageTag } from '../../../scenarios/i18n/language.ts'
import type { Participant } from '../../../scenarios/model/participant.ts'
import { sequenceOf } from '../../../scenarios/projections/sequence.ts'
import {
  excerptOf,
  type CompactRecording,
  type CompactWords,
} from '../../../scenarios/recorded/compact.ts'
import { englishVerdicts } from '../../../scenarios/verdicts/english.ts'
import { spanishVerdicts } from '../../../scenarios/verdicts/spanish.ts'
import { verdictOf } from '../../../scenarios/verdicts/verdict.ts'
import type { VerdictWords } from '../../../scenarios/verdicts/words.ts'
import { wordsOn } from '../../features/diagram/labels.ts'
import { english } from './words.en.ts'
import { spanish } from './words.es.ts'
import type { SiteWords } from './words.ts'

/** A message as a page tells it. */
export interface ToldMessage {
  readonly n: number
  readonly from: Participant
  readonly to: Participant
  readonly isSelf: boolean
  readonly label: string
  readonly story: string
  readonly simulated: boolean
}

export interface ToldChapter {
  readonly title: string
  /** What happened before it. */
  readonly marks: readonly string[]
  readonly isTheft: boolean
  readonly messages: readonly ToldMessage[]
}

/** All that is told of a workflow in one language: its tour, and what is known besides. */
export interface ToldWorkflow {
  readonly slug: string
  readonly client: Workflow['client']
  readonly language: LanguageTag
  readonly words: SiteWords
  readonly title: string
  readonly about: string
  readonly description: string
  /** Alternative text of its picture. */
  readonly alternative: string
  readonly standing: string
  readonly rules: readonly string[]
  /** What the published article concludes; null where there is none. */
  readonly published: string | null
  readonly participants: readonly Participant[]
  readonly count: number
  readonly chapters: readonly ToldChapter[]
  readonly lessons: readonly (readonly [name: string, title: string])[]
  readonly attacks: readonly (readonly [name: string, title: string])[]
}

interface Speech {
  readonly say: Say
  readonly words: SiteWords
  readonly article: ArticleWords
  readonly verdicts: VerdictWords
}

export const speeches: Readonly<Record<LanguageTag, Speech>> = {
  en: { say: sayEnglish, words: english, article: articleEnglish, verdicts: englishVerdicts },
  es: { say: saySpanish, words: spanish, article: articleSpanish, verdicts: spanishVerdicts },
}

export const languages: readonly LanguageTag[] = ['en', 'es']

const readJson = (folder: string, name: string): unknown =>
  JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'))

/** The lesson that a page shows. */
const shown = 'tour'

/**
 * Tells a workflow by its recording.
 *
 * @param folder of the recordings
 * @throws Error when there is no recording of it
 */
export const tell = (folder: string, workflow: Workflow, language: LanguageTag): ToldWorkflow => {
  const { say, words, article, verdicts } = speeches[language]
  const { stories } = readJson(folder, `words.${language}`) as CompactWords
  const recording = readJson(folder, workflow.slug) as CompactRecording
  const excerpt = excerptOf(recording, shown, language)
  if (excerpt === null) throw new Error(`No tour of ${workflow.slug} is recorded: npm run record`)
  const { trace } = excerpt
  const { chapters } = sequenceOf({ trace, plan: [], plannedDividers: [] })
  const title = say(workflow.title)
  const count = trace.messages.length
  const { today, published } = verdictOf(workflow)
  const standing = verdicts.standings[today.standing]
  const titled = (list: readonly Lesson[]) =>
    list.map((lesson) => [lesson.name, say(lesson.title)] as const)
  return {
    slug: workflow.slug,
    client: workflow.client,
    language,
    words,
    title,
    about: aboutWorkflow(workflow, article),
    description: words.description(title, count, standing),
    alternative: words.alternative(title, count, trace.participants.join(', ')),
    standing,
    rules: today.rules.map((rule) => verdicts.rules[rule]),
    published: published === null ? null : verdicts.grades[published.grade],
    participants: trace.participants,
    count,
    chapters: chapters.map((chapter) => ({
      title: say(chapter.title),
      marks: chapter.marks.map(({ text }) => say(text)),
      isTheft: chapter.phase.startsWith('stolen'),
      messages: chapter.arrows.map((arrow) => ({
        n: arrow.n,
        from: arrow.from,
        to: arrow.to,
        isSelf: arrow.kind === 'self',
        label: wordsOn(arrow, say),
        story: stories[excerpt.stories[arrow.n - 1] ?? ''] ?? '',
        simulated: trace.messages[arrow.n - 1]?.provenance === 'simulated',
      })),
    })),
    lessons: titled(lessons(workflow)),
    attacks: titled(attackLessons(workflow)),
  }
}
