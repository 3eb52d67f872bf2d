import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('../../..', import.meta.url))

/** A program that ended: what it printed, and its exit status. */
export interface Ended {
  readonly printed: string
  readonly status: number | null
}

/** The product in a folder of its own, with a page of one line, so that its build costs nothing. */
export const installProduct = (environment: Readonly<Record<string, string>>) => {
  const folder = mkdtempSync(join(tmpdir(), 'login-lab-canary-'))
  for (const room of ['server', 'scenarios', 'package.json', 'package-lock.json'])
    cpSync(join(here, room), join(folder, room), { recursive: true })
  symlinkSync(join(here, 'node_modules'), join(folder, 'node_modules'))
  mkdirSync(join(folder, 'web'))
  writeFileSync(join(folder, 'web/index.html'), '<!doctype html><title>Login Lab</title>')
  writeFileSync(join(folder, 'vite.config.ts'), 'export default {}')

  const start = (program: string, ...args: readonly string[]) => {
    const child = spawn(process.execPath, [join(folder, 'server/node', program), ...args], {
      env: { PATH: process.env['PATH'] ?? '', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    const ended = once(child, 'close').then(([status]: (number | null)[]): Ended => ({
      printed,
      status: status ?? null,
    }))
    return { child, ended, printed: () => printed }
  }

  return {
    /** Runs a program of server/node/ to its end. */
    run: (program: string, ...args: readonly string[]): Promise<Ended> =>
      start(program, ...args).ended,

    /** Starts the server; `stop` and `kill` end it and give all that it printed. */
    serve: async () => {
      const { child, ended, printed } = start('main.ts')
      const address = async (): Promise<string> => {
        for (;;) {
          const url = /ready: (http:\S+)\n/.exec(printed())?.[1]
          if (url !== undefined) return url
          if (child.exitCode !== null) throw new Error(`not ready: ${printed()}`)
          await Promise.race([once(child.stdout, 'data'), ended])
        }
      }
      const stop = (): Promise<Ended> => {
        child.kill('SIGTERM')
        return ended
      }
      const kill = (): Promise<Ended> => {
        child.kill('SIGKILL')
        return ended
      }
      return { url: await address(), stop, kill }
    },

    remove: () => rmSync(folder, { recursive: true }),
  }
}
