import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { base64url } from 'jose'
import type { Instance } from '../instance.ts'
import {
  malformedCodeVerifier,
  missingCodeVerifier,
  unexpectedCodeVerifier,
  wrongCodeVerifier,
} from './refusals.ts'

/**
 * RFC 7636 §4.6, S256 only: with a stored challenge the matching verifier is needed; without one, a
 * verifier means that the challenge was taken off on the way (RFC 9700 §2.1.1, §4.8.2). Only the hash
 * is compared: length and alphabet of a verifier are the client's duty (RFC 7636 §4.1) unless hardened.
 */
export const checkCodeVerifier = (
  { hardened }: Instance,
  challenge: string | undefined,
  verifier: string | undefined,
): void => {
  if (challenge === undefined && verifier === undefined) return
  if (verifier === undefined) throw missingCodeVerifier()
  if (challenge === undefined) throw unexpectedCodeVerifier()
  if (base64url.encode(sha256(utf8ToBytes(verifier))) !== challenge) throw wrongCodeVerifier()
  if (hardened && !/^[\w.~-]{43,128}$/.test(verifier)) throw malformedCodeVerifier()
}
