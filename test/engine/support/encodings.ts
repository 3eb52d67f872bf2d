/** Something that is done to a text on its way, and undone somewhere else. */
export interface Encoding {
  readonly name: string
  readonly encode: (text: string) => string
}

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0')

const units = (text: string): readonly number[] =>
  Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))

const points = (text: string): readonly number[] =>
  Array.from(text, (letter) => letter.codePointAt(0) ?? 0)

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

/** A text by its code points, each as what `write` makes of it. */
const each = (text: string, write: (point: number) => string): string =>
  points(text).map(write).join('')

const html = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const json = (text: string): string => JSON.stringify(text).slice(1, -1)

const lowerEscapes = (text: string): string =>
  text.replaceAll(/%[\dA-F]{2}/g, (escape) => escape.toLowerCase())

const asciiJson = (text: string): string =>
  json(text).replaceAll(/[^ -~]/g, (unit) => `\\u${hex(unit.charCodeAt(0), 4)}`)

/** What can be decoded again without knowing more than its kind. */
export const escaping: readonly Encoding[] = [
  { name: 'encodeURIComponent', encode: encodeURIComponent },
  { name: 'escapes in lower case', encode: (text) => lowerEscapes(encodeURIComponent(text)) },
  { name: 'encodeURI', encode: encodeURI },
  {
    name: 'every byte with a percent sign',
    encode: (text) => [...Buffer.from(text)].map((byte) => `%${hex(byte, 2)}`).join(''),
  },
  { name: 'a form', encode: (text) => new URLSearchParams({ x: text }).toString().slice(2) },
  { name: 'HTML', encode: html },
  { name: 'HTML with apostrophes', encode: (text) => html(text).replaceAll("'", '&#39;') },
  {
    name: 'names of HTML',
    encode: (text) => html(text).replaceAll('+', '&plus;').replaceAll('/', '&sol;'),
  },
  { name: 'decimal references', encode: (text) => each(text, (point) => `&#${point};`) },
  {
    name: 'hexadecimal references',
    encode: (text) => each(text, (point) => `&#x${hex(point, 1)};`),
  },
  {
    name: 'long references in upper case',
    encode: (text) => each(text, (point) => `&#X${hex(point, 6).toUpperCase()};`),
  },
  { name: 'JSON', encode: json },
  { name: 'JSON with slashes', encode: (text) => json(text).replaceAll('/', '\\/') },
  { name: 'JSON in ASCII', encode: asciiJson },
  {
    name: 'JSON without signs of HTML',
    encode: (text) =>
      json(text).replaceAll(/[<>&'+]/g, (sign) => `\\u${hex(sign.charCodeAt(0), 4).toUpperCase()}`),
  },
  {
    name: 'JSON by code units',
    encode: (text) =>
      units(text)
        .map((unit) => `\\u${hex(unit, 4)}`)
        .join(''),
  },
]

/** What looks like any other text afterwards. */
export const opaque: readonly Encoding[] = [
  { name: 'hexadecimal', encode: (text) => Buffer.from(text).toString('hex') },
  { name: 'HEXADECIMAL', encode: (text) => Buffer.from(text).toString('hex').toUpperCase() },
  { name: 'base64', encode: (text) => Buffer.from(text).toString('base64') },
  { name: 'base64url', encode: (text) => Buffer.from(text).toString('base64url') },
  { name: 'within base64', encode: (text) => Buffer.from(`id:${text}:more`).toString('base64') },
  {
    name: 'within base64, as a form',
    encode: (text) => Buffer.from(`id:${encodeURIComponent(text)}`).toString('base64'),
  },
  {
    name: 'base64 twice',
    encode: (text) => Buffer.from(Buffer.from(text).toString('base64')).toString('base64'),
  },
  {
    name: 'within base64, in base64 again',
    encode: (text) =>
      Buffer.from(`k: ${Buffer.from(`id:${text}:x`).toString('base64')}`).toString('base64url'),
  },
  { name: 'base64 of UTF-16', encode: (text) => Buffer.from(text, 'utf16le').toString('base64') },
  { name: 'base64 of UTF-16, turned', encode: (text) => utf16be(text).toString('base64') },
  { name: 'hexadecimal UTF-16', encode: (text) => Buffer.from(text, 'utf16le').toString('hex') },
]
