import type { StandInContext, StandInHandler, Instance } from '../instance.ts'
import { addTenant } from '../memory/seed.ts'
import { readTenant, type Tenant } from '../memory/tenant.ts'
import { replyEmpty, replyJson } from '../reply.ts'
import { blank } from '../shape.ts'
import { forgetApplication, forgetKept, forgetUser } from './forget.ts'
import { readPatched } from './patch.ts'
import { defaultTenantStays, duplicate, invalid, missing } from './refusals.ts'
import { member, pathId, readAs, readBody, sees } from './request.ts'

type TenantSettings = ReturnType<typeof readTenant>

export const tenantView = (tenant: Tenant) => ({ ...tenant, configured: true, state: 'Active' })

const checkName = ({ memory }: Instance, { id, name }: { id: string; name: string }): void => {
  if (name === '') throw invalid(blank('tenant.name'))
  const taken = [...memory.tenants.values()].some(
    (tenant) => tenant.id !== id && tenant.name.toLowerCase() === name.toLowerCase(),
  )
  if (taken) throw invalid(duplicate('tenant.name', name))
}

const load = (instance: Instance, exchange: StandInContext): Tenant => {
  const tenant = instance.memory.tenants.get(pathId(exchange, 'tenantId') ?? '')
  if (tenant === undefined || !sees(instance, exchange, tenant.id)) throw missing()
  return tenant
}

const save = (
  instance: Instance,
  exchange: StandInContext,
  tenant: Tenant,
  settings: TenantSettings,
) => {
  const { id, insertInstant } = tenant
  const saved = { ...settings, id, insertInstant, lastUpdateInstant: instance.clock.now() }
  checkName(instance, saved)
  instance.memory.tenants.set(id, saved)
  return replyJson(exchange, { tenant: tenantView(saved) })
}

/** GET /api/tenant. */
export const listTenants: StandInHandler = (instance, exchange) => {
  const tenants = [...instance.memory.tenants.values()]
  const visible = tenants.filter(({ id }) => sees(instance, exchange, id))
  return replyJson(exchange, { tenants: visible.map(tenantView) })
}

/** GET /api/tenant/{tenantId}. */
export const retrieveTenant: StandInHandler = (instance, exchange) =>
  replyJson(exchange, { tenant: tenantView(load(instance, exchange)) })

/** POST /api/tenant[/{tenantId}]: only a name is needed. */
export const createTenant: StandInHandler = async (instance, exchange) => {
  const body = await readBody(exchange)
  const settings = readAs(readTenant, member(body, 'tenant'), 'tenant')
  const id = pathId(exchange, 'tenantId') ?? settings.id
  if (instance.memory.tenants.has(id)) throw invalid(duplicate('tenantId', id))
  checkName(instance, { id, name: settings.name })
  return replyJson(exchange, { tenant: tenantView(addTenant(instance, { ...settings, id })) })
}

/** PUT /api/tenant/{tenantId}: what is left out gets its default again. */
export const updateTenant: StandInHandler = async (instance, exchange) => {
  const tenant = load(instance, exchange)
  const body = await readBody(exchange)
  return save(instance, exchange, tenant, readAs(readTenant, member(body, 'tenant'), 'tenant'))
}

/** PATCH /api/tenant/{tenantId}. */
export const patchTenant: StandInHandler = async (instance, exchange) => {
  const tenant = load(instance, exchange)
  const patched = await readPatched(exchange, 'tenant', tenant)
  return save(instance, exchange, tenant, readAs(readTenant, patched, 'tenant'))
}

/**
 * DELETE /api/tenant/{tenantId}: with all that belongs to it. That the default tenant stays is our
 * choice, for FusionAuth would have nowhere to stand; asking a real server could delete it.
 */
export const deleteTenant: StandInHandler = (instance, exchange) => {
  const { memory } = instance
  const tenant = load(instance, exchange)
  if (memory.tenants.keys().next().value === tenant.id) throw defaultTenantStays()
  for (const { id, tenantId } of memory.applications.values()) {
    if (tenantId === tenant.id) forgetApplication(instance, id)
  }
  for (const { id, tenantId } of memory.users.values()) {
    if (tenantId === tenant.id) forgetUser(instance, id)
  }
  for (const { id, tenantId } of memory.apiKeys.values()) {
    if (tenantId === tenant.id) memory.apiKeys.delete(id)
  }
  forgetKept(instance, (_, { object }) => object['tenantId'] === tenant.id)
  memory.tenants.delete(tenant.id)
  return replyEmpty(exchange)
}
