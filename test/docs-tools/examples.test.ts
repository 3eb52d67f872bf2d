import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { docsTools, type EmbedCode } from '../../web/features/share/docs-tools.ts'
import { readmeSnippet } from '../support/snippets.ts'

/** The examples hold what Share hands out for their tools, and what README tells authors to paste. */

const here = fileURLToPath(new URL('examples', import.meta.url))
const [, script = '', attributes = '', inside = ''] =
  /^<script async src="([^"]*)"><\/script>\n<login-lab-embed([^>]*)>(.*)<\/login-lab-embed>\n$/.exec(
    readmeSnippet(),
  ) ?? []
const valueOf = (name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(inside)?.[1] ?? ''

/** The code of README in the pieces that Share makes its forms of. */
const code = (height: string): EmbedCode => ({
  script,
  attributes: `${attributes}${height === '' ? '' : ` height="${height}"`}`,
  inside,
  markdown: `[![${valueOf('alt')}](${valueOf('src')}) Watch this login](${valueOf('href')})`,
  frame: `<iframe src="https://lab.example.com/embed.html?${attributes.trim().replace(/^workflow="([^"]*)" step="([^"]*)"$/, 'workflow=$1#step=$2')}" title="Login Lab" width="100%" height="560" frameborder="0" loading="lazy" allow="fullscreen"></iframe>`,
})

const textsOf = (folder: string): readonly string[] =>
  readdirSync(join(here, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^package(?:-lock)?\.json$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))

/** By the names that Share has for the tools; a slide is no higher than it is. */
const examples: readonly (readonly [id: string, folder: string, height: string])[] = [
  ['vitepress', 'vitepress', ''],
  ['docusaurus', 'docusaurus', ''],
  ['frame', 'docusaurus', ''],
  ['starlight', 'starlight', ''],
  ['frame', 'starlight', ''],
  ['eleventy', 'eleventy', ''],
  ...['docusaurus', 'starlight', 'eleventy', 'hugo', 'mkdocs', 'sphinx'].map(
    (folder) => ['unsure', folder, ''] as const,
  ),
  ['jekyll', 'jekyll', ''],
  ['hugo', 'hugo', ''],
  ['mkdocs', 'mkdocs', ''],
  ['myst', 'sphinx', ''],
  ['sphinx', 'sphinx', ''],
  ['reveal', 'reveal', '600'],
  ['slidev', 'slidev', '460'],
]

test('every example is one of a tool that Share knows', () => {
  expect(readdirSync(here)).toEqual([...new Set(examples.map(([, folder]) => folder))].toSorted())
  const known = docsTools.map(({ id }) => id)
  expect(examples.filter(([id]) => !known.includes(id))).toEqual([])
})

describe.each(examples)('the code of Share for %s', (id, folder, height) => {
  const parts = docsTools.find((tool) => tool.id === id)?.parts(code(height)) ?? []

  test(`stands in the example ${folder} as it is`, () => {
    expect(parts.length).toBeGreaterThan(0)
    for (const part of parts) {
      const texts =
        part.file === '' ? textsOf(folder) : [readFileSync(join(here, folder, part.file), 'utf8')]
      expect(texts.filter((text) => text.includes(part.code)).length, part.code).toBeGreaterThan(0)
    }
  })
})
