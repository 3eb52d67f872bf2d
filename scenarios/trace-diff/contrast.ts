import type { Message } from '../model/trace.ts'
import { inspect, type Parameter } from '../projections/inspection.ts'
import { secretsOf } from '../projections/secrets.ts'
import { protocolText } from '../i18n/label.ts'

/** In what two messages can differ. */
export type ContrastKind =
  | 'way'
  | 'request'
  | 'status'
  | 'answer'
  | 'cookies-sent'
  | 'cookies-set'
  | 'parameters'
  | 'memory'

/** What the one message has and the other has not. */
export interface Contrast {
  readonly what: ContrastKind
  readonly left: readonly string[]
  readonly right: readonly string[]
}

/** What is compared of a message, in the order in which it is told. */
type Aspects = readonly (readonly [what: ContrastKind, values: readonly string[]])[]

/** A value that means something by itself: a word of the protocol, not a number made for this run. */
const isWord = (value: string): boolean => /^[a-z][a-z_ .:-]{0,39}$/.test(value)

/** The name of a parameter, with its value where that is a word and no secret. */
const parameterWords = (
  { name, value }: Parameter,
  secret: ReadonlySet<string>,
  passwords: readonly string[],
): string => {
  const other = passwords.indexOf(value)
  if (name.endsWith('password') && other > 0) return `${name} #${other + 1}`
  return isWord(value) && !secret.has(value) ? `${name}=${value}` : name
}

const aspectsOf = (
  message: Message,
  secret: ReadonlySet<string>,
  passwords: readonly string[],
): Aspects => {
  const { from, to, kind, http } = message
  const label = protocolText(message.label)
  const way = kind === 'self' ? from : `${from} → ${to}`
  const status = http?.status ?? null
  const isAnswer = kind === 'response'
  const brought = label.replace(/^\d{3}\s*(?:·\s*)?/, '')
  const set = message.received.map(({ name, stored }) => (stored ? name : `${name} ✕`))
  return [
    ['way', [way]],
    ['request', isAnswer ? [] : [label]],
    ['status', status === null ? [] : [String(status)]],
    ['answer', isAnswer ? [brought] : []],
    ['cookies-sent', message.cookies.filter(({ sent }) => sent).map(({ name }) => name)],
    ['cookies-set', set],
    [
      'parameters',
      (inspect(message)?.parameters ?? []).map((one) => parameterWords(one, secret, passwords)),
    ],
    ['memory', message.changes.map(({ where, op }) => (op === 'set' ? where : `${where} ✕`))],
  ]
}

const apart = (mine: readonly string[], others: readonly string[]): readonly string[] => [
  ...new Set(mine.filter((value) => !others.includes(value))),
]

/**
 * Makes a comparison of single messages for two traces: the way they go, the request, the status,
 * what the answer brings, cookies, parameters, and whose memory changes. Values that are new in every
 * run are not compared, and no secret is ever told; a second password typed is told as `#2`.
 */
export const contrastsOf = (
  left: readonly Message[],
  right: readonly Message[],
): ((one: Message, other: Message) => readonly Contrast[]) => {
  const secrets = [...secretsOf(left), ...secretsOf(right)]
  const secret = new Set(secrets.map(({ value }) => value))
  const passwords = [
    ...new Set(secrets.filter(({ kind }) => kind === 'password').map(({ value }) => value)),
  ].toSorted()
  return (one, other) => {
    const others = new Map(aspectsOf(other, secret, passwords))
    return aspectsOf(one, secret, passwords).flatMap(([what, values]) => {
      const counterpart = others.get(what) ?? []
      const contrast = { what, left: apart(values, counterpart), right: apart(counterpart, values) }
      return contrast.left.length + contrast.right.length === 0 ? [] : [contrast]
    })
  }
}
