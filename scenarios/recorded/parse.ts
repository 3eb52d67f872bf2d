import type { Trace } from '../model/trace.ts'
import {
  all,
  type Check,
  flag,
  list,
  matching,
  members,
  nothing,
  oneOf,
  optional,
  orNull,
  text,
  that,
  whole,
} from './check.ts'

/** A trace that was saved, or why a text is none: a sentence that names the place. */
export type Parsed =
  | { readonly ok: true; readonly trace: Trace }
  | { readonly ok: false; readonly problem: string }

/** More is no trace of a lesson: a whole tour has about a quarter of a million characters. */
const longest = 32 * 1024 * 1024

const filled = matching('text that is not empty', /./s)
const participant = oneOf('Browser', 'Mobile', 'Store', 'Forums', 'FusionAuth', 'Hacker')
const agent = oneOf('Browser', 'Mobile', 'Hacker')

/** Pages are read and addresses are taken apart when a trace is shown. */
const address = that(
  'an http or https address',
  (value) => typeof value === 'string' && /^https?:$/.test(URL.parse(value)?.protocol ?? ''),
)

const field = that(
  'a pair of a name in lower case and a text',
  (value) =>
    Array.isArray(value) &&
    value.length === 2 &&
    typeof value[0] === 'string' &&
    /^[^A-Z]+$/.test(value[0]) &&
    typeof value[1] === 'string',
)

const http = (part: { readonly method: Check; readonly status: Check }): Check =>
  members({ ...part, url: address, headers: list(field), body: text })

const rule = { because: filled, rule: filled, source: filled }

const verdict = members({ agent, name: text, domain: text, path: text, sent: flag, ...rule })

const received = members({ agent, name: text, domain: text, stored: flag, ...rule })

const present = that('a JSON value', (value) => value !== undefined)

const change = members({
  where: matching('a place such as Browser.jar', /^[A-Za-z]+\.[A-Za-z]+$/),
  op: oneOf('set', 'delete'),
  key: text,
  before: present,
  after: present,
})

const instant = that(
  'a time such as 2026-01-01T09:00:00.000Z',
  (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) &&
    !Number.isNaN(Date.parse(value)),
)

const kinds: Readonly<Record<string, Check>> = {
  request: members({ exchange: whole(1), http: http({ method: filled, status: nothing }) }),
  response: members({ exchange: whole(1), http: http({ method: nothing, status: whole(100) }) }),
  self: members({ http: nothing }),
}

const message: Check = all(
  members({
    n: whole(1),
    id: matching('an id such as login.token-request', /^[a-z-]+\.[a-z0-9-]+(\.[0-9]+)?$/),
    phase: filled,
    step: filled,
    from: participant,
    to: participant,
    kind: oneOf('request', 'response', 'self'),
    exchange: orNull(whole(1)),
    cause: orNull(whole(1)),
    at: instant,
    label: filled,
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

const event = members({ type: matching('who.verb', /^[a-z]+\.[a-z-]+$/) })

const shape = members({
  version: oneOf(1),
  workflow: filled,
  lesson: filled,
  fusionauth: members({ kind: oneOf('stand-in', 'fusionauth'), version: text }),
  profile: optional(oneOf('fidelity', 'hardened')),
  defences: members({}),
  seed: text,
  events: list(event),
  participants: all(
    list(participant),
    that(
      'a list of participants, each once',
      (value) => Array.isArray(value) && value.length > 0 && new Set(value).size === value.length,
    ),
  ),
  messages: list(message),
  dividers: list(members({ before: whole(1), kind: filled })),
  outcome: list(members({ id: filled, holds: flag, evidence: list(whole(1)) })),
})

/** What no single place can tell: the numbering, and references to messages. */
const consistency = ({ messages, dividers, outcome, participants }: Trace): string | null => {
  const ids = new Set<string>()
  for (const [index, { n, id, from, to }] of messages.entries()) {
    if (n !== index + 1) return `messages[${index}].n must be ${index + 1}, and is ${n}.`
    if (ids.has(id)) return `messages[${index}].id is ${id} for a second time.`
    if (!participants.includes(from) || !participants.includes(to))
      return `messages[${index}] goes from ${from} to ${to}, and one of them is not among the participants.`
    ids.add(id)
  }
  const last = messages.length
  const stray = dividers.findIndex(({ before }) => before > last + 1)
  if (stray >= 0) return `dividers[${stray}].before lies beyond the last message, ${last}.`
  const claim = outcome.findIndex(({ evidence }) => evidence.some((n) => n > last))
  return claim < 0 ? null : `outcome[${claim}].evidence names a message beyond the last, ${last}.`
}

const none = (problem: string): Parsed => ({
  ok: false,
  problem: `This is no trace of Login Lab: ${problem}`,
})

/**
 * Reads a saved trace, as `npm run -s trace` prints it (scenarios/trace.schema.json). Every place that
 * is shown or computed with is checked; members that nobody knows are kept.
 */
export const parseTrace = (json: string): Parsed => {
  if (json.length > longest) return none(`it has more than ${longest} characters.`)
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return none('it cannot be read as JSON. Save it with npm run -s trace -- WORKFLOW > file.json')
  }
  const problem = shape(value, '')
  if (problem !== null) return none(problem)
  // A trace that was saved before there were profiles is of FusionAuth's defaults.
  const trace = { profile: 'fidelity', ...(value as object) } as Trace
  const contradiction = consistency(trace)
  return contradiction === null ? { ok: true, trace } : none(contradiction)
}
