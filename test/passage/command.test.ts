import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { played, slugs } from '../support/play.ts'
import { run } from '../support/run-command.ts'
import { gifBlocks } from './gif-blocks.ts'

const program = fileURLToPath(new URL('../../web/build/picture.ts', import.meta.url))

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passage-'))
})

afterAll(() => rm(folder, { recursive: true }))

const picture = (words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  run(process.execPath, [program, ...words], { env })

test('--form all makes every file, and says its name', async () => {
  const out = join(folder, 'all/')
  const { status, said } = await picture([
    slugs.code,
    '--from',
    'refresh',
    '--form',
    'all',
    '--out',
    out,
  ])
  expect(status).toBe(0)
  const files = await readdir(out)
  expect(new Set(files.map((name) => name.split('.21-25.')[1]))).toEqual(
    new Set(['en.alt.txt', 'en.gif', 'en.html', 'en.png', 'en.svg', 'en.vtt', 'en.webm']),
  )
  for (const name of files) expect(said).toContain(name)
  const fileOf = (end: string) =>
    readFile(join(out, files.find((name) => name.endsWith(end)) ?? ''))
  expect(gifBlocks(await fileOf('.gif'))).toMatchObject({ loops: 0, isWhole: true })
  expect((await fileOf('.png')).subarray(1, 4).toString()).toBe('PNG')
  // EBML, which every WebM begins with (RFC 8794 §11.2.1).
  expect((await fileOf('.webm')).subarray(0, 4).toString('hex')).toBe('1a45dfa3')
})

test('a saved trace is taken too, in Spanish, into the file that is named', async () => {
  const trace = join(folder, 'my-login.json')
  await writeFile(trace, JSON.stringify(await played({ workflow: slugs.code })))
  const out = join(folder, 'mine.txt')
  const { status, said } = await picture([trace, '--form', 'alt', '--language', 'es', '--out', out])
  expect({ status, said }).toEqual({ status: 0, said: `${out}\n` })
  expect(await readFile(out, 'utf8')).toMatch(/^Diagrama de secuencia de «/)
})

test.each([
  [[], 'Name one workflow'],
  [['webap/x'], 'There is no workflow "webap/x". The nearest is "'],
  [[slugs.code, '--lesson', 'tuor'], 'The nearest is "tour".'],
  [[slugs.code, '--form', 'gfi'], 'The nearest is "gif".'],
  [[slugs.code, '--from', 'login.tokn-request'], 'The nearest is "login.token-request".'],
  [[slugs.code, '--from', '9', '--to', '4'], 'swap --from and --to'],
  [[slugs.code, '--from', '1', '--to', '74', '--form', 'gif'], 'at most 48 messages'],
  [['no-such-file.json'], 'no-such-file.json'],
  [[program.replace('picture.ts', '../tsconfig.json')], 'This is no trace of Login Lab'],
])('what is wrong is told, with status 2: %j', async (words, sentence) => {
  const { status, said } = await picture(words)
  expect(status).toBe(2)
  expect(said).toContain(sentence)
})

test('without fonts it says what to install, and makes what needs none', async () => {
  const config = join(folder, 'fonts.conf')
  await writeFile(config, '<?xml version="1.0"?><fontconfig><dir>/nowhere</dir></fontconfig>')
  const out = join(folder, 'no-fonts/')
  const env = { FONTCONFIG_FILE: config }
  const alone = await picture([slugs.code, '--form', 'png', '--out', out], env)
  expect(alone.status).toBe(1)
  expect(alone.said).toContain('There are no fonts on this machine')
  const all = await picture([slugs.code, '--form', 'all', '--out', out], env)
  expect(all.status).toBe(0)
  expect(new Set((await readdir(out)).map((name) => name.split('.').at(-1)))).toEqual(
    new Set(['html', 'svg', 'txt', 'vtt']),
  )
})
