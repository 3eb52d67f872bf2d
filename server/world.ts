import { createClock } from '../scenarios/engine/clock.ts'
import {
  type Account,
  type ApplicationPlace,
  Unreachable,
  type World,
  type WorldPorts,
} from '../scenarios/engine/ports.ts'
import { randomText } from '../scenarios/engine/random.ts'
import { hostOf, registrableDomain } from '../scenarios/engine/site.ts'
import { type Homes, homes as usualHomes } from '../scenarios/catalogue/addresses.ts'
import { credentialLocationsOf } from '../scenarios/catalogue/credential-locations.ts'
import type { Workflow } from '../scenarios/catalogue/index.ts'
import type { DefenceSettings } from '../scenarios/model/defence-settings.ts'
import { loadPathOf } from '../scenarios/client-apps/settings.ts'
import type { Profile } from '../scenarios/model/client.ts'
import { type ApplicationName, applicationNames } from '../scenarios/model/participant.ts'
import type { Json, WireRequest } from '../scenarios/model/wire.ts'
import { createApplication } from './apps/application.ts'
import { clientSettingsOf } from './apps/client-settings.ts'
import { fusionAuthProvider } from './apps/provider/metadata.ts'
import type { ApplicationSettings } from './apps/settings.ts'
import { enrolment } from './attacker/customer.ts'
import { createHackerSite } from './attacker/site.ts'
import { blueprint, type BlueprintOptions, systemOf } from './fusionauth/blueprint.ts'
import { type HostHandler, openStandIn, type RealFusionAuth } from './fusionauth/host.ts'
import { demoUser, idsOf } from './fusionauth/ids.ts'
import type { Blueprint, PlannedSystem } from './fusionauth/plan.ts'
import { rotateKey } from './fusionauth/key-rotation.ts'
import { changePassword, operator } from './fusionauth/operator.ts'
import { fusionAuthClient } from './fusionauth/port.ts'
import { serve } from './transport/bridge.ts'
import { textOf } from '../scenarios/model/text.ts'

/** A site of its own, and a host on the applications' site: a neighbour that fell into wrong hands. */
const hackerHomesBeside = (site: string) =>
  ({ origin: 'https://evil.example', sibling: `https://evil.${site}` }) as const

/** What an app is built with is data. */
const asJson = (value: object): Json => JSON.parse(JSON.stringify(value)) as Json

const originsOf = ({ Store, Forums }: Homes) => ({ Store: Store.origin, Forums: Forums.origin })
const origins = originsOf(usualHomes)

/** What the lessons need at FusionAuth. */
export const lessonBlueprint = (options: Omit<BlueprintOptions, 'origins'>): Blueprint =>
  blueprint({ ...options, origins })

/** What some of them need of the whole instance: their scripts call FusionAuth. */
export const lessonSystem = (): PlannedSystem => systemOf({ origins })

/** Who asks an application in the clear is sent on; what came in the clear has been seen by then. */
const leadsToTls = (
  { url }: WireRequest,
  handlers: ReadonlyMap<string, HostHandler>,
): HostHandler | undefined => {
  const secure = url.replace(/^http:/, 'https:')
  const isKnown = secure !== url && handlers.has(new URL(secure).origin)
  const answer = { status: 301, headers: [['location', secure]] as const, body: '' }
  return isKnown ? () => Promise.resolve(answer) : undefined
}

/** @throws Error for an origin whose host is not one of the names, and not below one */
const checkHosts = (served: Iterable<string>, names: readonly string[]): void => {
  for (const origin of served) {
    const host = new URL(origin).hostname
    if (!names.some((name) => host === name || host.endsWith(`.${name}`)))
      throw new Error(`The Public Suffix List that is at hand says nothing of ${host}.`)
  }
}

/** What a world is made of. */
interface WorldOptions {
  readonly workflow: Workflow
  readonly ports: WorldPorts
  readonly profile: Profile
  readonly settings: DefenceSettings
  /** A FusionAuth to ask, instead of the stand-in. */
  readonly real?: RealFusionAuth
  readonly ownRules?: boolean
  /** What its hosts have to be or to be below; any host will do without it. */
  readonly hosts?: readonly string[]
  /** Where the applications live, and what they call themselves; as usual when left out. */
  readonly homes?: Homes
}

/**
 * A world: Store, Forums and FusionAuth, each at its own origin. Everything in it is its own; two
 * worlds share nothing. Requests to FusionAuth differ between stand-in and real one by origin alone.
 * Without `ownRules` the stand-in, hardened or not, does only what FusionAuth itself can be set to do.
 *
 * @throws Error for a host that `hosts` does not allow
 */
