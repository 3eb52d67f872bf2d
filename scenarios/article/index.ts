import type { ErratumId } from '../model/table-ids.ts'
import { errataOf } from '../catalogue/errata.ts'
import { lessonByName, workflowBySlug, type Workflow } from '../catalogue/index.ts'
import { inferencesAt } from '../catalogue/inferences.ts'
import { matchPublished, type PublishedArrow } from '../catalogue/published.ts'
import type { Say } from '../i18n/catalogue.ts'
import { labelText } from '../i18n/label.ts'
import { type Text, textOf } from '../model/text.ts'
import { storyOf } from '../narration/index.ts'
import type { Stories } from '../narration/story.ts'
import type { Participant, Phase } from '../model/participant.ts'
import type { Message, Outcome, Trace } from '../model/trace.ts'
import { inspect } from '../projections/inspection.ts'
import { mermaidText } from '../projections/mermaid.ts'
import { sequenceOf, type Mark, type Sequence } from '../projections/sequence.ts'
import { codeBlock, codeSpan, escapeMarkdown } from './markdown.ts'
import type { ArticleWords } from './words.ts'

/** What an own lesson tells in an article. */
export interface OwnTelling {
  readonly title: string
  /** Its sentence on a message; null where it leaves that to the stories. */
  readonly sentence: (message: Message) => string | null
  /** What a participant is called. */
  readonly name: (participant: Participant) => string
}

/** All that an article says in one language. */
export interface ArticleLanguage {
  readonly words: ArticleWords
  readonly stories: Stories
  /** Puts texts of the run and the tables into words. */
  readonly say: Say
  /** What an own lesson tells; left out for one of the catalogue. */
  readonly own?: OwnTelling
}

interface Article extends ArticleLanguage {
  readonly trace: Trace
  readonly sequence: Sequence
  /** For each message the published arrow that it is, or null. */
  readonly published: readonly (PublishedArrow | null)[]
}

const plain = ({ say }: Article, said: Text): string => escapeMarkdown(say(said))

const paragraph = (...sentences: readonly string[]): string =>
  sentences.filter((sentence) => sentence !== '').join(' ')

/** What a workflow is, in a few sentences of plain text. */
export const aboutWorkflow = (
  { client, login, sessionStrategy, sso }: Workflow,
  words: ArticleWords,
): string =>
  paragraph(
    words.client[client],
    words.login[login],
    words.sessionStrategy[sessionStrategy],
    sso ? words.singleSignOn : words.noSingleSignOn,
  )

const aboutRun = (article: Article, workflow: Workflow | undefined): string => {
  const { trace, words, say, own } = article
  const lesson = workflow && lessonByName(workflow, trace.lesson)
  const title = own?.title ?? (lesson === undefined ? trace.lesson : say(lesson.title))
  const count = trace.messages.length
  const isReal = trace.fusionauth.kind === 'fusionauth'
  return escapeMarkdown(
    paragraph(
      isReal ? words.real(title, count, trace.fusionauth.version) : words.standIn(title, count),
      trace.profile === 'hardened' ? words.hardened : '',
      isReal ? words.realSecrets : '',
    ),
  )
}

/** A request worth reading raw: one that carries values. Pages are read better in a browser. */
const rawRequest = (message: Message): readonly string[] => {
  const inspection = message.kind === 'request' ? inspect(message) : null
  if (inspection === null) return []
  const { parameters, headers, raw } = inspection
  const carries =
    parameters.length > 0 || headers.some(([name]) => name === 'cookie' || name === 'authorization')
  return carries ? [codeBlock('http', raw.trimEnd())] : []
}

const messagePart = (article: Article, message: Message): readonly string[] => {
  const { words, trace, stories, published, say } = article
  const { n, from, to, label, provenance } = message
  const arrow = published[n - 1]
  const head = `**${n}. ${words.way(from, to)}** ${codeSpan(labelText(label, say))}`
  const story = article.own?.sentence(message) ?? storyOf(message, trace, stories)
  const corrections = (arrow?.errata ?? []).map(
    (id) => `> **${words.corrected}** ${plain(article, erratum(id))}`,
  )
  const notes = [
    ...(provenance === 'simulated' ? [words.simulated] : []),
    ...(arrow === null && provenance === 'real' ? [words.unpublished] : []),
  ]
  return [
    `${head}  \n${paragraph(escapeMarkdown(story), ...notes.map((note) => `*${note}*`))}`,
    ...corrections,
    ...rawRequest(message),
  ]
}

