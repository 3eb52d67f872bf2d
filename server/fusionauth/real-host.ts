import { type Call, type Random, Unreachable } from '../../scenarios/engine/ports.ts'
import { compareTraces } from '../../scenarios/conformance/index.ts'
import { textOf } from '../../scenarios/model/text.ts'
import type { Workflow } from '../../scenarios/model/workflow.ts'
import type { DefenceSettings } from '../../scenarios/model/defence-settings.ts'
import { keepsSession } from '../../scenarios/machine/credentials.ts'
import { widenTokenCookies } from './cookie-proxy.ts'
import { requireScripts } from './cross-origin.ts'
import {
  type FusionAuthHost,
  parentDomain,
  type RealFusionAuth,
  type RealHost,
  type RealRuns,
  standInOrigin,
} from './host.ts'
import { runIds } from './ids.ts'
import { fusionAuthClient } from './port.ts'
import { enrolUser, provision } from './provision.ts'
import { throughProxy } from './proxy.ts'
import { obstacleAtRealServer } from './reach.ts'
import { createRealTime } from './real-time.ts'
import { mayDelete } from './run-tenants.ts'

type Shape = Pick<Workflow, 'client' | 'login' | 'sessionStrategy' | 'fusionauth'>

/**
 * Where a script of an application calls FusionAuth its cookies decide, and FusionAuth alone sets them
 * without TLS as it is reached here, for its own host, and always with SameSite=Lax: so there a proxy
 * stands before it, as published.
 */
const placeOf = (
  { client, login, fusionauth: place }: Shape,
  { origin: inside, handle }: Pick<RealFusionAuth, 'origin' | 'handle'>,
  settings: DefenceSettings,
): Pick<FusionAuthHost, 'origin' | 'handle'> => {
  if (client !== 'spa' || login !== 'native-at-fusionauth') return { origin: inside, handle }
  const outside = standInOrigin(place)
  const isCrossSite = settings['token-cookie-same-site'] === 'none'
  const proxy = throughProxy(
    { outside, inside, ...(isCrossSite ? { sameSite: 'None' as const } : {}) },
    handle,
  )
  return {
    origin: outside,
    handle: place === 'parent-domain' ? widenTokenCookies(parentDomain, proxy) : proxy,
  }
}

/** Opens a real FusionAuth for a run. Nothing is set up there before `prepare`. */
const open = (
  real: RealFusionAuth,
  shape: Shape,
  random: Random,
  settings: DefenceSettings,
): RealHost => {
  const { origin, apiKey, about, handle, tenants, realTime, wait } = real
  const own = tenants.mark(runIds(random))
  const { tenant, user: userId } = own.ids
  const closed = new AbortController()
  /** Calls that belong to no lesson; they go to FusionAuth itself and are not recorded. */
  const clientOver = (call: Call) =>
    fusionAuthClient({ baseUrl: origin, apiKey, tenantId: '' }, call, null)
  /** The tenant was asked for, and nothing is known of an answer. */
  let mayAppear = false
  const client = () =>
    clientOver(async (request) => {
      if (closed.signal.aborted) throw new Unreachable(request.url, textOf('network.cut'))
      const makesTenant =
        request.method === 'POST' && URL.parse(request.url)?.pathname === `/api/tenant/${tenant}`
      mayAppear ||= makesTenant
      const answer = await handle(request, 0)
      // A gateway that gives up says nothing of what stands behind it.
      if (makesTenant) mayAppear = answer.status >= 500
      return answer
    })
  const time = createRealTime({
    client,
    tenantId: tenant,
    userId,
    lifetimes: { usual: settings['jwt-minutes'] * 60, short: real.jwtSeconds },
    minutes: {
      refreshToken: settings['refresh-token-minutes'],
      refreshTokenAtMost: settings['refresh-token-absolute-minutes'] || Infinity,
      sso: settings['sso-minutes'],
    },
    usesJwt: !keepsSession(shape),
    now: realTime,
    wait: (milliseconds) => wait(milliseconds, closed.signal),
  })
  const place = placeOf(shape, real, settings)
  const close = (): void => {
    closed.abort()
    tenants.end(tenant)
  }
  return {
    origin: place.origin,
    handle: async (request, exchange) => {
      const answer = await place.handle(request, exchange)
      time.watch(answer)
      return answer
    },
    apiKey,
    about,
    own,
    prepare: async (plan) => {
      const { systemConfiguration: system } = plan
      if (system !== undefined) await requireScripts(client(), system)
      await mayDelete(client(), tenant)
      const made = provision(client(), plan)
      const isInDoubt = (): boolean => mayAppear
      tenants.begin({
        own,
        client: () => clientOver((request) => handle(request, 0)),
        mayAppear: made.then(isInDoubt, isInDoubt),
        stop: () => closed.abort(),
      })
      try {
        return (await made).clientSecrets
      } catch (error) {
        close()
        throw error
      }
    },
    enrol: (user) => enrolUser(client(), user, tenant),
    prepareFor: (isJwtToRunOut) => time.prepareFor(isJwtToRunOut),
    passTime: (passed) => time.pass(passed),
    close,
  }
}

/** For a `RealFusionAuth`. */
export const realRuns: RealRuns = { open, obstacle: obstacleAtRealServer, compare: compareTraces }
