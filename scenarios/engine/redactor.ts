import type { Json } from '../model/wire.ts'
import { isJsonObject, type JsonObject } from '../model/json.ts'

/** What stands in a trace where a real secret was. */
export const redacted = '•••'

/** Takes real secrets out of messages before they are appended. */
export interface Redactor {
  /** The JSON text of a message without them. */
  clean(json: string): string
  /** Another value that must not enter the trace from now on: what a learner types into a form. */
  learn(secret: string): void
}

/** A shorter value could be a part of any word; by its place it is redacted all the same. */
const searchable = 8

const bytesOf = (text: string): readonly number[] => [...new TextEncoder().encode(text)]

const base64 = (bytes: readonly number[]): string =>
  btoa(String.fromCharCode(...bytes)).replaceAll('=', '')

/**
 * The letters of base64 that a value always gives, wherever in a longer text it begins (as the second
 * half of `Basic` credentials does, RFC 7617): one spelling for each of the three places in a group.
 */
const insideBase64 = (secret: string): readonly string[] => {
  const bytes = bytesOf(secret)
  return [0, 1, 2].map((before) => {
    const text = base64([...Array.from({ length: before }, () => 0), ...bytes])
    return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6))
  })
}

const htmlText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** The forms in which a value may stand in a message: plain, in JSON, URL, HTML and base64. */
const spellings = (secret: string): readonly string[] => {
  const inBase64 = [base64(bytesOf(secret)), ...insideBase64(secret)].filter(
    (text) => text.length >= searchable,
  )
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    new URLSearchParams({ x: secret }).toString().slice(2),
    htmlText(secret),
    htmlText(secret).replaceAll("'", '&#39;'),
    ...inBase64,
    ...inBase64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    ...inBase64.map((text) => encodeURIComponent(text)),
  ]
}

const passwordNames: readonly string[] = [
  'password',
  'passwordConfirm',
  'currentPassword',
  'user\\.password',
  'oneTimePassword',
]

const secretNames: readonly string[] = [...passwordNames, 'client_secret', 'clientSecret']

type RedactionRule = readonly [RegExp, string]

/** A secret by the name before it: in a form or an address, in JSON, in JSON within JSON. */
const byName = (all: readonly string[]): readonly RedactionRule[] => {
  const names = all.join('|')
  return [
    [new RegExp(`((?:^|[&?;\\s])(?:${names})=)[^&\\s"<]*`, 'g'), `$1${redacted}`],
    [new RegExp(`("(?:${names})"\\s*:\\s*")(?:[^"\\\\]|\\\\.)*`, 'g'), `$1${redacted}`],
  ]
}

/** Credentials in a header: an API key as it is, or the word `Basic` and what follows it. */
const credentials = (value: string): string => {
  if (/^(bearer|jwt|dpop) /i.test(value)) return value
  const scheme = /^(basic) /i.exec(value)?.[1]
  return scheme === undefined ? redacted : `${scheme} ${redacted}`
}

const secretHeaders = new Set(['authorization', 'proxy-authorization'])

/**
 * A redactor for the words that a learner types into a password field, where all else is simulated: by place
 * wherever a password stands, and by value when it is long enough to be found.
 */
export const createPasswordRedactor = (password: string): Redactor => {
  const redactor = redactorOf({ secrets: [], places: byName(passwordNames), headers: false })
  redactor.learn(password)
  return redactor
}

/**
 * A redactor for the given values. By value, in every spelling, for what is known beforehand and what is
 * learned; by place for what nobody knows: passwords, client secrets and credentials in headers.
 * Only what a message carries is touched, never its own members: a password "response" must not turn
 * a message into none.
 */
export const createRedactor = (secrets: readonly string[]): Redactor =>
  redactorOf({ secrets, places: byName(secretNames), headers: true })

interface RedactionRules {
  readonly secrets: readonly string[]
  readonly places: readonly RedactionRule[]
  /** Credentials in headers are taken out too. */
  readonly headers: boolean
}

const redactorOf = ({ secrets, places, headers: inHeaders }: RedactionRules): Redactor => {
  let values: readonly string[] = []
  const known = new Set<string>()
  const add = (secret: string): void => {
    if (secret === '' || known.has(secret)) return
    known.add(secret)
    values = [...new Set([...values, ...spellings(secret)])].toSorted((a, b) => b.length - a.length)
  }
  for (const secret of secrets) add(secret)

  const text = (given: string): string => {
    const byValue = values.reduce((rest, value) => rest.replaceAll(value, redacted), given)
    return places.reduce((rest, [place, instead]) => rest.replace(place, instead), byValue)
  }
  const deep = (value: Json): Json => {
    if (typeof value === 'string') return text(value)
    if (Array.isArray(value)) return value.map((item: Json) => deep(item))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [text(key), deep(item)]))
  }
  const header = (pair: Json): Json => {
    if (!Array.isArray(pair)) return pair
    const [name, value] = pair as readonly Json[]
    if (typeof name !== 'string' || typeof value !== 'string') return pair
    return [name, text(inHeaders && secretHeaders.has(name) ? credentials(value) : value)]
  }
  const carried = (http: Json): Json => {
    if (!isJsonObject(http)) return http
    const { url, headers, body, ...rest } = http
    return {
      ...rest,
      url: deep(url ?? ''),
      headers: Array.isArray(headers) ? headers.map(header) : [],
      body: deep(body ?? ''),
    }
  }
  /** A change says where and what in words of ours; its key and its values are the world's. */
  const changed = (change: Json): Json => {
    if (!isJsonObject(change)) return change
    const { key, before, after, ...rest } = change
    return {
      ...rest,
      key: deep(key ?? ''),
      before: deep(before ?? null),
      after: deep(after ?? null),
    }
  }

  /** A text names its code in words of ours; what it tells is the world's. */
  const saidOf = (said: Json): Json => {
    if (!isJsonObject(said)) return said
    const { params, ...rest } = said
    return { ...rest, params: deep(params ?? {}) }
  }

  return {
    learn: (secret) => {
      if (secret.length >= searchable) add(secret)
    },
    clean: (json) => {
      const message = JSON.parse(json) as JsonObject
      const { label, http, changes } = message
      return JSON.stringify({
        ...message,
        label: typeof label === 'string' ? deep(label) : saidOf(label ?? null),
        http: carried(http ?? null),
        changes: Array.isArray(changes) ? changes.map(changed) : [],
      })
    },
  }
}