const chapters = (article: Article): readonly string[] => {
  const { sequence, trace } = article
  const mark = ({ text: said }: Mark): string => `---\n\n*${plain(article, said)}*`
  return [
    ...sequence.chapters.flatMap((chapter) => [
      ...chapter.marks.map(mark),
      `### ${plain(article, chapter.title)}`,
      ...chapter.arrows.flatMap(({ n }) => {
        const message = trace.messages[n - 1]
        return message === undefined ? [] : messagePart(article, message)
      }),
    ]),
    ...sequence.marks.map(mark),
  ]
}

/** `hacker-sees-the-cart.stolen-session-id` is about that phase. */
const phaseOf = ({ id }: Outcome): Phase | null => (id.split('.')[1] as Phase | undefined) ?? null

const outcomes = ({ trace, words }: Article): readonly string[] =>
  trace.outcome.length === 0
    ? []
    : [
        `## ${words.outcomes}`,
        trace.outcome
          .map((outcome) => {
            const verdict = outcome.holds ? words.yes : words.no
            const what = escapeMarkdown(words.outcome(outcome.id, phaseOf(outcome)))
            return `- ${what}: ${paragraph(`**${verdict}**`, words.evidence(outcome.evidence))}`
          })
          .join('\n'),
      ]

const erratum = (id: ErratumId): Text => textOf('erratum', { erratum: id })

/** Where something shows: what it is, with the numbers of all messages at which it does. */
const gathered = <Key>(
  messages: readonly Message[],
  keysOf: (message: Message) => readonly Key[],
): ReadonlyMap<Key, readonly number[]> => {
  const found = new Map<Key, number[]>()
  for (const message of messages)
    for (const key of keysOf(message)) found.set(key, [...(found.get(key) ?? []), message.n])
  return found
}

const section = <Key>(
  article: Article,
  heading: string,
  introduction: string,
  found: ReadonlyMap<Key, readonly number[]>,
  saying: (key: Key) => Text,
): readonly string[] =>
  found.size === 0
    ? []
    : [
        `## ${heading}`,
        introduction,
        [...found]
          .map(([key, numbers]) =>
            numbers.length === 0
              ? `- ${plain(article, saying(key))}`
              : `- ${plain(article, saying(key))} ${article.words.at(numbers)}`,
          )
          .join('\n'),
      ]

/**
 * An article in Markdown (CommonMark, with the Mermaid fence that many sites draw) about a trace, or
 * a part of one: what the workflow is, the diagram, every message with its sentence, what came of it
 * and why, and in what the published diagram was corrected.
 */
export const articleOf = (trace: Trace, language: ArticleLanguage): string => {
  const { words, say, own } = language
  const sequence = sequenceOf({ trace, plan: [], plannedDividers: [] })
  const { arrows } = matchPublished(trace)
  const article: Article = { ...language, trace, sequence, published: arrows }
  const workflow = workflowBySlug(trace.workflow)
  const corrected = gathered(trace.messages, ({ n }) => arrows[n - 1]?.errata ?? [])
  // What the published article says wrong beside its diagram stands at no message.
  const besides = workflow === undefined ? [] : errataOf(workflow)
  const corrections = new Map([
    ...corrected,
    ...besides.map((id): [ErratumId, readonly number[]] => [id, []]),
  ])
  const assumed = gathered(trace.messages, (message) =>
    inferencesAt(message, trace).map(({ id }) => id),
  )
  return `${[
    `# ${escapeMarkdown(workflow === undefined ? trace.workflow : say(workflow.title))}`,
    ...(workflow === undefined ? [] : [escapeMarkdown(aboutWorkflow(workflow, words))]),
    aboutRun(article, workflow),
    `## ${words.diagram}`,
    codeBlock('mermaid', mermaidText(sequence, say, own === undefined ? {} : { name: own.name })),
    `## ${words.messages}`,
    ...chapters(article),
    ...outcomes(article),
    ...section(article, words.errata, words.errataIntroduction, corrections, erratum),
    ...section(article, words.assumptions, words.assumptionsIntroduction, assumed, (inference) =>
      textOf('inference', { inference }),
    ),
  ].join('\n\n')}\n`
}
