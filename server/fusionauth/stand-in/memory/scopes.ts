import { flag, group } from '../shape.ts'

/** Scopes that FusionAuth provides and an application can switch off or require (FusionAuth docs, OAuth Scopes). */
export const providedScopes = ['profile', 'email', 'phone', 'address'] as const

/** Scopes that mean the same for every application. */
export const reservedScopes = ['openid', 'offline_access'] as const

/** Beginnings of names that FusionAuth keeps for itself. */
export const reservedPrefixes = ['idp-link:', 'source-entity:', 'target-entity:'] as const

/** That a scope is on and not required when nothing is said is inferred (asked: "consent page"). */
const readPolicy = group({ enabled: flag(true), required: flag(false) })

export const readProvidedScopePolicy = group({
  address: readPolicy,
  email: readPolicy,
  phone: readPolicy,
  profile: readPolicy,
})
