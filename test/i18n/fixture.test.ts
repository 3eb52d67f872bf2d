import { beforeAll, describe, expect, test } from 'vitest'
import { labelText } from '../../scenarios/i18n/label.ts'
import type { Text } from '../../scenarios/model/text.ts'
import { english as stories } from '../../scenarios/narration/english.ts'
import { english as articleWords } from '../../scenarios/article/english.ts'
import { articleOf } from '../../scenarios/article/index.ts'
import { mermaidText } from '../../scenarios/projections/mermaid.ts'
import { plantUmlText } from '../../scenarios/projections/plantuml.ts'
import { sequenceOf } from '../../scenarios/projections/sequence.ts'
import { eventWords } from '../../scenarios/projections/words.ts'
import {
  attackPlays,
  lessonPlays,
  patience,
  type Play,
  realPlays,
} from '../narration/support/plays.ts'
import { bracketed, outside, sayBracketed } from '../support/fixture-language.ts'

let plays: readonly Play[] = []

beforeAll(async () => {
  plays = [...(await lessonPlays()), ...(await attackPlays()), ...(await realPlays())]
}, patience)

/** A letter that no catalogue has said. */
const letter = /\p{L}/u

/** Each text once. */
const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)]

describe('in a language that nobody speaks, a catalogue says', () => {
  test('every reason, problem and choice of every lesson and attack', () => {
    const texts = plays.flatMap(({ trace, decisionPoints }): readonly (Text | null)[] => [
      ...trace.messages.flatMap(({ cookies, received }) =>
        [...cookies, ...received].map(({ reason }) => reason),
      ),
      ...decisionPoints.flatMap(({ choices }) =>
        choices.flatMap(({ event, reason }) => [eventWords(event), reason]),
      ),
    ])
    const said = distinct(texts.filter((text) => text !== null).map((text) => sayBracketed(text)))
    expect(said.length).toBeGreaterThan(100)
    expect(said.filter((text) => letter.test(outside(text)))).toEqual([])
  })

  test('what participants do by themselves', () => {
    const said = distinct(
      plays.flatMap(({ trace }) =>
        trace.messages
          .filter(({ kind }) => kind === 'self')
          .map(({ label }) => labelText(label, sayBracketed)),
      ),
    )
    expect(said.length).toBeGreaterThan(40)
    expect(said.filter((text) => letter.test(outside(text)))).toEqual([])
  })

  test('and nothing of what stands on the wire', () => {
    const labels = plays.flatMap(({ trace }) =>
      trace.messages.filter(({ kind }) => kind !== 'self').map(({ label }) => label),
    )
    expect(labels.filter((label) => typeof label !== 'string' || label.includes('⟦'))).toEqual([])
  })

  test('every word of an article but the wire and the names of who speaks', () => {
    const language = {
      words: bracketed(articleWords),
      stories: bracketed(stories),
      say: sayBracketed,
    }
    const left = plays.flatMap(({ trace }) => {
      const wire = trace.messages.flatMap(({ label }) => (typeof label === 'string' ? [label] : []))
      const prose = articleOf(trace, language)
        .replaceAll(/^(`{3,})[\s\S]*?^\1$/gm, '')
        .replaceAll(/\\(?=[^\p{L}\d])/gu, '')
        .split('\n')
      return prose
        .map((line) => wire.reduce((rest, label) => rest.replace(`\`${label}\``, ''), line))
        .map(outside)
        .filter((line) => letter.test(line))
    })
    expect(plays.length).toBeGreaterThan(100)
    expect(distinct(left)).toEqual([])
  })

  test.each([
    ['Mermaid', mermaidText, /^ *Note over \w+(?:,\w+)?: |^ *\w+--?>>\w+: /],
    ['PlantUML', plantUmlText, /^note over \w+(?:, \w+)? #\w+ : |^== |^\w+ --?> \w+ : /],
  ] as const)('the notes and steps of a diagram in %s', (_, write, line) => {
    const left = plays.flatMap(({ trace }) => {
      const wire = new Set(
        trace.messages.flatMap(({ label }) => (typeof label === 'string' ? [label] : [])),
      )
      const marked = sequenceOf({ trace, plan: [], plannedDividers: [] })
      const chapters = marked.chapters.map((chapter) => ({
        ...chapter,
        arrows: chapter.arrows.filter(({ label }) => typeof label !== 'string' || !wire.has(label)),
      }))
      return write({ ...marked, chapters }, sayBracketed)
        .split('\n')
        .filter((one) => line.test(one))
        .map((one) => outside(one.replace(line, '')).replaceAll(/…$| ==$|<U\+\w+>|#\d+;/g, ''))
        .filter((one) => letter.test(one))
    })
    expect(distinct(left)).toEqual([])
  })
})
