import type { Json } from '../../../../scenarios/model/wire.ts'
import type { KeyMaterial } from '../keys/material.ts'

/** How somebody proved to be the user, as the claim `authenticationType` says it. */
export type AuthenticationType =
  | 'JWT_SSO'
  | 'ONE_TIME_PASSWORD'
  | 'PASSWORD'
  | 'PING'
  | 'REFRESH_TOKEN'
  | 'REGISTRATION'

/** An authorization code (RFC 6749 §4.1.2). Instants are milliseconds since 1970, as in all records. */
export interface Code {
  readonly code: string
  readonly applicationId: string
  readonly userId: string
  readonly redirectUri: string
  readonly scopes: readonly string[]
  /** Resources that an access token may be for (RFC 8707). */
  readonly resources: readonly string[]
  readonly nonce: string | undefined
  readonly codeChallenge: string | undefined
  readonly device: DeviceInfo
  readonly authenticationType: AuthenticationType
  readonly authInstant: number
  readonly insertInstant: number
  readonly expiryInstant: number
}

/** A code that was redeemed, kept for a while so that a replay can be recognised. */
export interface SpentCode {
  readonly code: Code
  readonly refreshTokenId: string | undefined
  readonly spentInstant: number
}

/** What a login said about the device, shown with its refresh token. */
export interface DeviceInfo {
  readonly name: string | undefined
  readonly type: string | undefined
  readonly description: string | undefined
}

/** A refresh token of an application. `token` is its present value; `id` outlives a rotation. */
export interface RefreshToken {
  readonly id: string
  readonly token: string
  readonly applicationId: string
  readonly userId: string
  readonly scopes: readonly string[]
  /** Resources that an access token may be for (RFC 8707); undefined for none. */
  readonly resources?: readonly string[]
  /** The grants that led here, for the claim `gty`; empty for the Login API. */
  readonly grantTypes: readonly string[]
  readonly device: DeviceInfo
  readonly authInstant: number
  readonly insertInstant: number
  readonly startInstant: number
}

/** The value that a rotation replaced. */
export interface SpentRefreshToken {
  readonly id: string
  readonly spentInstant: number
}

/** FusionAuth's own session; on the API a refresh token with a tenant and without an application. */
export interface SsoSession {
  readonly id: string
  readonly token: string
  readonly tenantId: string
  readonly userId: string
  readonly device: DeviceInfo
  readonly authInstant: number
  readonly insertInstant: number
  readonly startInstant: number
}

/** Between a successful login and its redirect: who logged in, and for which request. */
export interface LoginIntent {
  /** The query string of the consent hop that may complete this login, and no other. */
  readonly query: string
  readonly userId: string
  readonly authenticationType: AuthenticationType
  readonly authInstant: number
  readonly device: DeviceInfo
  /** What becomes of the SSO session when the login completes. */
  readonly sso: 'start' | 'keep' | 'end'
  readonly expiryInstant: number
}

/** What a user allowed a third-party application and what not, and until when that is remembered. */
export interface Consent {
  readonly scopes: readonly string[]
  readonly declined: readonly string[]
  readonly expiryInstant: number
}

/** A device grant under way (RFC 8628 §3.2). `approval` says who approved it, once somebody did. */
export interface DeviceCode {
  readonly deviceCode: string
  readonly userCode: string
  readonly applicationId: string
  readonly scopes: readonly string[]
  readonly device: DeviceInfo
  readonly expiryInstant: number
  readonly approval: { readonly userId: string; readonly authInstant: number } | undefined
}

/** Failed proofs in a row, and when the last one was. */
export interface Failures {
  readonly count: number
  readonly lastInstant: number
}

/** A browser that was shown a form, and the token that its form has to bring back. */
export interface PreSession {
  readonly csrfToken: string
  readonly expiryInstant: number
}

/** Something that is good once and for a while: for whom, and until when. */
export interface Ticket {
  readonly userId: string
  readonly expiryInstant: number
}

/** What is to be verified: an e-mail address, or the registration with an application. */
export interface Verification extends Ticket {
  readonly applicationId: string | undefined
}

/** Wrong passwords in a row, and when the first of them came. */
export interface FailedLogins {
  readonly count: number
  readonly firstInstant: number
}

/** Something that was done to a user, and what became of it. */
export interface Action {
  readonly id: string
  readonly actioneeUserId: string
  /** Missing when FusionAuth did it. */
  readonly actionerUserId: string | undefined
  readonly applicationIds: readonly string[]
  readonly comment: string | undefined
  readonly expiry: number | undefined
  readonly history: readonly { readonly [member: string]: Json | undefined }[]
  readonly insertInstant: number
  readonly name: string
  readonly option: string | undefined
  readonly userActionId: string
}

/** A JSON object as a caller gave it. */
export interface Given {
  readonly [member: string]: Json
}

/** An object of a kind that does nothing here; remembered by its path. */
export interface KeptObject {
  /** The path of its kind. */
  readonly kind: string
  readonly object: Given
  /** Whether a fresh FusionAuth has it. */
  readonly isBuiltIn: boolean
}

/**
 * A key as the API knows it, with a name of its own in JWTs (`kid`). What is imported is itself; what is
 * generated is a demonstration key under this name, so that a rotation can be seen and runs repeat.
 */
export interface StoredKey {
  readonly id: string
  readonly kid: string
  readonly name: string
  readonly issuer: string | undefined
  readonly insertInstant: number
  readonly material: KeyMaterial
  /** Whether a key of another length was asked for than its demonstration key has. */
  readonly isOther: boolean
}
