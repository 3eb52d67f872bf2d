import type { Exchange, Handler, Instance } from '../instance.ts'
import { addUser, register } from '../memory/seed.ts'
import {
  readRegistration,
  readUser,
  registrationOf,
  registrationView,
  type User,
  userView,
} from '../memory/user.ts'
import { replyJson } from '../reply.ts'
import { blank } from '../shape.ts'
import { issueAccessToken, seconds, timeToLive } from '../tokens/access-token.ts'
import { duplicate, invalid, missing, unusable } from './refusals.ts'
import { member, pathId, readAs, readBody, sees, tenantOf } from './request.ts'
import { checkNewUser } from './users.ts'

type Settings = ReturnType<typeof readRegistration>

const checkRegistration = ({ memory }: Instance, { applicationId, roles }: Settings): void => {
  const field = 'registration.applicationId'
  if (applicationId === '') throw invalid(blank(field))
  const application = memory.applications.get(applicationId)
  if (application === undefined) throw invalid(unusable(field, 'There is no such application.'))
  const unknown = roles.find((role) => !application.roles.some(({ name }) => name === role))
  if (unknown !== undefined) {
    throw invalid(unusable('registration.roles', `The application has no role ${unknown}.`))
  }
}

const loadExisting = (
  { memory }: Instance,
  exchange: Exchange,
  { applicationId }: Settings,
  userId: string | undefined,
): User => {
  const user = memory.users.get(userId ?? '')
  if (user === undefined || !sees(exchange, user.tenantId)) throw missing()
  if (registrationOf(user, applicationId) !== undefined) {
    throw invalid(duplicate('registration.applicationId', applicationId))
  }
  return user
}

const respond = async (
  instance: Instance,
  exchange: Exchange,
  userId: string,
  applicationId: string,
  isNew: boolean,
): Promise<Response> => {
  const { memory, clock } = instance
  const user = memory.users.get(userId)
  const application = memory.applications.get(applicationId)
  const tenant = memory.tenants.get(application?.tenantId ?? '')
  const registration = user === undefined ? undefined : registrationOf(user, applicationId)
  if (!user || !tenant || !registration) throw missing()
  const subject = {
    user,
    tenant,
    application,
    authenticationType: 'REGISTRATION' as const,
    authInstant: clock.now(),
    grantTypes: [],
    scopes: undefined,
    refreshTokenId: undefined,
  }
  const tokenExpirationInstant = (seconds(clock.now()) + timeToLive(subject)) * 1000
  return replyJson(exchange, {
    registration: registrationView(registration),
    token: await issueAccessToken(instance, subject),
    tokenExpirationInstant,
    user: isNew ? userView(user) : undefined,
  })
}

/** POST /api/user/registration[/{userId}]: a new user with a registration, or one for a known user. */
export const createRegistration: Handler = async (instance, exchange) => {
  const body = await readBody(exchange)
  const userId = pathId(exchange, 'userId')
  const settings = readAs(readRegistration, member(body, 'registration'), 'registration')
  checkRegistration(instance, settings)
  const given = member(body, 'user')
  const isNew = given !== undefined && given !== null
  let user: User
  if (isNew) {
    const tenant = tenantOf(instance, exchange)
    const described = readAs(readUser, given, 'user')
    const id = userId ?? described.id
    checkNewUser(instance, tenant, described, id)
    user = addUser(instance, { ...described, id, registrations: [] }, tenant.id)
  } else {
    user = loadExisting(instance, exchange, settings, userId)
  }
  register(instance, user, settings)
  return respond(instance, exchange, user.id, settings.applicationId, isNew)
}
