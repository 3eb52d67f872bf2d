import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from './build.ts'

/** `npm start` as a process of its own, to be killed. */
export interface Program {
  readonly url: string
  /** Ends it at once (SIGKILL); it has no time for a word. */
  kill(): Promise<void>
  /** Stops it in its tracks (SIGSTOP): it takes requests and answers none. */
  hang(): void
}

/** Starts the program at a port, with the settings of an operator; 0 takes any free one. */
export const startProgram = async (
  port = 0,
  settings: Readonly<Record<string, string>> = {},
): Promise<Program> => {
  const child = spawn(process.execPath, [join(root, 'server/node/main.ts')], {
    env: { PATH: process.env['PATH'] ?? '', PORT: String(port), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0]
      if (found !== undefined) resolve(found)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', () => reject(new Error(`The program did not start: ${said}`)))
  })
  return {
    url,
    hang: () => {
      child.kill('SIGSTOP')
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
