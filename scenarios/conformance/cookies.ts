import { headerValues } from '../engine/wire.ts'
import type { Difference } from '../model/difference.ts'
import { apart, differ, type MessagePair } from './pair.ts'

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

const explained = (attribute: string, { plain }: MessagePair): string =>
  attribute === 'secure' && plain
    ? 'FusionAuth is reached by plain http here, where a Secure cookie could not be set.'
    : ''

const told = (name: string, value: string | null): string => {
  if (value === null) return `without ${name}`
  return value === 'present' ? `with ${name}` : `with ${name} ${value}`
}

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
    const sentence = `The cookie ${expected.name} was expected ${told(name, one)}, and came ${told(name, other)}.`
    const what = `${expected.name}; ${name}`
    const values = { expected: one, observed: other }
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
        `The cookie ${name} was expected to be set, and is not.`,
      ),
    ),
    ...gained.map((name) =>
      differ(
        pair,
        'cookie',
        name,
        { expected: null, observed: 'set' },
        `The cookie ${name} is set, and was not expected.`,
      ),
    ),
    ...expected.flatMap((cookie) => {
      const other = observed.find(({ name }) => name === cookie.name)
      return other === undefined ? [] : attributeDifferences(pair, cookie, other)
    }),
  ]
}
