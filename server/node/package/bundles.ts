/** The scripts of the package, as Vite bundles them. */
import { join } from 'node:path'
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite'
import { inPages } from '../plugins/in-pages.ts'
import { thirdPartyNotices } from '../plugins/third-party.ts'

/** The folder of all scripts in the package. */
export const library = 'lib'

const common = (root: string, folder: string): InlineConfig => ({
  root,
  configFile: false,
  logLevel: 'warn',
  // Relative, so that the Worker is found wherever the package lies.
  base: './',
  publicDir: false,
  build: {
    outDir: folder,
    emptyOutDir: false,
    target: 'es2023',
    modulePreload: false,
    chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
  },
})

const named = (chunks: string): Rolldown.OutputOptions => ({
  format: 'es',
  entryFileNames: `${library}/[name].js`,
  chunkFileNames: `${library}/${chunks}/[name]-[hash].js`,
  assetFileNames: `${library}/${chunks}/[name]-[hash][extname]`,
})

type Notices = ReturnType<typeof thirdPartyNotices>

/** For pages: all that they need is in the files, so that one without a bundler can import them. */
const buildForPages = (root: string, folder: string, notices: Notices): Promise<unknown> => {
  const config = common(root, folder)
  return build({
    ...config,
    plugins: [notices.pages],
    resolve: {
      alias: [
        // The lab's own pages make their policies at once; a package changes no page that imports it.
        { find: /^(?:\.\.\/)+ui\/trusted\.ts$/, replacement: join(root, 'web/package/trusted.ts') },
        ...Object.entries(inPages(root)).map(([find, replacement]) => ({ find, replacement })),
      ],
    },
    build: {
      ...config.build,
      rolldownOptions: {
        checks: { bundlerTimings: false },
        input: {
          player: join(root, 'web/package/player.ts'),
          'embed-element': join(root, 'web/package/embed.ts'),
        },
        preserveEntrySignatures: 'strict',
        output: named('player'),
      },
    },
    worker: {
      format: 'es',
      plugins: () => [notices.inWorkers],
      // One file: a bundler that takes the Worker along takes no file beside it.
      rolldownOptions: {
        output: { codeSplitting: false, entryFileNames: `${library}/player/worker-[hash].js` },
      },
    },
  })
}

/** For tests in a page, and for a renderer without one: each alone. */
const buildAlone = (
  root: string,
  folder: string,
  name: string,
  entry: string,
  plugin: Plugin,
): Promise<unknown> => {
  const config = common(root, folder)
  return build({
    ...config,
    plugins: [plugin],
    build: {
      ...config.build,
      minify: false,
      rolldownOptions: {
        checks: { bundlerTimings: false },
        input: { [name]: join(root, entry) },
        preserveEntrySignatures: 'strict',
        output: { ...named(name), codeSplitting: false },
      },
    },
  })
}

/** For Node: packages are left to be installed; `imports` is told which. */
const buildForNode = (
  root: string,
  folder: string,
  imports: (specifier: string) => void,
): Promise<unknown> => {
  const config = common(root, folder)
  const look: Plugin = {
    name: 'imports',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk') [...chunk.imports, ...chunk.dynamicImports].forEach(imports)
    },
  }
  return build({
    ...config,
    plugins: [look],
    build: {
      ...config.build,
      ssr: true,
      minify: false,
      rolldownOptions: {
        checks: { bundlerTimings: false },
        input: { 'stand-in.node': join(root, 'server/node/package/stand-in.ts') },
        output: { ...named('node'), codeSplitting: false },
      },
    },
  })
}

/**
 * Bundles all scripts into a folder.
 *
 * @returns what the script for Node imports from elsewhere, as it is written there
 * @throws what Vite throws when the sources do not build
 */
export const buildLibrary = async (root: string, folder: string): Promise<readonly string[]> => {
  const notices = thirdPartyNotices(root, 'This package is Login Lab, and holds')
  const imports = new Set<string>()
  await buildForNode(root, folder, (specifier) => imports.add(specifier))
  await buildAlone(root, folder, 'on-server', 'server/package/on-server.ts', notices.inWorkers)
  await buildAlone(root, folder, 'stand-in.page', 'server/package/in-page.ts', notices.inWorkers)
  // Last, since it writes the notices of all.
  await buildForPages(root, folder, notices)
  return [...imports].toSorted()
}
