import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** The custom elements manifest, made from the sources, and web/embed/README.md say the same. */

interface Named {
  readonly name: string
  readonly description?: string
}

interface Declaration {
  readonly tagName: string
  readonly attributes: readonly Named[]
  readonly members: readonly Named[]
  readonly events: readonly Named[]
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const readme = await readFile(join(root, 'web/embed/README.md'), 'utf8')

let folder: string
let declarations: readonly Declaration[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'login-lab-manifest-'))
  const where = ['--outdir', relative(root, folder)]
  await promisify(execFile)('npm', ['run', '-s', 'manifest', '--', ...where], { cwd: root })
  const text = await readFile(join(folder, 'custom-elements.json'), 'utf8')
  const { modules } = JSON.parse(text) as {
    readonly modules: readonly { readonly declarations: readonly Declaration[] }[]
  }
  declarations = modules.flatMap((module) => module.declarations)
})

afterAll(() => rm(folder, { recursive: true }))

const declared = (tag: string): Declaration => {
  const found = declarations.find(({ tagName }) => tagName === tag)
  if (found === undefined) throw new Error(`The manifest has no <${tag}>.`)
  return found
}

/** The names in the first column of an element's table in README, without the arguments of methods. */
const told = (tag: string, kind: 'attribute' | 'member' | 'event'): readonly string[] => {
  const section = readme.split(`\n## \`<${tag}>\`\n`)[1]?.split('\n## ', 1)[0] ?? ''
  const table = section.split(new RegExp(`^\\| ${kind} .*\\n`, 'm'))[1]?.split('\n\n', 1)[0] ?? ''
  return [...table.matchAll(/^\| `([\w-]+)/gm)].map(([, name = '']) => name)
}

const names = (things: readonly Named[]): readonly string[] =>
  things.map(({ name }) => name).toSorted()

test('the manifest has the two public elements and no others', () => {
  expect(declarations.map(({ tagName }) => tagName).toSorted()).toEqual([
    'login-lab',
    'login-lab-embed',
  ])
})

describe.each(['login-lab', 'login-lab-embed'])('<%s>', (tag) => {
  test('has the attributes that README names, and no others', () => {
    expect(told(tag, 'attribute')).not.toEqual([])
    expect(told(tag, 'attribute').toSorted()).toEqual(names(declared(tag).attributes))
  })

  test('tells the events that README names, and no others', () => {
    expect(told(tag, 'event')).not.toEqual([])
    expect(told(tag, 'event').toSorted()).toEqual(names(declared(tag).events))
  })

  test('has every member that README names', () => {
    expect(told(tag, 'member')).toContain('seek')
    expect(names(declared(tag).members)).toEqual(expect.arrayContaining([...told(tag, 'member')]))
  })
})

test('every public member of <login-lab-embed> stands in README', () => {
  expect(names(declared('login-lab-embed').members)).toEqual(
    told('login-lab-embed', 'member').toSorted(),
  )
})
