import { headerValues } from '../engine/wire.ts'
import type { Difference } from '../model/difference.ts'
import { apart, differ, type MessagePair } from './pair.ts'
import { type Text, textOf } from '../model/text.ts'

/** Attributes of a Set-Cookie by lower case name; '' for one without a value. The cookie's own value is left out. */
interface NamedSetCookie {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
}

const read = (line: string): NamedSetCookie => {
  const [pair = '', ...attributes] = line.split(';')
  return {
    name: pair.split('=', 1)[0]?.trim() ?? '',
    attributes: new Map(
      attributes.map((attribute) => {
        const [name = '', ...value] = attribute.split('=')
        return [name.trim().toLowerCase(), value.join('=').trim()]
      }),
    ),
  }
}

/** A date depends on the day; that it is there does not. */
const shown = (name: string, value: string | undefined): string | null => {
  if (value === undefined) return null
  return name === 'expires' || value === '' ? 'present' : value
}

const explained = (attribute: string, { plain }: MessagePair): Text | null =>
  attribute === 'secure' && plain ? textOf('explained.plain-http') : null

const attributeDifferences = (
  pair: MessagePair,
  expected: NamedSetCookie,
  observed: NamedSetCookie,
): readonly Difference[] => {
  const names = new Set([...expected.attributes.keys(), ...observed.attributes.keys()])
  return [...names].flatMap((name) => {
    const one = shown(name, expected.attributes.get(name))
    const other = shown(name, observed.attributes.get(name))
    if (one === other) return []
    const what = `${expected.name}; ${name}`
    const values = { expected: one, observed: other }
    const sentence = textOf('difference.cookie-attribute', {
      name: expected.name,
      attribute: name,
      ...values,
    })
    return [differ(pair, 'cookie-attribute', what, values, sentence, explained(name, pair))]
  })
}

/** Which cookies an answer sets, and with which attributes; never their values. */
export const cookieDifferences = (pair: MessagePair): readonly Difference[] => {
  const expected = headerValues(pair.expected.http.headers, 'set-cookie').map(read)
  const observed = headerValues(pair.observed.http.headers, 'set-cookie').map(read)
  const names = (cookies: readonly NamedSetCookie[]) => cookies.map(({ name }) => name)
  const { lost, gained } = apart(names(expected), names(observed))
  return [
    ...lost.map((name) =>
      differ(
        pair,
        'cookie',
        name,
        { expected: 'set', observed: null },
        textOf('difference.cookie-missing', { name }),
      ),
    ),
    ...gained.map((name) =>
      differ(
        pair,
        'cookie',
        name,
        { expected: null, observed: 'set' },
        textOf('difference.cookie-extra', { name }),
      ),
    ),
    ...expected.flatMap((cookie) => {
      const other = observed.find(({ name }) => name === cookie.name)
      return other === undefined ? [] : attributeDifferences(pair, cookie, other)
    }),
  ]
}
