import { once } from 'node:events'
import { startIn } from '../beside.ts'
import type { ProbeFigures, ProbeRequest } from './probe.ts'

/** A server with a probe inside its process. */
export interface ProbedServer {
  readonly url: string
  /** @throws Error when the server has ended */
  probe(request: ProbeRequest): Promise<ProbeFigures>
  stop(): Promise<void>
}

/**
 * More runs than any of the measurements opens, kept for an hour: bounds are not what is measured.
 * A checkout that does not know one of the settings says so and goes on.
 */
const roomy = { LOGIN_LAB_RUNS: '2500', LOGIN_LAB_MINUTES: '60' }

/**
 * Starts the server of a checkout twice: the first start may have to build the pages, and what that
 * leaves behind in memory is not the server's.
 *
 * @throws Error when it ends before it is ready, with what it said
 */
export const startProbed = async (directory: string): Promise<ProbedServer> => {
  const builder = await startIn(directory)
  builder.stop()
  await once(builder.process, 'exit')
  const nodeOptions = ['--expose-gc', '--import', new URL('probe.ts', import.meta.url).href]
  const server = await startIn(directory, { nodeOptions, env: roomy })
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
    },
  }
}
