import type { Message } from '../model/trace.ts'
import { marker } from './marking.ts'
import type { Secret } from './secrets.ts'
import type { Say } from '../i18n/catalogue.ts'
import { labelText } from '../i18n/label.ts'

/** Where in a message something was found. */
export type MatchPlace = 'name' | 'address' | 'header' | 'body' | 'memory'

/** A message in which something was found. */
export interface Hit {
  readonly n: number
  readonly places: readonly MatchPlace[]
}

/** What was looked for, and where it is. */
export interface SearchResult {
  readonly query: string
  /** The secret that was asked for by its name, or whose value was given. */
  readonly secret: Secret | null
  readonly hits: readonly Hit[]
}

/** A value as it may stand on the wire: as it is, or percent-encoded. */
const formsOf = (value: string): readonly string[] => [
  ...new Set([value, encodeURIComponent(value), value.replaceAll(' ', '+')].map(lower)),
]

const lower = (text: string): string => text.toLowerCase()

/** Pieces of a message with what they are. A response does not carry the address that it answers. */
const piecesOf = (
  { kind, label, http, changes }: Message,
  say: Say,
): readonly [MatchPlace, string][] => [
  ['name', labelText(label, say)],
  ...(http === null
    ? []
    : ([
        ...(kind === 'request' ? [['address', http.url]] : []),
        ...http.headers.map((field) => ['header', field.join(': ')]),
        ['body', http.body],
      ] as [MatchPlace, string][])),
  ...changes.map((change): [MatchPlace, string] => [
    'memory',
    JSON.stringify([change.where, change.key, change.before, change.after]),
  ]),
]

/** A secret by its short name, or by its whole value. */
const secretOf = (query: string, secrets: readonly Secret[]): Secret | null =>
  secrets.find(({ name }) => lower(name) === lower(query)) ??
  secrets.find(({ value }) => value === query) ??
  null

/**
 * Finds a value in everything that was sent and remembered: this code, a header, a piece of a body.
 * A secret may be asked for by its name, too, and is found in every form it was sent in. Letters
 * count alike, large or small; the words on arrows are looked into as `say` puts them. Nothing is found for an empty question.
 */
export const search = (
  query: string,
  messages: readonly Message[],
  secrets: readonly Secret[],
  say: Say,
): SearchResult => {
  const asked = query.trim()
  const secret = secretOf(asked, secrets)
  if (asked === '') return { query: asked, secret: null, hits: [] }
  const holds = secret === null ? containing(asked) : naming(secret)
  const hits = messages.flatMap((message) => {
    const places = piecesOf(message, say)
      .filter(([, text]) => holds(text))
      .map(([place]) => place)
    return places.length === 0 ? [] : [{ n: message.n, places: [...new Set(places)] }]
  })
  return { query: asked, secret, hits }
}

const containing = (asked: string): ((text: string) => boolean) => {
  const forms = formsOf(asked)
  return (text) => {
    const here = lower(text)
    return forms.some((form) => here.includes(form))
  }
}

/** A short secret (a password) is a whole value only, and could be part of anything else. */
const naming = (secret: Secret): ((text: string) => boolean) => {
  const mark = marker([secret])
  const isShort = secret.value.length < 12
  const values = (text: string): readonly string[] =>
    isShort ? text.split(/[=&"?\s]/).map((piece) => decoded(piece)) : [text]
  return (text) => values(text).some((piece) => mark(piece).some((part) => part === secret))
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
