import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { playLesson } from '../../scenarios/engine/playing.ts'
import { english } from '../../scenarios/narration/english.ts'
import { storyOf } from '../../scenarios/narration/index.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { Message } from '../../scenarios/model/trace.ts'
import type { Lesson, Workflow } from '../../scenarios/model/workflow.ts'
import { openRun } from '../run.ts'

interface Wanted {
  readonly workflow: Workflow
  readonly lesson: Lesson
  /** Language tag of the texts. */
  readonly language: string
  /** Path or address of the JSON Schema. */
  readonly schema: string
}

/** Names of events, and what they can be set to, are words and numbers that YAML takes as they stand. */
const flow = (event: LabEvent | object): string =>
  `{ ${Object.entries(event)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ')} }`

const quoted = (text: string): string => JSON.stringify(text)

/** Messages that a lesson has much to tell of: what is sent to somebody, and what came of it. */
const chosen = (messages: readonly Message[]): readonly Message[] => {
  const requests = messages.filter(({ kind, cause }) => kind === 'request' && cause === null)
  return requests.slice(0, 3)
}

/** A right lesson to begin with, as YAML: the events of one that there is, and what comes of them. */
export const startingFile = async (wanted: Wanted): Promise<string> => {
  const { workflow, lesson, language, schema } = wanted
  const { slug } = workflow
  const run = await openRun({ workflow: slug, lesson: lesson.name }, { rehearse: false })
  await playLesson(run)
  const { trace } = run.state
  run.close()
  const { messages, outcome, defences } = trace
  const switches = Object.entries(defences)
  return [
    `# yaml-language-server: $schema=${schema}`,
    `# Check it: npm run -s lesson -- check FILE`,
    `workflow: ${slug}`,
    `language: ${language}`,
    `title: ${quoted(sayEnglish(lesson.title))}`,
    `introduction: ${quoted(sayEnglish(workflow.title))}`,
    'events:',
    ...lesson.events.map((event) => `  - ${flow(event)}`),
    ...(switches.length === 0 ? [] : ['defences:']),
    ...switches.map(([name, value]) => `  ${name}: ${JSON.stringify(value)}`),
    'sentences:',
    ...chosen(messages).flatMap((message) => [
      `  - message: ${message.id}`,
      `    text: ${quoted(storyOf(message, trace, english))}`,
    ]),
    'claims:',
    ...outcome.map(({ id, holds }) => `  - ${flow({ kind: 'outcome', outcome: id, holds })}`),
    ...messages
      .filter(({ http }) => http?.status != null)
      .slice(0, 1)
      .map(({ id, http }) => `  - ${flow({ kind: 'status', message: id, status: http?.status })}`),
    '',
  ].join('\n')
}
