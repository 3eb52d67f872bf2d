/** The npm package: `npm run package -- [--out FOLDER]`. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { complain, readArguments } from '../command-line.ts'

const usage = `Usage: npm run package [-- --out FOLDER]

Makes the folder of the npm package login-lab, dist-package/ or another one: the player, the element that
embeds it, the stand-in for tests, their types and the lab's pages. What the folder held before is gone.
"npm pack ./dist-package" makes one file of it, which npm installs anywhere.
Exit status: 0; 1 when the sources do not build; 2 for wrong words.`

const root = resolve(fileURLToPath(import.meta.url), '../../../..')

const run = async (): Promise<number> => {
  const config = { options: { out: { type: 'string', default: 'dist-package' } } } as const
  const found = readArguments(config, { command: 'npm run package --', usage })
  if (typeof found === 'number') return found
  // Vite and packages look at it, and a shell or a test may have set it.
  process.env['NODE_ENV'] = 'production'
  const { writePackage } = await import('./write.ts')
  const folder = resolve(root, found.values.out)
  try {
    await writePackage(root, folder)
  } catch (error) {
    return complain(error instanceof Error ? error.message : String(error), 1)
  }
  process.stdout.write(`${folder}\n`)
  return 0
}

process.exitCode = await run()
