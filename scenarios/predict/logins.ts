import type { Message, Participant, Phase } from '../vocabulary.ts'
import { carriesPassword, whoLearns } from '../align/password.ts'
import { headerOf } from '../view/inspection.ts'
import { asked, causedBy, choice, isDevice, type Question } from './question.ts'

/** Phases that begin with nobody being logged in where the user goes. */
const loginPhases: ReadonlySet<Phase> = new Set(['login', 'relogin', 'forums-login'])

const isForm = ({ to, kind, http }: Message): boolean =>
  kind === 'response' &&
  isDevice(to) &&
  /<input\b[^>]*\btype=["']?password\b/i.test(http?.body ?? '')

/** FusionAuth sends the device back with a code. */
const isPass = ({ to, http }: Message): boolean =>
  isDevice(to) && /[?&]code=/.test(headerOf(http?.headers ?? [], 'location') ?? '')

const starts = (messages: readonly Message[]): readonly number[] =>
  messages.flatMap((message, index) => {
    const begins = messages[index - 1]?.phase !== message.phase
    const { phase, kind, from } = message
    return begins && loginPhases.has(phase) && kind === 'request' && isDevice(from) ? [index] : []
  })

/** Will a login form come, and whose, or does single sign-on let the user in? */
export const formQuestions = (messages: readonly Message[]): readonly Question[] =>
  starts(messages).flatMap((start) => {
    const first = messages[start]
    if (first === undefined) return []
    const rest = messages.slice(start)
    const end = rest.findIndex(({ phase, step }) => phase !== first.phase || step !== first.step)
    const stretch = end < 0 ? rest : rest.slice(0, end)
    const settled = stretch.find((message) => isForm(message) || isPass(message))
    if (settled === undefined) return []
    const form = isForm(settled) ? settled.from : null
    const owners = [
      ...new Set<Participant>(['FusionAuth', first.to, ...(form === null ? [] : [form])]),
    ]
    return [
      {
        id: `${first.id}/form`,
        n: first.n,
        topic: 'form' as const,
        request: asked(first),
        loot: [],
        several: false,
        options: [
          ...owners.map((from) => choice({ what: 'form', from }, from === form)),
          choice({ what: 'no-form' }, form === null),
        ],
        evidence: [settled.n],
      },
    ]
  })

/** Which servers will learn the password that is being typed? */
export const passwordQuestions = (
  messages: readonly Message[],
  participants: readonly Participant[],
): readonly Question[] => {
  const seen = new Set<string>()
  const servers = participants.filter((name) => !isDevice(name))
  return messages.flatMap((message) => {
    const { exchange, from, n } = message
    if (!isDevice(from) || exchange === null || !carriesPassword(message)) return []
    const learned = whoLearns(causedBy(messages, exchange))
    const told = learned.map(({ participant }) => participant)
    const mark = told.toSorted().join()
    if (seen.has(mark)) return []
    seen.add(mark)
    return [
      {
        id: `${message.id}/password`,
        n,
        topic: 'password' as const,
        request: asked(message),
        loot: [],
        several: true,
        options: servers.map((name) => choice({ what: 'participant', name }, told.includes(name))),
        evidence: learned.flatMap(({ evidence }) => evidence),
      },
    ]
  })
}
