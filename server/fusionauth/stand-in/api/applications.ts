import type { Json } from '../../../../scenarios/vocabulary.ts'
import type { Exchange, Handler, Instance } from '../instance.ts'
import { type Application, readApplication } from '../memory/application.ts'
import { addApplication } from '../memory/seed.ts'
import { replyEmpty, replyJson } from '../reply.ts'
import { blank, merge, type Problem } from '../shape.ts'
import { revokeRefreshTokens } from '../tokens/refresh-tokens.ts'
import { duplicate, invalid, missing } from './refusals.ts'
import { member, pathId, readAs, readBody, sees, tenantOf } from './request.ts'

type Settings = ReturnType<typeof readApplication>

const view = (application: Application) => ({
  ...application,
  oauthConfiguration: { ...application.oauthConfiguration, clientId: application.id },
  state: application.active ? 'Active' : 'Inactive',
})

const checkName = (
  { memory }: Instance,
  { name }: Settings,
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

const check = (instance: Instance, settings: Settings, id: string, tenantId: string): void => {
  const problems = checkName(instance, settings, id, tenantId)
  if (problems.length > 0) throw invalid(...problems)
}

const load = ({ memory }: Instance, exchange: Exchange): Application => {
  const application = memory.applications.get(pathId(exchange, 'applicationId') ?? '')
  if (application === undefined || !sees(exchange, application.tenantId)) throw missing()
  return application
}

/** GET /api/application: the active ones. */
export const listApplications: Handler = ({ memory }, exchange) => {
  const applications = [...memory.applications.values()].filter(
    ({ active, tenantId }) => active && sees(exchange, tenantId),
  )
  return replyJson(exchange, { applications: applications.map(view) })
}

/** GET /api/application/{applicationId}. */
export const retrieveApplication: Handler = (instance, exchange) =>
  replyJson(exchange, { application: view(load(instance, exchange)) })

/** POST /api/application[/{applicationId}]: a client secret is made when none is given. */
export const createApplication: Handler = async (instance, exchange) => {
  const body = await readBody(exchange)
  const tenant = tenantOf(instance, exchange)
  const settings = readAs(readApplication, member(body, 'application'), 'application')
  const id = pathId(exchange, 'applicationId') ?? settings.id
  if (instance.memory.applications.has(id)) throw invalid(duplicate('applicationId', id))
  check(instance, settings, id, tenant.id)
  const application = addApplication(instance, { ...settings, id, active: true }, tenant.id)
  return replyJson(exchange, { application: view(application) })
}

/** PATCH /api/application/{applicationId}: merges; null removes, arrays are appended. */
export const patchApplication: Handler = async (instance, exchange) => {
  const application = load(instance, exchange)
  const body = await readBody(exchange)
  const before = JSON.parse(JSON.stringify(application)) as Json
  const merged = merge(before, member(body, 'application') ?? {})
  const settings = readAs(readApplication, merged, 'application')
  check(instance, settings, application.id, application.tenantId)
  const patched = {
    ...addApplication(instance, { ...settings, id: application.id }, application.tenantId),
    active: application.active,
    insertInstant: application.insertInstant,
  }
  instance.memory.applications.set(application.id, patched)
  return replyJson(exchange, { application: view(patched) })
}

/** DELETE /api/application/{applicationId}: switched off, or with `hardDelete=true` gone for good. */
export const deleteApplication: Handler = (instance, exchange) => {
  const { memory } = instance
  const application = load(instance, exchange)
  revokeRefreshTokens(instance, ({ applicationId }) => applicationId === application.id)
  for (const { code, applicationId } of memory.codes.rows.values()) {
    if (applicationId === application.id) memory.codes.delete(code)
  }
  if (exchange.req.query('hardDelete') !== 'true') {
    memory.applications.set(application.id, { ...application, active: false })
    return replyEmpty(exchange)
  }
  memory.applications.delete(application.id)
  for (const user of memory.users.values()) {
    const registrations = user.registrations.filter((one) => one.applicationId !== application.id)
    memory.users.set(user.id, { ...user, registrations })
  }
  return replyEmpty(exchange)
}
