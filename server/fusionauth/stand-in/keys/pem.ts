/**
 * Keys in PEM (RFC 7468) as files of OpenSSL have them: PKCS #8 and SPKI, and the older forms of RSA
 * (RFC 8017 appendix A.1) and EC keys (RFC 5915), which are put into the former two.
 */

interface Pem {
  readonly label: string
  readonly der: Uint8Array
}

const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))

/** The first key or certificate in a text; undefined when there is none. */
const readPem = (text: string): Pem | undefined => {
  const blocks = text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]+)-----END \1-----/g)
  for (const [, label = '', base64 = ''] of blocks) {
    if (label === 'EC PARAMETERS') continue
    try {
      return { label, der: bytesOf(base64.replaceAll(/\s/g, '')) }
    } catch {
      return undefined
    }
  }
  return undefined
}

const writePem = (label: string, der: Uint8Array): string => {
  const base64 = btoa(Array.from(der, (byte) => String.fromCharCode(byte)).join(''))
  const lines = base64.match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

const join = (parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]))

/** One value of ASN.1 in DER (X.690 §8.1), of fewer than 65,536 bytes. */
const asn1 = (tag: number, ...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array => {
  const body = join(parts)
  const size = body.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255]
  return join([[tag, ...length], body])
}

const sequence = 0x30
const octets = 0x04
const bits = 0x03
const zero = [0x02, 0x01, 0x00]

const rsaEncryption = [
  0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
]
const ecPublicKey = [0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01]

/** The names of P-256, P-384 and P-521 (RFC 5480 §2.1.1.1). */
const curves = [
  [0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07],
  [0x06, 0x05, 0x2b, 0x81, 0x04, 0x00, 0x22],
  [0x06, 0x05, 0x2b, 0x81, 0x04, 0x00, 0x23],
] as const

const holds = (der: Uint8Array, wanted: readonly number[]): boolean =>
  der.some((_, at) => wanted.every((byte, index) => der[at + index] === byte))

/** A private key in PKCS #8; undefined for anything else. */
export const privatePem = (text: string): string | undefined => {
  const { label = '', der = new Uint8Array() } = readPem(text) ?? {}
  const wrap = (algorithm: readonly number[] | Uint8Array): string =>
    writePem('PRIVATE KEY', asn1(sequence, zero, algorithm, asn1(octets, der)))
  if (label === 'PRIVATE KEY') return writePem(label, der)
  if (label === 'RSA PRIVATE KEY') return wrap(rsaEncryption)
  const curve = label === 'EC PRIVATE KEY' ? curves.find((one) => holds(der, one)) : undefined
  return curve === undefined ? undefined : wrap(asn1(sequence, ecPublicKey, curve))
}

/** A public key in SPKI; undefined for anything else. */
export const publicPem = (text: string): string | undefined => {
  const { label = '', der = new Uint8Array() } = readPem(text) ?? {}
  if (label === 'PUBLIC KEY') return writePem(label, der)
  if (label !== 'RSA PUBLIC KEY') return undefined
  return writePem('PUBLIC KEY', asn1(sequence, rsaEncryption, asn1(bits, [0], der)))
}

/** A certificate; undefined for anything else. */
export const certificatePem = (text: string): string | undefined => {
  const found = readPem(text)
  return found?.label === 'CERTIFICATE' ? writePem(found.label, found.der) : undefined
}
