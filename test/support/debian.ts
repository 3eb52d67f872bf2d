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

/**
 * Where a program is that a test needs and a machine may lack. On Debian, as root, its package is
 * installed; elsewhere null: then the test is skipped, with a sentence.
 */
export const programOf = (program: string, inPackage: string = program): string | null => {
  const found = find(program)
  if (found !== null) return found
  const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  const install = (): boolean => apt('install', '-y', '--no-install-recommends', inPackage)
  if (mayInstall && (install() || (apt('update') && install()))) return find(program)
  process.stderr.write(
    `Tests that need ${program} are skipped: it is not there. On Debian: apt-get install ${inPackage}.\n`,
  )
  return null
}
