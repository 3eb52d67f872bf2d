import type { Cookie } from '../../../../scenarios/model/cookie.ts'
import type { Kept, Received } from '../theirs.ts'
import type { Arrival } from '../trial.ts'

/**
 * Where tough-cookie 6.1 and our jar part, and why. Four kinds, by what can differ: one refuses
 * what the other takes (refusing.ts); both take it, but not as the same cookie, or their jars
 * differ afterwards (storing.ts); one sends what the other withholds (sending.ts). Whatever no
 * entry explains fails the test; so does an entry that nothing needed.
 */

export interface Named {
  readonly id: string
  readonly explanation: string
}

/** Everything about one Set-Cookie that both were given. */
export interface ReceiveTrial {
  readonly arrival: Arrival
  /** Both jars before, with what has expired since. */
  readonly before: readonly Cookie[]
  readonly ours: Received
  /** The rule of our verdict. */
  readonly rule: string
  readonly theirs: Received
  /** Both jars afterwards, in our words, without what has expired. */
  readonly ourJar: readonly Kept[]
  readonly theirJar: readonly Kept[]
}

/** Values of an attribute in a Set-Cookie text as written, in order. */
export const attributes = (text: string, name: string): readonly string[] =>
  text
    .split(';')
    .slice(1)
    .map((attribute) => attribute.trim().split('='))
    .filter(([key]) => key?.toLowerCase() === name)
    .map(([, value = '']) => value)

/** The Domain that counts to the specification; '' when there is none or the last one is empty. */
export const lastDomain = ({ arrival }: ReceiveTrial): string =>
  attributes(arrival.text, 'domain').at(-1)?.toLowerCase() ?? ''

export const hostOf = ({ arrival }: ReceiveTrial): string => new URL(arrival.situation.url).hostname

/** Name, domain and path: what makes a cookie the same cookie to them. */
const theirKey = ({ name, domain, path }: Pick<Cookie, 'name' | 'domain' | 'path'>): string =>
  JSON.stringify([name, domain, path])

/** True for a cookie that has a namesake which differs by the host-only flag alone. */
export const hasTwin = (
  cookie: Pick<Cookie, 'name' | 'domain' | 'path' | 'hostOnly'>,
  jar: readonly Pick<Cookie, 'name' | 'domain' | 'path' | 'hostOnly'>[],
): boolean =>
  jar.some((other) => theirKey(other) === theirKey(cookie) && other.hostOnly !== cookie.hostOnly)

export const twins: Named = {
  id: 'host-only twins',
  explanation:
    'To the specification the host-only flag is part of what makes a cookie the same; they have one place for both.',
}
