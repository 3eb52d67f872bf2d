/** The stand-in alone: `npm run -s stand-in -- [--port NUMBER] [--kickstart FILE]`. */
import { enableCompileCache, flushCompileCache } from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

// As in main.ts: most of a warm start is compiling modules, so the result is kept.
enableCompileCache(resolve(fileURLToPath(import.meta.url), '../../../.cache/compile'))
const { startStandIn } = await import('./stand-in-start.ts')
process.exitCode = await startStandIn()
flushCompileCache()
