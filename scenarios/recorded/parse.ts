import { type Text, textOf } from '../i18n/text.ts'
import type { Trace } from '../model/trace.ts'
import {
  all,
  type Check,
  flag,
  isText,
  list,
  matching,
  members,
  nothing,
  oneOf,
  optional,
  orNull,
  that,
  whole,
  wrong,
} from './check.ts'
import { isSayable } from './sayable.ts'
import { fromVersion1 } from './version-1.ts'

/** A trace that was saved, or why a text is none: it names the place. */
export type Parsed =
  | { readonly ok: true; readonly trace: Trace }
  | { readonly ok: false; readonly problem: Text }

/** More is no trace of a lesson: a whole tour has about a quarter of a million characters. */
const longest = 32 * 1024 * 1024

const filled = matching(textOf('shape.filled'), /./s)
const participant = oneOf('Browser', 'Mobile', 'Store', 'Forums', 'FusionAuth', 'Hacker')
const agent = oneOf('Browser', 'Mobile', 'Hacker')

/** Pages are read and addresses are taken apart when a trace is shown. */
const address = that(
  textOf('shape.address'),
  (value) => typeof value === 'string' && /^https?:$/.test(URL.parse(value)?.protocol ?? ''),
)

const field = that(
  textOf('shape.field'),
  (value) =>
    Array.isArray(value) &&
    value.length === 2 &&
    typeof value[0] === 'string' &&
    /^[^A-Z]+$/.test(value[0]) &&
    typeof value[1] === 'string',
)

const http = (part: { readonly method: Check; readonly status: Check }): Check =>
  members({ ...part, url: address, headers: list(field), body: isText })

/** A text that can be put into words: its code is known, and its params are such as it takes. */
const ours = that(textOf('shape.catalogued'), isSayable)

const rule = { because: ours, rule: filled, source: filled }

const verdict = members({ agent, name: isText, domain: isText, path: isText, sent: flag, ...rule })

const received = members({ agent, name: isText, domain: isText, stored: flag, ...rule })

const present = that(textOf('shape.json'), (value) => value !== undefined)

const change = members({
  where: matching(textOf('shape.place'), /^[A-Za-z]+\.[A-Za-z]+$/),
  op: oneOf('set', 'delete'),
  key: isText,
  before: present,
  after: present,
})

const instant = that(
  textOf('shape.instant'),
  (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) &&
    !Number.isNaN(Date.parse(value)),
)

const kinds: Readonly<Record<string, Check>> = {
  request: members({
    label: filled,
    exchange: whole(1),
    http: http({ method: filled, status: nothing }),
  }),
  response: members({
    label: filled,
    exchange: whole(1),
    http: http({ method: nothing, status: whole(100) }),
  }),
  self: members({ label: ours, http: nothing }),
}

const message: Check = all(
  members({
    n: whole(1),
    id: matching(textOf('shape.id'), /^[a-z-]+\.[a-z0-9-]+(\.[0-9]+)?$/),
    phase: filled,
    step: filled,
    from: participant,
    to: participant,
    kind: oneOf('request', 'response', 'self'),
    exchange: orNull(whole(1)),
    cause: orNull(whole(1)),
    at: instant,
    cookies: list(verdict),
    received: list(received),
    changes: list(change),
    provenance: oneOf('real', 'simulated'),
    by: optional(oneOf('script', 'image', 'frame', 'app')),
  }),
  (value, path) => {
    const { kind } = value as { readonly kind: string }
    return kinds[kind]?.(value, path) ?? null
  },
)

const event = members({
  type: matching(textOf('shape.value', { json: 'who.verb' }), /^[a-z]+\.[a-z-]+$/),
})

const shape = members({
  version: oneOf(2),
  workflow: filled,
  lesson: filled,
  fusionauth: members({ kind: oneOf('stand-in', 'fusionauth'), version: isText }),
  profile: optional(oneOf('fidelity', 'hardened')),
  defences: members({}),
  seed: isText,
  events: list(event),
  participants: all(
    list(participant),
    that(
      textOf('shape.participants'),
      (value) => Array.isArray(value) && value.length > 0 && new Set(value).size === value.length,
    ),
  ),
  messages: list(message),
  dividers: list(members({ before: whole(1), kind: filled })),
  outcome: list(members({ id: filled, holds: flag, evidence: list(whole(1)) })),
})

/** What no single place can tell: the numbering, and references to messages. */
const consistency = ({ messages, dividers, outcome, participants }: Trace): Text | null => {
  const ids = new Set<string>()
  for (const [index, { n, id, from, to }] of messages.entries()) {
    const place = `messages[${index}]`
    if (n !== index + 1)
      return wrong(`${place}.n`, textOf('shape.value', { json: String(index + 1) }), n)
    if (ids.has(id)) return textOf('recording.twice', { place: `${place}.id`, id })
    if (!participants.includes(from) || !participants.includes(to))
      return textOf('recording.stranger', { place, from, to })
    ids.add(id)
  }
  const last = messages.length
  const stray = dividers.findIndex(({ before }) => before > last + 1)
  if (stray >= 0)
    return textOf('recording.divider-beyond', { place: `dividers[${stray}].before`, last })
  const claim = outcome.findIndex(({ evidence }) => evidence.some((n) => n > last))
  return claim < 0
    ? null
    : textOf('recording.evidence-beyond', { place: `outcome[${claim}].evidence`, last })
}

const none = (problem: Text): Parsed => ({
  ok: false,
  problem: textOf('recording.none', { problem }),
})

/**
 * Reads a saved trace, as `npm run -s trace` prints it (scenarios/trace.schema.json), of this version
 * or of the one before. Every place that is shown or computed with is checked; members that nobody
 * knows are kept.
 */
export const parseTrace = (json: string): Parsed => {
  if (json.length > longest) return none(textOf('recording.too-long', { count: longest }))
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return none(textOf('recording.no-json'))
  }
  const upgraded = fromVersion1(value)
  const problem = shape(upgraded, '')
  if (problem !== null) return none(problem)
  // A trace that was saved before there were profiles is of FusionAuth's defaults.
  const trace = { profile: 'fidelity', ...(upgraded as object) } as Trace
  const contradiction = consistency(trace)
  return contradiction === null ? { ok: true, trace } : none(contradiction)
}
