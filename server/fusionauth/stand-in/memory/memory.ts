import type { Journal } from '../../../../scenarios/engine/ports.ts'
import type { Json } from '../../../../scenarios/model/wire.ts'
import { refreshTokenExpiry, ssoSessionExpiry } from '../tokens/lifetimes.ts'
import type { ApiKey } from './api-key.ts'
import type { Application } from './application.ts'
import type {
  Action,
  FailedLogins,
  KeptObject,
  StoredKey,
  Ticket,
  Verification,
  Code,
  Consent,
  DeviceCode,
  Failures,
  LoginIntent,
  PreSession,
  RefreshToken,
  SpentCode,
  SpentRefreshToken,
  SsoSession,
} from './records.ts'
import type { SystemConfiguration } from './system-configuration.ts'
import { createTable, type Table } from './table.ts'
import type { Tenant } from './tenant.ts'
import { nameOf, type User } from './user.ts'
import type { UserAction } from './user-action.ts'

/** All that an instance remembers. Codes, refresh tokens and SSO sessions are found by their value. */
export interface Memory {
  readonly tenants: Map<string, Tenant>
  readonly applications: Map<string, Application>
  readonly users: Map<string, User>
  /** Demonstration passwords by user id, as given: the lab has no real ones. */
  readonly passwords: Map<string, string>
  readonly keys: Map<string, StoredKey>
  readonly apiKeys: Map<string, ApiKey>
  /** By value: who may set a new password, log in once, verify an address or a registration. */
  readonly changePasswordIds: Map<string, Ticket>
  readonly oneTimePasswords: Map<string, Ticket>
  readonly verifications: Map<string, Verification>
  readonly userActions: Map<string, UserAction>
  /** What was done to users, by the id of the doing. */
  readonly actions: Map<string, Action>
  readonly failedLogins: Map<string, FailedLogins>
  /** What is kept without effect, by its path. */
  readonly kept: Map<string, KeptObject>
  /** One entry, once somebody has changed it. */
  readonly systemConfiguration: Map<'system', SystemConfiguration>
  readonly loginIntents: Map<string, LoginIntent>
  /** Remembered consents, by user and application. */
  readonly consents: Map<string, Consent>
  /** Device grants under way, by device code. */
  readonly deviceCodes: Map<string, DeviceCode>
  /** Failed proofs, by whom they concern; used when hardened. */
  readonly failures: Map<string, Failures>
  /** Browsers that were shown a form, by the value of their cookie; used when hardened. */
  readonly preSessions: Map<string, PreSession>
  readonly spentCodes: Map<string, SpentCode>
  readonly spentRefreshTokens: Map<string, SpentRefreshToken>
  readonly codes: Table<Code>
  readonly refreshTokens: Table<RefreshToken>
  readonly ssoSessions: Table<SsoSession>
}

const iso = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString()

export const createMemory = (journal: Journal | undefined): Memory => {
  const tenants = new Map<string, Tenant>()
  const applications = new Map<string, Application>()
  const users = new Map<string, User>()
  const user = (id: string): string => {
    const known = users.get(id)
    return known === undefined ? id : nameOf(known)
  }
  const application = (id: string): string => applications.get(id)?.name ?? id

  const describeCode = (code: Code): Json => ({
    user: user(code.userId),
    application: application(code.applicationId),
    redirectUri: code.redirectUri,
    scopes: code.scopes,
    codeChallenge: code.codeChallenge ?? null,
    createdAt: iso(code.insertInstant),
    expiresAt: iso(code.expiryInstant),
  })
  const describeRefreshToken = (token: RefreshToken): Json => ({
    id: token.id,
    user: user(token.userId),
    application: application(token.applicationId),
    scopes: token.scopes,
    createdAt: iso(token.insertInstant),
    startedAt: iso(token.startInstant),
    expiresAt: iso(refreshTokenExpiry(token, { tenants, applications })),
  })
  const describeSsoSession = (session: SsoSession): Json => ({
    id: session.id,
    user: user(session.userId),
    createdAt: iso(session.insertInstant),
    startedAt: iso(session.startInstant),
    expiresAt: iso(ssoSessionExpiry(session, { tenants })),
  })

  return {
    tenants,
    applications,
    users,
    passwords: new Map(),
    keys: new Map(),
    apiKeys: new Map(),
    changePasswordIds: new Map(),
    oneTimePasswords: new Map(),
    verifications: new Map(),
    userActions: new Map(),
    actions: new Map(),
    failedLogins: new Map(),
    kept: new Map(),
    systemConfiguration: new Map(),
    loginIntents: new Map(),
    consents: new Map(),
    deviceCodes: new Map(),
    failures: new Map(),
    preSessions: new Map(),
    spentCodes: new Map(),
    spentRefreshTokens: new Map(),
    codes: createTable('FusionAuth.codes', describeCode, journal),
    refreshTokens: createTable('FusionAuth.refreshTokens', describeRefreshToken, journal),
    ssoSessions: createTable('FusionAuth.ssoSessions', describeSsoSession, journal),
  }
}
