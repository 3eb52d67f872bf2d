import type { CookieVerdict, ReceivedCookie } from '../model/cookie.ts'
import type { LabEvent } from '../model/event.ts'
import type { Participant, Phase } from '../model/participant.ts'
import type { DividerKind } from '../model/divider.ts'
import type { Change, Divider, Initiator, Message } from '../model/trace.ts'
import type { Json, WireRequest, WireResponse } from '../model/wire.ts'
import type { SimulatedClock } from './clock.ts'
import { requestLabel, responseLabel } from './label.ts'
import type { Journal } from './ports.ts'
import type { Text } from '../model/text.ts'

/** How a scenario names what the recorder sees. */
export interface Naming {
  /** Stable name of an exchange, e.g. `token` for `POST /oauth2/token`. */
  exchangeName(request: WireRequest): string
  /** The phase an exchange belongs to, given the phase of the step that caused it. */
  exchangePhase(stepPhase: Phase, request: WireRequest): Phase
  /** The phase from a self message on, to the end of its exchange. */
  selfPhase(exchangePhase: Phase, participant: Participant, name: string): Phase
}

interface OpenExchange {
  readonly from: Participant
  readonly to: Participant
  readonly request: WireRequest
  readonly name: string
  readonly cause: number | null
  phase: Phase
}

export interface Recorder extends Journal {
  readonly messages: readonly Message[]
  readonly dividers: readonly Divider[]
  /** What the learner decided, until the next call; messages are filed under it. */
  step(step: LabEvent['type'], phase: Phase): void
  /** Files a request; returns the number of its exchange. */
  request(
    from: Participant,
    to: Participant,
    request: WireRequest,
    cause: number | null,
    cookies?: readonly CookieVerdict[],
    changes?: readonly Change[],
    by?: Initiator,
  ): number
  response(
    exchange: number,
    response: WireResponse,
    received?: readonly ReceivedCookie[],
    changes?: readonly Change[],
  ): void
  /** A self message outside any exchange: what an agent or the simulator did. */
  aside(
    participant: Participant,
    name: string,
    label: Text,
    provenance: Message['provenance'],
    changes?: readonly Change[],
    chapter?: Chapter,
  ): void
  divider(kind: DividerKind): void
}

/** The chapter of a message: a phase, or the one that the step has come to. */
export type Chapter = Phase | 'goes-on'

/** Protocol time between two messages, in milliseconds; none passes by itself on a simulated clock. */
const latency = 20

/**
 * The only writer of a trace. `redact` may ask for the JSON text of each message before it is
 * appended, and returns it without real secrets, or null when there are none to take out.
 */
export const createRecorder = (
  clock: SimulatedClock,
  naming: Naming,
  redact: (json: () => string) => string | null,
): Recorder => {
  const messages: Message[] = []
  const dividers: Divider[] = []
  const exchanges: OpenExchange[] = []
  const pending = new Map<string, Change[]>()
  const result = new Map<string, number>()
  let current: { step: LabEvent['type']; phase: Phase } = {
    step: 'learner.open',
    phase: 'initialize',
  }

  const uniqueId = (phase: Phase, name: string): string => {
    const id = `${phase}.${name}`
    const times = (result.get(id) ?? 0) + 1
    result.set(id, times)
    return times === 1 ? id : `${id}.${times}`
  }

  const append = (
    message: Omit<Message, 'n' | 'id' | 'step' | 'at'> & { readonly name: string },
  ): void => {
    clock.advance(latency)
    const { name, ...rest } = message
    const own = pending.get(message.from) ?? []
    pending.delete(message.from)
    const complete: Message = {
      n: messages.length + 1,
      id: uniqueId(message.phase, name),
      step: current.step,
      ...rest,
      at: new Date(clock.now()).toISOString(),
      changes: [...own, ...message.changes],
    }
    const clean = redact(() => JSON.stringify(complete))
    messages.push(clean === null ? complete : (JSON.parse(clean) as Message))
  }

  const bare = { cookies: [], received: [], changes: [], provenance: 'real' } as const
  const opened = (number: number): OpenExchange => {
    const exchange = exchanges[number - 1]
    if (exchange === undefined) throw new Error(`no exchange ${number} was opened`)
    return exchange
  }

  /** The chapter that the step has come to; an exchange may have begun one of its own. */
  const chapterOfStep = (): Phase => {
    const last = messages.at(-1)
    return last?.step === current.step ? last.phase : current.phase
  }

  return {
    messages,
    dividers,
    step: (step, phase) => {
      current = { step, phase }
    },
    request: (from, to, request, cause, cookies = [], changes = [], by) => {
      const base = cause === null ? current.phase : opened(cause).phase
      const phase = naming.exchangePhase(base, request)
      const name = naming.exchangeName(request)
      const number = exchanges.push({ from, to, request, name, cause, phase })
      append({
        ...bare,
        name: `${name}-request`,
        phase,
        from,
        to,
        kind: 'request',
        exchange: number,
        cause,
        label: requestLabel(request),
        http: { ...request, status: null },
        cookies,
        changes,
        ...(by === undefined ? {} : { by }),
      })
      return number
    },
    response: (number, response, received = [], changes = []) => {
      const exchange = opened(number)
      append({
        ...bare,
        name: `${exchange.name}-response`,
        phase: exchange.phase,
        from: exchange.to,
        to: exchange.from,
        kind: 'response',
        exchange: number,
        cause: exchange.cause,
        label: responseLabel(exchange.request, response),
        http: { method: null, url: exchange.request.url, ...response },
        received,
        changes,
      })
    },
    self: (participant, name, label, number) => {
      const exchange = opened(number)
      exchange.phase = naming.selfPhase(exchange.phase, participant, name)
      append({
        ...bare,
        name,
        phase: exchange.phase,
        from: participant,
        to: participant,
        kind: 'self',
        exchange: number,
        cause: exchange.cause,
        label,
        http: null,
      })
    },
    aside: (participant, name, label, provenance, changes = [], chapter = current.phase) =>
      append({
        ...bare,
        name,
        phase: chapter === 'goes-on' ? chapterOfStep() : chapter,
        from: participant,
        to: participant,
        kind: 'self',
        exchange: null,
        cause: null,
        label,
        http: null,
        changes,
        provenance,
      }),
    changed: (where: string, op: Change['op'], key: string, before: Json, after: Json) => {
      const owner = where.split('.', 1)[0] ?? where
      pending.set(owner, [...(pending.get(owner) ?? []), { where, op, key, before, after }])
    },
    divider: (kind) => {
      dividers.push({ before: messages.length + 1, kind })
    },
  }
}
