import type { Difference } from '../model/difference.ts'
import type { Json } from '../model/wire.ts'
import { decodeToken } from '../projections/token.ts'
import { apart, differ, type MessagePair } from './pair.ts'

/** Claims and header members that are new with every token; that they are there is compared. */
const fresh = new Set([
  'iat',
  'exp',
  'nbf',
  'auth_time',
  'jti',
  'sid',
  'nonce',
  'at_hash',
  'c_hash',
  'kid',
])

type ClaimValues = Readonly<Record<string, Json>>

const text = (value: Json | undefined): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '')

/** How long a token lives, in seconds. */
const lifetime = ({ exp, iat }: ClaimValues): string | null =>
  typeof exp === 'number' && typeof iat === 'number' ? `${exp - iat} s` : null

const valueDifferences = (
  pair: MessagePair,
  token: string,
  expected: ClaimValues,
  observed: ClaimValues,
): readonly Difference[] => {
  const { lost, gained } = apart(Object.keys(expected), Object.keys(observed))
  const what = (name: string): string => `${token}; ${name}`
  return [
    ...lost.map((name) =>
      differ(
        pair,
        'claim',
        what(name),
        { expected: fresh.has(name) ? 'present' : text(expected[name]), observed: null },
        `${token} was expected to say ${name}, and does not.`,
      ),
    ),
    ...gained.map((name) =>
      differ(
        pair,
        'claim',
        what(name),
        { expected: null, observed: fresh.has(name) ? 'present' : text(observed[name]) },
        `${token} says ${name}, which was not expected.`,
      ),
    ),
    ...Object.keys(expected).flatMap((name) => {
      const [one, other] = [text(expected[name]), pair.swap(text(observed[name]))]
      if (fresh.has(name) || observed[name] === undefined || one === other) return []
      const sentence = `${token} was expected to say ${name} ${one}, and says ${other}.`
      return [differ(pair, 'claim', what(name), { expected: one, observed: other }, sentence)]
    }),
  ]
}

/** Two JWTs at the same place: members of header and claims, what they say, and how long they live. */
export const tokenDifferences = (
  pair: MessagePair,
  name: string,
  expected: string,
  observed: string,
): readonly Difference[] => {
  const one = decodeToken(expected)
  const other = decodeToken(observed)
  if (one === null || other === null) return []
  const lives = { expected: lifetime(one.claims), observed: lifetime(other.claims) }
  return [
    ...valueDifferences(pair, `The header of ${name}`, one.header, other.header),
    ...valueDifferences(pair, name, one.claims, other.claims),
    ...(lives.expected === lives.observed
      ? []
      : [
          differ(
            pair,
            'claim',
            `${name}; exp`,
            lives,
            `${name} was expected to live ${lives.expected ?? 'without end'}, and lives ${lives.observed ?? 'without end'}.`,
          ),
        ]),
  ]
}
