import type { StandInContext, StandInHandler, Instance } from '../instance.ts'
import type { Application } from '../memory/application.ts'
import { register } from '../memory/seed.ts'
import {
  readRegistration,
  readUser,
  type Registration,
  registrationOf,
  registrationView,
  type User,
  userView,
} from '../memory/user.ts'
import { replyEmpty, replyJson } from '../reply.ts'
import { blank, flag, group, id } from '../shape.ts'
import { issueAccessToken, seconds, timeToLive } from '../tokens/access-token.ts'
import { revokeRefreshTokens } from '../tokens/refresh-tokens.ts'
import { readPatched } from './patch.ts'
import { duplicate, invalid, missing, unusable } from './refusals.ts'
import { member, pathId, readAs, readBody, readJson, sees, tenantOf } from './request.ts'
import { addNewUser, checkNewUser, loadUser, readCreation } from './users.ts'
import { isJsonObject } from '../../../../scenarios/model/json.ts'

type RegistrationSettings = ReturnType<typeof readRegistration>

const readNamed = group({ applicationId: id('') })

const readSkip = group({ skipRegistrationVerification: flag(false) })

/** The application of a registration, with every role checked. */
const loadTarget = (
  { memory }: Instance,
  { applicationId, roles }: RegistrationSettings,
): Application => {
  const field = 'registration.applicationId'
  if (applicationId === '') throw invalid(blank(field))
  const application = memory.applications.get(applicationId)
  if (application === undefined) throw invalid(unusable(field, 'There is no such application.'))
  const unknown = roles.find((role) => !application.roles.some(({ name }) => name === role))
  if (unknown !== undefined) {
    throw invalid(unusable('registration.roles', `The application has no role ${unknown}.`))
  }
  return application
}

const loadExisting = (
  instance: Instance,
  exchange: StandInContext,
  application: Application,
  userId: string | undefined,
): User => {
  const user = instance.memory.users.get(userId ?? '')
  if (user === undefined || !sees(instance, exchange, user.tenantId)) throw missing()
  if (user.tenantId !== application.tenantId) {
    const why = 'The application belongs to another tenant.'
    throw invalid(unusable('registration.applicationId', why))
  }
  if (registrationOf(user, application.id) !== undefined) {
    throw invalid(duplicate('registration.applicationId', application.id))
  }
  return user
}

const respond = async (
  instance: Instance,
  exchange: StandInContext,
  application: Application,
  userId: string,
  isNew: boolean,
): Promise<Response> => {
  const { memory, clock } = instance
  const user = memory.users.get(userId)
  const tenant = memory.tenants.get(application.tenantId)
  const registration = user === undefined ? undefined : registrationOf(user, application.id)
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
export const createRegistration: StandInHandler = async (instance, exchange) => {
  const body = await readBody(exchange)
  const userId = pathId(exchange, 'userId')
  const settings = readAs(readRegistration, member(body, 'registration'), 'registration')
  const application = loadTarget(instance, settings)
  const { skipRegistrationVerification } = readAs(readSkip, body, '')
  const given = member(body, 'user')
  const isNew = given !== undefined && given !== null
  let user: User
  if (isNew) {
    // The application tells the tenant; a header that names another one does not fit.
    const tenant = instance.memory.tenants.get(application.tenantId) ?? tenantOf(instance, exchange)
    if (!sees(instance, exchange, tenant.id)) {
      const why = 'The application belongs to another tenant.'
      throw invalid(unusable('registration.applicationId', why))
    }
    const described = readAs(readUser, given, 'user')
    const settled = { ...described, id: userId ?? described.id }
    checkNewUser(instance, tenant, settled, settled.id)
    const { skipVerification } = readAs(readCreation, body, '')
    user = addNewUser(instance, tenant, settled, skipVerification)
  } else {
    user = loadExisting(instance, exchange, application, userId)
  }
  const verified =
    settings.verified && (skipRegistrationVerification || !application.verifyRegistration)
  register(instance, user, { ...settings, verified })
  return respond(instance, exchange, application, user.id, isNew)
}

const loadRegistration = (user: User, applicationId: string | undefined): Registration => {
  const registration = registrationOf(user, applicationId ?? '')
  if (registration === undefined) throw missing()
  return registration
}

/** GET /api/user/registration/{userId}/{applicationId}. */
export const retrieveRegistration: StandInHandler = (instance, exchange) => {
  const user = loadUser(instance, exchange)
  const registration = loadRegistration(user, pathId(exchange, 'applicationId'))
  return replyJson(exchange, { registration: registrationView(registration) })
}

const save = (
  { memory, clock }: Instance,
  exchange: StandInContext,
  user: User,
  before: Registration,
  settings: RegistrationSettings,
): Response => {
  const { applicationId, insertInstant, lastLoginInstant } = before
  const kept = { id: before.id, applicationId, insertInstant, lastLoginInstant }
  const saved = { ...settings, ...kept, lastUpdateInstant: clock.now() }
  const registrations = user.registrations.map((one) => (one.id === before.id ? saved : one))
  memory.users.set(user.id, { ...user, registrations })
  return replyJson(exchange, { registration: registrationView(saved) })
}

/** PUT /api/user/registration/{userId}: `roles` stay when none are given. */
export const updateRegistration: StandInHandler = async (instance, exchange) => {
  const user = loadUser(instance, exchange)
  const given = member(await readBody(exchange), 'registration')
  const settings = readAs(readRegistration, given, 'registration')
  loadTarget(instance, settings)
  const before = loadRegistration(user, settings.applicationId)
  const roles = settings.roles.length > 0 ? settings.roles : before.roles
  return save(instance, exchange, user, before, { ...settings, roles })
}

/** PATCH /api/user/registration/{userId}: the body says which registration is meant. */
export const patchRegistration: StandInHandler = async (instance, exchange) => {
  const user = loadUser(instance, exchange)
  const given = await readJson(exchange)
  const named = isJsonObject(given) ? member(given, 'registration') : undefined
  const { applicationId } = readAs(readNamed, named, 'registration')
  if (applicationId === '') throw invalid(blank('registration.applicationId'))
  const before = loadRegistration(user, applicationId)
  const patched = await readPatched(exchange, 'registration', before)
  const settings = readAs(readRegistration, patched, 'registration')
  loadTarget(instance, { ...settings, applicationId })
  return save(instance, exchange, user, before, {
    ...settings,
    roles: [...new Set(settings.roles)],
  })
}

/** DELETE /api/user/registration/{userId}/{applicationId}: its refresh tokens end with it. */
export const deleteRegistration: StandInHandler = (instance, exchange) => {
  const user = loadUser(instance, exchange)
  const { applicationId } = loadRegistration(user, pathId(exchange, 'applicationId'))
  const registrations = user.registrations.filter((one) => one.applicationId !== applicationId)
  instance.memory.users.set(user.id, { ...user, registrations })
  revokeRefreshTokens(
    instance,
    (one) => one.userId === user.id && one.applicationId === applicationId,
  )
  return replyEmpty(exchange)
}
