import type { Phase } from '../../scenarios/model/participant.ts'
import type { Arrow } from '../../scenarios/projections/sequence.ts'

/** What people come with: how a login works, what happens when it expires, what if it is stolen. */
export type Question = 'how' | 'expires' | 'stolen'

export const questions: readonly Question[] = ['how', 'expires', 'stolen']

const answeredIn: Readonly<Record<Question, (phase: Phase) => boolean>> = {
  how: (phase) => ['initialize', 'login', 'create-session', 'load-cart'].includes(phase),
  expires: (phase) => phase === 'refresh' || phase === 'relogin',
  stolen: (phase) => phase.startsWith('stolen-'),
}

/** Messages that belong together, by their numbers, both included. */
export interface Passage {
  readonly from: number
  readonly to: number
}

/** The question that stands in an address; null when it is none of the three. */
export const questionOf = (text: string): Question | null =>
  questions.find((question) => question === text) ?? null

/**
 * Where a run answers a question: the phases that follow each other, but only the first theft, for
 * each theft has an outcome of its own. null when the run does not ask it.
 */
export const passageOf = (question: Question, arrows: readonly Arrow[]): Passage | null => {
  const first = arrows.findIndex(({ phase }) => answeredIn[question](phase))
  const start = arrows[first]
  if (start === undefined) return null
  const belongs = ({ phase }: Arrow): boolean =>
    question === 'stolen' ? phase === start.phase : answeredIn[question](phase)
  const rest = arrows.slice(first)
  const end = rest.findIndex((arrow) => !belongs(arrow))
  return { from: start.n, to: start.n + (end === -1 ? rest.length : end) - 1 }
}
