import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { startingTests } from './support/starting.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Source {
  readonly path: string
  readonly room: string
  readonly imports: readonly string[]
  readonly text: string
}

const roomOf = (path: string): string =>
  ['server/node', 'web/build'].find((room) => path.startsWith(`${room}/`)) ??
  path.split('/', 1)[0] ??
  ''

/** Every module specifier in a source: static, dynamic, re-export, type, Worker and asset URL. */
const specifiers = (text: string): readonly string[] =>
  [
    ...text.matchAll(/\b(?:from|import)\s*\(?\s*(['"])([^'"\s]+)\1/g),
    ...text.matchAll(/\bnew URL\(\s*(['"])([^'"]+)\1\s*,\s*import\.meta/g),
  ].map((match) => match[2] ?? '')

const sources: readonly Source[] = ['scenarios', 'server', 'web', 'test']
  .flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(room, name),
    ),
  )
  .filter((path) => /\.(ts|mjs)$/.test(path) && !path.endsWith('.d.ts'))
  .map((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    return { path, room: roomOf(path), imports: specifiers(text), text }
  })

/** The room that a relative import leads to; null for a package. */
const target = (source: Source, specifier: string): string | null =>
  specifier.startsWith('.')
    ? roomOf(relative(root, join(root, dirname(source.path), specifier)))
    : null

/** Which rooms a room may import from, and which packages besides. */
// oxfmt-ignore
const rules: Readonly<Record<string, { readonly rooms: readonly string[]; readonly packages: readonly RegExp[] }>> = {
  scenarios:     { rooms: ['scenarios'],                          packages: [/^xstate(\/guards)?$/, /^htmlparser2$/, /^tldts$/, /^valibot$/, /^yaml$/] },
  server:        { rooms: ['server', 'scenarios'],                packages: [/^hono(\/|$)/, /^jose$/, /^@noble\/hashes\//, /^@fusionauth\/typescript-client(\/|$)/] },
  'server/node': { rooms: ['server/node', 'server', 'scenarios'], packages: [/^node:/, /^hono(\/|$)/, /^@hono\/node-server(\/|$)/, /^@redis\/client$/, /^valibot$/, /^@valibot\/to-json-schema$/, /^vite$/, /^proxy-addr$/, /^prom-client$/, /^pino$/] },
  web:           { rooms: ['web', 'server', 'scenarios'],         packages: [/^lit(\/|$)/, /^@lit\/context$/, /^gifenc\//, /^mediabunny$/] },
  'web/build':   { rooms: ['web/build', 'web', 'server/node', 'server', 'scenarios'], packages: [/^node:/, /^mermaid$/, /^jsdom$/, /^vite$/, /^sharp$/, /^playwright-core$/] },
}

/** A sentence for each import of a source that its room does not allow. */
const violations = (source: Source): readonly string[] => {
  const rule = rules[source.room]
  if (rule === undefined) return []
  return source.imports.flatMap((specifier) => {
    const room = target(source, specifier)
    const allowed =
      room === null
        ? rule.packages.some((pattern) => pattern.test(specifier))
        : rule.rooms.includes(room)
    return allowed ? [] : [`${source.path} imports ${specifier}`]
  })
}

const planted = (path: string, text: string): Source => ({
  path,
  room: roomOf(path),
  imports: specifiers(text),
  text,
})

describe('rooms', () => {
  test.each(Object.keys(rules))('%s imports only what its room allows', (room) => {
    const inRoom = sources.filter((source) => source.room === room)
    expect(inRoom.length).toBeGreaterThan(0)
    expect(inRoom.flatMap(violations)).toEqual([])
  })

  test('nothing imports test/', () => {
    const guilty = sources.filter(
      (source) =>
        source.room !== 'test' &&
        source.imports.some((specifier) => target(source, specifier) === 'test'),
    )
    expect(guilty.map(({ path }) => path)).toEqual([])
  })

  test('only server/node/, web/build/ and the tests name node:', () => {
    const guilty = sources.filter(
      ({ room, imports }) =>
        !['server/node', 'web/build', 'test'].includes(room) &&
        imports.some((name) => name.startsWith('node:')),
    )
    expect(guilty.map(({ path }) => path)).toEqual([])
  })

  test('only one file names yaml', () => {
    const naming = sources.filter(
      ({ room, imports }) => room !== 'test' && imports.includes('yaml'),
    )
    expect(naming.map(({ path }) => path)).toEqual(['scenarios/own-lessons/yaml.ts'])
  })

  test('only one file names mermaid', () => {
    const naming = sources.filter(
      ({ room, imports }) => room !== 'test' && imports.some((name) => /^mermaid(\/|$)/.test(name)),
    )
    expect(naming.map(({ path }) => path)).toEqual(['web/build/mermaid.ts'])
  })

  /** What a room of `scenarios/` imports of the others, types counted. */
  const importedBy = (room: string): readonly string[] => [
    ...new Set(
      sources
        .filter(({ path }) => path.startsWith(`scenarios/${room}/`))
        .flatMap(({ path, imports }) =>
          imports
            .filter((specifier) => specifier.startsWith('.'))
            .map((specifier) => relative(root, join(root, dirname(path), specifier)))
            .map((to) => to.split('/', 2)[1] ?? '')
            .filter((other) => other !== room),
        ),
    ),
  ]

  // oxfmt-ignore
  test.each([
    ['model',       []],
    ['machine',     ['model']],
    // The message of an error is English, beside its reason as data.
    ['engine',      ['i18n', 'machine', 'model']],
    ['client-apps', ['catalogue', 'engine', 'model']],
    ['catalogue',   ['engine', 'machine', 'model']],
    ['defences',    ['machine', 'model']],
    ['verdicts',    ['machine', 'model']],
    ['recorded',    ['i18n', 'model']],
  ])('scenarios/%s imports no room that stands above it, not even a type', (room, below) => {
    expect(importedBy(room).filter((other) => !below.includes(other))).toEqual([])
  })

  test('the engine knows the machine by its types only', () => {
    const guilty = sources
      .filter(({ path }) => path.startsWith('scenarios/engine/'))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/^import (?!type )[^']*?from '((?:\.\.\/)+machine\/[^']+)'/gms)].map(
          (match) => `${path} imports ${match[1]}`,
        ),
      )
    expect(guilty).toEqual([])
  })

  test.each(['web/package/types.ts', 'server/package/types.ts'])(
    '%s promises types that lead to no other module',
    (path) => {
      const found = sources.find((source) => source.path === path)
      expect(found?.imports).toEqual([])
    },
  )

  test('nobody but the package itself imports what is made for it', () => {
    const guilty = sources.filter(
      (source) =>
        source.room !== 'test' &&
        !/(?:^|\/)package\//.test(source.path) &&
        source.imports.some((specifier) => /(?:^|\/)package\//.test(specifier)),
    )
    expect(guilty.map(({ path }) => path)).toEqual([])
  })

  test('nobody keeps state at module level', () => {
    const guilty = sources.filter(
      ({ room, text }) => room !== 'test' && /^(?:export )?(?:let|var) /m.test(text),
    )
    expect(guilty.map(({ path }) => path)).toEqual([])
  })
})

/** Files that start a page; they put a lab on it. */
const entries = new Set(['web/main.ts', 'web/embed/page.ts'])

/** All of the app that a feature needs: what a lab knows, and how to ask it for something. */
const face = 'web/app/lab-host.ts'

/** The room inside web/ that a file is in: `ui`, `player`, `features`; '' for its root. */
const webRoomOf = (path: string): string => /^web\/([\w-]+)\//.exec(path)?.[1] ?? ''

/** Which rooms of web/ a room of it may import from. */
// oxfmt-ignore
const webRules: Readonly<Record<string, readonly string[]>> = {
  ui:       ['ui', 'i18n'],
  player:   ['player', 'ui', 'i18n'],
  router:   ['router', 'player', 'i18n'],
  features: ['features', 'router', 'player', 'ui', 'i18n'],
  offline:  ['offline'],
  recorded: ['recorded', 'app', 'features', 'router', 'player', 'ui', 'i18n'],
  embed:    ['embed', 'recorded', 'app', 'features', 'router', 'player', 'ui', 'i18n'],
  package:  ['package', 'embed', 'recorded', 'app', 'ui'],
}

/** The texts of a language are named in one place, wherever they stand. */
const isWords = (path: string): boolean => /\/words\.(?:en|es)\.ts$/.test(path)

/** A sentence for each import inside web/ that leads where its room must not go. */
const upward = (source: Source): readonly string[] => {
  const allowed = webRules[webRoomOf(source.path)]
  if (allowed === undefined) return []
  return source.imports
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => join(dirname(source.path), specifier))
    .filter((path) => path.startsWith('web/') && !isWords(path))
    .filter((path) => !allowed.includes(webRoomOf(path)))
    .filter((path) => !(webRoomOf(source.path) === 'features' && path === face))
    .map((path) => `${source.path} imports ${path}`)
}

describe('rooms of web/', () => {
  test.each(Object.keys(webRules))('%s imports only from rooms below it', (room) => {
    const inRoom = sources.filter(({ path }) => path.startsWith(`web/${room}/`))
    expect(inRoom.length).toBeGreaterThan(0)
    expect(inRoom.flatMap(upward)).toEqual([])
  })

  test('ui/ knows what runs are made of by its types only', () => {
    const guilty = sources.filter(
      ({ path, text }) =>
        path.startsWith('web/ui/') &&
        /^import (?!type )[^']*?from '[./]*\/(?:scenarios|server)\//m.test(text),
    )
    expect(guilty.map(({ path }) => path)).toEqual([])
  })

  test('at its root are entries only', () => {
    const atRoot = sources.filter(({ path }) => /^web\/[^/]+$/.test(path))
    expect(atRoot.map(({ path }) => path)).toEqual(['web/main.ts'])
  })

  test.each([
    ['web/ui/x.ts', "import { Playback } from '../player/playback.ts'"],
    ['web/ui/x.ts', "import { icon } from '../features/start/lab-start.ts'"],
    ['web/features/tour/x.ts', "import type { LoginLab } from '../../app/login-lab.ts'"],
    ['web/features/tour/x.ts', "import { reduce } from '../../app/reduce.ts'"],
    ['web/player/x.ts', "import { emit } from '../features/events.ts'"],
    ['web/router/x.ts', "import type { LabState } from '../app/state.ts'"],
  ])('in %s %s would be noticed', (path, text) => {
    expect(upward(planted(path, text))).toHaveLength(1)
  })
})

const isOutsideApp = ({ path, room }: Source): boolean =>
  room === 'web' && !path.startsWith('web/app/') && !entries.has(path)

/** A property of a lab, or of what stands for it, that is written. */
const writesLab =
  /\b(?:lab|host|this\.#(?:lab|host))\.(?:state\b[\w.[\]]*|[a-z]\w*)\s*(?:[-+*/?|&]{0,2}=(?![=>])|\+\+|--)/

describe('the state of a lab', () => {
  test('is written nowhere outside its room', () => {
    const guilty = sources.filter((source) => isOutsideApp(source) && writesLab.test(source.text))
    expect(guilty.map(({ path }) => path)).toEqual([])
  })

  test('is changed by the reducer alone', () => {
    const guilty = sources.filter(
      ({ room, text }) =>
        room === 'web' &&
        /#state = (?!reduce\(|initialState\()/.test(text) &&
        /LabState/.test(text),
    )
    expect(guilty.map(({ path }) => path)).toEqual([])
  })

  test.each([
    "lab.view = 'play'",
    'host.state.route.step = null',
    'this.#lab.followedName = null',
    'lab.openRun ??= open',
  ])('%s would be noticed', (text) => {
    expect(writesLab.test(text)).toBe(true)
  })
})

describe('the check itself', () => {
  test.each([
    ['scenarios/engine/x.ts', "import { a } from '../../server/run.ts'"],
    ['scenarios/engine/x.ts', "import { readFile } from 'node:fs'"],
    ['server/apps/x.ts', "import { a } from '../node/api.ts'"],
    ['server/apps/x.ts', "import { readFile } from 'node:fs'"],
    ['web/x.ts', "const a = await import('../server/node/api.ts')"],
    ['server/x.ts', "import mermaid from 'mermaid'"],
  ])('notices in %s: %s', (path, text) => {
    expect(violations(planted(path, text))).toHaveLength(1)
  })
})

describe('tests that start something', () => {
  const starting = startingTests(root)

  test.each([
    ['a browser, through a helper of theirs', 'test/cookies/chromium.test.ts'],
    ['a process', 'test/node/main.test.ts'],
    ['a server with sockets, through the server itself', 'test/node/serve.test.ts'],
  ])('are known by what they import: %s', (_, file) => {
    expect(starting).toContain(file)
  })

  test('are not those that ask in the process what answers over sockets elsewhere', () => {
    expect(starting).not.toContain('test/node/api.test.ts')
    expect(starting).not.toContain('test/trace-diff/alignment.test.ts')
  })
})
