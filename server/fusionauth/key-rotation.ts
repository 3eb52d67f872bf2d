import { type FusionAuthClient, type Key, KeyAlgorithm } from '@fusionauth/typescript-client'
import { ask } from './port.ts'

/** A tenant whose keys are rotated, and by what time. */
interface KeyRotation {
  readonly tenantId: string
  /** Milliseconds since 1970; a key is named by it. */
  readonly now: number
  /** Whether what the keys of before have signed is still to be accepted. */
  readonly oldKeys: 'kept' | 'deleted'
}

/** The client's type asks for an id where FusionAuth chooses one itself. */
const noId = undefined as unknown as string

const byAge = (one: Key, other: Key): number =>
  (one.insertInstant ?? 0) - (other.insertInstant ?? 0)

/**
 * Makes a tenant sign with a new key, as operators do by API: a key is generated, and the tenant is
 * told to sign access tokens and ID tokens with it. Since 1.69 FusionAuth verifies a JWT only with the
 * key that signs, or one that is listed for verification (release notes of 1.69.0): a key that is kept
 * is listed. A key that is deleted is taken from the list first. An application that has keys of its
 * own would need the same; those of the lab go by their tenant.
 *
 * What FusionAuth answers is in the trace; it ends at the first refusal.
 */
export const rotateKey = async (
  client: FusionAuthClient,
  { tenantId, now, oldKeys }: KeyRotation,
): Promise<void> => {
  const before = await ask(client.retrieveKeys(), (body) => body.keys?.toSorted(byAge) ?? null)
  if (!before.ok) return
  const key = {
    algorithm: KeyAlgorithm.RS256,
    length: 2048,
    name: `Signing key of ${new Date(now).toISOString()}`,
  }
  const made = await ask(client.generateKey(noId, { key }), (body) => body.key?.id ?? null)
  if (!made.ok) return
  // A list in a PATCH is appended to the one that is there; null takes that away (FusionAuth docs, PATCH).
  const last = before.value.at(-1)?.id
  const listed = oldKeys === 'deleted' || last === undefined ? null : [last]
  const jwtConfiguration = {
    accessTokenKeyId: made.value,
    accessTokenVerificationKeyIds: listed,
    idTokenKeyId: made.value,
    idTokenVerificationKeyIds: listed,
  }
  const patch = { tenant: { jwtConfiguration } as object }
  const isUsed = await ask(client.patchTenant(tenantId, patch), () => true)
  if (!isUsed.ok || oldKeys === 'kept') return
  for (const { id } of before.value)
    if (id !== undefined) await ask(client.deleteKey(id), () => true)
}
