import { createStandIn, type StandIn } from '../../../server/fusionauth/stand-in/index.ts'
import { allowScripts } from '../../../server/fusionauth/cross-origin.ts'
import { fusionAuthClient } from '../../../server/fusionauth/port.ts'
import type { RunTenants } from '../../../server/fusionauth/run-tenants.ts'
import type { Pace } from '../../../server/fusionauth/take-down.ts'
import { listen } from '../../../server/node/listen.ts'
import { openRunTenants, realEnvironment } from '../../../server/node/real.ts'
import { createSocketTransport } from '../../../server/node/sockets.ts'
import type { RunEnvironment } from '../../../server/run.ts'
import { lessonSystem } from '../../../server/world.ts'

/** Changes an answer of the stand-in on its way to the socket. */
export type Bend = (request: Request, response: Response) => Response | Promise<Response>

/** How runs go that have a FusionAuth with faults. */
export interface BehindOptions {
  readonly pace?: Pace
  /** Answers in place of the stand-in, which then hears nothing; null to let it. */
  readonly instead?: (request: Request) => Response | Promise<Response | null> | null
}

/** Seconds that a JWT lives here which is to run out: long enough for a step on a busy machine. */
const jwtSeconds = 5

/** The stand-in behind a socket: what a real FusionAuth is to Login Lab, as far as this can show. */
export interface Behind {
  readonly origin: string
  readonly apiKey: string
  readonly standIn: StandIn
  /** Method and path of every request so far, without the query. */
  readonly asked: readonly string[]
  /** What was told of the tenants of the runs here. */
  readonly told: readonly string[]
  /** The tenants of the runs here. */
  readonly tenants: RunTenants
  /** `seconds` that a JWT lives which is to run out. */
  environment(seconds?: number): Promise<RunEnvironment>
  /** An operator at work, in a tenant or in none. */
  operator(tenantId?: string): ReturnType<typeof fusionAuthClient>
  /** Lets the pages of the lessons call it, as `npm run provision` does. */
  allowScripts(): Promise<void>
  close(): Promise<void>
}

const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) }

export const openBehind = async (
  apiKey = 'canary-api-key-0123456789',
  bend: Bend = (_, response) => response,
  { pace, instead = () => null }: BehindOptions = {},
): Promise<Behind> => {
  const asked: string[] = []
  let standIn: StandIn | null = null
  const result = await listen(0, (origin) => {
    const opened = createStandIn({ origin, clock: { now: () => Date.now() }, random, apiKey })
    standIn = opened
    return {
      fetch: async (request, env) => {
        asked.push(`${request.method} ${new URL(request.url).pathname}`)
        const answer = await instead(request)
        return answer ?? bend(request.clone(), await opened.app.fetch(request, env))
      },
    }
  })
  if (!result.ok || standIn === null) throw new Error('The stand-in could not listen.')
  const { origin, close } = result.listening
  const told: string[] = []
  const tenants = openRunTenants(undefined, (line) => told.push(line), pace)
  const operator: Behind['operator'] = (tenantId = '') =>
    fusionAuthClient(
      { baseUrl: origin, apiKey, tenantId },
      createSocketTransport({ allowOrigin: origin, timeoutMs: 5_000, maxBytes: 1_000_000 }),
      null,
    )
  return {
    origin,
    apiKey,
    standIn,
    asked,
    told,
    tenants,
    operator,
    allowScripts: async () => {
      await allowScripts(operator(), lessonSystem())
    },
    close: async () => {
      await tenants.close()
      await close()
    },
    environment: async (seconds = jwtSeconds) => {
      const real = await realEnvironment(origin, apiKey, { tenants, jwtSeconds: seconds })
      if (!real.ok) throw new Error(real.problem)
      return real.environment
    },
  }
}

/** The ids of a run's own tenant, application and user, as FusionAuth has them; the newest run's. */
export const runThere = ({ standIn }: Behind) => {
  const { tenants, applications, users } = standIn.memory
  const tenant = [...tenants.values()].findLast(({ name }) => name.startsWith('Login Lab run '))
  if (tenant === undefined) throw new Error('no run has a tenant there')
  const isThere = ({ tenantId }: { readonly tenantId: string }): boolean => tenantId === tenant.id
  const Store = [...applications.values()].find((one) => isThere(one) && /Store/.test(one.name))
  const user = [...users.values()].find(isThere)
  return { tenant: tenant.id, Store: Store?.id ?? '', user: user?.id ?? '' }
}
