import { join } from 'node:path'
import { build } from 'vite'

/**
 * Builds the pages of a clone into a folder: `node build-pages.ts CLONE FOLDER`, started by `build.ts`
 * and gone when that is. A bundler keeps some hundred megabytes for as long as its process lives.
 */
const [root, outDir] = process.argv.slice(2)
if (root === undefined || outDir === undefined)
  throw new Error(
    'Say which clone is built, and into which folder: all that is in the folder goes.',
  )

process.on('disconnect', () => process.exit(1))
try {
  await build({
    root: join(root, 'web'),
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: Infinity },
  })
  process.exit(0)
} catch (error) {
  const { message, code, path } = error as NodeJS.ErrnoException
  process.send?.({ message, code, path }, () => process.exit(1))
}
