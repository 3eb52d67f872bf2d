import { describe, expect, test } from 'vitest'
import { inferences } from '../../scenarios/catalogue/inferences.ts'
import { reports } from '../../server/fusionauth/stand-in/reports.ts'
import type { Contract } from './support/contract.ts'
import { marks, marksIn } from './support/marks.ts'

/** Whether all is asked that is marked as inferred. It looks at what was asked before. */
export const markedPoints = (lab: () => Contract): void => {
  describe('What is marked is asked', () => {
    test('every mark in the code names its question', () => {
      const all = marks()
      expect(all.length).toBeGreaterThan(0)
      expect(all.filter(({ asked }) => asked.length === 0)).toEqual([])
    })

    test('every question that a mark names is asked, and says what was inferred', () => {
      const unasked = marks().filter(({ asked }) =>
        asked.some((name) => !lab().assumed.includes(name)),
      )
      expect(unasked).toEqual([])
    })

    test.each(inferences)('the page says that it is assumed: $id', ({ asked }) => {
      expect(lab().assumed).toContain(asked)
    })

    test.each(reports)('others measured it: $point', ({ point }) => {
      expect(lab().settled).toContain(point)
    })

    test('each question has a name of its own', () => {
      const { settled } = lab()
      expect(settled.filter((name, index) => settled.indexOf(name) !== index)).toEqual([])
    })

    test('a mark is read over the end of a line, with all the questions that it names', () => {
      const source = '/**\n * That is inferred (asked: "one\n * point", "another").\n */'
      expect(marksIn('a.ts', source)).toMatchObject([{ asked: ['one point', 'another'] }])
    })

    test('a mark without a question is noticed, and the word in quotes is no mark', () => {
      const source = '// Inferred: 204 for "one". The code says "inferred".'
      expect(marksIn('a.ts', source)).toMatchObject([{ asked: [] }])
    })
  })
}
