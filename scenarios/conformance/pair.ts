import type { Difference, DifferenceKind } from '../model/difference.ts'
import type { HttpPart, Message } from '../model/trace.ts'
import type { Text } from '../model/text.ts'

/** The two messages of one id, with the addresses of the two FusionAuths made equal. */
export interface MessagePair {
  readonly expected: Message & { readonly http: HttpPart }
  readonly observed: Message & { readonly http: HttpPart }
  /** The observed FusionAuth is reached by plain http. */
  readonly plain: boolean
  /** Puts the expected FusionAuth's address for the observed one's: for what is packed, as in a JWT. */
  readonly swap: (text: string) => string
  /** Whether two values are the same, or ids of what each of the two has for itself. */
  readonly isSame: (expected: string, observed: string) => boolean
  /** Seconds that a JWT lives which the observed FusionAuth was told to let run out soon. */
  readonly shortLife: number | undefined
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

/**
 * Compares values of two servers that each have their own tenant, applications and users: whatever id the
 * one has for something, it has it everywhere.
 */
export const createSameness = (): MessagePair['isSame'] => {
  const partners = new Map<string, string>()
  return (expected, observed) => {
    if (expected === observed) return true
    if (!uuid.test(expected) || !uuid.test(observed)) return false
    const [one, other] = [partners.get(expected) ?? observed, partners.get(observed) ?? expected]
    partners.set(expected, one)
    partners.set(observed, other)
    return one === observed && other === expected
  }
}

/** Makes a difference of a pair; null as a value means: it is not there. */
export const differ = (
  { observed }: MessagePair,
  kind: DifferenceKind,
  what: string,
  values: { readonly expected: string | null; readonly observed: string | null },
  sentence: Text,
  reason: Text | null = null,
): Difference => ({ message: observed.id, n: observed.n, kind, what, ...values, sentence, reason })

/** Names, quoted as a list in a sentence; "none" when there are none. */
export const listed = (names: readonly string[]): string =>
  names.length === 0 ? 'none' : names.join(', ')

/** What the one has and the other has not, each way. */
export const apart = (
  expected: readonly string[],
  observed: readonly string[],
): { readonly lost: readonly string[]; readonly gained: readonly string[] } => ({
  lost: expected.filter((name) => !observed.includes(name)),
  gained: observed.filter((name) => !expected.includes(name)),
})
