import type { Exchange, Handler, Instance } from '../instance.ts'
import { findUser } from '../memory/authenticate.ts'
import { addUser } from '../memory/seed.ts'
import type { Tenant } from '../memory/tenant.ts'
import { readUser, type User, userView } from '../memory/user.ts'
import { liveSsoSessions } from '../oauth2/sso-session.ts'
import { replyEmpty, replyJson } from '../reply.ts'
import { blank, problem, type Problem } from '../shape.ts'
import { revokeRefreshTokens } from '../tokens/refresh-tokens.ts'
import { duplicate, invalid, missing } from './refusals.ts'
import { member, pathId, readAs, readBody, sees, tenantOf } from './request.ts'

type Settings = ReturnType<typeof readUser>

const checkLoginIds = (instance: Instance, tenant: Tenant, settings: Settings): Problem[] => {
  const { email, username } = settings
  if (email === undefined && username === undefined) return [blank('user.email')]
  const problems: Problem[] = []
  if (email !== undefined && !/^[^\s@]+@[^\s@]+$/.test(email)) {
    problems.push(problem('notEmail', 'user.email', 'The [user.email] is not an e-mail address.'))
  }
  for (const [name, value] of Object.entries({ email, username })) {
    if (value !== undefined && findUser(instance, tenant.id, value) !== undefined) {
      problems.push(duplicate(`user.${name}`, value))
    }
  }
  return problems
}

const checkPassword = ({ passwordValidationRules }: Tenant, { password }: Settings): Problem[] => {
  const { minLength, maxLength } = passwordValidationRules
  if (password === undefined) return [blank('user.password')]
  if (password.length < minLength) {
    const message = `The [user.password] needs at least ${minLength} characters.`
    return [problem('tooShort', 'user.password', message)]
  }
  const message = `The [user.password] may have at most ${maxLength} characters.`
  return password.length > maxLength ? [problem('tooLong', 'user.password', message)] : []
}

/** Everything that keeps a new user out, at once. */
export const checkNewUser = (
  instance: Instance,
  tenant: Tenant,
  settings: Settings,
  id: string,
): void => {
  const problems = [
    ...(instance.memory.users.has(id) ? [duplicate('userId', id)] : []),
    ...checkLoginIds(instance, tenant, settings),
    ...checkPassword(tenant, settings),
  ]
  if (problems.length > 0) throw invalid(...problems)
}

const load = ({ memory }: Instance, exchange: Exchange): User => {
  const user = memory.users.get(pathId(exchange, 'userId') ?? '')
  if (user === undefined || !sees(exchange, user.tenantId)) throw missing()
  return user
}

/** GET /api/user?email= or ?username= or ?loginId=. */
export const searchUser: Handler = (instance, exchange) => {
  const { email, username, loginId } = exchange.req.query()
  const wanted = email ?? username ?? loginId ?? ''
  if (wanted === '') throw invalid(blank('loginId'))
  const user = findUser(instance, tenantOf(instance, exchange).id, wanted)
  if (user === undefined) throw missing()
  return replyJson(exchange, { user: userView(user) })
}

/** GET /api/user/{userId}. */
export const retrieveUser: Handler = (instance, exchange) =>
  replyJson(exchange, { user: userView(load(instance, exchange)) })

/** POST /api/user[/{userId}]. */
export const createUser: Handler = async (instance, exchange) => {
  const body = await readBody(exchange)
  const tenant = tenantOf(instance, exchange)
  const settings = readAs(readUser, member(body, 'user'), 'user')
  const id = pathId(exchange, 'userId') ?? settings.id
  checkNewUser(instance, tenant, settings, id)
  const user = addUser(instance, { ...settings, id, registrations: [] }, tenant.id)
  return replyJson(exchange, { user: userView(user) })
}

/**
 * DELETE /api/user/{userId}: locks the account, or with `hardDelete=true` removes it. Either ends
 * all that the user holds (for a lock inferred from `onLoginPrevented`).
 */
export const deleteUser: Handler = (instance, exchange) => {
  const { memory } = instance
  const user = load(instance, exchange)
  revokeRefreshTokens(instance, ({ userId }) => userId === user.id)
  for (const session of liveSsoSessions(instance)) {
    if (session.userId === user.id) memory.ssoSessions.delete(session.token)
  }
  if (exchange.req.query('hardDelete') === 'true') {
    memory.users.delete(user.id)
    memory.passwords.delete(user.id)
  } else {
    memory.users.set(user.id, { ...user, active: false })
  }
  return replyEmpty(exchange)
}
