import type { Plugin } from 'vite'

const asked = /^(.+\.ts)\?worker&url$/

/**
 * Builds a module Worker together with the pages, so that what both import is built once and loaded once.
 * Vite builds each Worker by itself. An import of `file.ts?worker&url` gives the Worker's address, as it
 * does under Vite's own server.
 */
export const sharedWorkerChunks = (): Plugin => ({
  name: 'shared-worker-chunks',
  apply: 'build',
  enforce: 'pre',
  load(id) {
    const [, worker] = asked.exec(id) ?? []
    if (worker === undefined) return null
    const chunk = this.emitFile({ type: 'chunk', id: worker, name: 'worker' })
    return `export default import.meta.ROLLUP_FILE_URL_${chunk}`
  },
})
