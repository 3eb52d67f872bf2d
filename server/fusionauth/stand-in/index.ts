import { Hono } from 'hono'
import type { Clock, Journal, Random } from '../../../scenarios/engine/ports.ts'
import type { WireRequest, WireResponse } from '../../../scenarios/vocabulary.ts'
import { type Bindings, bridged, serve } from '../../transport/bridge.ts'
import type { Handler, Instance } from './instance.ts'
import { createMemory, type Memory } from './memory/memory.ts'
import type { Table } from './memory/table.ts'
import { addDefaultTenant, plant, type Seed } from './memory/seed.ts'
import { showLogin, submitLogin } from './oauth2/authorize.ts'
import { completeLogin } from './oauth2/consent.ts'
import { OAuthRefusal } from './oauth2/refusal.ts'
import { issueTokens } from './oauth2/token.ts'
import { replyEmpty, replyJson } from './reply.ts'
import { createSigner } from './tokens/signer.ts'

export type { Seed }

export interface StandInOptions {
  /** Scheme and authority, e.g. `https://example.fusionauth.io`, without a trailing slash. */
  readonly origin: string
  readonly clock: Clock
  readonly random: Random
  /** Where every change of codes, refresh tokens and SSO sessions is reported. */
  readonly journal?: Journal | undefined
  readonly apiKey: string
  readonly version?: '1.69.0'
  /** Whether "Keep me signed in" is ticked when the login form is first shown; true by default. */
  readonly keepSignedIn?: boolean
}

type View<M> = {
  readonly [K in keyof M]: M[K] extends Table<infer V>
    ? Pick<Table<V>, 'rows' | 'get'>
    : M[K] extends Map<infer Key, infer V>
      ? ReadonlyMap<Key, V>
      : never
}

export interface StandIn {
  /** For a listening server; its first middleware is the bridge. */
  readonly app: Hono<{ Bindings: Bindings }>
  /** For calls in the same process. Never rejects; every answer is one FusionAuth could give. */
  handle(request: WireRequest, exchange: number): Promise<WireResponse>
  /** What the instance remembers, to look at. */
  readonly memory: Omit<View<Memory>, 'passwords'>
  /** Puts a tenant, applications and users into memory; throws an Error that names what is wrong. */
  seed(data: Seed): void
}

// prettier-ignore
const routes: readonly (readonly [method: string, path: string, handler: Handler])[] = [
  ['GET',    '/oauth2/authorize',                      showLogin],
  ['POST',   '/oauth2/authorize',                      submitLogin],
  ['GET',    '/oauth2/consent',                        completeLogin],
  ['POST',   '/oauth2/token',                          issueTokens],
]

/** Builds an instance of its own: two of them share nothing but the demonstration key. */
export const createStandIn = (options: StandInOptions): StandIn => {
  const { clock, journal, version = '1.69.0', keepSignedIn = true } = options
  const memory = createMemory(journal)
  const signer = createSigner(clock)
  const instance: Instance = { ...options, version, keepSignedIn, memory, signer }
  addDefaultTenant(instance)

  const app = new Hono<{ Bindings: Bindings }>()
  app.use(bridged())
  for (const [method, path, handler] of routes) {
    app.on(method, path, (exchange) => handler(instance, exchange))
  }
  for (const path of new Set(routes.map(([, pattern]) => pattern))) {
    const allowed = routes.filter(([, other]) => other === path).map(([method]) => method)
    app.all(path, (exchange) => {
      exchange.header('Allow', allowed.join(', '))
      return replyEmpty(exchange, 405)
    })
  }
  app.notFound((exchange) => replyEmpty(exchange, 404))
  app.onError((error, exchange) => {
    if (!(error instanceof OAuthRefusal)) throw error
    for (const [name, value] of Object.entries(error.headers)) exchange.header(name, value)
    exchange.header('Pragma', 'no-cache')
    return replyJson(exchange, error.body, error.status)
  })

  return {
    app,
    handle: serve(app),
    memory,
    seed: (data) => plant(instance, data),
  }
}
