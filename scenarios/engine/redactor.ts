import type { Json } from '../model/wire.ts'
import { isJsonObject, type JsonObject } from '../model/json.ts'
import { redactByValue } from './redaction/by-value.ts'
import { shortest, spellings } from './redaction/spellings.ts'

/** What stands in a trace where a real secret was. */
export const redacted = '•••'

/** Takes real secrets out of messages before they are appended. */
export interface Redactor {
  /** The JSON text of a message without them. */
  clean(json: string): string
  /** Another value that must not enter the trace from now on: what a learner types into a form. */
  learn(secret: string): void
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
 * A redactor for the given values. By value, however it is encoded, for what is known beforehand and what
 * is learned, but no part of a value (see `redaction/by-value.ts`); by place for what nobody knows:
 * passwords, client secrets and credentials in headers. Only what a message carries is touched, never
 * its own members: a password "response" must not turn a message into none.
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
  const known = new Set(secrets.filter((secret) => secret !== ''))
  const redactKnown = () => redactByValue([...known].flatMap(spellings), redacted)
  let byValue = redactKnown()

  const text = (given: string): string =>
    places.reduce((rest, [place, instead]) => rest.replace(place, instead), byValue(given))
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
      // A shorter one is redacted by its place all the same.
      if (secret.length < shortest || known.has(secret)) return
      known.add(secret)
      byValue = redactKnown()
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
