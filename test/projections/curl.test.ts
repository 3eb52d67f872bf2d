import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { curlOf, quoted } from '../../scenarios/projections/curl.ts'
import type { HttpPart, Message } from '../../scenarios/model/trace.ts'
import { fixtureTrace } from '../support/fixture-trace.ts'

const [request, response] = fixtureTrace().messages
if (request === undefined || response === undefined) throw new Error('the fixture is empty')

const asking = (http: Partial<HttpPart>): Message => ({
  ...request,
  http: {
    method: 'GET',
    url: 'https://store.example.com/',
    status: null,
    headers: [],
    body: '',
    ...http,
  },
})

/** What curl would be given: a shell runs the commands with a curl that only tells its words. */
const words = (commands: readonly string[]): readonly (readonly string[])[] => {
  const script = ["curl() { printf '%s\\0' \"$@\"; printf '\\0'; }", ...commands].join('\n')
  const told = execFileSync('sh', [], { input: script, encoding: 'utf8', maxBuffer: 1e9 })
  return told
    .split('\0\0')
    .slice(0, -1)
    .map((line) => line.split('\0'))
}
const told = (http: Partial<HttpPart>): readonly string[] =>
  words([curlOf(asking(http)) ?? ''])[0] ?? []

/** Any text that a program can be given: NUL ends a word there. */
const text = fc.string({ unit: 'binary', maxLength: 40 }).map((any) => any.replaceAll('\0', ''))
const nasty = fc.oneof(
  text,
  fc.string({ unit: fc.constantFrom(...`'"\\\`$(){}!*?~&;|<>\n\r\t #=@-%`.split('')) }),
)

describe('a request as a cURL command', () => {
  test('a shell gives curl the very address, header fields and body, whatever is in them', () => {
    const cases = fc.sample(fc.record({ path: nasty, value: nasty, body: nasty }), 1000)
    const commands = cases.map(({ path, value, body }) =>
      curlOf(asking({ method: 'POST', url: `https://x/${path}`, headers: [['x-a', value]], body })),
    )
    const expected = cases.map(({ path, value, body }) => [
      `https://x/${path}`,
      '--globoff',
      '--path-as-is',
      ...(body === '' ? ['--request', 'POST'] : []),
      '--header',
      value === '' ? 'x-a;' : `x-a: ${value}`,
      ...(body === '' ? [] : ['--header', 'content-type:', '--data-raw', body]),
    ])
    expect(words(commands.map((command) => command ?? ''))).toEqual(expected)
  })

  test('the method is named only where curl would choose another', () => {
    expect(told({ method: 'GET' })).not.toContain('--request')
    expect(told({ method: 'POST', body: 'a=b' })).not.toContain('--request')
    expect(told({ method: 'DELETE' })).toContain('DELETE')
    expect(told({ method: 'HEAD' })).toContain('--head')
  })

  test('what curl finds out by itself is left to it', () => {
    const headers = [
      ['host', 'store.example.com'],
      ['content-length', '3'],
      ['accept', 'text/html'],
    ] as const
    expect(told({ headers })).toEqual(expect.arrayContaining(['--header', 'accept: text/html']))
    expect(told({ headers }).join()).not.toMatch(/host|content-length/)
  })

  test('redacted values are visible placeholders, by the name that stands before them', () => {
    const line = curlOf(
      asking({
        method: 'POST',
        headers: [
          ['authorization', 'Basic •••'],
          ['content-type', 'application/x-www-form-urlencoded'],
        ],
        body: 'client_id=a&client_secret=•••&x={"password":"•••"}',
      }),
    )
    expect(line).not.toContain('•••')
    expect(line).toContain('Basic <your authorization>')
    expect(line).toContain('client_secret=<your client_secret>')
    expect(line).toContain('"password":"<your password>"')
  })

  test('an answer is no request, and neither is what crossed no wire', () => {
    expect(curlOf(response)).toBeNull()
    expect(curlOf({ ...request, http: null })).toBeNull()
  })

  test.each([
    ['plain', 'plain'],
    ['', "''"],
    ["it's", String.raw`'it'\''s'`],
  ])('%j is quoted as %s', (given, expected) => {
    expect(quoted(given)).toBe(expected)
  })
})
