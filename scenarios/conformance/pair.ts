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
