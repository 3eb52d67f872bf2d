import { fileURLToPath } from 'node:url'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import type { Plugin } from 'vite'
import { everyHost, hostsOfRuns } from './scenarios/catalogue/addresses.ts'
import { isPolicyOrigin, pagePolicy, wordsOf } from './server/policy.ts'
import { launchOptions } from './test/support/chromium.ts'
import { startingTests } from './test/support/starting.ts'
import { embedScripts } from './server/node/plugins/embed-scripts.ts'
import { recordings } from './server/node/plugins/recordings.ts'
import { serviceWorker, sitePages } from './web/build/site-pages.ts'
import { inPages } from './server/node/plugins/in-pages.ts'
import { officialClient } from './server/node/plugins/official-client.ts'
import { publicSuffixes } from './server/node/plugins/public-suffixes.ts'
import { sharedParts } from './server/node/plugins/shared-parts.ts'
import { sharedWorkerChunks } from './server/node/plugins/shared-worker-chunks.ts'
import { thirdPartyNotices } from './server/node/plugins/third-party.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** In a built page Hono comes with one router instead of three: the servers of a run have few routes. */
const oneRouter: Plugin = {
  name: 'one-router',
  apply: 'build',
  enforce: 'pre',
  resolveId(source, importer) {
    return source === 'hono' ? this.resolve('hono/tiny', importer) : null
  },
}

/** Origins from which pages of a static host may fetch own lessons, besides their own. */
const lessonOrigins = (): readonly string[] => {
  const origins = wordsOf(process.env['LESSON_ORIGINS'])
  if (origins.every(isPolicyOrigin)) return origins
  throw new Error('LESSON_ORIGINS must be origins, such as https://docs.example.com.')
}

/** The policy stands in the built pages too, for hosts that set no headers. Vite's own server needs scripts in the page. */
const policyInPages: Plugin = {
  name: 'policy-in-pages',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: {
        'http-equiv': 'Content-Security-Policy',
        content: pagePolicy(lessonOrigins()),
      },
      injectTo: 'head-prepend',
    },
  ],
}

/**
 * `prefetch.json`: every file that a page may load after its first scripts, for `web/player/run/prefetch.ts` to
 * fetch while the server is there.
 */
const prefetchList: Plugin = {
  name: 'prefetch-list',
  apply: 'build',
  generateBundle(_options, bundle) {
    const parts = new Set<string>()
    const take = (name: string): void => {
      const chunk = bundle[name]
      if (chunk?.type !== 'chunk' || parts.has(name) || onlyAsked.includes(chunk.name)) return
      parts.add(name)
      chunk.imports.forEach(take)
      chunk.dynamicImports.forEach(take)
    }
    // Without the engine nothing goes on when the server has gone, so all of it comes before the rest.
    for (const [name, chunk] of Object.entries(bundle))
      if (chunk.type === 'chunk' && chunk.name === 'worker') take(name)
    const engine = [...parts]
    for (const [name, chunk] of Object.entries(bundle)) {
      if (chunk.type === 'chunk' && chunk.isEntry && name !== playerParts) take(name)
      if (chunk.type === 'asset' && name.startsWith('assets/')) parts.add(name)
    }
    this.emitFile({
      type: 'asset',
      fileName: 'prefetch.json',
      source: JSON.stringify([...engine, ...[...parts].slice(engine.length).toSorted()]),
    })
  },
}

/** Parts that are large and seldom wanted: the encoder of videos. Without a server a GIF is made instead. */
const onlyAsked: readonly string[] = ['webm']

/** What the small player in pages of others asks for later. */
const playerParts = 'player-parts.js'

/** Only against hangs: nothing is timed, and a busy machine is no failure. */
const patience = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 60_000 } },
}

