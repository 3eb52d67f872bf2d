import { assert, pre, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeMermaid, mermaidText } from '../../scenarios/projections/mermaid.ts'
import { sequenceOf } from '../../scenarios/projections/sequence.ts'
import { fixtureTrace } from '../support/fixture-trace.ts'
import { cases } from '../support/cases.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'

const trace = fixtureTrace()
const whole = { trace, plan: [], plannedDividers: [] }

/** Reads Mermaid's character references back, as its parser does. */
const unescape = (text: string): string =>
  text.replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))

const hostile = [
  'sid=abc; Path=/; HttpOnly',
  'https://store.example.com/#fragment',
  '%%{init: {"theme":"dark"}}%%',
  'wrap: no',
  '<br/><script>alert(1)</script>',
  '$$x^2$$',
  '#59; #35;',
  '&lt;b&gt;',
  'a: b: c',
  'it\'s `quoted` \\ "twice"',
  'end',
]

describe('escaping for Mermaid', () => {
  test.each(hostile)('%s survives', (text) => {
    expect(unescape(escapeMermaid(text))).toBe(text)
  })

  test.each(hostile)('%s leaves Mermaid nothing to read', (text) => {
    expect(escapeMermaid(text).replaceAll(/#\d+;/g, '')).not.toMatch(/[#;<>&%{}"'`\\$:]/)
  })

  test('any short text survives, but for line breaks and control characters', () => {
    assert(
      property(string({ minLength: 1, maxLength: 60, unit: 'grapheme' }), (text) => {
        const plain = text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
        pre(plain.trim() !== '' && plain.length <= 64)
        expect(unescape(escapeMermaid(text))).toBe(plain)
      }),
      cases(2000),
    )
  })

  test('nothing that Mermaid reads as its own is left bare', () => {
    assert(
      property(string({ maxLength: 200, unit: 'binary' }), (text) => {
        const bare = escapeMermaid(text).replace(/#\d+;/g, '')
        expect(bare).not.toMatch(/[#;<>&%{}"'`\\$:\r\n\u2028\u2029]/)
      }),
      cases(2000),
    )
  })

  test('a text of nothing keeps its arrow', () => {
    expect(unescape(escapeMermaid(' \n '))).toBe('\u00a0')
  })

  test('a long label is cut, with a sign that it is', () => {
    const cut = unescape(escapeMermaid('x'.repeat(500)))
    expect(cut).toHaveLength(64)
    expect(cut.endsWith('…')).toBe(true)
  })
})

describe('the Mermaid text of a trace', () => {
  const lines = mermaidText(sequenceOf(whole), sayEnglish).split('\n')
  const arrows = lines.filter((line) => /--?>>/.test(line))

  test('has one arrow for each message, in order', () => {
    expect(arrows.map((line) => line.trim().split(/--?>>|:/, 2))).toEqual(
      trace.messages.map(({ from, to }) => [from, to]),
    )
  })

  test('draws responses dashed, and only them', () => {
    const dashed = arrows.map((line) => line.includes('-->>'))
    expect(dashed).toEqual(trace.messages.map(({ kind }) => kind === 'response'))
  })

  test('names the participants from left to right', () => {
    const names = lines.filter((line) => line.startsWith('  participant '))
    expect(names.map((line) => line.slice(14))).toEqual(trace.participants)
  })

  test('puts a mark where time passed and where the attacks begin', () => {
    const text = lines.join('\n')
    expect(text).toContain('rect rgba(217, 145, 20')
    expect(text.indexOf('The session expires')).toBeLessThan(
      text.indexOf('Note over Browser,Hacker: Refresh'),
    )
    expect(text.indexOf('Attacks')).toBeLessThan(text.indexOf('Stolen refresh token'))
  })

  test('stays the same while the plan comes true, so that it is drawn once', () => {
    const at = (sent: number) =>
      mermaidText(
        sequenceOf({
          trace: {
            ...trace,
            messages: trace.messages.slice(0, sent),
            dividers: trace.dividers.filter(({ before }) => before <= sent),
          },
          plan: trace.messages.slice(sent),
          plannedDividers: trace.dividers.filter(({ before }) => before > sent),
        }),
        sayEnglish,
      )
    const texts = new Set(trace.messages.map(({ n }) => at(n - 1)))
    expect(texts.size).toBe(1)
  })
})
