import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { inPages } from './in-pages.suite.ts'
import { installPackage } from './support/install.ts'

/** The packed package, in a fresh folder, as those who install it have it. */

const root = fileURLToPath(new URL('../..', import.meta.url))
const installed = await installPackage()

describe.skipIf(installed === null)('the packed package', () => {
  if (installed === null) return
  const { folder, packed } = installed
  const inPackage = join(folder, 'node_modules/login-lab')
  const passed = { status: 0, said: expect.any(String) as string }

  afterAll(() => installed.remove())

  test('has nothing that publint finds', async () => {
    const { status, said } = await installed.run('publint', ['run', packed, '--strict'])
    expect([status, said]).toEqual([0, expect.stringContaining('All good!')])
  })

  test('has types wherever TypeScript looks for those of a module', async () => {
    const ended = await installed.run('attw', [
      packed,
      '--profile',
      'esm-only',
      '--format',
      'table',
    ])
    expect(ended, ended.said).toEqual(passed)
    expect(ended.said).not.toContain('any declared')
  })

  test('has types that a strict program compiles with, libraries checked', async () => {
    const ended = await installed.run('tsc', ['-p', folder])
    expect(ended, ended.said).toEqual(passed)
  })

  test('names no place of the machine that it was made on', () => {
    const files = readdirSync(inPackage, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(inPackage, name)).isFile(),
    )
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'THIRD-PARTY.txt']))
    const naming = files.filter((name) => readFileSync(join(inPackage, name)).includes(root))
    expect(naming).toEqual([])
  })

  test('has the classes of its elements where the custom elements manifest says', async () => {
    const text = readFileSync(join(inPackage, 'custom-elements.json'), 'utf8')
    const { modules } = JSON.parse(text) as {
      readonly modules: readonly { readonly path: string; readonly exports: readonly unknown[] }[]
    }
    expect(modules.map(({ path }) => path).toSorted()).toEqual([
      'lib/embed-element.js',
      'lib/player.js',
    ])
    for (const { path } of modules)
      expect(readFileSync(join(inPackage, path), 'utf8')).toMatch(/ as LoginLab(?:Embed)?\b/)
  })

  test('has types for all that the manifest says of the player', () => {
    const text = readFileSync(join(inPackage, 'custom-elements.json'), 'utf8')
    const types = readFileSync(join(inPackage, 'types/web/package/types.d.ts'), 'utf8')
    interface Named {
      readonly name: string
    }
    interface Declaration extends Named {
      readonly attributes: readonly Named[]
      readonly events: readonly Named[]
    }
    const { modules } = JSON.parse(text) as {
      readonly modules: readonly { readonly declarations: readonly Declaration[] }[]
    }
    const player = modules
      .flatMap(({ declarations }) => declarations)
      .find(({ name }) => name === 'LoginLab')
    const names = [...(player?.attributes ?? []), ...(player?.events ?? [])].map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['workflow', 'ready']))
    const properties = names.map((name) => (name === 'lesson-src' ? 'lessonSource' : name))
    expect(properties.filter((name) => !new RegExp(`^ *'?${name}'?: `, 'm').test(types))).toEqual(
      [],
    )
  })

  test('names the packages whose code is in it', () => {
    const notices = readFileSync(join(inPackage, 'THIRD-PARTY.txt'), 'utf8')
    for (const name of ['lit', 'xstate', 'hono', 'jose']) expect(notices).toContain(`\n${name} `)
  })

  test('is imported where pages are rendered without a page', async () => {
    const program =
      "import { define } from 'login-lab'; import { define as other } from 'login-lab/embed'; define(); other()"
    const ended = await installed.node(['--input-type=module', '--eval', program])
    expect(ended, ended.said).toEqual({ status: 0, said: '' })
  })

  test('lets a process end that has stopped its stand-in', async () => {
    const program = `import { startStandIn } from 'login-lab/stand-in'
      await using standIn = await startStandIn()
      await fetch(standIn.url)`
    const ended = await installed.node(['--input-type=module', '--eval', program])
    expect(ended, ended.said).toEqual({ status: 0, said: '' })
  })

  test('tests an Express application that logs in', async () => {
    const ended = await installed.run('vitest', ['run', '--root', '.'], 'express-vitest')
    expect(ended, ended.said).toEqual(passed)
  })

  describe('in pages', () => inPages(installed))
})
