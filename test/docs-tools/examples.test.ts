import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readmeSnippet } from '../support/snippets.ts'

/** The examples hold what README tells authors to paste, and nothing else. */

const here = fileURLToPath(new URL('examples', import.meta.url))
const [script = '', element = ''] = readmeSnippet().split('\n')

const textsOf = (tool: string): readonly string[] =>
  readdirSync(join(here, tool), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^package(?:-lock)?\.json$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))

const tools = readdirSync(here)

/** A slide is no higher than it is. */
const decks = new Set(['reveal', 'slidev'])

test('there is an example for each of ten tools', () => {
  expect(tools).toHaveLength(10)
})

test.each(tools)('the element in the example of %s is that of README', (tool) => {
  const own = textsOf(tool).flatMap((text) => text.match(/^.*<login-lab-embed .*$/gm) ?? [])
  expect(own.length).toBeGreaterThan(0)
  const heightless = (line: string): string =>
    decks.has(tool) ? line.replace(/(?<=<login-lab-embed) height="\d+"/, '') : line
  // What a shortcode of Hugo is given stands in the page.
  const written = own.map((line) => heightless(line.trim())).filter((line) => !line.includes('{{'))
  expect([...new Set(written)]).toEqual([element])
})

test.each(tools)('the script in the example of %s is that of README', (tool) => {
  const all = textsOf(tool).join('\n')
  // VitePress takes it apart: a name, and attributes.
  if (tool === 'vitepress')
    expect(all).toContain(
      "head: [['script', { async: '', src: 'https://lab.example.com/embed.js' }]]",
    )
  else expect(all).toContain(script)
})
