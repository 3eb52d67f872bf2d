import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../support/redis.ts'

const program = fileURLToPath(new URL('serve-node.ts', import.meta.url))

/** A node in a process of its own, at a port that stays. */
export interface LabNode {
  readonly port: number
  /** What it has written to standard error. */
  readonly said: readonly string[]
  start(): Promise<void>
  kill(): Promise<void>
  /** Tells it to stop; resolves to its exit status. */
  stop(): Promise<number | null>
}

/** A node with these settings; it is started with `start`. */
export const createNode = async (env: Readonly<Record<string, string>>): Promise<LabNode> => {
  const port = await freePort()
  const said: string[] = []
  let child: ChildProcess | null = null

  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const dying = child
    child = null
    if (dying === null) return null
    return new Promise((resolve) => {
      dying.once('exit', (code) => resolve(code))
      dying.kill(signal)
    })
  }
  return {
    port,
    said,
    start: () =>
      new Promise((resolve, reject) => {
        const started = spawn(process.execPath, [program], {
          env: { ...process.env, FUSIONAUTH_URL: '', PORT: String(port), ...env },
          stdio: ['ignore', 'pipe', 'pipe'],
        })
        child = started
        started.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
        started.stdout.once('data', () => resolve())
        started.once('exit', () => reject(new Error(`A node ended: ${said.join('')}`)))
      }),
    kill: async () => {
      await end('SIGKILL')
    },
    stop: () => end('SIGTERM'),
  }
}
