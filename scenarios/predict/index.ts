import type { PlannedMessage } from '../model/run.ts'
import type { Trace } from '../model/trace.ts'
import { secretsOf } from '../projections/secrets.ts'
import { answerQuestions } from './answers.ts'
import { breakInQuestions } from './break-ins.ts'
import { cookieQuestions } from './cookies.ts'
import { formQuestions, passwordQuestions } from './logins.ts'
import { storageQuestions } from './storage.ts'
import { causedBy, isNone, type Option, type PredictQuestion, type Topic } from './question.ts'
import { sessionQuestions } from './sessions.ts'

export type { PredictQuestion as Question, Topic }

/** FNV-1a, 32 bits: spreads options without any chance. */
const hash = (text: string): number => {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0
  return value
}

/** Options in an order that the seed decides; "none of them" stays last. */
const shuffled = (question: PredictQuestion, seed: string): PredictQuestion => {
  const rank = ({ key, answer }: Option): number =>
    isNone(answer) ? Number.POSITIVE_INFINITY : hash(`${seed} ${question.id} ${key}`)
  return { ...question, options: question.options.toSorted((a, b) => rank(a) - rank(b)) }
}

type QuestionTrace = Pick<Trace, 'messages' | 'outcome' | 'participants' | 'seed'>

/** Topics that are asked first when several stand before one message. */
const order: readonly PredictQuestion['topic'][] = [
  'form',
  'password',
  'break-in',
  'session',
  'kept',
  'cookies',
  'answer',
]

/**
 * What can be foretold in a trace, in order of the messages that it stands before. Questions, options
 * and right answers are read from the messages; the plan only lends wrong options. The same trace
 * gives the same questions.
 */
export const questionsOf = (
  trace: QuestionTrace,
  plan: readonly PlannedMessage[] = [],
): readonly PredictQuestion[] => {
  const { messages, participants, seed } = trace
  const forms = formQuestions(messages)
  const breakIns = breakInQuestions(trace)
  const secrets = secretsOf(messages)
  const sessions = sessionQuestions(messages, secrets)
  const about = sessions.flatMap(({ request }) => {
    const exchange = messages[request.n - 1]?.exchange ?? null
    const part = exchange === null ? [] : causedBy(messages, exchange)
    return part.filter((message) => message.exchange === exchange).map(({ n }) => n)
  })
  const given = new Set([...[...forms, ...breakIns].flatMap(({ evidence }) => evidence), ...about])
  return [
    ...forms,
    ...breakIns,
    ...sessions,
    ...passwordQuestions(messages, participants),
    ...storageQuestions(messages, secrets, participants),
    ...cookieQuestions(messages),
    ...answerQuestions(messages, plan, given),
  ]
    .toSorted((a, b) => a.n - b.n || order.indexOf(a.topic) - order.indexOf(b.topic))
    .map((question) => shuffled(question, seed))
}

/** Whether these options are all the right ones, and no others. */
export const isRight = ({ options }: PredictQuestion, chosen: ReadonlySet<string>): boolean =>
  options.every(({ key, right }) => chosen.has(key) === right)
