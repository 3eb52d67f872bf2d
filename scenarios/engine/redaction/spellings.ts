/** A shorter value could be a part of any word. */
export const shortest = 8

const bytesOf = (text: string): readonly number[] => [...new TextEncoder().encode(text)]

/** UTF-16, the less significant byte of each unit first. */
const utf16 = (text: string): readonly number[] =>
  Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).flatMap((unit) => [
    unit & 0xff,
    unit >> 8,
  ])

const swapped = (bytes: readonly number[]): readonly number[] =>
  bytes.map((_, index) => bytes[index ^ 1] ?? 0)

const base64 = (bytes: readonly number[]): string =>
  btoa(String.fromCharCode(...bytes)).replaceAll('=', '')

const hexadecimal = (bytes: readonly number[]): string =>
  bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * The letters of base64 that bytes always give, wherever in a longer value they begin (as the second
 * half of `Basic` credentials does, RFC 7617): one spelling for each of the three places in a group.
 */
const insideBase64 = (bytes: readonly number[]): readonly string[] =>
  [0, 1, 2].map((before) => {
    const text = base64([...Array.from({ length: before }, () => 0), ...bytes])
    return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6))
  })

/** In base64 and base64url. */
const inBase64 = (bytes: readonly number[]): readonly string[] =>
  [base64(bytes), ...insideBase64(bytes)].flatMap((text) => [
    text,
    text.replaceAll('+', '-').replaceAll('/', '_'),
  ])

const inHexadecimal = (bytes: readonly number[]): readonly string[] => {
  const text = hexadecimal(bytes)
  return [text, text.toUpperCase()]
}

const inForm = (text: string): string => new URLSearchParams({ x: text }).toString().slice(2)

/**
 * The spellings of a value that cannot be told from any other text and so are not decoded: in
 * hexadecimal, base64 and base64 twice, of UTF-8 and of UTF-16. Before base64 it may have been encoded
 * for a form, as the halves of `Basic` credentials of OAuth are (RFC 6749 §2.3.1), for an address, as
 * many clients do in its stead, or for JSON.
 * The value itself comes first, as it is and as text that can be sent: without half surrogate pairs.
 */
export const spellings = (secret: string): readonly string[] => {
  const sendable = new TextDecoder().decode(new TextEncoder().encode(secret))
  const inJson = JSON.stringify(sendable).slice(1, -1)
  const texts = [sendable, inForm(sendable), encodeURIComponent(sendable), inJson]
  const once = [...new Set(texts)].flatMap((text) => inBase64(bytesOf(text)))
  const twice = [...new Set(inBase64(bytesOf(sendable)))].flatMap((text) => inBase64(bytesOf(text)))
  const wide = utf16(secret)
  const opaque = [
    ...once,
    ...twice,
    ...[wide, swapped(wide)].flatMap((bytes) => [...inBase64(bytes), ...inHexadecimal(bytes)]),
    ...inHexadecimal(bytesOf(sendable)),
  ]
  return [...new Set([secret, sendable, ...opaque.filter(({ length }) => length >= shortest)])]
}
