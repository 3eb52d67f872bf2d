import type { StandInHandler } from '../instance.ts'
import type { Given } from '../memory/records.ts'
import { applicationView } from './applications.ts'
import { keyView } from './keys.ts'
import { sees } from './request.ts'
import { type Candidate, criteriaOf, replyFound } from './search.ts'
import { tenantView } from './tenants.ts'

/** As it stands on the wire, and looked for by its own members. */
const candidate = (view: object): Candidate => {
  const shown = JSON.parse(JSON.stringify(view)) as Given
  return [shown, shown]
}

/** GET and POST /api/application/search. */
export const searchApplications: StandInHandler = async (instance, exchange) => {
  const seen = [...instance.memory.applications.values()].filter(({ tenantId }) =>
    sees(instance, exchange, tenantId),
  )
  const candidates = seen.map((application) => candidate(applicationView(instance, application)))
  const fields = { texts: ['name'], exact: ['state', 'tenantId'] }
  return replyFound(exchange, 'applications', candidates, await criteriaOf(exchange), fields)
}

/** GET and POST /api/tenant/search. */
export const searchTenants: StandInHandler = async (instance, exchange) => {
  const seen = [...instance.memory.tenants.values()].filter(({ id }) =>
    sees(instance, exchange, id),
  )
  const candidates = seen.map((tenant) => candidate(tenantView(tenant)))
  const fields = { texts: ['name'], exact: [] }
  return replyFound(exchange, 'tenants', candidates, await criteriaOf(exchange), fields)
}

/** GET and POST /api/key/search. */
export const searchKeys: StandInHandler = async ({ memory }, exchange) => {
  const candidates = [...memory.keys.values()].map((key) => candidate(keyView(key)))
  const fields = { texts: ['name'], exact: ['algorithm', 'type'] }
  return replyFound(exchange, 'keys', candidates, await criteriaOf(exchange), fields)
}
