import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run, type Ended } from '../../support/run-command.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const examples = join(root, 'test/packages/examples')

/** A fresh folder with the examples and the packed package in it. */
export interface Installed {
  readonly folder: string
  /** Path of what `npm pack` wrote. */
  readonly packed: string
  /** Runs a program of the installed packages, in a folder of the examples. */
  run(program: string, words: readonly string[], below?: string): Promise<Ended>
  /** The same with this Node. */
  node(words: readonly string[]): Promise<Ended>
  remove(): void
}

const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
const retries = ['--prefer-offline', '--fetch-retries=1', '--fetch-timeout=30000']

/**
 * Makes the package as `npm run package` does, packs it, and installs the file beside the examples.
 *
 * @returns null where npm cannot install the packages of the examples
 * @throws Error when our own package cannot be made, packed or installed
 */
export const installPackage = async (): Promise<Installed | null> => {
  const folder = mkdtempSync(join(tmpdir(), 'login-lab-package-'))
  const must = async (file: string, words: readonly string[], cwd: string): Promise<void> => {
    const { status, said } = await run(file, words, { cwd })
    if (status !== 0) throw new Error(`${file} ${words.join(' ')} ended with ${status}: ${said}`)
  }
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    cpSync(examples, folder, { recursive: true })
    const { status } = await run('npm', ['ci', ...quiet, ...retries], { cwd: folder })
    if (status !== 0) {
      remove()
      process.stderr.write(
        'Tests of the npm package are skipped: npm could not install what the examples need.\n',
      )
      return null
    }
    const made = join(folder, 'made')
    await must(process.execPath, ['server/node/package/main.ts', '--out', made], root)
    await must('npm', ['pack', '--silent', '--pack-destination', folder, made], folder)
    rmSync(made, { recursive: true })
    const packed = join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '')
    await must(
      'npm',
      ['install', '--no-save', '--no-package-lock', ...quiet, ...retries, packed],
      folder,
    )
  } catch (error) {
    remove()
    throw error
  }
  return {
    folder,
    packed: join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? ''),
    run: (program, words, below = '.') =>
      run(join(folder, 'node_modules/.bin', program), words, { cwd: join(folder, below) }),
    node: (words) => run(process.execPath, words, { cwd: folder }),
    remove,
  }
}
