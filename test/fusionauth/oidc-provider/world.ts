import { namingAt } from '../../../scenarios/catalogue/naming.ts'
import { createAgent } from '../../../scenarios/engine/agent.ts'
import { createClock } from '../../../scenarios/engine/clock.ts'
import type { Random } from '../../../scenarios/engine/ports.ts'
import { createRecorder } from '../../../scenarios/engine/recorder.ts'
import type { ApplicationName, Participant } from '../../../scenarios/model/participant.ts'
import type { WireRequest } from '../../../scenarios/model/wire.ts'
import { createApplication } from '../../../server/apps/application.ts'
import type { Provider } from '../../../server/apps/provider/metadata.ts'
import { createSocketTransport } from '../../../server/node/sockets.ts'
import { usualSettings } from '../../support/settings.ts'
import { serve } from '../../../server/transport/bridge.ts'
import { type Client, openProvider } from './provider.ts'

const homes = {
  Store: { origin: 'https://store.example.com', protectedPath: '/shopping-cart' },
  Forums: { origin: 'https://forums.example.com', protectedPath: '/posts' },
} as const

/** Where `oidc-provider` answers what FusionAuth answers at addresses of its own. */
const addresses: Provider = {
  authorizePath: '/auth',
  tokenPath: '/token',
  jwksPath: '/jwks',
  endSessionPath: '/session/end',
  supportsIss: true,
}

const random: Random = { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) }

/** Store and Forums in front of `oidc-provider`, and browsers that log in there. */
export const openWorld = async () => {
  const clients: Readonly<Record<ApplicationName, Client>> = {
    Store: { id: 'store', secret: 'secret of the Store', origin: homes.Store.origin },
    Forums: { id: 'forums', secret: 'secret of the Forums', origin: homes.Forums.origin },
  }
  const { issuer, close } = await openProvider(Object.values(clients))
  const transport = createSocketTransport({
    allowOrigin: issuer,
    timeoutMs: 10_000,
    maxBytes: 1_000_000,
  })
  /** The applications' clock; it runs ahead when a session is to end. */
  const clock = createClock(0, () => Date.now())
  /** The clock of the provider and of the browser, which holds the provider's short-lived cookies. */
  const realTime = { now: () => Date.now() }
  const recorder = createRecorder(clock, namingAt(), () => null)
  const backChannel: WireRequest[] = []

  const open = (name: ApplicationName) => {
    const { app } = createApplication(
      {
        name,
        ...homes[name],
        client: 'webapp',
        login: 'authorization-code',
        sessionStrategy: 'session+refresh',
        backend: 'api',
        fusionauthAt: 'own-site',
        defences: usualSettings,
        clientId: clients[name].id,
        clientSecret: clients[name].secret,
        fusionauth: { baseUrl: issuer, apiKey: 'no-key', tenantId: 'no-tenant' },
        provider: addresses,
        issuer,
      },
      {
        clock,
        tokenClock: realTime,
        random,
        journal: recorder,
        call: (request) => {
          backChannel.push(request)
          return transport(request)
        },
      },
    )
    return serve(app)
  }
  const applications = new Map([
    [homes.Store.origin as string, open('Store')],
    [homes.Forums.origin as string, open('Forums')],
  ])
  const participants = new Map<string, Participant>([
    [homes.Store.origin, 'Store'],
    [homes.Forums.origin, 'Forums'],
    [issuer, 'FusionAuth'],
  ])

  return {
    issuer,
    close,
    clock,
    recorder,
    /** What the applications asked the provider. */
    backChannel,
    addressOf: (name: ApplicationName) => homes[name].origin + homes[name].protectedPath,
    openBrowser: () =>
      createAgent('Browser', {
        clock: realTime,
        recorder,
        participantAt: (url) => participants.get(new URL(url).origin) ?? null,
        deliver: (request, exchange) => {
          const application = applications.get(new URL(request.url).origin)
          return application === undefined ? transport(request) : application(request, exchange)
        },
      }),
  }
}
