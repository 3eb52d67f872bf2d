import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What came of a command: its exit status, null when it was ended; what it printed. */
export interface Ended {
  readonly status: number | null
  readonly out: string
  readonly problem: string
}

/** oidc-agent in a folder of its own, with nothing in it yet. */
export const openAgent = (program: string) => {
  const home = mkdtempSync(join(tmpdir(), 'oidc-agent-'))
  const own = { HOME: home, TMPDIR: home, OIDC_CONFIG_DIR: home, OIDC_ENCRYPTION_PW: 'of a test' }
  const told = spawnSync(program, ['--no-autoload'], { env: { ...process.env, ...own } })
  const valueOf = (name: string): string =>
    new RegExp(`${name}=([^;]+);`).exec(String(told.stdout))?.[1] ?? ''
  const env = { ...process.env, ...own, OIDC_SOCK: valueOf('OIDC_SOCK') }
  return {
    /** Runs a command of the package beside it; ends it when it waits for somebody. */
    run: async (command: string, words: readonly string[], seconds = 20): Promise<Ended> => {
      const child = spawn(command, words, {
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: seconds * 1000,
      })
      const parts = { out: '', problem: '' }
      child.stdout.on('data', (text) => (parts.out += String(text)))
      child.stderr.on('data', (text) => (parts.problem += String(text)))
      await once(child, 'close')
      return { status: child.exitCode, ...parts }
    },
    close: (): void => {
      const pid = Number(valueOf('OIDCD_PID'))
      if (pid > 1) process.kill(pid)
      rmSync(home, { recursive: true, force: true })
    },
  }
}

export type Agent = ReturnType<typeof openAgent>
