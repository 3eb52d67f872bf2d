import type { Difference } from '../model/difference.ts'
import type { Json } from '../model/wire.ts'
import { decodeToken } from '../model/jwt.ts'
import { apart, differ, type MessagePair } from './pair.ts'
import { textOf } from '../model/text.ts'

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

const spelled = (value: Json | undefined): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '')

/** How long a token lives, in seconds. */
const lifetime = ({ exp, iat }: ClaimValues): string | null =>
  typeof exp === 'number' && typeof iat === 'number' ? `${exp - iat} s` : null

const valueDifferences = (
  pair: MessagePair,
  part: { readonly token: string; readonly inHeader: boolean },
  expected: ClaimValues,
  observed: ClaimValues,
): readonly Difference[] => {
  const { lost, gained } = apart(Object.keys(expected), Object.keys(observed))
  const { token, inHeader } = part
  const what = (name: string): string => `${inHeader ? `The header of ${token}` : token}; ${name}`
  return [
    ...lost.map((name) =>
      differ(
        pair,
        'claim',
        what(name),
        { expected: fresh.has(name) ? 'present' : spelled(expected[name]), observed: null },
        textOf('difference.claim-missing', { ...part, claim: name }),
      ),
    ),
    ...gained.map((name) =>
      differ(
        pair,
        'claim',
        what(name),
        { expected: null, observed: fresh.has(name) ? 'present' : spelled(observed[name]) },
        textOf('difference.claim-extra', { ...part, claim: name }),
      ),
    ),
    ...Object.keys(expected).flatMap((name) => {
      const [one, other] = [spelled(expected[name]), pair.swap(spelled(observed[name]))]
      if (fresh.has(name) || observed[name] === undefined || pair.isSame(one, other)) return []
      const values = { expected: one, observed: other }
      const sentence = textOf('difference.claim-value', { ...part, claim: name, ...values })
      return [differ(pair, 'claim', what(name), values, sentence)]
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
    ...valueDifferences(pair, { token: name, inHeader: true }, one.header, other.header),
    ...valueDifferences(pair, { token: name, inHeader: false }, one.claims, other.claims),
    ...(lives.expected === lives.observed
      ? []
      : [
          differ(
            pair,
            'claim',
            `${name}; exp`,
            lives,
            textOf('difference.lifetime', { token: name, ...lives }),
            lives.observed === `${pair.shortLife} s` ? textOf('explained.short-life') : null,
          ),
        ]),
  ]
}
