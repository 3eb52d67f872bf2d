import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { attackLessons } from '../scenarios/attacks/lessons.ts'
import { lessons, workflowBySlug } from '../scenarios/catalogue/index.ts'

/** What the READMEs and their like name is there: files, headings, commands, packages, lessons. */

const root = fileURLToPath(new URL('..', import.meta.url))
const generated = new Set(['node_modules', 'dist', 'dist-package', '.git', '.cache', 'screenshots'])

/** Sites of others' tools: their links lead to what those make. */
const examples = join('test', 'docs-tools', 'examples')

const pagesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory())
      return generated.has(entry.name) || path === examples ? [] : pagesIn(path)
    return path.endsWith('.md') ? [path] : []
  })

const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')
const pages = pagesIn('.')

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}
const manifest = JSON.parse(textOf('package.json')) as Manifest

const parse = (text: string) => new MarkdownIt({ html: true }).parse(text, {})

const linksIn = (text: string): readonly string[] =>
  parse(text)
    .flatMap(({ children }) => children ?? [])
    .flatMap((token) => token.attrGet('href') ?? token.attrGet('src') ?? [])
    .map(String)

/** Names of the headings as GitHub makes them; none of ours stands twice in a page. */
const anchorsIn = (text: string): readonly string[] => {
  const tokens = parse(text)
  return tokens.flatMap(({ type }, i) => {
    if (type !== 'heading_open') return []
    const inline = tokens[i + 1]?.children ?? []
    const heading = inline.map(({ content }) => content).join('')
    const kept = heading.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    return [kept.replaceAll(' ', '-')]
  })
}

/** A sentence for each relative link of a page that leads nowhere. */
const deadLinks = (path: string, text: string): readonly string[] =>
  linksIn(text)
    .filter((link) => !/^[a-z]+:/.test(link))
    .flatMap((link) => {
      const [file = '', anchor = ''] = decodeURI(link).split('#')
      const target = file === '' ? path : join(dirname(path), file)
      if (relative('.', target).startsWith('..') || !existsSync(join(root, target)))
        return [`${path}: there is no ${link}`]
      const there = file === '' ? text : target.endsWith('.md') ? textOf(target) : ''
      const isThere = anchor === '' || anchorsIn(there).includes(anchor)
      return isThere ? [] : [`${path}: there is no heading ${link}`]
    })

/** A sentence for each command of a page that package.json does not have. */
const unknownCommands = (path: string, text: string): readonly string[] =>
  [...text.matchAll(/\bnpm (?:run (?:-s )?)([a-z][\w:-]*)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !Object.hasOwn(manifest.scripts, name))
    .map((name) => `${path}: there is no npm run ${name}`)

/** A sentence for each address of the lab in a page that asks for what is not there. */
const strangeAddresses = (path: string, text: string): readonly string[] =>
  linksIn(text)
    .filter((link) => link.startsWith('http://127.0.0.1:4173/'))
    .flatMap((link) => {
      const { searchParams } = new URL(link)
      const slug = searchParams.get('workflow')
      if (slug === null) return []
      const workflow = workflowBySlug(slug)
      if (workflow === undefined) return [`${path}: there is no workflow ${slug}`]
      const lesson = searchParams.get('lesson') ?? 'tour'
      const known = [...lessons(workflow), ...attackLessons(workflow)].map(({ name }) => name)
      return known.includes(lesson) ? [] : [`${path}: there is no lesson ${lesson}`]
    })

test('there are pages to be read', () => {
  expect(pages).toEqual(expect.arrayContaining(['README.md', '.github/CONTRIBUTING.md']))
})

test.each([
  ['every relative link leads to a file or folder here, and to a heading that is there', deadLinks],
  ['every npm script that is named exists', unknownCommands],
  ['every address of the lab asks for a workflow and lesson that are there', strangeAddresses],
])('%s', (_, problemsOf) => {
  expect(pages.flatMap((path) => problemsOf(path, textOf(path)))).toEqual([])
})

test('README.md has at most 8,000 bytes', () => {
  expect(Buffer.byteLength(textOf('README.md'))).toBeLessThanOrEqual(8000)
})

test('CONTRIBUTING.md says of each dependency what it is for, and of no others', () => {
  const [, section = ''] = textOf('.github/CONTRIBUTING.md').split('\n## Dependencies\n')
  const told = [...section.matchAll(/^\| (`.*?) +\|/gm)].flatMap(([, names = '']) =>
    [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  )
  const { dependencies, devDependencies } = manifest
  const used = Object.keys({ ...dependencies, ...devDependencies })
  expect(told.toSorted()).toEqual(used.filter((name) => !name.startsWith('@types/')).toSorted())
})

describe('the check itself notices', () => {
  test.each([
    ['a file that is not there', deadLinks, '[a](web/no-such-file.ts)'],
    ['a picture that is not there', deadLinks, '![a](web/images/no-such.png)'],
    ['a file outside', deadLinks, '[a](../package.json)'],
    ['a heading that is not there', deadLinks, '# One\n\n[a](#two)'],
    ['a heading that is not there elsewhere', deadLinks, '[a](server/README.md#no-such-heading)'],
    ['a link in a table', deadLinks, '| a |\n| - |\n| [b](no-such-folder) |'],
    ['a command that is not there', unknownCommands, 'Then `npm run -s no-such`.'],
    [
      'a lesson that is not there',
      strangeAddresses,
      '[a](http://127.0.0.1:4173/?workflow=webapp/oauth-authorization-code-grant-sessions&lesson=attack-no-such)',
    ],
  ])('%s', (_, problemsOf, text) => {
    expect(problemsOf('README.md', text)).toHaveLength(1)
  })

  test('nothing where all is well', () => {
    const text = '# One `<two>`\n\n[a](#one-two) [b](web) [c](https://example.com/) `npm run dev`'
    expect([...deadLinks('README.md', text), ...unknownCommands('README.md', text)]).toEqual([])
  })
})
