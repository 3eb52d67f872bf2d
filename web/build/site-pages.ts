import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'vite'
import { publicUrlOf } from './public-url.ts'

/** Paths of what the pages are made of. */
interface Sources {
  readonly recordings: string
  /** `site/files.ts`: loaded when a build needs it, since this file is loaded with every test run. */
  readonly maker: string
  /** Open Graph’s picture. */
  readonly card: string
}

/**
 * The pages that need no script, their pictures, and what leads programs to them. `PUBLIC_URL` says
 * where the build will be; without it there is nothing in them that needs a whole address.
 */
export const sitePages = ({ recordings, maker, card }: Sources): Plugin => ({
  name: 'site-pages',
  apply: 'build',
  async generateBundle(_options, bundle) {
    const publicUrl = publicUrlOf(process.env['PUBLIC_URL'])
    const icon = Object.keys(bundle).find((name) => /^assets\/icon-.*\.png$/.test(name))
    if (icon === undefined) this.error('The icon of the pages was not built.')
    const { siteFiles } = (await import(
      pathToFileURL(maker).href
    )) as typeof import('./site/files.ts')
    for (const [fileName, source] of siteFiles(recordings, { publicUrl, icon, card: 'card.png' }))
      this.emitFile({ type: 'asset', fileName, source })
    if (publicUrl !== null)
      this.emitFile({ type: 'asset', fileName: 'card.png', source: readFileSync(card) })
  },
})

const isListed = (name: string): boolean => name === 'prefetch.json'

/**
 * `sw.js`: keeps the files of the app for a visitor who asks for it. It knows its files by name, and
 * another build is another worker, since the names hold hashes.
 *
 * @param entry path of its source
 */
export const serviceWorker = (entry: string): Plugin => ({
  name: 'service-worker',
  apply: 'build',
  async generateBundle(_options, bundle) {
    const list = Object.values(bundle).find(({ fileName }) => isListed(fileName))
    if (list?.type !== 'asset') this.error('prefetch.json was not built.')
    const listed = JSON.parse(String(list.source)) as readonly string[]
    const page = bundle['index.html']
    const hash = createHash('sha256').update(String(list.source))
    if (page?.type === 'asset') hash.update(page.source)
    const built = await build({
      configFile: false,
      logLevel: 'error',
      define: {
        BUILT_FILES: JSON.stringify(['./', ...listed]),
        BUILD: JSON.stringify(hash.digest('base64url').slice(0, 12)),
      },
      build: {
        write: false,
        target: 'es2023',
        rolldownOptions: { input: entry, output: { format: 'iife' } },
      },
    })
    const [output] = Array.isArray(built) ? built : [built]
    if (output === undefined || !('output' in output)) this.error('sw.js was not built.')
    this.emitFile({ type: 'asset', fileName: 'sw.js', source: output.output[0].code })
  },
})
