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
import { addBuiltIn } from './kept/built-in.ts'
import { kickstart, type KickstartResult, type KickstartSource } from './kickstart/kickstart.ts'
import { createWith, type SeededStandIn, type StandInOptions } from './login-stand-in.ts'
import type { Seed } from './memory/seed.ts'
import { elsewhere } from './elsewhere.ts'
import { routes } from './routes.ts'
import { routingOf } from './routing.ts'

export type { KickstartSource, Seed, StandInOptions }

export interface StandIn extends SeededStandIn {
  /** Sets an empty instance up from a file of FusionAuth's Kickstart format. */
  kickstart(source: KickstartSource): Promise<KickstartResult>
}

const routing = routingOf(routes, elsewhere)

/** Builds an instance of its own: two of them share nothing but the demonstration keys. */
export const createStandIn = (options: StandInOptions): StandIn => {
  const { instance, standIn } = createWith(options, routing)
  addBuiltIn(instance)
  const { handle } = standIn
  return { ...standIn, kickstart: (source) => kickstart(instance, source, handle) }
}
