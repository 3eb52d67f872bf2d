import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startIn } from '../beside.ts'
import type { ProbeFigures, ProbeRequest } from './probe.ts'
import type { Side } from './protocol.ts'

/** A server with a probe inside its process. */
export interface ProbedServer {
  readonly url: string
  /** @throws Error when the server has ended */
  probe(request: ProbeRequest): Promise<ProbeFigures>
  stop(): Promise<void>
}

export type Settings = Readonly<Record<string, string>>

/**
 * The server of now as it is, but for a store of its own. The one before refuses runs beyond a bound,
 * which is not what is measured; so it may have more than any measurement opens.
 */
const settingsOf = (side: Side, folder: string): Settings =>
  side === 'now'
    ? { LOGIN_LAB_RUNS: '', LOGIN_LAB_STORE: join(folder, 'runs.sqlite') }
    : { LOGIN_LAB_RUNS: '2500' }

/**
 * Starts the server of a checkout twice: the first start may have to build the pages, and what that
 * leaves behind in memory is not the server's.
 *
 * @throws Error when it ends before it is ready, with what it said
 */
export const startProbed = async (
  side: Side,
  directory: string,
  settings: Settings = {},
): Promise<ProbedServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'login-lab-load-'))
  const env = { ...settingsOf(side, folder), ...settings }
  const builder = await startIn(directory, { env })
  builder.stop()
  await once(builder.process, 'exit')
  const nodeOptions = ['--expose-gc', '--import', new URL('probe.ts', import.meta.url).href]
  const server = await startIn(directory, { nodeOptions, env })
  const child = server.process
  const ended = once(child, 'exit')
  return {
    url: server.url,
    probe: async (request) => {
      const heard = once(child, 'message') as Promise<[ProbeFigures]>
      child.send(request)
      const [figures] = await Promise.race([
        heard,
        ended.then(([code, signal]) => {
          throw new Error(`The server in ${directory} ended with ${String(code ?? signal)}.`)
        }),
      ])
      return figures
    },
    stop: async () => {
      server.stop()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
