/**
 * A stand-in for FusionAuth 1.69: its hosted login, OAuth endpoints and the part of its API that the
 * lab needs, behaving on the wire as its public documentation says. Built from public documentation
 * and observation only.
 *
 * Copied: authorize with PKCE, its response types and modes, hosted login form, SSO session,
 * consent and custom scopes, the pages that stand in the way of a login, device grant, resource
 * indicators, password grant, refresh grant with every usage and expiration policy, introspect, userinfo, discovery,
 * keys and their rotation, both logouts; the Login API with its statuses, JWT refresh, validate,
 * issue and vend, refresh tokens listed and revoked, changes of the password and what they revoke,
 * user actions and lockout after failed logins, verification by id; tenants, applications, roles,
 * keys, which are imported as they are, API keys with their permissions, users, registrations, system
 * configuration: create, read, update, patch, delete, search with the database engine; the CORS filter;
 * Kickstart. Where FusionAuth
 * says nothing, the code says "inferred", and by which name test/contract asks a server; where it does otherwise than
 * the standards, `deviations.ts` says so.
 *
 * Kept and shown, without effect: the kinds of `kept/kinds.ts` (themes, templates, lambdas, webhooks,
 * forms, groups, identity providers, connectors, entities, consents, families and their like) and the
 * settings of tenants and applications that no login here looks at. A Kickstart says which of them
 * would change a login at FusionAuth.
 *
 * Not copied: client credentials, wildcards in authorized origins, identity providers, passwordless
 * login, the answer to a two-factor challenge (a login stops at it), mails (ids to verify or to
 * change a password with are told by the API), self-service registration, breached passwords, DPoP,
 * languages, the making of key pairs (a generated one is a demonstration key under a name of its own),
 * Elasticsearch queries, locale, timezone, device and remember-device cookies,
 * `Authorization: Bearer` as a start of an SSO session, the hosted backend (`/app/login`, `/app/me`,
 * `/app/refresh`, `/app/logout` and their cookies), the administrative pages, SAML, SCIM. What is asked
 * for at such an address is told that FusionAuth has it (`not-copied.ts`).
 */
import type { Clock, Journal, Random } from '../../../scenarios/engine/ports.ts'
import type { WireRequest, WireResponse } from '../../../scenarios/model/wire.ts'
import { type Bridgeable, serve } from '../../transport/bridge.ts'
import type { Instance } from './instance.ts'
import { kickstart, type KickstartResult, type KickstartSource } from './kickstart/kickstart.ts'
import { addBuiltIn } from './kept/built-in.ts'
import { tellOnce } from './lacking.ts'
import { createMemory, type Memory } from './memory/memory.ts'
import type { Table } from './memory/table.ts'
import { addDefaultTenant, addDemoKey, addFirstApiKey, plant, type Seed } from './memory/seed.ts'
import { routing } from './routing.ts'
import { allRules, type StandInRules } from './rules.ts'
import { createSigner } from './tokens/signer.ts'

export type { KickstartSource, Seed }

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

export interface StandIn {
  /** For a listening server; its first middleware is the bridge. */
  readonly app: Bridgeable
  /** For calls in the same process. Never rejects; every answer is one FusionAuth could give. */
  handle(request: WireRequest, exchange: number): Promise<WireResponse>
  /** What the instance remembers, to look at. */
  readonly memory: Omit<ReadOnlyTables<Memory>, StandInSecret>
  /** Puts a tenant, applications and users into memory; throws an Error that names what is wrong. */
  seed(data: Seed): void
  /** Sets an empty instance up from a file of FusionAuth's Kickstart format. */
  kickstart(source: KickstartSource): Promise<KickstartResult>
}

/** Builds an instance of its own: two of them share nothing but the demonstration keys. */
export const createStandIn = (options: StandInOptions): StandIn => {
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
  addBuiltIn(instance)

  const app: Bridgeable = {
    routes: routing.routes,
    fetch: (request, env) => routing.fetch(request, { ...env, instance }),
  }
  const handle = serve(app)
  return {
    app,
    handle,
    memory,
    seed: (data) => plant(instance, data),
    kickstart: (source) => kickstart(instance, source, handle),
  }
}
