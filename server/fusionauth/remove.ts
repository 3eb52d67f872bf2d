import type { FusionAuthClient } from '@fusionauth/typescript-client'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { type Text, textOf } from '../../scenarios/model/text.ts'
import { attempt, must, type Need } from './attempt.ts'
import type { Blueprint, PlannedKey } from './plan.ts'
import type { Deed } from './provision.ts'

type RemovalReply = Promise<{ readonly statusCode: number; readonly response: unknown }>

const removal = async (thing: Text, endpoint: string, reply: RemovalReply): Promise<Deed> => {
  const what = sayEnglish(thing)
  const outcome = await attempt(thing, { method: 'DELETE', endpoint }, reply, () => true)
  if (outcome.kind === 'refused') return { what, did: 'left', note: 'it is in use' }
  return { what, did: outcome.kind === 'done' ? 'removed' : 'absent', note: '' }
}

/** A key can go when nothing signs with it any more. */
const removeKey = (client: FusionAuthClient, { id, name }: PlannedKey): Promise<Deed> =>
  removal(textOf('thing.key', { name }), '/api/key', client.deleteKey(id))

const search: Need = { method: 'POST', endpoint: '/api/user/search' }
const list: Need = { method: 'GET', endpoint: '/api/application' }

/** What somebody else put into the tenant: deleting it would take that along. */
const strangers = async (client: FusionAuthClient, tenantId: string): Promise<string> => {
  const inTenant = (response: { readonly applications?: readonly { tenantId?: string }[] }) =>
    (response.applications ?? []).filter((one) => one.tenantId === tenantId).length
  const active = await must(
    textOf('thing.applications'),
    list,
    client.retrieveApplications(),
    inTenant,
  )
  const inactive = await must(
    textOf('thing.applications'),
    list,
    client.retrieveInactiveApplications(),
    inTenant,
  )
  const found = await must(
    textOf('thing.users'),
    search,
    client.searchUsersByQuery({ search: { queryString: '*', numberOfResults: 1 } }),
    (response) => response.users?.length ?? response.total ?? 0,
  )
  const applications = active + inactive
  const words = [
    ...(applications > 0 ? [`${applications} application${applications === 1 ? '' : 's'}`] : []),
    ...(found > 0 ? ['users'] : []),
  ]
  return words.join(' and ')
}

/**
 * Takes away what `provision` set up: users, applications, tenant, key, for good, and only the ids of the
 * blueprint. A tenant into which somebody else put something is left.
 *
 * @throws ProvisioningFailed with what to do about it
 */
export const remove = async (
  client: FusionAuthClient,
  { key, tenant, applications, users }: Blueprint,
): Promise<readonly Deed[]> => {
  const thing = textOf('thing.tenant', { name: tenant.name })
  const what = sayEnglish(thing)
  client.setTenantId(null)
  const home = await attempt(
    thing,
    { method: 'GET', endpoint: '/api/tenant' },
    client.retrieveTenant(tenant.id),
    () => true,
  )
  if (home.kind !== 'done') {
    // Runs have tenants of their own and share the key alone.
    const gone = key === undefined ? [] : [await removeKey(client, key)]
    return [{ what, did: 'absent', note: '' }, ...gone.filter(({ did }) => did !== 'absent')]
  }
  client.setTenantId(tenant.id)
  const deeds: Deed[] = []
  for (const { user } of users)
    deeds.push(
      await removal(
        textOf('thing.user', { name: user.email }),
        '/api/user',
        client.deleteUser(user.id),
      ),
    )
  for (const { id, name } of applications)
    deeds.push(
      await removal(
        textOf('thing.application', { name }),
        '/api/application',
        client.deleteApplication(id),
      ),
    )
  const others = await strangers(client, tenant.id)
  client.setTenantId(null)
  if (others !== '') {
    deeds.push({ what, did: 'left', note: `it holds ${others} that Login Lab did not put there` })
    return deeds
  }
  deeds.push(await removal(thing, '/api/tenant', client.deleteTenant(tenant.id)))
  if (key !== undefined) deeds.push(await removeKey(client, key))
  return deeds
}
