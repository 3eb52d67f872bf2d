import { describe, expect, test } from 'vitest'
import { judge } from './support/judge.ts'

const secret = 'a "secret" & more'
const page = (body: string) => ({ status: 200, headers: [], body })

describe('The judge of all fuzzed answers notices', () => {
  test.each([
    ['as it is', secret],
    ['in JSON', JSON.stringify({ secret })],
    ['in a URL', `/?x=${encodeURIComponent(secret)}`],
    ['in HTML', 'a &quot;secret&quot; &amp; more'],
    ['in base64', btoa(secret)],
  ])('a secret %s', (_, body) => {
    expect(() => judge(page(body), [secret])).toThrow(/tells the secret/)
  })

  test('an error of ours, and a header in two lines', () => {
    expect(() => judge({ ...page(''), status: 500 }, [])).toThrow(/500/)
    const headers = [['x', 'a\r\nSet-Cookie: b']] as const
    expect(() => judge({ ...page(''), headers }, [])).toThrow(/split header/)
  })

  test('a polluted prototype', () => {
    const prototype = Object.prototype as unknown as Record<string, unknown>
    prototype['polluted'] = true
    try {
      expect(() => judge(page(''), [])).toThrow(/polluted/)
    } finally {
      delete prototype['polluted']
    }
  })

  test('nothing in an answer that is in order', () => {
    expect(() => judge(page('{}'), [secret])).not.toThrow()
  })
})
