import { describe, expect, test } from 'vitest'
import { application, key } from './bakery.ts'
import { openFresh, run } from './support.ts'

const secret = 'hunter2'

const problemOf = async (text: string, files: Readonly<Record<string, string>> = {}) => {
  const result = await run(openFresh(), text, { files })
  return result.ok ? '' : result.problem
}

describe('A Kickstart that is not JSON is told by line and column, and never with its text', () => {
  test.each([
    ['a word', `{\n  "key": ${secret}\n}`, 'line 2, column 10 should be a value'],
    ['a text in single quotes', `{"key": '${secret}'}`, 'line 1, column 9 should be a value'],
    ['a missing comma', `{"a": "b"\n "${secret}": 1}`, 'line 2, column 2 should be a comma or }'],
    [
      'a missing comma in a list',
      `["a"\r\n"${secret}"]`,
      'line 2, column 1 should be a comma or ]',
    ],
    ['a missing colon', `{"a" "${secret}"}`, 'line 1, column 6 should be a colon'],
    ['a comma too many', `{"a": 1,\n}`, 'line 2, column 1 should be a name in double quotes'],
    ['a comma too many in a list', `[1,]`, 'line 1, column 4 should be a value'],
    ['a comma at the beginning', `[,1]`, 'line 1, column 2 should be a value or ]'],
    [
      'a name without quotes',
      `{${secret}: 1}`,
      'line 1, column 2 should be a name in double quotes or }',
    ],
    ['a comment', `{"a": 1} // ${secret}`, 'line 1, column 10 should be the end of the file'],
    ['a wrong bracket', `{"a": [1}`, 'line 1, column 9 should be a comma or ]'],
    ['an end too soon', `{"a": "${secret}"`, 'line 1, column 16 should be a comma or }'],
    ['nothing at all', ' ', 'line 1, column 2 should be a value'],
    ['a number that is none', `[01, 2]`, 'line 1, column 2 should be a value or ]'],
    [
      'a text without an end',
      `{"a": "${secret}\n}`,
      'line 1, column 7 should be a text that ends in its line and has no other escapes than JSON',
    ],
    [
      'an escape that JSON has not',
      String.raw`{"a": "\${secret}"}`,
      'line 1, column 7 should be a text that ends in its line and has no other escapes than JSON',
    ],
    [
      'a tab in a text, after a control character that JSON allows',
      '["\u007f", "\t"]',
      'line 1, column 7 should be a text that ends in its line and has no other escapes than JSON',
    ],
    [
      'a byte order mark before it',
      `\uFEFF{a}`,
      'line 1, column 2 should be a name in double quotes or }',
    ],
  ])('%s', async (_, text, place) => {
    const problem = await problemOf(text)
    expect(problem).toBe(`kickstart.json is not JSON: ${place}.`)
  })

  test('The same holds for a file that is included', async () => {
    const file = JSON.stringify({ apiKeys: [{ key }], requests: ['&{one.json}', application()] })
    expect(await problemOf(file, { 'one.json': `{\n"secret": ${secret} }` })).toBe(
      'one.json is not JSON: line 2, column 11 should be a value.',
    )
  })
})
