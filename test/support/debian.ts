import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin', '/opt/homebrew/bin']

const find = (program: string): string | null =>
  places.map((place) => `${place}/${program}`).find((path) => existsSync(path)) ?? null

const apt = (...words: readonly string[]): boolean =>
  spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...words], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: 'ignore',
  }).status === 0

/** Looks for something; on Debian, as root, its package is installed where it is not there. */
const provided = (what: string, look: () => string | null, inPackage: string): string | null => {
  const found = look()
  if (found !== null) return found
  const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  const install = (): boolean => apt('install', '-y', '--no-install-recommends', inPackage)
  if (mayInstall && (install() || (apt('update') && install()))) return look()
  process.stderr.write(
    `Tests that need ${what} are skipped: it is not there. On Debian: apt-get install ${inPackage}.\n`,
  )
  return null
}

/**
 * Where a program is that a test needs and a machine may lack. On Debian, as root, its package is
 * installed; elsewhere null: then the test is skipped, with a sentence.
 */
export const programOf = (program: string, inPackage: string = program): string | null =>
  provided(program, () => find(program), inPackage)

/** The same for a module of Python: where the Python is that has it. */
export const pythonWith = (module: string, inPackage: string): string | null => {
  const look = (): string | null => {
    const python = find('python3')
    if (python === null) return null
    return spawnSync(python, ['-c', `import ${module}`]).status === 0 ? python : null
  }
  return provided(`${module} of Python`, look, inPackage)
}

/** The same for a file of Debian's package: where it is. */
export const fileOf = (path: string, inPackage: string): string | null =>
  provided(path, () => (existsSync(path) ? path : null), inPackage)
