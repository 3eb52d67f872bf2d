import type { Random, World, WorldPorts } from '../../scenarios/engine/ports.ts'
import { randomText } from '../../scenarios/engine/random.ts'
import type { Workflow } from '../../scenarios/catalogue/index.ts'
import type { DefenceSettings } from '../../scenarios/model/defence-settings.ts'
import type { Difference } from '../../scenarios/model/difference.ts'
import type { Text } from '../../scenarios/model/text.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import type { WireRequest, WireResponse } from '../../scenarios/model/wire.ts'
import type { OwnTenant } from './blueprint.ts'
import { widenTokenCookies } from './cookie-proxy.ts'
import type { Blueprint, PlannedUser } from './plan.ts'
import { rulesOf } from './policies.ts'
import type { RunTenants } from './run-tenants.ts'
import { createLoginStandIn } from './stand-in/login-stand-in.ts'

/** Answers a request; the exchange is the one that it belongs to. */
export type HostHandler = (request: WireRequest, exchange: number) => Promise<WireResponse>

/** A FusionAuth that a world's applications and browser talk to. */
export interface FusionAuthHost {
  readonly origin: string
  readonly apiKey: string
  readonly about: Trace['fusionauth']
  readonly handle: HostHandler
  /** Sets up what a workflow needs; resolves to the client secrets in force, by application id. */
  prepare(plan: Blueprint): Promise<ReadonlyMap<string, string>>
  /** Adds a user to what was prepared. */
  readonly enrol: (user: PlannedUser) => void | Promise<void>
}

/** A real FusionAuth as one run has it: with a tenant of its own. */
export interface RealHost extends FusionAuthHost, Required<Pick<World, 'prepareFor' | 'passTime'>> {
  readonly own: OwnTenant
  /** Ends what waits, and takes the tenant away. */
  close(): void
}

/** What a run at a real FusionAuth does and no other: it comes with the real one, so no page has it. */
export interface RealRuns {
  /** Opens it for a run. Nothing is set up there before `prepare`. */
  open(
    real: RealFusionAuth,
    shape: Pick<Workflow, 'client' | 'login' | 'sessionStrategy' | 'fusionauth'>,
    random: Random,
    settings: DefenceSettings,
  ): RealHost
  /** Why a run cannot go there, and what to do instead; null when it can. */
  obstacle(settings: DefenceSettings, usual: DefenceSettings): Text | null
  /** In what an observed trace differs from the stand-in's. */
  compare(
    expected: Pick<Trace, 'messages'>,
    observed: Pick<Trace, 'messages'>,
    shortLife: number,
  ): readonly Difference[]
}

/**
 * A real FusionAuth, reached through sockets; it keeps real time and cannot be switched off. Each run
 * opens it anew, with a tenant of its own (`real-host.ts`).
 */
export interface RealFusionAuth extends Pick<
  FusionAuthHost,
  'origin' | 'apiKey' | 'about' | 'handle'
> {
  readonly realTime: () => number
  /** Waits so many milliseconds, or until the signal. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** Seconds that a JWT lives which a lesson lets run out, and so waits for. */
  readonly jwtSeconds: number
  readonly tenants: RunTenants
  readonly runs: RealRuns
}

/** The applications' parent domain, where they live as usual. */
export const parentDomain = 'example.com'

/**
 * Where FusionAuth lives: on a site of its own, or below the applications' parent domain.
 *
 * @param site the parent domain
 */
export const standInOrigin = (place: Workflow['fusionauth'], site = parentDomain): string =>
  place === 'own-site' ? 'https://example.fusionauth.io' : `https://login.${site}`

/** The stand-in, one for each world; on a parent domain it stands behind a proxy. */
export const openStandIn = (
  { fusionauth: place }: Pick<Workflow, 'fusionauth'>,
  ports: WorldPorts,
  settings: DefenceSettings,
  hardened: boolean,
  site: string = parentDomain,
): FusionAuthHost => {
  const random = ports.random('FusionAuth')
  const apiKey = randomText(random, 32)
  const origin = standInOrigin(place, site)
  const standIn = createLoginStandIn({
    origin,
    clock: ports.clock,
    random,
    journal: ports.journal,
    apiKey,
    hardened,
    tokenCookieSameSite: settings['token-cookie-same-site'] === 'none' ? 'None' : 'Lax',
    rules: rulesOf(settings),
  })
  const handle: HostHandler = (request, exchange) => standIn.handle(request, exchange)
  return {
    origin,
    apiKey,
    about: { kind: 'stand-in', version: '1.69.0' },
    handle: place === 'parent-domain' ? widenTokenCookies(site, handle) : handle,
    prepare: async (plan) => {
      standIn.seed(plan)
      return new Map(
        plan.applications.map(({ id, oauthConfiguration }) => [
          id,
          oauthConfiguration.clientSecret,
        ]),
      )
    },
    enrol: (user) => standIn.seed({ users: [user] }),
  }
}
