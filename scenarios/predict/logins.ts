import {
  type DeviceParticipant,
  isDevice,
  type Participant,
  type Phase,
} from '../model/participant.ts'
import type { Message } from '../model/trace.ts'
import type { Json } from '../model/wire.ts'
import { carriesPassword, whoLearns } from '../trace-diff/password.ts'
import { headerOf } from '../engine/wire.ts'
import { asked, causedBy, choice, type PredictQuestion } from './question.ts'
import { memberOf } from '../model/json.ts'

/** Phases that begin with nobody being logged in where the user goes. */
const loginPhases: ReadonlySet<Phase> = new Set(['login', 'relogin', 'forums-login'])

const asksPassword = (html: string): boolean => /<input\b[^>]*\btype=["']?password\b/i.test(html)

const isForm = ({ to, kind, http }: Message): boolean =>
  kind === 'response' && isDevice(to) && asksPassword(http?.body ?? '')

/** The device whose page or app draws a login form at this message; null when none does. */
const drawnOn = ({ from, to, changes }: Message): DeviceParticipant | null =>
  [from, to]
    .filter(isDevice)
    .find((device) =>
      changes.some(
        ({ where, op, after }) =>
          where === `${device}.pages` && op === 'set' && asksPassword(htmlOf(after)),
      ),
    ) ?? null

const htmlOf = (page: Json): string => {
  const html = memberOf(page, 'html')
  return typeof html === 'string' ? html : ''
}

/** FusionAuth sends the device back with a code, or with a token in the fragment. */
const isPass = ({ to, http }: Message): boolean =>
  isDevice(to) &&
  /[?&]code=|[#&]access_token=/.test(headerOf(http?.headers ?? [], 'location') ?? '')

/** The device found nobody at the other end. */
const isUnanswered = ({ from, kind, exchange }: Message): boolean =>
  isDevice(from) && kind === 'self' && exchange !== null

/** The stretches in which it shows whether the user has to log in, each what one step brings. */
const attempts = (messages: readonly Message[]): readonly (readonly Message[])[] =>
  messages.flatMap((first, index) => {
    const last = messages[index - 1]
    const begins = last?.phase !== first.phase || isUnanswered(last)
    if (!begins || !loginPhases.has(first.phase) || first.step === 'learner.submit') return []
    const rest = messages.slice(index)
    const end = rest.findIndex(
      (message) =>
        message.phase !== first.phase || message.step !== first.step || isUnanswered(message),
    )
    return [end < 0 ? rest : rest.slice(0, end)]
  })

/** Will a login form come, and whose, or does single sign-on let the user in? */
export const formQuestions = (messages: readonly Message[]): readonly PredictQuestion[] =>
  attempts(messages).flatMap((stretch) => {
    const first = stretch.find(({ kind, from }) => kind === 'request' && isDevice(from))
    const settled = stretch.find(
      (message) => isForm(message) || drawnOn(message) !== null || isPass(message),
    )
    if (first === undefined || settled === undefined || settled.n < first.n) return []
    const form = isForm(settled) ? settled.from : null
    const drawn = form === null ? drawnOn(settled) : null
    const owners = new Set<Participant>(['FusionAuth'])
    // A script's page and an app ask for themselves: their server sends data, never a form.
    const draws = first.by === 'script' || first.by === 'app'
    if (!draws) owners.add(first.to)
    if (form !== null) owners.add(form)
    const on = drawn ?? (draws && isDevice(first.from) ? first.from : null)
    return [
      {
        id: `${first.id}/form`,
        n: first.n,
        topic: 'form' as const,
        request: asked(first),
        stolen: [],
        several: false,
        options: [
          ...[...owners].map((from) => choice({ what: 'form', from }, from === form)),
          ...(on === null ? [] : [choice({ what: 'drawn-form', on }, drawn !== null)]),
          choice({ what: 'no-form' }, form === null && drawn === null),
        ],
        evidence: [settled.n],
      },
    ]
  })

/** Which servers will learn the password that is being typed? */
export const passwordQuestions = (
  messages: readonly Message[],
  participants: readonly Participant[],
): readonly PredictQuestion[] => {
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
        stolen: [],
        several: true,
        options: servers.map((name) => choice({ what: 'participant', name }, told.includes(name))),
        evidence: learned.flatMap(({ evidence }) => evidence),
      },
    ]
  })
}
