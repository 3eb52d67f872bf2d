import type { Clock, Journal, Random } from '../../../scenarios/engine/ports.ts'
import type { WireRequest, WireResponse } from '../../../scenarios/model/wire.ts'
import { type Bridgeable, serve } from '../../transport/bridge.ts'
import type { Instance } from './instance.ts'
import { tellOnce } from './lacking.ts'
import { loginRoutes } from './login-routes.ts'
import { createMemory, type Memory } from './memory/memory.ts'
import type { Table } from './memory/table.ts'
import { addDefaultTenant, addDemoKey, addFirstApiKey, plant, type Seed } from './memory/seed.ts'
import { type Routing, routingOf } from './routing.ts'
import { allRules, type StandInRules } from './rules.ts'
import { createSigner } from './tokens/signer.ts'

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
  /**
   * Adds what RFC 9700 and its kin ask for and FusionAuth cannot be configured to do; false by
   * default. Each rule stands in `deviations.ts`: a CSRF token on hosted forms, PKCE from every
   * client, a delay after failed proofs, no plain http but on loopback, no request objects, a
   * logout that asks, introspection for authenticated clients only.
   */
  readonly hardened?: boolean
  /**
   * SameSite of the cookies with tokens that the JSON APIs set. `Lax`, the default, is what FusionAuth
   * sends; `None` is what it would take for a page of another site to use them.
   */
  readonly tokenCookieSameSite?: 'Lax' | 'None'
  /** Rules that are not kept; all are by default. */
  readonly rules?: Partial<StandInRules>
  /** Gets a line for each method and path that is asked for and not there; by default nobody does. */
  readonly onLacking?: (line: string) => void
}

type ReadOnlyTables<M> = {
  readonly [K in keyof M]: M[K] extends Table<infer V>
    ? Pick<Table<V>, 'rows' | 'get'>
    : M[K] extends Map<infer Key, infer V>
      ? ReadonlyMap<Key, V>
      : never
}

/** What is no business of a looker-on: every value here opens something. */
type StandInSecret =
  | 'apiKeys'
  | 'changePasswordIds'
  | 'kept'
  | 'oneTimePasswords'
  | 'passwords'
  | 'verifications'

/** A stand-in that can be seeded and asked. */
export interface SeededStandIn {
  /** For a listening server; its first middleware is the bridge. */
  readonly app: Bridgeable
  /** For calls in the same process. Never rejects; every answer is one FusionAuth could give. */
  readonly handle: (request: WireRequest, exchange: number) => Promise<WireResponse>
  /** What the instance remembers, to look at. */
  readonly memory: Omit<ReadOnlyTables<Memory>, StandInSecret>
  /** Puts a tenant, applications and users into memory; throws an Error that names what is wrong. */
  seed(data: Seed): void
}

/** Builds an instance that answers at the addresses of a routing. */
export const createWith = (
  options: StandInOptions,
  routing: Routing,
): { readonly instance: Instance; readonly standIn: SeededStandIn } => {
  const { clock, journal, version = '1.69.0', keepSignedIn = true, hardened = false } = options
  const { tokenCookieSameSite = 'Lax', onLacking = () => undefined } = options
  const memory = createMemory(journal)
  const signer = createSigner(clock, memory.keys)
  const instance: Instance = {
    ...options,
    version,
    keepSignedIn,
    hardened,
    tokenCookieSameSite,
    rules: { ...allRules, ...options.rules },
    lacks: tellOnce(onLacking),
    memory,
    signer,
  }
  addDefaultTenant(instance)
  addDemoKey(instance)
  addFirstApiKey(instance)

  const app: Bridgeable = {
    routes: routing.routes,
    fetch: (request, env) => routing.fetch(request, { ...env, instance }),
  }
  return {
    instance,
    standIn: { app, handle: serve(app), memory, seed: (data) => plant(instance, data) },
  }
}

const loginRouting = routingOf(loginRoutes)

/**
 * The part of the stand-in that runs ask: logins, tokens, logouts, and what operators do in a lesson. A
 * page has this part and no other; `index.ts` has all of it.
 */
export const createLoginStandIn = (options: StandInOptions): SeededStandIn =>
  createWith(options, loginRouting).standIn
