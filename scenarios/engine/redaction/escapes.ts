import { Parser } from 'htmlparser2'

/** A text in which escapes of one kind are decoded, and where each of its UTF-16 units was before. */
export interface Decoded {
  readonly text: string
  /** Where the unit at an index began. */
  startOf(index: number): number
  /** Where it ended: the index after it. */
  endOf(index: number): number
}

/** Decodes one kind of escapes, each once; null when there are none. */
export type Decode = (text: string) => Decoded | null

/** What an escape stands for, and the index after it. */
interface Escape {
  readonly value: string
  readonly end: number
}

/** Where escapes were and what became of them; four lists, because there may be very many. */
interface Places {
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly decodedFrom: readonly number[]
  readonly decodedTo: readonly number[]
}

/** The index of the last value that is not above a limit; -1 for none. The values ascend. */
const lastUpTo = (values: readonly number[], limit: number): number => {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low - 1
}

const decodedAs = (text: string, { from, to, decodedFrom, decodedTo }: Places): Decoded => {
  /** Both ends of the unit at an index. */
  const endsOf = (index: number): readonly [number, number] => {
    const escape = lastUpTo(decodedFrom, index)
    if (escape < 0) return [index, index + 1]
    const beyond = index - (decodedTo[escape] ?? 0)
    const end = to[escape] ?? 0
    return beyond < 0 ? [from[escape] ?? 0, end] : [end + beyond, end + beyond + 1]
  }
  return { text, startOf: (index) => endsOf(index)[0], endOf: (index) => endsOf(index)[1] }
}

/** Decodes what begins with a certain character and can be read there. */
const decoder =
  (opener: string, read: (text: string, at: number) => Escape | null): Decode =>
  (text) => {
    const from: number[] = []
    const to: number[] = []
    const decodedFrom: number[] = []
    const decodedTo: number[] = []
    let decoded = ''
    let copied = 0
    for (let at = text.indexOf(opener); at !== -1;) {
      const escape = read(text, at)
      if (escape === null) {
        at = text.indexOf(opener, at + 1)
        continue
      }
      const { value, end } = escape
      decoded += text.slice(copied, at)
      from.push(at)
      to.push(end)
      decodedFrom.push(decoded.length)
      decoded += value
      decodedTo.push(decoded.length)
      copied = end
      at = text.indexOf(opener, end)
    }
    if (from.length === 0) return null
    return decodedAs(decoded + text.slice(copied), { from, to, decodedFrom, decodedTo })
  }

const hexDigit = (code: number): number => {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const letter = code | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

/** The number that some hexadecimal digits stand for; -1 when one of them is none. */
const hexAt = (text: string, at: number, digits: number): number => {
  let number = 0
  for (let index = at; index < at + digits; index += 1) {
    const digit = hexDigit(text.charCodeAt(index))
    if (digit < 0) return -1
    number = number * 16 + digit
  }
  return number
}

/** A byte as `%XX`; -1 for anything else. */
const percentByte = (text: string, at: number): number =>
  text.charCodeAt(at) === 0x25 ? hexAt(text, at + 1, 2) : -1

/** How many bytes of UTF-8 a first byte announces; 1 for one that announces none. */
const utf8Length = (byte: number): number => {
  if (byte >= 0xc2 && byte < 0xe0) return 2
  if (byte >= 0xe0 && byte < 0xf0) return 3
  return byte >= 0xf0 && byte < 0xf5 ? 4 : 1
}

/** `%XX` of UTF-8 (RFC 3986 §2.1), of Latin-1 where it is no UTF-8, and `%uXXXX` of `escape()`. */
const readPercent = (text: string, at: number): Escape | null => {
  const byte = percentByte(text, at)
  if (byte < 0) {
    const unit = (text.charCodeAt(at + 1) | 0x20) === 0x75 ? hexAt(text, at + 2, 4) : -1
    return unit < 0 ? null : { value: String.fromCharCode(unit), end: at + 6 }
  }
  const length = utf8Length(byte)
  let point = length === 1 ? byte : byte & (0x7f >> length)
  for (let index = 1; index < length; index += 1) {
    const next = percentByte(text, at + 3 * index)
    if ((next & 0xc0) !== 0x80 || next < 0) return { value: String.fromCharCode(byte), end: at + 3 }
    point = point * 64 + (next & 0x3f)
  }
  if (point > 0x10ffff) return { value: String.fromCharCode(byte), end: at + 3 }
  return { value: String.fromCodePoint(point), end: at + 3 * length }
}

const jsonLetters: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

/** What a backslash begins in a string of JSON (RFC 8259 §7). */
const readJson = (text: string, at: number): Escape | null => {
  const letter = text[at + 1] ?? ''
  if (letter === 'u') {
    const unit = hexAt(text, at + 2, 4)
    return unit < 0 ? null : { value: String.fromCharCode(unit), end: at + 6 }
  }
  const value = Object.hasOwn(jsonLetters, letter) ? jsonLetters[letter] : undefined
  return value === undefined ? null : { value, end: at + 2 }
}

/** What a named character reference stands for; itself when HTML has no such name. */
const named = (reference: string): string => {
  let told = ''
  const parser = new Parser({ ontext: (part) => (told += part) }, { decodeEntities: true })
  parser.end(reference)
  return told
}

/** Character references of HTML, by number and by name, with their semicolon (HTML standard §13.5). */
const createReadReference = (): ((text: string, at: number) => Escape | null) => {
  const pattern = /&(?:#0*(\d{1,7})|#x0*([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/iy
  const names = new Map<string, string>()
  return (text, at) => {
    pattern.lastIndex = at
    const [reference, decimal, hexadecimal, name] = pattern.exec(text) ?? []
    if (reference === undefined) return null
    const end = at + reference.length
    if (name === undefined) {
      const point = decimal === undefined ? Number(`0x${hexadecimal}`) : Number(decimal)
      return point > 0x10ffff ? null : { value: String.fromCodePoint(point), end }
    }
    const value = names.get(name) ?? named(reference)
    names.set(name, value)
    return value === reference ? null : { value, end }
  }
}

/** The kinds of escapes that a value may stand in: in an address or a form, in JSON, in HTML. */
export const createDecoders = (): readonly Decode[] => [
  decoder('%', readPercent),
  decoder('\\', readJson),
  decoder('&', createReadReference()),
]
