import { afterEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { LabDiagram } from '../../web/features/diagram/lab-diagram.ts'
import { readSvg, renderSvg, StructureDiffers } from '../../web/build/mermaid.ts'
import type { Draw } from '../../web/features/diagram/layout.ts'
import { find, openPlayer, until } from './player.ts'

afterEach(() => {
  document.body.replaceChildren()
})

const text = [
  'sequenceDiagram',
  '  autonumber',
  '  participant Browser as B',
  '  participant Store as S',
  '    Note over Browser,Store: ·',
  '    Browser->>Store: GET /cart<br/>with a cookie',
  '    Store->>Store: Find the session',
  '    Store-->>Browser: 200 OK',
  '    Note over Browser,Store: ·',
  '',
].join('\n')
const options = { id: 'contract', lane: 180, fontSize: 12.5, fontFamily: 'monospace' }
const pieces = { lifelines: 2, arrows: 3, notes: 2 }
const svg = () => renderSvg(text, options)

describe('what Mermaid draws', () => {
  test('is read as heights and words, in order', async () => {
    const { arrows, notes } = readSvg(await svg(), pieces)
    expect(arrows.map(({ lines }) => lines.map((line) => line.text))).toEqual([
      ['GET /cart', 'with a cookie'],
      ['Find the session'],
      ['200 OK'],
    ])
    const heights = arrows.flatMap(({ leaves, arrives }) => [leaves, arrives])
    expect(heights).toEqual(heights.toSorted((a, b) => a - b))
    expect(notes[0]?.y).toBeLessThan(arrows[0]?.leaves ?? 0)
    expect(notes[1]?.y).toBeGreaterThan(arrows[2]?.arrives ?? 0)
  })

  test('a self arrow comes back lower, and every label stands above its arrow', async () => {
    const { arrows } = readSvg(await svg(), pieces)
    expect(arrows[1]?.arrives).toBeGreaterThan(arrows[1]?.leaves ?? Number.POSITIVE_INFINITY)
    for (const { leaves, lines } of arrows)
      for (const { y } of lines) expect(y).toBeLessThan(leaves)
  })

  test.each([
    ['an arrow fewer', (drawn: string) => drawn.replace('data-et="message"', '')],
    ['arrows of another name', (drawn: string) => drawn.replaceAll('data-et="message"', '')],
    ['a note fewer', (drawn: string) => drawn.replace('data-et="note"', '')],
    ['no lifelines', (drawn: string) => drawn.replaceAll('life-line', 'lifeline')],
    ['labels of another class', (drawn: string) => drawn.replaceAll('messageText', 'label')],
    ['no heights', (drawn: string) => drawn.replaceAll(' y1="', ' data-y1="')],
    ['nothing at all', () => '<svg></svg>'],
  ])('is refused when it has %s', async (_, alter) => {
    const drawn = await svg()
    expect(() => readSvg(alter(drawn), pieces)).toThrow(StructureDiffers)
  })
})

describe('when the picture cannot be drawn', () => {
  test('the list of messages takes over, and says so', async () => {
    const player = await openPlayer()
    await player.drawn()
    const altered: Draw = () => {
      throw new RangeError('No measures.')
    }
    const diagram = find(player.lab, 'lab-diagram') as LabDiagram
    diagram.draw = altered
    await page.viewport(1240, 900)
    await until('the notice is there', () => player.lab.state.notice !== null)
    await player.lab.updateComplete
    expect(player.lab.state.notice).toContain('list')
    const list = find(player.lab, 'lab-list')
    expect(list.getBoundingClientRect().width).toBeGreaterThan(300)
    expect(list.shadowRoot?.querySelectorAll('li')).toHaveLength(27)
    expect(getComputedStyle(diagram).visibility).toBe('hidden')
  })
})

describe('before the picture is there', () => {
  test('the messages are readable as a list', async () => {
    const player = await openPlayer()
    const list = find(player.lab, 'lab-list')
    expect(player.lab.state.drawn).toBe(false)
    expect(list.getBoundingClientRect().width).toBeGreaterThan(300)
    expect(list.shadowRoot?.textContent).toContain('GET /')
  })
})
