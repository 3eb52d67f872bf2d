import type { Participant } from '../model/participant.ts'
import type { PlannedMessage } from '../model/run.ts'
import type { Message } from '../model/trace.ts'
import { asked, choice, requestOf, type PredictQuestion } from './question.ts'
import { protocolText } from '../i18n/label.ts'

/** Wrong options of a question. */
const mostWrong = 3

/** Answers that any server could give, for a trace that has no other than the right one. */
const anywhere = ['401 Unauthorized', '500 Internal Server Error'] as const

/** An answer, and the words on the request that it answers. */
interface AnsweredRequest {
  readonly from: Participant
  readonly to: Participant
  readonly request: string
  readonly label: string
}

/**
 * All answers, sent and planned, each with its request: the last one to this participant that is not
 * answered yet. Planned messages name no exchanges, so the order alone tells.
 */
const answersIn = (lines: readonly PlannedMessage[]): readonly AnsweredRequest[] => {
  const open: PlannedMessage[] = []
  const found: AnsweredRequest[] = []
  for (const line of lines) {
    if (line.kind === 'request') open.push(line)
    if (line.kind !== 'response') continue
    const index = open.findLastIndex(({ from, to }) => from === line.to && to === line.from)
    const [request] = index < 0 ? [] : open.splice(index, 1)
    if (request !== undefined)
      found.push({
        from: line.from,
        to: line.to,
        request: protocolText(request.label),
        label: protocolText(line.label),
      })
  }
  return found
}

/** The same words at another server are another request. */
const mark = ({ from, request }: Pick<AnsweredRequest, 'from' | 'request'>): string =>
  `${from} ${request}`

const wrongFor = (right: AnsweredRequest, known: readonly AnsweredRequest[]): readonly string[] => {
  const others = known.filter(({ label }) => label !== right.label)
  const near = [
    ...others.filter((other) => mark(other) === mark(right)),
    ...others.filter(({ from, to }) => from === right.from && to === right.to),
    ...others.filter(({ from }) => from === right.from),
    ...others,
  ].map(({ label }) => label)
  const wrong = [...new Set(near)].slice(0, mostWrong)
  return wrong.length > 0 ? wrong : anywhere.filter((label) => label !== right.label)
}

/**
 * What a server will answer: asked where the same request is answered in different ways in this trace
 * or its plan, once for each way; `given` are messages that other questions are about already.
 */
export const answerQuestions = (
  messages: readonly Message[],
  plan: readonly PlannedMessage[],
  given: ReadonlySet<number>,
): readonly PredictQuestion[] => {
  const known = answersIn([...messages, ...plan])
  const ways = new Map<string, Set<string>>()
  for (const answer of known)
    ways.set(mark(answer), new Set([...(ways.get(mark(answer)) ?? []), answer.label]))
  const seen = new Set<string>()
  const candidates = messages.flatMap((message) => {
    const request = message.kind === 'response' ? requestOf(messages, message) : undefined
    if (request === undefined || message.to === 'Hacker' || message.http === null) return []
    const right = {
      from: message.from,
      to: message.to,
      request: protocolText(request.label),
      label: protocolText(message.label),
    }
    const way = `${mark(right)} ${right.label}`
    if (seen.has(way)) return []
    seen.add(way)
    return [{ message, request, right }]
  })
  const open = candidates.filter(({ right }) => (ways.get(mark(right))?.size ?? 0) > 1)
  const fresh = open.filter(({ message }) => !given.has(message.n))
  const chosen = [fresh, open, candidates.slice(0, 1)].find((some) => some.length > 0) ?? []
  return chosen.map(({ message, request, right }) => ({
    id: `${message.id}/answer`,
    n: message.n,
    topic: 'answer',
    request: asked(request),
    stolen: [],
    several: false,
    options: [
      choice({ what: 'answer', label: right.label }, true),
      ...wrongFor(right, known).map((label) => choice({ what: 'answer', label }, false)),
    ],
    evidence: [message.n],
  }))
}