export const openWorld = async ({
  workflow,
  ports,
  profile,
  settings,
  real,
  ownRules = true,
  hosts,
  homes = usualHomes,
}: WorldOptions): Promise<World> => {
  const site = registrableDomain(hostOf(homes.Store.origin))
  const hackerHomes = hackerHomesBeside(site)
  const atReal = real?.runs.open(real, workflow, ports.random('FusionAuth'), settings) ?? null
  const host =
    atReal ?? openStandIn(workflow, ports, settings, ownRules && profile === 'hardened', site)
  const own = atReal === null ? {} : { own: atReal.own }
  const ids = atReal?.own.ids ?? idsOf(profile)
  const proposed = {
    Store: randomText(ports.random('Store.secret'), 32),
    Forums: randomText(ports.random('Forums.secret'), 32),
  }
  const issuer = host.origin
  const { login, client } = workflow
  const inForce = await host.prepare(
    blueprint({
      origins: originsOf(homes),
      secrets: proposed,
      issuer,
      profile,
      login,
      client,
      settings,
      ...own,
    }),
  )
  const secrets = {
    Store: inForce.get(ids.Store) ?? proposed.Store,
    Forums: inForce.get(ids.Forums) ?? proposed.Forums,
  }

  const fusionauth = { baseUrl: host.origin, apiKey: host.apiKey, tenantId: ids.tenant }
  const settingsOf = (name: ApplicationName): ApplicationSettings => ({
    name,
    ...homes[name],
    client: workflow.client,
    login: workflow.login,
    sessionStrategy: workflow.sessionStrategy,
    backend: workflow.backend,
    fusionauthAt: workflow.fusionauth,
    defences: settings,
    clientId: ids[name],
    clientSecret: secrets[name],
    fusionauth,
    provider: fusionAuthProvider(host.about.version),
    issuer,
  })
  const open = (name: ApplicationName) =>
    createApplication(settingsOf(name), {
      clock: ports.clock,
      tokenClock: real === undefined ? ports.clock : createClock(0, real.realTime),
      random: ports.random(name),
      journal: ports.journal,
      call: ports.wire(name),
    })
  const applications = { Store: open('Store'), Forums: open('Forums') }
  const hackerSite = createHackerSite()
  const serveHacker: HostHandler = (request) => hackerSite.handle(request)

  const placeOf = (name: ApplicationName): ApplicationPlace => ({
    ...homes[name],
    ...(workflow.client === 'webapp' ? {} : { loadPath: loadPathOf(name) }),
  })

  let running = true
  let user: Account = demoUser
  const administration = fusionAuthClient(fusionauth, ports.wire('Store'), null)
  const handlers = new Map<string, HostHandler>([
    [homes.Store.origin, serve(applications.Store.app)],
    [homes.Forums.origin, serve(applications.Forums.app)],
    [
      host.origin,
      (request, exchange) =>
        running
          ? host.handle(request, exchange)
          : Promise.reject(new Unreachable(request.url, textOf('network.stopped'))),
    ],
    [hackerHomes.origin, serveHacker],
    [hackerHomes.sibling, serveHacker],
  ])

  if (hosts !== undefined) checkHosts(handlers.keys(), hosts)

  const operators = operator(administration, ids.user)

  return {
    fusionauth: host.about,
    places: {
      Store: placeOf('Store'),
      Forums: placeOf('Forums'),
      FusionAuth: { origin: host.origin },
      Hacker: hackerHomes,
    },
    credentialLocations: credentialLocationsOf(workflow, settings, {
      Store: homes.Store.origin,
      FusionAuth: host.origin,
    }),
    ...(workflow.client === 'mobile' ? { app: asJson(clientSettingsOf(settingsOf('Store'))) } : {}),
    get user() {
      return user
    },
    sso: workflow.sso,
    secrets: atReal === null ? null : [host.apiKey, secrets.Store, secrets.Forums],
    deliver: (request, exchange) => {
      const origin = URL.parse(request.url)?.origin ?? ''
      const handler = handlers.get(origin) ?? leadsToTls(request, handlers)
      return handler === undefined
        ? Promise.reject(
            new Unreachable(request.url, textOf('network.no-such-host', { host: origin })),
          )
        : handler(request, exchange)
    },
    revokeRefreshTokens: (name) => operators.revokeFor(ids[name]),
    revokeAll: () => operators.revokeAll(),
    endSso: () => operators.endSso(),
    publish: (path, page) => hackerSite.publish(path, page),
    ...enrolment(host, ids),
    changePassword: async () => {
      user = await changePassword(administration, user)
    },
    ...(atReal === null
      ? {
          power: (on: boolean) => {
            running = on
          },
          rotateKey: async (oldKeys: 'kept' | 'deleted') => {
            const { tenantId } = fusionauth
            await rotateKey(administration, { tenantId, now: ports.clock.now(), oldKeys })
            return oldKeys === 'kept'
              ? []
              : applicationNames.filter((name) => applications[name].forgetKeys())
          },
        }
      : { prepareFor: atReal.prepareFor, passTime: atReal.passTime }),
    close: () => {
      handlers.clear()
      atReal?.close()
    },
  }
}
