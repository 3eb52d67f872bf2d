import type { StandInContext, Instance } from '../instance.ts'
import type { Application } from '../memory/application.ts'
import type { Tenant } from '../memory/tenant.ts'
import type { RequestParameters } from './parameters.ts'
import { invalidTenant, missingClientId, unknownClient } from './refusals.ts'

/** A client and the tenant it belongs to. */
export interface ClientOfTenant {
  readonly application: Application
  readonly tenant: Tenant
}

/**
 * The client of a request. The tenant follows from the client; a `tenantId` or an
 * `X-FusionAuth-TenantId` header is optional, as in all official examples, but must agree.
 */
export const loadClient = (
  { memory }: Instance,
  exchange: StandInContext,
  parameters: RequestParameters,
  clientId: string | undefined,
): ClientOfTenant => {
  if (clientId === undefined) throw missingClientId()
  const application = memory.applications.get(clientId.toLowerCase())
  const tenant = memory.tenants.get(application?.tenantId ?? '')
  if (application === undefined || tenant === undefined || !application.active) {
    throw unknownClient(clientId)
  }
  const asked =
    parameters.get('tenantId') ?? (exchange.req.header('x-fusionauth-tenantid') || undefined)
  if (asked !== undefined && asked.toLowerCase() !== tenant.id) throw invalidTenant()
  return { application, tenant }
}
