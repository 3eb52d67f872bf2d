import type { Json } from '../../../../scenarios/vocabulary.ts'
import type { Handler, Instance } from '../instance.ts'
import { addTenant } from '../memory/seed.ts'
import { readTenant, type Tenant } from '../memory/tenant.ts'
import { replyJson } from '../reply.ts'
import { blank, merge } from '../shape.ts'
import { duplicate, invalid, missing } from './refusals.ts'
import { member, pathId, readAs, readBody } from './request.ts'

const view = (tenant: Tenant) => ({ ...tenant, configured: true, state: 'Active' })

const checkName = ({ memory }: Instance, { id, name }: { id: string; name: string }): void => {
  if (name === '') throw invalid(blank('tenant.name'))
  const taken = [...memory.tenants.values()].some(
    (tenant) => tenant.id !== id && tenant.name.toLowerCase() === name.toLowerCase(),
  )
  if (taken) throw invalid(duplicate('tenant.name', name))
}

/** GET /api/tenant. */
export const listTenants: Handler = ({ memory }, exchange) =>
  replyJson(exchange, { tenants: [...memory.tenants.values()].map(view) })

/** GET /api/tenant/{tenantId}. */
export const retrieveTenant: Handler = ({ memory }, exchange) => {
  const tenant = memory.tenants.get(pathId(exchange, 'tenantId') ?? '')
  if (tenant === undefined) throw missing()
  return replyJson(exchange, { tenant: view(tenant) })
}

/** POST /api/tenant[/{tenantId}]: only a name is needed. */
export const createTenant: Handler = async (instance, exchange) => {
  const body = await readBody(exchange)
  const settings = readAs(readTenant, member(body, 'tenant'), 'tenant')
  const id = pathId(exchange, 'tenantId') ?? settings.id
  if (instance.memory.tenants.has(id)) throw invalid(duplicate('tenantId', id))
  checkName(instance, { id, name: settings.name })
  return replyJson(exchange, { tenant: view(addTenant(instance, { ...settings, id })) })
}

/** PATCH /api/tenant/{tenantId}: merges; null removes, arrays are appended. */
export const patchTenant: Handler = async (instance, exchange) => {
  const { memory, clock } = instance
  const tenant = memory.tenants.get(pathId(exchange, 'tenantId') ?? '')
  if (tenant === undefined) throw missing()
  const body = await readBody(exchange)
  const before = JSON.parse(JSON.stringify(tenant)) as Json
  const merged = merge(before, member(body, 'tenant') ?? {})
  const patched: Tenant = {
    ...readAs(readTenant, merged, 'tenant'),
    id: tenant.id,
    insertInstant: tenant.insertInstant,
    lastUpdateInstant: clock.now(),
  }
  checkName(instance, patched)
  memory.tenants.set(tenant.id, patched)
  return replyJson(exchange, { tenant: view(patched) })
}