/** `--mode quick` leaves out tests that start something, and exhaustive ones (test/README.md). */
export default defineConfig(({ mode }) => ({
  root: 'web',
  // Relative, so that the build works below any path of a static host.
  base: './',
  plugins: [
    policyInPages,
    embedScripts(
      { embed: here('web/embed/embed.ts'), player: here('web/recorded/index.ts') },
      playerParts,
    ),
    sharedWorkerChunks(),
    oneRouter,
    officialClient(here('.'), ['server/apps', 'server/fusionauth']),
    publicSuffixes(hostsOfRuns, everyHost),
    recordings(here('web/recordings')),
    prefetchList,
    sitePages({
      recordings: here('web/recordings'),
      maker: here('web/build/site/files.ts'),
      card: here('web/card.png'),
    }),
    serviceWorker(here('web/offline/service-worker.ts')),
    thirdPartyNotices(here('.')).pages,
  ],
  resolve: { alias: inPages(here('.')) },
  // Named beforehand: a package that Vite discovers late makes it reload the page under a test.
  optimizeDeps: {
    include: [
      '@fusionauth/typescript-client',
      'axe-core',
      'hono',
      'hono/cookie',
      'hono/html',
      'htmlparser2',
      'jose',
      'lit',
      'lit/directives/guard.js',
      'tldts',
      'valibot',
      'xstate',
      'yaml',
    ],
  },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2023',
    // Scripts are in pages and in Workers, where there is no document to preload with.
    modulePreload: {
      resolveDependencies: (_file, dependencies, { hostType }) =>
        hostType === 'html' ? dependencies : [],
    },
    rolldownOptions: {
      // The player is imported by pages of others.
      preserveEntrySignatures: 'exports-only',
      // On a busy machine a build takes longer, which is no news to who starts the server.
      checks: { bundlerTimings: false },
      input: {
        index: here('web/index.html'),
        embed: here('web/embed.html'),
        'player-parts': here('web/recorded/parts.ts'),
      },
      output: {
        ...sharedParts,
        entryFileNames: ({ name }) =>
          name === 'player-parts' ? playerParts : 'assets/[name]-[hash].js',
      },
    },
  },
  worker: { format: 'es' },
  test: {
    root: '.',
    tags: [
      {
        name: 'exhaustive',
        description: 'Plays everything there is, or as many generated cases as it is given.',
      },
    ],
    ...(mode === 'quick' ? { tagsFilter: ['!exhaustive'] } : {}),
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // Nobody keeps state at module level (test/boundaries.test.ts), so files share their modules,
          // code that has become quick, and lessons that were played (test/support/play.ts).
          isolate: false,
          unstubGlobals: true,
          maxWorkers: '100%',
          // The commands that tests start are compiled once, and again when their text changes.
          env: { NODE_COMPILE_CACHE: here('node_modules/.cache/compiled') },
          setupFiles: ['test/support/seed.ts'],
          ...patience,
          ...(process.env['FUZZ_CASES'] === undefined ? {} : { testTimeout: 3_600_000 }),
          include: ['test/**/*.test.ts'],
          exclude: [
            'test/**/*.browser.test.ts',
            'test/pages/**',
            'test/docs-tools/sites/**',
            ...(mode === 'quick' ? startingTests(here('.')) : []),
          ],
        },
      },
      {
        extends: true,
        test: {
          // The built pages, as they are served, in Chromium.
          name: 'pages',
          environment: 'node',
          sequence: { groupOrder: 1 },
          maxWorkers: '100%',
          globalSetup: ['test/pages/support/build.ts'],
          ...patience,
          include: [
            'test/pages/**/*.test.ts',
            `test/docs-tools/sites/${mode === 'docs-tools' ? '*' : '{eleventy,reveal}'}.test.ts`,
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          // Not at the same time as the others, which would take its processors away.
          sequence: { groupOrder: 2 },
          maxWorkers: '100%',
          globalSetup: ['test/support/node-traces.ts'],
          setupFiles: ['test/web/own-storage.ts'],
          ...patience,
          include: ['test/**/*.browser.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
}))
