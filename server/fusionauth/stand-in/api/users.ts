import type { StandInContext, StandInHandler, Instance } from '../instance.ts'
import { findUser } from '../memory/authenticate.ts'
import { findChangePasswordOwner } from '../memory/change-password.ts'
import { passwordProblems } from '../memory/passwords.ts'
import { addUser } from '../memory/seed.ts'
import { endAfterPasswordChange } from '../memory/sessions.ts'
import type { Tenant } from '../memory/tenant.ts'
import { readUser, type User, userView } from '../memory/user.ts'
import { findVerificationOwner } from '../memory/verification.ts'
import { replyJson } from '../reply.ts'
import { blank, flag, group, problem, type Problem } from '../shape.ts'
import { readPatched } from './patch.ts'
import { duplicate, invalid, missing } from './refusals.ts'
import { member, pathId, readAs, readBody, sees, tenantOf } from './request.ts'

export type UserSettings = ReturnType<typeof readUser>

/** How a new user is made; FusionAuth's mails are never sent. */
export const readCreation = group({ skipVerification: flag(false) })

const checkLoginIds = (
  instance: Instance,
  tenant: Tenant,
  { email, username }: UserSettings,
  ownId: string,
): readonly Problem[] => {
  if (email === undefined && username === undefined) return [blank('user.email')]
  const problems: Problem[] = []
  if (email !== undefined && !/^[^\s@]+@[^\s@]+$/.test(email)) {
    problems.push(problem('notEmail', 'user.email', 'The [user.email] is not an e-mail address.'))
  }
  for (const [name, value] of Object.entries({ email, username })) {
    const owner = value === undefined ? undefined : findUser(instance, tenant.id, value)
    if (value !== undefined && owner !== undefined && owner.id !== ownId) {
      problems.push(duplicate(`user.${name}`, value))
    }
  }
  return problems
}

/** Everything that keeps a new user out, at once. */
export const checkNewUser = (
  instance: Instance,
  tenant: Tenant,
  settings: UserSettings,
  id: string,
): void => {
  const { password } = settings
  const problems = [
    ...(instance.memory.users.has(id) ? [duplicate('userId', id)] : []),
    ...checkLoginIds(instance, tenant, settings, ''),
    ...(password === undefined
      ? [blank('user.password')]
      : passwordProblems(tenant, password, 'user.password')),
  ]
  if (problems.length > 0) throw invalid(...problems)
}

/** A new user is unverified where the tenant verifies e-mail addresses, unless that is skipped. */
export const addNewUser = (
  instance: Instance,
  tenant: Tenant,
  settings: UserSettings,
  skipVerification: boolean,
): User => {
  const verifies = tenant.emailConfiguration.verifyEmail && settings.email !== undefined
  const verified = settings.verified && (skipVerification || !verifies)
  return addUser(instance, { ...settings, verified, registrations: [] }, tenant.id)
}

export const loadUser = (instance: Instance, exchange: StandInContext): User => {
  const user = instance.memory.users.get(pathId(exchange, 'userId') ?? '')
  if (user === undefined || !sees(instance, exchange, user.tenantId)) throw missing()
  return user
}

/** GET /api/user?email=, ?username=, ?loginId=, ?changePasswordId= or ?verificationId=. */
export const retrieveUserBy: StandInHandler = (instance, exchange) => {
  const { email, username, loginId, changePasswordId, verificationId } = exchange.req.query()
  const wanted = email ?? username ?? loginId ?? ''
  const user =
    changePasswordId !== undefined
      ? findChangePasswordOwner(instance, changePasswordId)
      : verificationId !== undefined
        ? findVerificationOwner(instance, verificationId)
        : undefined
  if (user !== undefined && sees(instance, exchange, user.tenantId)) {
    return replyJson(exchange, { user: userView(user) })
  }
  if (changePasswordId !== undefined || verificationId !== undefined) throw missing()
  if (wanted === '') throw invalid(blank('loginId'))
  const found = findUser(instance, tenantOf(instance, exchange).id, wanted)
  if (found === undefined) throw missing()
  return replyJson(exchange, { user: userView(found) })
}

/** GET /api/user/{userId}. */
export const retrieveUser: StandInHandler = (instance, exchange) =>
  replyJson(exchange, { user: userView(loadUser(instance, exchange)) })

/** POST /api/user[/{userId}]. */
export const createUser: StandInHandler = async (instance, exchange) => {
  const body = await readBody(exchange)
  const tenant = tenantOf(instance, exchange)
  const { skipVerification } = readAs(readCreation, body, '')
  const settings = readAs(readUser, member(body, 'user'), 'user')
  const id = pathId(exchange, 'userId') ?? settings.id
  checkNewUser(instance, tenant, settings, id)
  const user = addNewUser(instance, tenant, { ...settings, id }, skipVerification)
  return replyJson(exchange, { user: userView(user) })
}

const save = (
  instance: Instance,
  exchange: StandInContext,
  before: User,
  { password, ...settings }: UserSettings,
): Response => {
  const { memory, clock } = instance
  const { id, tenantId } = before
  const tenant = memory.tenants.get(tenantId)
  if (tenant === undefined) throw missing()
  const problems = [
    ...checkLoginIds(instance, tenant, { ...settings, password }, id),
    ...(password === undefined ? [] : passwordProblems(tenant, password, 'user.password')),
  ]
  if (problems.length > 0) throw invalid(...problems)
  const { active, insertInstant, lastLoginInstant, registrations } = before
  const lastUpdateInstant = clock.now()
  const passwordLastUpdateInstant =
    password === undefined ? before.passwordLastUpdateInstant : clock.now()
  const kept = { id, tenantId, active, insertInstant, lastLoginInstant, registrations }
  const user = { ...settings, ...kept, lastUpdateInstant, passwordLastUpdateInstant }
  memory.users.set(id, user)
  if (password !== undefined) {
    memory.passwords.set(id, password)
    endAfterPasswordChange(instance, user)
  }
  return replyJson(exchange, { user: userView(user) })
}

const reactivate = (instance: Instance, exchange: StandInContext): Response => {
  const user = { ...loadUser(instance, exchange), active: true }
  instance.memory.users.set(user.id, user)
  return replyJson(exchange, { user: userView(user) })
}

/**
 * PUT /api/user/{userId}: what is left out is taken away, but for the password and the
 * registrations. With `reactivate=true` a locked account is only unlocked.
 */
export const updateUser: StandInHandler = async (instance, exchange) => {
  if (exchange.req.query('reactivate') === 'true') return reactivate(instance, exchange)
  const user = loadUser(instance, exchange)
  const given = member(await readBody(exchange), 'user')
  return save(instance, exchange, user, readAs(readUser, given, 'user'))
}

/** PATCH /api/user/{userId}. */
export const patchUser: StandInHandler = async (instance, exchange) => {
  const user = loadUser(instance, exchange)
  const { registrations: _, ...before } = user
  const patched = await readPatched(exchange, 'user', before)
  return save(instance, exchange, user, readAs(readUser, patched, 'user'))
}
