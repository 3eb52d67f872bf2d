/** JSON of a file, and where it is none: the file may hold secrets, so that no message repeats its text. */
import type { Json } from '../../../../scenarios/model/wire.ts'
import { KickstartProblem } from './problem.ts'

const token =
  /[ \t\r\n]*([{}[\],:]|(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])|"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")/uy

/** What may stand next, as a pattern of how it begins, and in words. */
const expectations = {
  value: [/^[^}\],:]/, 'a value'],
  valueOrEnd: [/^[^},:]/, 'a value or ]'],
  name: [/^"/, 'a name in double quotes'],
  nameOrEnd: [/^["}]/, 'a name in double quotes or }'],
  colon: [/^:/, 'a colon'],
  nextMember: [/^[,}]/, 'a comma or }'],
  nextItem: [/^[,\]]/, 'a comma or ]'],
  end: [/^$/, 'the end of the file'],
} as const

type Expectation = keyof typeof expectations

const afterValue = (open: readonly string[]): Expectation => {
  const inner = open.at(-1)
  if (inner === undefined) return 'end'
  return inner === '{' ? 'nextMember' : 'nextItem'
}

/** What may stand after a token that was expected; `open` is what is open around it. */
const after = (found: string, was: Expectation, open: string[]): Expectation => {
  switch (found.charAt(0)) {
    case '{':
      open.push(found)
      return 'nameOrEnd'
    case '[':
      open.push(found)
      return 'valueOrEnd'
    case '}':
    case ']':
      open.pop()
      return afterValue(open)
    case ',':
      return was === 'nextMember' ? 'name' : 'value'
    case ':':
      return 'value'
    default:
      return was === 'name' || was === 'nameOrEnd' ? 'colon' : afterValue(open)
  }
}

/** Where a text first breaks the grammar (RFC 8259 §2), and what should stand there. */
const faultIn = (text: string): readonly [at: number, wanted: string] => {
  const open: string[] = []
  const rest = new RegExp(token)
  let expected: Expectation = 'value'
  for (;;) {
    const from = rest.lastIndex
    const found = rest.exec(text)?.[1] ?? ''
    const [pattern, wanted] = expectations[expected]
    if (found === '' || !pattern.test(found)) {
      const at = from + (/^[ \t\r\n]*/.exec(text.slice(from))?.[0].length ?? 0)
      const isText = text.charAt(at) === '"' && pattern.test('"')
      return [
        at,
        isText ? 'a text that ends in its line and has no other escapes than JSON' : wanted,
      ]
    }
    expected = after(found, expected, open)
  }
}

const placeOf = (text: string, at: number): string => {
  const lines = text.slice(0, at).split(/\r\n|\r|\n/)
  return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`
}

/**
 * The JSON in a file; a byte order mark at its beginning is no part of it (RFC 8259 §8.1).
 *
 * @throws KickstartProblem that says the line, the column and what should stand there.
 */
export const parse = (file: string, path: string): Json => {
  const text = file.replace(/^\uFEFF/, '')
  try {
    return JSON.parse(text) as Json
  } catch {
    const [at, wanted] = faultIn(text)
    throw new KickstartProblem(`${path} is not JSON: ${placeOf(text, at)} should be ${wanted}.`)
  }
}
