import type { StandInContext, StandInHandler, Instance } from '../instance.ts'
import { type Application, readRole } from '../memory/application.ts'
import { uuid } from '../random.ts'
import { replyEmpty, replyJson } from '../reply.ts'
import { blank } from '../shape.ts'
import { loadApplication } from './applications.ts'
import { readPatched } from './patch.ts'
import { duplicate, invalid, missing } from './refusals.ts'
import { member, pathId, readAs, readBody } from './request.ts'

type Role = Application['roles'][number]

/** Puts a role in its place, or at the end when it is new. */
const save = (
  instance: Instance,
  exchange: StandInContext,
  application: Application,
  role: Role,
): Response => {
  const others = application.roles.filter(({ id }) => id !== role.id)
  if (role.name === '') throw invalid(blank('role.name'))
  if (others.some(({ name }) => name === role.name)) {
    throw invalid(duplicate('role.name', role.name))
  }
  const known = others.length < application.roles.length
  const roles = known
    ? application.roles.map((one) => (one.id === role.id ? role : one))
    : [...others, role]
  instance.memory.applications.set(application.id, { ...application, roles })
  return replyJson(exchange, { role })
}

const loadRole = (application: Application, exchange: StandInContext): Role => {
  const roleId = pathId(exchange, 'roleId')
  const role = application.roles.find(({ id }) => id === roleId)
  if (role === undefined) throw missing()
  return role
}

/** POST /api/application/{applicationId}/role[/{roleId}]. */
export const createRole: StandInHandler = async (instance, exchange) => {
  const application = loadApplication(instance, exchange)
  const body = await readBody(exchange)
  const role = readAs(readRole, member(body, 'role'), 'role')
  const id = pathId(exchange, 'roleId') ?? role.id ?? uuid(instance.random)
  if (application.roles.some((one) => one.id === id)) throw invalid(duplicate('roleId', id))
  return save(instance, exchange, application, { ...role, id })
}

/** PATCH /api/application/{applicationId}/role/{roleId}. */
export const patchRole: StandInHandler = async (instance, exchange) => {
  const application = loadApplication(instance, exchange)
  const { id, ...before } = loadRole(application, exchange)
  const patched = readAs(readRole, await readPatched(exchange, 'role', before), 'role')
  return save(instance, exchange, application, { ...patched, id })
}

/** PUT /api/application/{applicationId}/role/{roleId}. */
export const updateRole: StandInHandler = async (instance, exchange) => {
  const application = loadApplication(instance, exchange)
  const { id } = loadRole(application, exchange)
  const role = readAs(readRole, member(await readBody(exchange), 'role'), 'role')
  return save(instance, exchange, application, { ...role, id })
}

/** DELETE /api/application/{applicationId}/role/{roleId}: registrations lose it too. */
export const deleteRole: StandInHandler = (instance, exchange) => {
  const { memory } = instance
  const application = loadApplication(instance, exchange)
  const role = loadRole(application, exchange)
  const roles = application.roles.filter(({ id }) => id !== role.id)
  memory.applications.set(application.id, { ...application, roles })
  for (const user of memory.users.values()) {
    const registrations = user.registrations.map((registration) =>
      registration.applicationId === application.id
        ? { ...registration, roles: registration.roles.filter((name) => name !== role.name) }
        : registration,
    )
    memory.users.set(user.id, { ...user, registrations })
  }
  return replyEmpty(exchange)
}
