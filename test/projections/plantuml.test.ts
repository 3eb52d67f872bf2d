import { assert, pre, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapePlantUml, plantUmlText } from '../../scenarios/projections/plantuml.ts'
import { sequenceOf } from '../../scenarios/projections/sequence.ts'
import { fixtureTrace } from '../support/fixture-trace.ts'
import { cases } from '../support/cases.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'

const trace = fixtureTrace()

const unescape = (text: string): string =>
  text.replace(/<U\+([0-9A-F]{4,6})>/g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  )

describe('PlantUML text', () => {
  const lines = plantUmlText(
    sequenceOf({ trace, plan: [], plannedDividers: [] }),
    sayEnglish,
  ).split('\n')

  test('begins and ends as PlantUML wants it', () => {
    expect(lines[0]).toBe('@startuml')
    expect(lines.at(-2)).toBe('@enduml')
  })

  test('has one arrow for each message, in order', () => {
    const arrows = lines
      .map((line) => /^(\w+) --?> (\w+) : /.exec(line))
      .filter((match) => match !== null)
    expect(arrows.map((match) => [match[1], match[2]])).toEqual(
      trace.messages.map(({ from, to }) => [from, to]),
    )
  })

  test.each(['**', '//', '__', '--', '[[', '=='])('%s in a label is no markup', (pair) => {
    expect(escapePlantUml(`a ${pair}b${pair}`)).not.toContain(pair)
  })

  test('keeps what a label says, and leaves it no markup', () => {
    assert(
      property(string({ minLength: 1, maxLength: 80, unit: 'grapheme' }), (text) => {
        const plain = text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
        pre(plain.trim() !== '')
        const escaped = escapePlantUml(text)
        expect(unescape(escaped)).toBe(plain)
        expect(escaped.replace(/<U\+[0-9A-F]+>/g, '')).not.toMatch(/[<>&%~\\]|\*\*|\/\/|__|--/)
      }),
      cases(1000),
    )
  })
})
