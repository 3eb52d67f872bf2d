import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beside } from '../beside.ts'

/** This checkout. */
export const here = fileURLToPath(new URL('../../..', import.meta.url))

/** The commit that this one is measured against. */
const commit = '54c31d2'

const run = (command: string, words: readonly string[], cwd: string): void => {
  // What they say is news, and no part of the figures.
  execFileSync(command, words, {
    cwd,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
}

/** A checkout with its packages, and the way to be rid of it. */
export interface Checkout {
  readonly directory: string
  remove(): void
}

/**
 * The checkout of before: the one that `BESIDE` names, or one that is made here for the while, with
 * its packages; its server builds its pages when it first starts.
 *
 * @throws Error when this clone has no such commit, or the packages cannot be installed
 */
export const checkoutBefore = (): Checkout => {
  if (beside !== null) return { directory: beside, remove: () => undefined }
  const parent = mkdtempSync(join(tmpdir(), 'login-lab-before-'))
  const directory = join(parent, 'checkout')
  const remove = (): void => {
    try {
      run('git', ['worktree', 'remove', '--force', directory], here)
    } finally {
      rmSync(parent, { recursive: true, force: true })
      process.off('exit', remove)
    }
  }
  try {
    run('git', ['worktree', 'add', '--detach', directory, commit], here)
  } catch {
    rmSync(parent, { recursive: true, force: true })
    throw new Error(
      `Commit ${commit} could not be checked out. Fetch the whole history (git fetch --unshallow), or name a checkout of it in BESIDE.`,
    )
  }
  process.once('exit', remove)
  try {
    run('npm', ['ci', '--no-audit', '--no-fund'], directory)
  } catch (error) {
    remove()
    throw error
  }
  return { directory, remove }
}
