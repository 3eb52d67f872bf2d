import type { FusionAuthClient } from '@fusionauth/typescript-client'
import { isJsonObject, memberOf } from '../../scenarios/model/json.ts'
import type { Json } from '../../scenarios/model/wire.ts'
import { must, type Need, ProvisioningFailed } from './attempt.ts'
import { configDiff, settingNames } from './config-diff.ts'
import type { PlannedSystem } from './plan.ts'
import type { Deed } from './provision.ts'

const what = 'CORS'
const endpoint = '/api/system-configuration'
const need = (method: Need['method']): Need => ({ method, endpoint })

const json = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json

const retrieve = (client: FusionAuthClient): Promise<Json> => {
  // It belongs to no tenant (FusionAuth docs, API, System).
  client.setTenantId(null)
  return must(what, need('GET'), client.retrieveSystemConfiguration(), (body) =>
    body.systemConfiguration === undefined ? null : json(body.systemConfiguration),
  )
}

/**
 * Lets scripts of the lessons' pages call FusionAuth, for the whole instance: what is missing is added.
 *
 * @throws ProvisioningFailed with what to do about it
 */
export const allowScripts = async (
  client: FusionAuthClient,
  system: PlannedSystem,
): Promise<Deed> => {
  const patch = configDiff(json(system), await retrieve(client))
  if (patch === undefined) return { what, did: 'kept', note: '' }
  const request = { systemConfiguration: patch as object }
  await must(what, need('PATCH'), client.patchSystemConfiguration(request), () => true)
  return { what, did: 'changed', note: settingNames(patch).join(', ') }
}

/**
 * Asks whether scripts of the lessons' pages may call FusionAuth. No run changes that: it is a setting
 * of the whole instance.
 *
 * @throws ProvisioningFailed when they may not
 */
export const requireScripts = async (
  client: FusionAuthClient,
  system: PlannedSystem,
): Promise<void> => {
  const missing = configDiff(json(system), await retrieve(client))
  if (missing === undefined) return
  const origins = system.corsConfiguration.allowedOrigins.join(' and ')
  throw new ProvisioningFailed(
    what,
    `scripts of ${origins} may not call it, which is a setting of the whole FusionAuth, so no run changes it (${settingNames(missing).join(', ')}). Run \`npm run provision\`, which does, or set it in FusionAuth (Settings, System, CORS).`,
  )
}

/**
 * Takes the origins of the lessons' pages away again. Without any origin left the filter is off, as
 * FusionAuth's default is; everything else stays.
 *
 * @throws ProvisioningFailed with what to do about it
 */
export const forbidScripts = async (
  client: FusionAuthClient,
  { corsConfiguration: { allowedOrigins: ours } }: PlannedSystem,
): Promise<Deed> => {
  const held = await retrieve(client)
  const cors = memberOf(held, 'corsConfiguration')
  const origins = memberOf(cors, 'allowedOrigins')
  const all = Array.isArray(origins) ? origins : []
  const left = all.filter((one) => !ours.some((origin) => origin === one))
  if (left.length === all.length || !isJsonObject(cors)) return { what, did: 'absent', note: '' }
  const corsConfiguration = {
    ...cors,
    allowedOrigins: left,
    ...(left.length === 0 ? { enabled: false } : {}),
  }
  // A PATCH can only add to a list (FusionAuth docs, API, PATCH), so all of it is put again.
  const systemConfiguration = { ...(held as object), corsConfiguration } as never
  await must(
    what,
    need('PUT'),
    client.updateSystemConfiguration({ systemConfiguration }),
    () => true,
  )
  return { what, did: 'removed', note: ours.join(', ') }
}
