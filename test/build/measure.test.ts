import { afterAll, expect, test } from 'vitest'
import { closeDocument } from '../../web/build/document.ts'
import { differsFromMermaid, measure } from '../../web/build/measure.ts'
import type { ChapterStructure } from '../../web/features/diagram/layout.ts'
import measured from '../../web/features/diagram/measures.json' with { type: 'json' }

const arrow = (isSelf: boolean, lines: number) => ({
  isSelf,
  lines: Array<string>(lines).fill('·'),
})

const chapter: ChapterStructure = {
  notes: 3,
  arrows: [arrow(true, 2), arrow(true, 1), arrow(false, 1), arrow(false, 2), arrow(true, 1)],
}

// Test files share a process, in which nobody else has a document.
afterAll(closeDocument)

test.each(Object.entries(measured))(
  'at %s pixels the measures are those of Mermaid',
  async (fontSize, measures) => {
    expect(await measure(Number(fontSize))).toEqual(measures)
  },
)

test.each(Object.entries(measured))(
  'at %s pixels a page lays out notes and arrows of every kind as Mermaid does',
  async (fontSize, measures) => {
    expect(await differsFromMermaid(chapter, Number(fontSize), measures)).toBeNull()
  },
)

test('a layout that is not Mermaid’s is told', async () => {
  const [fontSize, measures] = Object.entries(measured)[0] ?? ['', null]
  if (measures === null) throw new Error('Nothing is measured.')
  const other = { ...measures, loop: measures.loop + 1 }
  expect(await differsFromMermaid(chapter, Number(fontSize), other)).toContain('otherwise')
})
