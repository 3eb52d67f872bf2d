import * as fc from 'fast-check'

/** Texts that have broken parsers before. */
const classics = [
  '',
  ' ',
  '\r\nSet-Cookie: a=b',
  '\n',
  '\r',
  '%0d%0aX-Bad: 1',
  '\u0000',
  '\uFEFF',
  '\uD800',
  '\u2028',
  '😀',
  'ä',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'undefined',
  'null',
  'NaN',
  '-1',
  '0',
  '1e309',
  '9007199254740993',
  '%',
  '%ff',
  '%c0%ae',
  '../../etc',
  '//evil.example',
  'javascript:alert(1)',
  'http://[::1',
  '"><script>alert(1)</script>',
  "' or 1=1 --",
  '${7*7}',
  '{{7*7}}',
  '&amp;',
  ';',
  '=',
  '&',
  '+',
  'a'.repeat(5000),
]

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...classics),
  fc.string({ unit: 'binary', maxLength: 24 }),
  fc.string({ maxLength: 24 }),
  fc
    .tuple(fc.constantFrom(...classics), fc.string({ maxLength: 8 }))
    .map((parts) => parts.join('')),
)

/** Text without halves of characters, as far as an encoder needs it. */
export const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\uFFFD')

const printObject = (
  pairs: readonly (readonly [name: string, value: string])[],
  given: ReadonlyMap<string, string>,
): string => {
  const printed = pairs.map(([name, value]) => {
    const own = given.get(name)
    return `${JSON.stringify(name)}:${own === undefined ? value : JSON.stringify(own)}`
  })
  return `{${printed.join(',')}}`
}

/**
 * JSON as text, so that `__proto__`, repeated members and huge numbers survive. The members of
 * `given` always have that value.
 */
export const jsonText = (
  members: readonly string[],
  leaves: readonly string[],
  given: Readonly<Record<string, string>> = {},
) => {
  const own = new Map(Object.entries(given))
  const name = fc.oneof(
    { arbitrary: fc.constantFrom(...members), weight: 5 },
    { arbitrary: fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString'), weight: 1 },
    { arbitrary: hostileText, weight: 1 },
  )
  const leaf = fc.oneof(
    { arbitrary: fc.constantFrom(...leaves).map((text) => JSON.stringify(text)), weight: 3 },
    { arbitrary: hostileText.map((text) => JSON.stringify(text)), weight: 3 },
    {
      arbitrary: fc.constantFrom('null', 'true', 'false', '0', '-1', '1e400', '3600', '0.5', '-0'),
      weight: 3,
    },
  )
  const { value } = fc.letrec<{ value: string }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc
        .array(fc.tuple(name, tie('value')), { maxLength: 5 })
        .map((pairs) => printObject(pairs, own)),
      fc.array(tie('value'), { maxLength: 3 }).map((values) => `[${values.join(',')}]`),
    ),
  }))
  const object = fc
    .array(fc.tuple(name, value), { maxLength: 5 })
    .map((pairs) => printObject(pairs, own))
  return fc.oneof(
    { arbitrary: object, weight: 6 },
    { arbitrary: value, weight: 1 },
    { arbitrary: hostileText, weight: 1 },
  )
}

/** Form-encoded parameters: known names with values that fit or hurt, sometimes repeated or broken. */
export const formText = (
  fitting: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<string> => {
  const pair = fc
    .constantFrom(...Object.keys(fitting))
    .chain((name) =>
      fc.tuple(
        fc.constant(name),
        fc.oneof(
          { arbitrary: fc.constantFrom(...(fitting[name] ?? [''])), weight: 4 },
          { arbitrary: hostileText, weight: 1 },
        ),
      ),
    )
  const encoded = fc
    .array(fc.oneof({ arbitrary: pair, weight: 9 }, fc.tuple(hostileText, hostileText)), {
      maxLength: 12,
    })
    .map((pairs) => {
      const encodable = pairs.map((both) => both.map(wellFormed))
      return new URLSearchParams(encodable).toString()
    })
  return fc.oneof({ arbitrary: encoded, weight: 9 }, hostileText)
}
