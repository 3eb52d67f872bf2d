import type { StandInContext, StandInHandler, Instance } from '../instance.ts'
import { findUser } from '../memory/authenticate.ts'
import {
  findChangePasswordOwner,
  issueChangePasswordId,
  issueOneTimePassword,
} from '../memory/change-password.ts'
import { equal } from '../equal.ts'
import { liftLockout } from '../memory/lockout.ts'
import { passwordProblems } from '../memory/passwords.ts'
import { endAfterPasswordChange } from '../memory/sessions.ts'
import type { User } from '../memory/user.ts'
import { replyEmpty, replyJson } from '../reply.ts'
import { blank, flag, group, text } from '../shape.ts'
import { invalid, missing, unauthorized, unusable } from './refusals.ts'
import { hasApiKey, readAs, readBody, tenantOf } from './request.ts'

const readChange = group({
  changePasswordId: text(undefined),
  currentPassword: text(undefined),
  loginId: text(undefined),
  password: text(''),
})

type PasswordChange = ReturnType<typeof readChange>

/** The user who has the id; what the current password says is checked when it came along. */
const loadById = (instance: Instance, id: string, { currentPassword }: PasswordChange): User => {
  const user = findChangePasswordOwner(instance, id)
  if (user === undefined) throw missing()
  const known = instance.memory.passwords.get(user.id) ?? ''
  if (currentPassword !== undefined && !equal(currentPassword, known)) throw missing()
  return user
}

/** Without an id an API key is needed, and a name or password that does not fit is told as such. */
const loadByName = (instance: Instance, exchange: StandInContext, change: PasswordChange): User => {
  if (!hasApiKey(instance, exchange)) throw unauthorized()
  const { loginId, currentPassword } = change
  const absent = Object.entries({ loginId, currentPassword }).filter(([, value]) => !value)
  if (absent.length > 0) throw invalid(...absent.map(([field]) => blank(field)))
  const user = findUser(instance, tenantOf(instance, exchange).id, loginId ?? '')
  const known = user === undefined ? undefined : instance.memory.passwords.get(user.id)
  if (user === undefined || known === undefined || !equal(currentPassword ?? '', known)) {
    throw invalid(unusable('currentPassword', 'No user has this name and this password.'))
  }
  return user
}

/** Sets a password that keeps the tenant's rules; throws what is wrong with any other. */
export const setPassword = (instance: Instance, user: User, password: string): User => {
  const { memory, clock } = instance
  const tenant = memory.tenants.get(user.tenantId)
  const problems = tenant === undefined ? [] : passwordProblems(tenant, password, 'password')
  if (problems.length > 0) throw invalid(...problems)
  const now = clock.now()
  const changed = {
    ...user,
    lastUpdateInstant: now,
    passwordChangeRequired: false,
    passwordLastUpdateInstant: now,
  }
  memory.users.set(user.id, changed)
  memory.passwords.set(user.id, password)
  endAfterPasswordChange(instance, changed)
  liftLockout(instance, changed)
  return changed
}

/**
 * POST /api/user/change-password/{changePasswordId}, or with an API key by `loginId` and
 * `currentPassword`. Ends the user's refresh tokens where `onPasswordChanged` says so. Answers with a
 * password for one login, but not to an API key with a `loginId`.
 */
export const changePassword: StandInHandler = async (instance, exchange) => {
  const change = readAs(readChange, await readBody(exchange), '')
  const id = exchange.req.param('changePasswordId') ?? change.changePasswordId
  if (change.password === '') throw invalid(blank('password'))
  const user =
    id === undefined ? loadByName(instance, exchange, change) : loadById(instance, id, change)
  const changed = setPassword(instance, user, change.password)
  if (id === undefined) return replyEmpty(exchange)
  instance.memory.changePasswordIds.delete(id)
  return replyJson(exchange, { oneTimePassword: issueOneTimePassword(instance, changed) })
}

/** GET /api/user/change-password/{changePasswordId}: 200 when the id is good; else 404. */
export const checkChangePasswordId: StandInHandler = (instance, exchange) => {
  const id = exchange.req.param('changePasswordId') ?? ''
  if (findChangePasswordOwner(instance, id) === undefined) throw missing()
  return replyEmpty(exchange)
}

const readForgotten = group({
  changePasswordId: text(undefined),
  email: text(undefined),
  loginId: text(undefined),
  sendForgotPasswordEmail: flag(true),
  username: text(undefined),
})

/** POST /api/user/forgot-password: an id to set a new password with. No mail is ever sent. */
export const forgotPassword: StandInHandler = async (instance, exchange) => {
  const request = readAs(readForgotten, await readBody(exchange), '')
  const loginId = request.loginId ?? request.email ?? request.username
  if (loginId === undefined) throw invalid(blank('loginId'))
  const user = findUser(instance, tenantOf(instance, exchange).id, loginId)
  if (user === undefined) throw missing()
  const changePasswordId = issueChangePasswordId(instance, user, request.changePasswordId)
  return replyJson(exchange, { changePasswordId })
}
