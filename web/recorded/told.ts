import { closestMatch } from '../../scenarios/closest-match.ts'
import type { Say } from '../../scenarios/i18n/catalogue.ts'
import {
  excerptOf,
  partOf,
  recordingParts,
  type CompactWords,
} from '../../scenarios/recorded/compact.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { NotRecorded, type Library } from './library.ts'

/** A lesson that was recorded, with all that is told of it in one language. */
export interface Told {
  readonly trace: Trace
  /** Of the workflow. */
  readonly title: string
  /** Of the lesson. */
  readonly lesson: string
  /** The sentence of the message of this number; '' where it has none. */
  readonly story: (n: number) => string
  /** Names of phases and of what happens between messages. */
  readonly say: Say
  /** Whether the trace has what was on the wire. */
  readonly isWhole: boolean
}

/** A name that was asked for does not exist; `nearest` is the one that was most likely meant. */
export class UnknownName extends Error {
  readonly kind: 'workflow' | 'lesson'
  readonly asked: string
  readonly nearest: string

  constructor(kind: 'workflow' | 'lesson', asked: string, known: readonly string[]) {
    const nearest = closestMatch(asked, known) ?? ''
    super(`There is no ${kind} "${asked}". The nearest is "${nearest}".`)
    this.name = 'UnknownName'
    this.kind = kind
    this.asked = asked
    this.nearest = nearest
  }
}

/** The words on an arrow are words already; what else is said are names of phases and marks. */
const sayWith =
  ({ phases, dividers }: CompactWords): Say =>
  ({ code, params }) => {
    const { phase, kind, english, text } = params as Readonly<Record<string, string | undefined>>
    if (code === 'phase') return phases[phase ?? ''] ?? phase ?? ''
    if (code === 'divider') return dividers[kind ?? ''] ?? kind ?? ''
    return english ?? text ?? code
  }

/**
 * Fetches a lesson and what is told of it.
 *
 * @throws UnknownName when there is no such workflow or lesson; Error when it does not come
 */
export const fetchTold = async (
  library: Library,
  workflow: string,
  lesson: string,
  language: string,
): Promise<Told> => {
  const part = partOf(lesson)
  const coming = library.words(language, part)
  const recording = await library.recording(workflow, part).catch(async (error: unknown) => {
    if (!(error instanceof NotRecorded)) throw error
    const { workflows } = await coming
    throw new UnknownName('workflow', workflow, Object.keys(workflows))
  })
  const words = await coming
  const excerpt = excerptOf(recording, lesson, language)
  if (excerpt === null) {
    const parts = await Promise.all(recordingParts.map((one) => library.recording(workflow, one)))
    throw new UnknownName(
      'lesson',
      lesson,
      parts.flatMap(({ lessons }) => Object.keys(lessons)),
    )
  }
  return {
    trace: excerpt.trace,
    title: words.workflows[workflow] ?? workflow,
    lesson: words.lessons[lesson] ?? lesson,
    story: (n) => words.stories[excerpt.stories[n - 1] ?? ''] ?? '',
    say: sayWith(words),
    isWhole: false,
  }
}
