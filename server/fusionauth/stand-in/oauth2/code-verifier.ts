import { base64url } from 'jose'
import { missingCodeVerifier, wrongCodeVerifier } from './refusals.ts'

/**
 * RFC 7636 §4.6, S256 only: with a stored challenge the matching verifier is needed; without one, a
 * verifier means that the challenge was taken off on the way (RFC 9700 §2.1.1, §4.8.2).
 */
export const checkCodeVerifier = async (
  challenge: string | undefined,
  verifier: string | undefined,
): Promise<void> => {
  if (challenge === undefined && verifier === undefined) return
  if (verifier === undefined) throw missingCodeVerifier()
  if (challenge === undefined || !/^[\w.~-]{43,128}$/.test(verifier)) throw wrongCodeVerifier()
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  if (base64url.encode(new Uint8Array(digest)) !== challenge) throw wrongCodeVerifier()
}
