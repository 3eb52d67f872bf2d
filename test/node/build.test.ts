import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildFolder, freshPages } from '../../server/node/build.ts'

/** A folder that is in memory on Linux, so on another file system. */
const elsewhere = '/dev/shm'

let root: string

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'login-lab-'))
  write('package.json', '{ "type": "module" }')
  write('vite.config.ts', 'export default {}')
  write('web/index.html', '<!doctype html><script type="module" src="./main.ts"></script>')
  write('web/main.ts', `import { word } from '../scenarios/word.ts'\ndocument.title = word`)
  write('scenarios/word.ts', `export const word: string = 'first'`)
  write('server/node/main.ts', '')
})

afterEach(() => rmSync(root, { recursive: true }))

/** What is told while the pages are made fresh, and the script that they hold then. */
const make = async () => {
  const said: string[] = []
  const dist = await freshPages(root, (line) => said.push(line))
  const assets = join(dist, 'assets')
  const script = readdirSync(assets).map((name) => readFileSync(join(assets, name), 'utf8'))
  return { built: said.length === 1, script: script.join() }
}

describe('the pages', () => {
  it('are those of production, whatever NODE_ENV the shell has', async () => {
    vi.stubEnv('NODE_ENV', 'development')
    write('web/main.ts', `document.title = import.meta.env.PROD ? 'for readers' : 'for developers'`)
    const { script } = await make()
    expect(script).toContain('for readers')
    expect(process.env['NODE_ENV']).toBe('development')
    vi.unstubAllEnvs()
  })

  it('are built when there are none, and not again', async () => {
    const first = await make()
    expect(first.built).toBe(true)
    expect(first.script).toContain('first')
    expect((await make()).built).toBe(false)
  })

  it.each([
    ['a file of the pages', 'web/main.ts', `document.title = 'second'`],
    ['a file of the scenarios', 'scenarios/word.ts', `export const word: string = 'second'`],
  ])('are built again after a change of %s', async (_title, file, text) => {
    await make()
    write(file, text)
    const { built, script } = await make()
    expect(built).toBe(true)
    expect(script).toContain('second')
    expect(script).not.toContain('first')
  })

  it.each([
    ['a file was added', 'web/more.css', 'a {}'],
    ['the packages changed', 'package-lock.json', '{}'],
    ['a plugin of the build changed', 'server/node/plugins/plugin.ts', ''],
    ['the licence, which is in them, changed', 'LICENSE', 'another'],
  ])('are built again when %s', async (_title, file, text) => {
    await make()
    write(file, text)
    expect((await make()).built).toBe(true)
  })

  it('do not depend on the Node side of the server', async () => {
    await make()
    write('server/node/main.ts', '// changed')
    expect((await make()).built).toBe(false)
  })

  it('are built again when a build was pulled apart', async () => {
    await make()
    rmSync(join(root, 'dist/.sources'))
    expect((await make()).built).toBe(true)
  })

  it.skipIf(!existsSync(elsewhere) || statSync(elsewhere).dev === statSync(tmpdir()).dev)(
    'are put in place from another file system as well',
    async () => {
      const cache = mkdtempSync(join(elsewhere, 'login-lab-'))
      symlinkSync(cache, join(root, '.cache'))
      expect((await make()).script).toContain('first')
      write('scenarios/word.ts', `export const word: string = 'second'`)
      expect((await make()).script).toContain('second')
      expect(readdirSync(cache)).toEqual([])
      expect(existsSync(join(root, 'dist.new'))).toBe(false)
      rmSync(cache, { recursive: true })
    },
  )

  it('stay as they were when the sources do not build, and nothing half is left', async () => {
    await make()
    write('web/main.ts', 'this is not TypeScript')
    await expect(freshPages(root, () => undefined)).rejects.toThrow()
    expect(existsSync(join(root, 'dist/index.html'))).toBe(true)
    expect(readdirSync(join(root, '.cache'))).toEqual([])
    write('web/main.ts', `document.title = 'mended'`)
    expect((await make()).script).toContain('mended')
  })
})

describe('the folder for a static host', () => {
  beforeEach(() => {
    write(
      'vite.config.ts',
      'export default { define: { ADDRESS: JSON.stringify(process.env.PUBLIC_URL) }, build: { manifest: true } }',
    )
    write('web/main.ts', 'document.title = `built for ${ADDRESS}!`')
  })

  const scriptIn = (folder: string): string => {
    const assets = join(folder, 'assets')
    return readdirSync(assets)
      .map((name) => readFileSync(join(assets, name), 'utf8'))
      .join()
  }

  it('knows where it will be, and has no list of what Vite built', async () => {
    const folder = await buildFolder(root, 'https://example.com/login-lab/')
    expect(scriptIn(folder)).toContain('built for https://example.com/login-lab/!')
    expect(existsSync(join(folder, '.vite'))).toBe(false)
  })

  it('is not what the server starts with: its address may change from start to start', async () => {
    await buildFolder(root, 'https://example.com/login-lab/')
    vi.stubEnv('PUBLIC_URL', 'https://lab.example.com')
    const { built, script } = await make()
    vi.unstubAllEnvs()
    expect(built).toBe(true)
    expect(script).toContain('built for !')
  })
})
