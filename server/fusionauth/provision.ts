import type { FusionAuthClient } from '@fusionauth/typescript-client'
import { ask } from './port.ts'
import type { Blueprint } from './blueprint.ts'

/** FusionAuth could not be set up; the message says at what and what to do. */
export class ProvisioningFailed extends Error {
  constructor(what: string, problem: string) {
    super(
      `FusionAuth could not be set up (${what}): ${problem}. Check that the API key may write tenants, applications, users and registrations.`,
    )
    this.name = 'ProvisioningFailed'
  }
}

type Request = Promise<{ readonly statusCode: number; readonly response: unknown }>

const done = async (what: string, request: Request): Promise<void> => {
  const answer = await ask(request, () => true)
  if (answer.ok) return
  throw new ProvisioningFailed(
    what,
    answer.why === 'refused' ? `it answered ${answer.status}` : answer.problem,
  )
}

/** Whether something exists; anything but "yes" and "not found" ends the set-up. */
const exists = async (what: string, request: Request): Promise<boolean> => {
  const answer = await ask(request, () => true)
  if (answer.ok) return true
  if (answer.why === 'refused' && answer.status === 404) return false
  throw new ProvisioningFailed(
    what,
    answer.why === 'refused' ? `it answered ${answer.status}` : answer.problem,
  )
}

/**
 * Sets up what a workflow needs through FusionAuth's own API: creates what is missing and brings to
 * the wanted state what an earlier run left. It touches only the ids of the blueprint.
 */
export const provision = async (client: FusionAuthClient, plan: Blueprint): Promise<void> => {
  const { tenant } = plan
  if (await exists('tenant', client.retrieveTenant(tenant.id)))
    await done('tenant', client.patchTenant(tenant.id, { tenant }))
  else await done('tenant', client.createTenant(tenant.id, { tenant }))

  client.setTenantId(tenant.id)
  for (const application of plan.applications) {
    const { id } = application
    if (await exists('application', client.retrieveApplication(id)))
      await done('application', client.deleteApplication(id))
    await done('application', client.createApplication(id, { application }))
  }
  for (const { user, registrations } of plan.users) {
    const { id } = user
    if (await exists('user', client.retrieveUser(id))) await done('user', client.deleteUser(id))
    await done('user', client.createUser(id, { user }))
    for (const registration of registrations)
      await done('registration', client.register(id, { registration }))
  }
}
