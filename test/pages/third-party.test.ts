import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build, type Plugin } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { thirdPartyNotices } from '../../server/node/plugins/third-party.ts'
import { dist, startLab, type Served } from './support/lab.ts'
import { root } from './support/build.ts'

const scratch = mkdtempSync(join(tmpdir(), 'login-lab-third-party-'))
let lab: Served
let served: Response
let notices: string

/** Every module that is in a script of the build, Workers included. */
const modules = new Set<string>()

beforeAll(async () => {
  const look: Plugin = {
    name: 'look',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk') chunk.moduleIds.forEach((module) => modules.add(module))
    },
  }
  await build({
    root: join(root, 'web'),
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'silent',
    plugins: [look],
    build: { outDir: join(scratch, 'dist'), emptyOutDir: true },
  })
  lab = await startLab()
  served = await fetch(`${lab.url}THIRD-PARTY.txt`)
  notices = await served.text()
})

afterAll(async () => {
  await lab.stop()
  rmSync(scratch, { recursive: true, force: true })
})

/** `name` of each package of which a module is in the build. */
const packages = (): readonly string[] =>
  [
    ...new Set(
      [...modules].flatMap((module) => {
        const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module)?.[1]
        return name === undefined ? [] : [name]
      }),
    ),
  ].toSorted()

describe('THIRD-PARTY.txt', () => {
  test('is served as plain text', () => {
    expect(served.status).toBe(200)
    expect(served.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  })

  test('names each package that is in a script, with its version and the text of its licence', () => {
    // One that the pages load, one in the Worker, one that Mermaid brings.
    expect(packages()).toEqual(expect.arrayContaining(['lit', 'xstate', 'hono']))
    const lacking = packages().filter((name) => {
      const folder = join(root, 'node_modules', name)
      const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
        readonly version: string
      }
      const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file)) ?? ''
      const text = readFileSync(join(folder, licence), 'utf8').replaceAll('\r\n', '\n').trim()
      const start = notices.indexOf(`\n${name} ${version} (`)
      return start < 0 || !notices.slice(start).includes(text)
    })
    expect(lacking).toEqual([])
  })

  test('names our own licence, with its text', () => {
    expect(notices).toContain('\nlogin-lab 0.1.0 (Apache-2.0)\n')
    expect(notices).toContain(readFileSync(join(root, 'LICENSE'), 'utf8').trim())
  })

  test('is the same, byte for byte, in each build', () => {
    expect(readFileSync(join(scratch, 'dist/THIRD-PARTY.txt'), 'utf8')).toBe(
      readFileSync(join(dist, 'THIRD-PARTY.txt'), 'utf8'),
    )
  })

  const withPackage = async (files: Readonly<Record<string, string>>): Promise<string> => {
    const folder = mkdtempSync(join(scratch, 'pages-'))
    const all = {
      'package.json': '{ "name": "pages", "version": "1.0.0", "license": "MIT" }',
      LICENSE: 'our licence',
      'main.js': `import { word } from 'other'\nconsole.log(word())`,
      'node_modules/other/package.json':
        '{ "name": "other", "version": "2.0.0", "license": "ISC", "type": "module", "main": "a.js" }',
      'node_modules/other/a.js': 'export const word = () => document.title',
      ...files,
    }
    for (const [name, text] of Object.entries(all)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    await build({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      plugins: [thirdPartyNotices(folder).pages],
      build: { rolldownOptions: { input: join(folder, 'main.js') } },
    })
    return readFileSync(join(folder, 'dist/THIRD-PARTY.txt'), 'utf8')
  }

  test('hands on a notice that a package has beside its licence', async () => {
    const text = await withPackage({
      'node_modules/other/LICENSE.md': 'as you like',
      'node_modules/other/NOTICE': 'made by others',
      'node_modules/other/licenses.js': 'a script',
    })
    expect(text).toContain('other 2.0.0 (ISC)\n\nas you like\n\nmade by others\n')
    expect(text).not.toContain('a script')
  })

  test('is not written for a package without the text of its licence: the build says which', async () => {
    await expect(withPackage({})).rejects.toThrow('other is in the build')
  })
})

describe('what is built', () => {
  test('holds nothing of what lays diagrams out at build time', () => {
    expect(
      packages().filter((name) => /^(?:mermaid|@mermaid-js|jsdom|dompurify|d3)/.test(name)),
    ).toEqual([])
  })
})
