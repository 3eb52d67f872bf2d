import type { StandInContext, StandInHandler, Instance } from '../instance.ts'
import { customScopesOf } from '../kept/custom-scope.ts'
import { type Application, readApplication } from '../memory/application.ts'
import { addApplication } from '../memory/seed.ts'
import { replyEmpty, replyJson } from '../reply.ts'
import { blank, type Problem } from '../shape.ts'
import { endTokensOf, forgetApplication } from './forget.ts'
import { readPatched } from './patch.ts'
import { duplicate, invalid, missing } from './refusals.ts'
import { member, pathId, readAs, readBody, sees, tenantOf } from './request.ts'

type ApplicationRequest = ReturnType<typeof readApplication>

/** As the API shows it: with its custom scopes, which have an API of their own. */
export const applicationView = ({ memory }: Instance, application: Application) => ({
  ...application,
  oauthConfiguration: { ...application.oauthConfiguration, clientId: application.id },
  scopes: customScopesOf(memory, application.id),
  state: application.active ? 'Active' : 'Inactive',
})

const checkName = (
  { memory }: Instance,
  { name }: ApplicationRequest,
  id: string,
  tenantId: string,
): Problem[] => {
  if (name === '') return [blank('application.name')]
  const taken = [...memory.applications.values()].some(
    (other) =>
      other.id !== id &&
      other.tenantId === tenantId &&
      other.name.toLowerCase() === name.toLowerCase(),
  )
  return taken ? [duplicate('application.name', name)] : []
}

const checkRoles = ({ roles }: ApplicationRequest): Problem[] => {
  const names = roles.map(({ name }) => name)
  if (names.includes('')) return [blank('application.roles.name')]
  const twice = names.find((name, index) => names.indexOf(name) < index)
  return twice === undefined ? [] : [duplicate('application.roles', twice)]
}

const check = (
  instance: Instance,
  settings: ApplicationRequest,
  id: string,
  tenantId: string,
): void => {
  const problems = [...checkName(instance, settings, id, tenantId), ...checkRoles(settings)]
  if (problems.length > 0) throw invalid(...problems)
}

export const loadApplication = (instance: Instance, exchange: StandInContext): Application => {
  const application = instance.memory.applications.get(pathId(exchange, 'applicationId') ?? '')
  if (application === undefined || !sees(instance, exchange, application.tenantId)) throw missing()
  return application
}

const save = (
  instance: Instance,
  exchange: StandInContext,
  before: Application,
  settings: ApplicationRequest,
) => {
  const { id, tenantId, active, insertInstant } = before
  check(instance, settings, id, tenantId)
  const saved = {
    ...addApplication(instance, { ...settings, id }, tenantId),
    active,
    insertInstant,
  }
  instance.memory.applications.set(id, saved)
  return replyJson(exchange, { application: applicationView(instance, saved) })
}

/** GET /api/application: the active ones, or with `inactive=true` the others. */
export const listApplications: StandInHandler = (instance, exchange) => {
  const wanted = exchange.req.query('inactive') !== 'true'
  const applications = [...instance.memory.applications.values()].filter(
    ({ active, tenantId }) => active === wanted && sees(instance, exchange, tenantId),
  )
  return replyJson(exchange, {
    applications: applications.map((one) => applicationView(instance, one)),
  })
}

/** GET /api/application/{applicationId}. */
export const retrieveApplication: StandInHandler = (instance, exchange) =>
  replyJson(exchange, {
    application: applicationView(instance, loadApplication(instance, exchange)),
  })

/** GET /api/application/{applicationId}/oauth-configuration. */
export const retrieveOAuthConfiguration: StandInHandler = (instance, exchange) => {
  const application = loadApplication(instance, exchange)
  const tenant = instance.memory.tenants.get(application.tenantId)
  const { oauthConfiguration } = applicationView(instance, application)
  return replyJson(exchange, {
    httpSessionMaxInactiveInterval: tenant?.httpSessionMaxInactiveInterval,
    logoutURL: oauthConfiguration.logoutURL ?? tenant?.logoutURL,
    oauthConfiguration,
  })
}

/** POST /api/application[/{applicationId}]: a client secret is made when none is given. */
export const createApplication: StandInHandler = async (instance, exchange) => {
  const body = await readBody(exchange)
  const tenant = tenantOf(instance, exchange)
  const settings = readAs(readApplication, member(body, 'application'), 'application')
  const id = pathId(exchange, 'applicationId') ?? settings.id
  if (instance.memory.applications.has(id)) throw invalid(duplicate('applicationId', id))
  check(instance, settings, id, tenant.id)
  const application = addApplication(instance, { ...settings, id, active: true }, tenant.id)
  return replyJson(exchange, { application: applicationView(instance, application) })
}

const reactivate = (instance: Instance, exchange: StandInContext): Response => {
  const application = { ...loadApplication(instance, exchange), active: true }
  instance.memory.applications.set(application.id, application)
  return replyJson(exchange, { application: applicationView(instance, application) })
}

/**
 * PUT /api/application/{applicationId}: what is left out gets its default again, but for the client
 * secret and the roles; that these stay is inferred (asked: "application that is replaced"). With
 * `reactivate=true` it is only switched on again.
 */
export const updateApplication: StandInHandler = async (instance, exchange) => {
  if (exchange.req.query('reactivate') === 'true') return reactivate(instance, exchange)
  const before = loadApplication(instance, exchange)
  const body = await readBody(exchange)
  const settings = readAs(readApplication, member(body, 'application'), 'application')
  const { clientSecret } = before.oauthConfiguration
  return save(instance, exchange, before, {
    ...settings,
    oauthConfiguration: {
      ...settings.oauthConfiguration,
      clientSecret: settings.oauthConfiguration.clientSecret || clientSecret,
    },
    roles: settings.roles.length > 0 ? settings.roles : before.roles,
  })
}

/** PATCH /api/application/{applicationId}. */
export const patchApplication: StandInHandler = async (instance, exchange) => {
  const before = loadApplication(instance, exchange)
  const patched = await readPatched(exchange, 'application', before)
  return save(instance, exchange, before, readAs(readApplication, patched, 'application'))
}

/** DELETE /api/application/{applicationId}: switched off, or with `hardDelete=true` gone for good. */
export const deleteApplication: StandInHandler = (instance, exchange) => {
  const application = loadApplication(instance, exchange)
  if (exchange.req.query('hardDelete') === 'true') {
    forgetApplication(instance, application.id)
    return replyEmpty(exchange)
  }
  endTokensOf(instance, application.id)
  instance.memory.applications.set(application.id, { ...application, active: false })
  return replyEmpty(exchange)
}
