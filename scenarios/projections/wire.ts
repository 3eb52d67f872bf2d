import type { HttpPart, Message } from '../model/trace.ts'
import { inspect } from './inspection.ts'

/** What a stretch of a message is for: names and signs step back behind values. */
export type WireRole = 'line' | 'name' | 'sign' | 'value'

/** A stretch of a message as sent. */
export interface WireSegment {
  readonly role: WireRole
  readonly text: string
  /** The name that a value belongs to, in lower case; '' when it has none. */
  readonly of: string
}

const sign = (text: string): WireSegment => ({ role: 'sign', text, of: '' })
const name = (text: string): WireSegment => ({ role: 'name', text, of: text.toLowerCase() })
const value = (text: string, of: string): WireSegment => ({
  role: 'value',
  text,
  of: of.toLowerCase(),
})

/** `a=1&b=2`, cut at its signs; separators stay where they are. */
const pairs = (text: string, separator: RegExp): WireSegment[] =>
  text.split(separator).flatMap((piece, index) => {
    if (index % 2 === 1) return [sign(piece)]
    const equals = piece.indexOf('=')
    if (equals === -1) return [value(piece, piece)]
    const key = piece.slice(0, equals)
    return [name(key), sign('='), value(piece.slice(equals + 1), key)]
  })

const query = (text: string): WireSegment[] => {
  const mark = text.indexOf('?')
  return mark === -1
    ? [value(text, '')]
    : [value(text.slice(0, mark), ''), sign('?'), ...pairs(text.slice(mark + 1), /([&#])/)]
}

const field = (key: string, text: string): WireSegment[] => {
  const start = [name(key), sign(': ')]
  if (key === 'cookie') return [...start, ...pairs(text, /(; )/)]
  if (key === 'set-cookie') return [...start, ...pairs(text, /(; ?)/)]
  return [...start, ...(key === 'location' ? query(text) : [value(text, key)])]
}

const jsonPart = /("(?:[^"\\]|\\.)*")(\s*:)|("(?:[^"\\]|\\.)*"|[^\s{}[\],:"]+)|([\s{}[\],:]+|")/g

const json = (text: string): WireSegment[] => {
  let key = ''
  return [...text.matchAll(jsonPart)].flatMap(([, quoted, colon, leaf, rest]) => {
    if (quoted !== undefined) {
      key = quoted.slice(1, -1)
      return [{ ...name(quoted), of: key.toLowerCase() }, sign(colon ?? '')]
    }
    return leaf === undefined ? [sign(rest ?? '')] : [value(leaf, key)]
  })
}

const bodyOf = ({ body }: HttpPart, kind: string): WireSegment[] => {
  if (kind === 'form') return pairs(body, /(&)/)
  const cut = kind === 'json' ? json(body) : [value(body, '')]
  const whole = cut.map(({ text }) => text).join('') === body
  return whole ? cut : [value(body, '')]
}

const firstLine = (http: HttpPart, line: string): WireSegment[] => {
  const [verb = '', target = '', version = ''] = line.split(' ')
  const isLine = ({ role, text, of }: WireSegment): WireSegment =>
    role === 'value' && of === '' ? { role: 'line', text, of } : { role, text, of }
  return http.method === null
    ? [{ role: 'line', text: line, of: '' }]
    : [
        { role: 'line', text: `${verb} `, of: '' },
        ...query(target).map(isLine),
        sign(` ${version}`),
      ]
}

/**
 * A message as on the wire (HTTP/1.1 form, a line feed for each line end), cut into what is name and
 * what is value. Joined, the segments are the message again. Null for one that crossed no wire.
 */
export const wireOf = (message: Message): readonly WireSegment[] | null => {
  const { http } = message
  const inspection = inspect(message)
  if (http === null || inspection === null) return null
  const fields = http.headers.flatMap(([key, text]) => [...field(key, text), sign('\n')])
  return [
    ...firstLine(http, inspection.line),
    sign('\n'),
    ...fields,
    sign('\n'),
    ...bodyOf(http, inspection.bodyKind),
  ].filter(({ text }) => text !== '')
}
