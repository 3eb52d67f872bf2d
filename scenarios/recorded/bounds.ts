import { depthOf, type JsonObject } from '../model/json.ts'
import { tokenPattern } from '../model/jwt.ts'
import { mostMessages } from '../model/most-messages.ts'
import { type Text, textOf } from '../model/text.ts'
import type { Change, Message, Trace } from '../model/trace.ts'

/**
 * How much of each thing a page can show so that a step stays below a second; lengths in characters.
 * What the simulator and FusionAuth make is far below: a tour has 74 messages, a message ten headers.
 */
export const bounds = {
  /** 2,000 messages of tours, indented, have five million. */
  file: 8_000_000,
  messages: mostMessages,
  headers: 200,
  verdicts: 200,
  changes: 200,
  /** Different things that somebody's memory holds in the course of a trace. */
  remembered: 1_000,
  /** Of an address and a body together. */
  parameters: 1_000,
  /** Of every list without a bound of its own. */
  entries: 2_000,
  body: 200_000,
  text: 16_384,
  token: 16_384,
  depth: 64,
} as const

const longer = (place: string, count: number): Text | null =>
  count > bounds.text ? textOf('recording.long-text', { place, most: bounds.text, count }) : null

/** The first that is a problem; each is looked for only when those before it are none. */
const first = <T>(items: readonly T[], look: (item: T, index: number) => Text | null) => {
  for (const [index, item] of items.entries()) {
    const problem = look(item, index)
    if (problem !== null) return problem
  }
  return null
}

/** Nothing that is nested deeper can be computed with; asked before anything else is. */
export const tooDeep = (value: unknown): Text | null => {
  const count = depthOf(value)
  // The lists and objects of the trace itself are five of these levels.
  return count > bounds.depth
    ? textOf('recording.too-deep', { place: '', most: bounds.depth, count })
    : null
}

const tokenIn = (place: string, text: string): Text | null => {
  // Few texts have one that may be too long.
  if (text.length <= bounds.token) return null
  const count = Math.max(0, ...[...text.matchAll(tokenPattern)].map(([{ length }]) => length))
  return count > bounds.token
    ? textOf('recording.long-token', { place, most: bounds.token, count })
    : null
}

const leavesIn = (value: unknown): number => {
  let count = 0
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next !== 'object' || next === null) count += 1
    else for (const inner of Object.values(next as JsonObject)) waiting.push(inner)
  }
  return count
}

/** How many pairs a query or a form has, at most. */
const pairsIn = (text: string): number => text.split('&').length - 1

const wireProblem = (place: string, http: NonNullable<Message['http']>): Text | null => {
  const { url, headers, body } = http
  if (headers.length > bounds.headers) {
    const count = headers.length
    return textOf('recording.many-headers', { place, most: bounds.headers, count })
  }
  const inFields = first(
    headers,
    ([name, value], index) =>
      tokenIn(`${place}.headers[${index}]`, value) ??
      longer(`${place}.headers[${index}]`, Math.max(name.length, value.length)),
  )
  if (inFields !== null) return inFields
  if (url.length > bounds.text) return longer(`${place}.url`, url.length)
  if (body.length > bounds.body) {
    const count = body.length
    return textOf('recording.long-body', { place, most: bounds.body, count })
  }
  const token = tokenIn(`${place}.body`, body)
  if (token !== null) return token
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    json = undefined
  }
  const count = depthOf(json)
  if (count > bounds.depth)
    return textOf('recording.too-deep', { place: `${place}.body`, most: bounds.depth, count })
  const locations = headers.filter(([name]) => name === 'location').map(([, value]) => value)
  const isPage = headers.some(([name, value]) => name === 'content-type' && /html/i.test(value))
  const inBody = json === undefined ? (isPage ? 0 : pairsIn(body)) : leavesIn(json)
  const parameters = inBody + pairsIn([url, ...locations].join('&'))
  return parameters > bounds.parameters
    ? textOf('recording.many-parameters', { place, most: bounds.parameters, count: parameters })
    : null
}

const changeProblem = (place: string, { where, key, before, after }: Change): Text | null => {
  const text = JSON.stringify([before, after])
  if (text.length > bounds.body) {
    const count = text.length
    return textOf('recording.long-body', { place, most: bounds.body, count })
  }
  const inMemory = tokenIn(place, text) ?? longer(place, Math.max(where.length, key.length))
  if (inMemory !== null) return inMemory
  const parameters = leavesIn([before, after])
  return parameters > bounds.parameters
    ? textOf('recording.many-parameters', { place, most: bounds.parameters, count: parameters })
    : null
}

const messageProblem = (message: Message, index: number): Text | null => {
  const place = `messages[${index}]`
  const { id, label, cookies, received, changes, http } = message
  if (http !== null) {
    const problem = wireProblem(`${place}.http`, http)
    if (problem !== null) return problem
  }
  for (const [name, list] of Object.entries({ cookies, received }))
    if (list.length > bounds.verdicts)
      return textOf('recording.many-verdicts', {
        place: `${place}.${name}`,
        most: bounds.verdicts,
        count: list.length,
      })
  if (changes.length > bounds.changes) {
    const count = changes.length
    return textOf('recording.many-changes', { place, most: bounds.changes, count })
  }
  const told = [...cookies, ...received]
  return (
    longer(`${place}.id`, id.length) ??
    longer(`${place}.label`, JSON.stringify(label).length) ??
    first(told, (verdict) => longer(place, JSON.stringify(verdict).length)) ??
    first(changes, (change, at) => changeProblem(`${place}.changes[${at}]`, change))
  )
}

/** What a trace has more of than a page can show; null when it can be shown. */
export const boundProblem = (trace: Trace): Text | null => {
  const { messages, events, dividers, outcome } = trace
  if (messages.length > bounds.messages) {
    const count = messages.length
    return textOf('recording.many-messages', { most: bounds.messages, count })
  }
  const lists: readonly (readonly [string, readonly unknown[]])[] = [
    ['events', events],
    ['dividers', dividers],
    ['outcome', outcome],
    ...outcome.map(({ evidence }, index) => [`outcome[${index}].evidence`, evidence] as const),
  ]
  const inLists = first(lists, ([place, { length: count }]) =>
    count > bounds.entries
      ? textOf('recording.many-entries', { place, most: bounds.entries, count })
      : null,
  )
  if (inLists !== null) return inLists
  const inMessages = first(messages, messageProblem)
  if (inMessages !== null) return inMessages
  const places = messages.flatMap(({ changes }) => changes.map((one) => `${one.where} ${one.key}`))
  const count = new Set(places).size
  return count > bounds.remembered
    ? textOf('recording.many-remembered', { most: bounds.remembered, count })
    : null
}
