import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Kept by programs of each checkout for itself. */
const ownCaches = new Set(['.vite', '.vite-temp', '.cache'])

/** A copy of the checkout as it stands, uncommitted changes included, where mistakes can be made. */
export interface Copy {
  readonly root: string
  remove(): void
}

/** Copies what git knows or would add. The installed packages are linked, each by itself. */
export const copyOf = (checkout: string): Copy => {
  const root = mkdtempSync(join(tmpdir(), 'login-lab-mutations-'))
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '-z'],
    { cwd: checkout, encoding: 'utf8' },
  )
  for (const name of listed.split('\0')) {
    if (name === '' || !existsSync(join(checkout, name))) continue
    mkdirSync(dirname(join(root, name)), { recursive: true })
    cpSync(join(checkout, name), join(root, name))
  }
  const packages = join(checkout, 'node_modules')
  mkdirSync(join(root, 'node_modules'))
  for (const name of readdirSync(packages))
    if (!ownCaches.has(name)) symlinkSync(join(packages, name), join(root, 'node_modules', name))
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}
