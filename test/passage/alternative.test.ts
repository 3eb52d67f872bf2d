import { JSDOM } from 'jsdom'
import markdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { speeches } from '../../web/build/picture/source.ts'
import { alternativeFile, alternativeText } from '../../web/features/passage/alternative.ts'
import { htmlSnippet, markdownSnippet } from '../../web/features/passage/snippets.ts'
import { passage, withSentence, words } from './source.ts'

const files = { still: 'a.png', moving: 'a.gif', video: 'a.webm', captions: 'a.vtt' }

test.each([
  ['en', 'messages 21 to 25, between Browser, Store and FusionAuth.'],
  ['es', 'mensajes 21 a 25, entre Browser, Store y FusionAuth.'],
] as const)('is one sentence and a line for each message, in %s', async (language, end) => {
  const { summary, list } = alternativeText(
    await passage(undefined, language),
    speeches[language].words,
  )
  expect(summary).toContain(end)
  expect(list.map((line) => Number.parseInt(line, 10))).toEqual([21, 22, 23, 24, 25])
})

test('a passage of one participant says where it is', async () => {
  const { summary } = alternativeText(await passage({ first: 24, last: 24 }), words)
  expect(summary).toMatch(/message 24, at Store\.$/)
})

test('is a text file', async () => {
  const lines = alternativeFile(await passage(), words)
    .trimEnd()
    .split('\n')
  expect(lines).toHaveLength(7)
})

test('is the alternative text of the picture in Markdown, whatever it says', async () => {
  const one = withSentence(await passage(), 'A ] ![x](y) <b> "title"')
  const html = markdownIt().render(markdownSnippet('a.svg', one, words))
  const image = new JSDOM(html).window.document.querySelector('img')
  expect(image?.getAttribute('src')).toBe('a.svg')
  expect(image?.alt).toBe(alternativeText(one, words).summary)
})

test('in HTML who wants less motion gets the still picture, and the video its captions', async () => {
  const { document } = new JSDOM(htmlSnippet(files, await passage(), words)).window
  expect(document.querySelector('source')?.media).toBe('(prefers-reduced-motion: reduce)')
  expect(document.querySelector('source')?.srcset).toBe('a.png')
  expect(document.querySelector('img')?.alt).toMatch(/^Sequence diagram/)
  expect(document.querySelector('video track')?.getAttribute('src')).toBe('a.vtt')
  expect(document.querySelectorAll('details p')).toHaveLength(5)
})
