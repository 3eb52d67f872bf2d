import { bytesToHex } from '@noble/hashes/utils.js'
import { base64url } from 'jose'
import type { Random } from '../../../scenarios/engine/ports.ts'

/** An opaque secret in base64url; 32 bytes stay far above the 160 bits of RFC 6749 §10.10. */
export const token = (random: Random, length = 32): string => base64url.encode(random.bytes(length))

/** A version 4 UUID (RFC 9562 §5.4). */
export const uuid = (random: Random): string => {
  const bytes = random.bytes(16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytesToHex(bytes)
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
