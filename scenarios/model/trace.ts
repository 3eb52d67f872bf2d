/** The record of a run: the published contract (trace format). */

import * as v from 'valibot'
import type { DividerKind } from './divider.ts'
import type { Label } from './text.ts'
import { profiles } from './client.ts'
import { agent, cookieVerdictSchema, receivedCookieSchema } from './cookie.ts'
import type { LabEvent } from './event.ts'
import { participants, type Participant, type Phase } from './participant.ts'
import {
  exactly,
  filled,
  flag,
  kinds,
  listOf,
  looseObject,
  looseOption,
  matching,
  meets,
  nothing,
  oneOf,
  text,
  that,
  whole,
  wordOf,
} from './shape.ts'
import { textSchema } from './text-schema.ts'
import type { HeaderList, Json } from './wire.ts'
import { isJsonObject } from './json.ts'

const json = that<Json>('shape.json', (value) => value !== undefined)

/** What a message changed in somebody's memory: a jar, a session table, a token table. */
export const changeSchema = looseObject({
  /** `Browser.jar`, `Store.appSessions`, `FusionAuth.ssoSessions`, `FusionAuth.refreshTokens`, … */
  where: matching('shape.place', /^[A-Za-z]+\.[A-Za-z]+$/),
  op: oneOf(['set', 'delete']),
  key: text,
  before: json,
  after: json,
})
export type Change = v.InferOutput<typeof changeSchema>

/** Whether a message crossed a wire, or was done by the simulator (a theft, a passing of time). */
const provenance = oneOf(['real', 'simulated'])

/** What within a user agent begins a request that is no navigation of the user's. */
const initiator = oneOf(['script', 'image', 'frame', 'app'])
export type Initiator = v.InferOutput<typeof initiator>

/** Pages are read and addresses are taken apart when a trace is shown. */
const address = v.pipe(
  that<string>(
    'shape.address',
    (value) => typeof value === 'string' && /^https?:$/.test(URL.parse(value)?.protocol ?? ''),
  ),
  v.metadata({ type: 'string' }),
)

const field = v.pipe(
  that<HeaderList[number]>(
    'shape.field',
    (value) =>
      Array.isArray(value) &&
      value.length === 2 &&
      typeof value[0] === 'string' &&
      /^[^A-Z]+$/.test(value[0]) &&
      typeof value[1] === 'string',
  ),
  v.metadata({
    description: 'A name in lower case, and a value.',
    type: 'array',
    prefixItems: [{ type: 'string', pattern: '^[^A-Z]+$' }, { type: 'string' }],
    minItems: 2,
    maxItems: 2,
  }),
)

const carried = {
  url: address,
  /** In wire order. */
  headers: listOf(field),
  body: text,
}

/** The HTTP part of a request or response message. `method` is null on a response, `status` on a request. */
const httpPart = looseObject({
  method: v.nullable(text),
  status: v.nullable(whole(100)),
  ...carried,
})
export type HttpPart = v.InferOutput<typeof httpPart>

const instant = v.pipe(
  matching('shape.instant', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  meets('shape.instant', (value: string) => !Number.isNaN(Date.parse(value))),
)

const participant = oneOf(participants)

const members = {
  /** 1, 2, 3 … in order of happening. */
  n: whole(1),
  /** `phase.name`, stable across edits; a second one of the same name in a trace ends in `.2`. */
  id: matching('shape.id', /^[a-z-]+\.[a-z0-9-]+(\.[0-9]+)?$/),
  phase: wordOf<Phase>(),
  /** The type of the lab event that caused it, e.g. `learner.login`. */
  step: wordOf<LabEvent['type']>(),
  from: participant,
  to: participant,
  kind: oneOf(['request', 'response', 'self']),
  /** Pairs a request with its response; null on a self message outside any exchange. */
  exchange: v.nullable(whole(1)),
  /** The exchange that caused this one (a back channel call); null when an agent began it. */
  cause: v.nullable(whole(1)),
  /** Protocol clock, ISO 8601 with milliseconds, UTC. */
  at: instant,
  cookies: listOf(cookieVerdictSchema),
  received: listOf(receivedCookieSchema),
  changes: listOf(changeSchema),
  provenance,
  /** What within the sender began it; absent for a navigation, and for what a server does. */
  by: v.exactOptional(initiator),
}

/** Any message, as its type says it. */
const anyMessage = looseObject({
  ...members,
  /** Short text on the arrow. */
  label: v.custom<Label>(() => true),
  http: v.nullable(httpPart),
})

/** One arrow: a request, a response, or something a participant did by itself. */
export type Message = v.InferOutput<typeof anyMessage>

/** What each kind of message has, and what it has not. */
export const messageSchema = kinds(
  [
    looseOption({
      ...members,
      kind: exactly('request'),
      label: filled,
      exchange: whole(1),
      http: looseObject({ method: filled, status: nothing, ...carried }),
    }),
    looseOption({
      ...members,
      kind: exactly('response'),
      label: filled,
      exchange: whole(1),
      http: looseObject({ method: nothing, status: whole(100), ...carried }),
    }),
    looseOption({ ...members, kind: exactly('self'), label: textSchema, http: nothing }),
  ],
  anyMessage.entries.kind.options,
) satisfies v.GenericSchema<unknown, Message> as v.GenericSchema<Message>

/** A mark between messages: something happened that is not a message. */
const divider = looseObject({
  /** `n` of the message that follows; one more than the last message when none follows yet. */
  before: whole(1),
  kind: wordOf<DividerKind>(),
})
export type Divider = v.InferOutput<typeof divider>

/** What came of it, computed from the messages; `evidence` lists their numbers. */
const outcome = looseObject({ id: filled, holds: flag, evidence: listOf(whole(1)) })
export type Outcome = v.InferOutput<typeof outcome>

/** An event of a run; one of a later version is kept as it is. */
const event = looseObject({
  type: matching('shape.event-type', /^[a-z]+\.[a-z-]+$/),
}) as unknown as v.GenericSchema<LabEvent>

const everyone = v.pipe(
  listOf(participant),
  meets(
    'shape.participants',
    (value: readonly Participant[]) => value.length > 0 && new Set(value).size === value.length,
  ),
  v.metadata({ minItems: 1, uniqueItems: true }),
)

/** The append-only record of a run; the truth. */
export const traceSchema = looseObject({
  version: exactly(2),
  /** Slug of the workflow. */
  workflow: filled,
  /** The path that was walked. */
  lesson: filled,
  fusionauth: looseObject({ kind: oneOf(['stand-in', 'fusionauth']), version: text }),
  /** A trace that was saved before there were profiles is of FusionAuth's defaults. */
  profile: v.optional(oneOf(profiles), 'fidelity'),
  /** Switches that differ from the usual, by name. */
  defences: v.pipe(
    that<Readonly<Record<string, Json>>>('shape.object', isJsonObject),
    v.metadata({
      type: 'object',
      description: 'Switches that differ from the usual, by name.',
      additionalProperties: { type: ['boolean', 'number', 'string'] },
    }),
  ),
  seed: text,
  /** What was decided, in order; with the seed enough to rebuild the trace of a simulation. */
  events: listOf(event),
  participants: everyone,
  messages: listOf(messageSchema),
  dividers: listOf(divider),
  outcome: listOf(outcome),
})
export type Trace = v.InferOutput<typeof traceSchema>

/** The parts of a trace that its JSON Schema names. */
export const definitions = {
  agent,
  participant,
  text: textSchema,
  verdict: cookieVerdictSchema,
  received: receivedCookieSchema,
  change: changeSchema,
  message: messageSchema,
}
