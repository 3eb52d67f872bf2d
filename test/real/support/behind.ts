import { createStandIn, type StandIn } from '../../../server/fusionauth/stand-in/index.ts'
import { listen } from '../../../server/node/listen.ts'
import { realEnvironment } from '../../../server/node/real.ts'
import type { RunEnvironment } from '../../../server/run.ts'

/** Changes an answer of the stand-in on its way to the socket. */
export type Bend = (request: Request, response: Response) => Response | Promise<Response>

/** The stand-in behind a socket: what a real FusionAuth is to Login Lab, as far as this can show. */
export interface Behind {
  readonly origin: string
  readonly apiKey: string
  readonly standIn: StandIn
  /** Method and path of every request so far, without the query. */
  readonly asked: readonly string[]
  environment(): Promise<RunEnvironment>
  close(): Promise<void>
}

const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) }

export const openBehind = async (
  apiKey = 'canary-api-key-0123456789',
  bend: Bend = (_, response) => response,
): Promise<Behind> => {
  const asked: string[] = []
  let standIn: StandIn | null = null
  const result = await listen(0, (origin) => {
    const opened = createStandIn({ origin, clock: { now: () => Date.now() }, random, apiKey })
    standIn = opened
    return {
      fetch: async (request, env) => {
        asked.push(`${request.method} ${new URL(request.url).pathname}`)
        return bend(request.clone(), await opened.app.fetch(request, env))
      },
    }
  })
  if (!result.ok || standIn === null) throw new Error('The stand-in could not listen.')
  const { origin, close } = result.listening
  return {
    origin,
    apiKey,
    standIn,
    asked,
    close,
    environment: async () => {
      const real = await realEnvironment(origin, apiKey)
      if (!real.ok) throw new Error(real.problem)
      return real.environment
    },
  }
}
