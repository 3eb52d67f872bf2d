import { describe, expect, test } from 'vitest'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { saySpanish } from '../../scenarios/i18n/es/index.ts'
import { labelText } from '../../scenarios/i18n/label.ts'
import { parseTrace } from '../../scenarios/recorded/parse.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { inEnglish } from '../support/texts.ts'
import saved from './version-1.trace.json' with { type: 'json' }

/** A trace that was saved when reasons were English sentences. */
const opened = (): Trace => {
  const parsed = parseTrace(JSON.stringify(saved))
  if (!parsed.ok) throw new Error(sayEnglish(parsed.problem))
  return parsed.trace
}

describe('a trace of version 1', () => {
  test('is one of the version of now once it is opened', () => {
    expect(saved.version).toBe(1)
    expect(opened()).toMatchObject({ version: 2, workflow: saved.workflow })
  })

  test('says of every cookie the sentence that was saved', () => {
    const told = opened().messages.map(({ cookies, received }) =>
      [...cookies, ...received].map(({ reason }) => sayEnglish(reason)),
    )
    expect(told.flat().length).toBeGreaterThan(10)
    expect(told).toEqual(
      saved.messages.map(({ cookies, received }) =>
        [...cookies, ...received].map(({ because }) => because),
      ),
    )
  })

  test('has the words on its arrows that were saved', () => {
    expect(opened().messages.map(({ label }) => inEnglish(label))).toEqual(
      saved.messages.map(({ label }) => label),
    )
  })

  test('is in another language where its sentence holds nothing that varies', () => {
    const created = opened().messages.find(({ id }) => id.endsWith('.create-session'))
    expect(labelText(created?.label ?? '', saySpanish)).toBe('Crea una sesión para el usuario')
  })

  test('stays English, and is known to be, where a sentence holds what varies', () => {
    const [cookie] = opened().messages.flatMap(({ cookies }) => cookies)
    expect(cookie?.reason).toMatchObject({ code: 'verbatim' })
  })
})

describe('a trace of version 2', () => {
  const changed = (reason: unknown): boolean => {
    const trace = opened()
    const messages = trace.messages.map((message) => ({
      ...message,
      cookies: message.cookies.map((cookie) => ({ ...cookie, reason })),
    }))
    return parseTrace(JSON.stringify({ ...trace, messages })).ok
  }

  test.each([
    [
      'a text that there is',
      { code: 'cookie.host-only', params: { domain: 'a', host: 'b' } },
      true,
    ],
    ['a code that there is not', { code: 'cookie.magic', params: {} }, false],
    ['a name that every object has', { code: 'constructor', params: {} }, false],
    ['a param left out', { code: 'cookie.host-only', params: { domain: 'a' } }, false],
    ['a param of another kind', { code: 'sentences', params: { each: 'x' } }, false],
    ['an English sentence', 'It expired.', false],
    ['no params', { code: 'set-cookie.empty' }, false],
  ])('may say %s: %j is %s', (_, reason, may) => {
    expect(changed(reason)).toBe(may)
  })

  test('holds no text within a text without end', () => {
    let text: unknown = { code: 'quoted', params: { text: 'x' } }
    for (let depth = 0; depth < 40; depth++) text = { code: 'sentences', params: { each: [text] } }
    expect(changed(text)).toBe(false)
  })
})
