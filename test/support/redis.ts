import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@redis/client'
import { programOf } from './debian.ts'

/** A port of this machine that nobody listens at. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })

/** A Redis of its own, in memory and a folder that goes with it. */
export interface Redis {
  readonly url: string
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>
  /** Starts it again, empty, at the same port. */
  start(): Promise<void>
  /** Holds it, as a machine does that has no time for it; goes on with `goOn`. */
  hold(): void
  goOn(): void
  /** Ends it and leaves nothing behind. */
  remove(): Promise<void>
}

const program = programOf('redis-server')

/** True where tests with Redis can run. */
export const hasRedis = program !== null

const answers = async (url: string): Promise<boolean> => {
  const client = createClient({ url, socket: { reconnectStrategy: false } })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.ping()) === 'PONG'
  } catch {
    return false
  } finally {
    if (client.isOpen) client.destroy()
  }
}

/** Starts Debian's Redis on a free port of loopback; nothing of it is written to disk. */
export const startRedis = async (): Promise<Redis> => {
  if (program === null) throw new Error('There is no redis-server here.')
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'login-lab-redis-'))
  const url = `redis://127.0.0.1:${port}`
  let child: ChildProcess | null = null

  const start = async (): Promise<void> => {
    const words = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder]
    child = spawn(program, [...words, '--save', '', '--appendonly', 'no'], { stdio: 'ignore' })
    for (let tries = 0; tries < 100; tries += 1) {
      if (await answers(url)) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('redis-server did not start within five seconds.')
  }
  const kill = async (): Promise<void> => {
    const dying = child
    child = null
    if (dying === null) return
    await new Promise((resolve) => {
      dying.once('exit', resolve)
      dying.kill('SIGKILL')
    })
  }
  await start()
  return {
    url,
    start,
    kill,
    hold: () => void child?.kill('SIGSTOP'),
    goOn: () => void child?.kill('SIGCONT'),
    remove: async () => {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
