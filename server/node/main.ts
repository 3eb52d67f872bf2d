import { enableCompileCache, flushCompileCache } from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(fileURLToPath(import.meta.url), '../../..')

// Most of a warm start is compiling modules, so the result is kept. It has to be asked for before
// the first of them is loaded; hence the import below.
enableCompileCache(resolve(root, '.cache/compile'))
const { start } = await import('./start.ts')
await start(root)
flushCompileCache()
