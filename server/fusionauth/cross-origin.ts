import type { FusionAuthClient } from '@fusionauth/typescript-client'
import { isJsonObject, memberOf } from '../../scenarios/model/json.ts'
import { textOf } from '../../scenarios/model/text.ts'
import type { Json } from '../../scenarios/model/wire.ts'
import { must, type Need, ProvisioningFailed } from './attempt.ts'
import { configDiff, settingNames } from './config-diff.ts'
import {
  type Cors,
  corsBefore,
  keepCors,
  lacks,
  listOf,
  sameCors,
  withOurs,
} from './cors-before.ts'
import type { PlannedSystem } from './plan.ts'
import type { Deed } from './provision.ts'

const what = 'CORS'
const thing = textOf('thing.cors')
const endpoint = '/api/system-configuration'
const need = (method: Need['method']): Need => ({ method, endpoint })

const json = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json

const retrieve = (client: FusionAuthClient): Promise<Json> => {
  // It belongs to no tenant (FusionAuth docs, API, System).
  client.setTenantId(null)
  return must(thing, need('GET'), client.retrieveSystemConfiguration(), (body) =>
    body.systemConfiguration === undefined ? null : json(body.systemConfiguration),
  )
}

const corsOf = (held: Json): Cors => {
  const cors = memberOf(held, 'corsConfiguration')
  return isJsonObject(cors) ? cors : {}
}

/**
 * Lets scripts of the lessons' pages call FusionAuth, for the whole instance: what is missing is added,
 * and what was there before is kept in the shared tenant, if there is one.
 *
 * @throws ProvisioningFailed with what to do about it
 */
export const allowScripts = async (
  client: FusionAuthClient,
  system: PlannedSystem,
): Promise<Deed> => {
  const held = await retrieve(client)
  const patch = configDiff(json(system), held)
  if (patch === undefined) return { what, did: 'kept', note: '' }
  await keepCors(client, corsOf(held), system)
  const request = { systemConfiguration: patch as object }
  await must(thing, need('PATCH'), client.patchSystemConfiguration(request), () => true)
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
  const { allowedOrigins: origins } = system.corsConfiguration
  const settings = settingNames(missing)
  throw new ProvisioningFailed(thing, textOf('setup.cors', { origins, settings }))
}

/** What stays of what was added, for who decides about it: setting, value, and value before. */
const staying = (left: Cors, before: Cors | null, { corsConfiguration }: PlannedSystem): string => {
  const { allowedOrigins: _, ...ours } = corsConfiguration
  const notes = Object.entries(ours).flatMap(([name, value]: [string, Json]) => {
    const was = before?.[name]
    if (!Array.isArray(value))
      return left[name] !== value || value === was
        ? []
        : [
            `${name} stays ${JSON.stringify(value)}${before === null ? '' : `, was ${JSON.stringify(was)}`}`,
          ]
    const added = value.filter(
      (item) => !lacks(listOf(left[name]), item) && lacks(listOf(was), item),
    )
    return added.length === 0 ? [] : [`${name} keeps ${added.join(', ')}`]
  })
  if (notes.length === 0) return ''
  const why =
    before === null
      ? 'what was there before Login Lab is not known'
      : 'somebody has changed it since, so others may need that'
  return `; ${notes.join('; ')}: ${why}. Set it in FusionAuth (Settings, System, CORS) if nobody does`
}

/**
 * Puts back what was there before `allowScripts`, where nobody has changed it since. Else it takes the
 * origins of the lessons' pages away, without any origin left switches the filter off, as FusionAuth's
 * default is, and tells what stays: others may need it.
 *
 * @throws ProvisioningFailed with what to do about it
 */
export const forbidScripts = async (
  client: FusionAuthClient,
  system: PlannedSystem,
): Promise<Deed> => {
  const held = await retrieve(client)
  const cors = corsOf(held)
  const { allowedOrigins: ours } = system.corsConfiguration
  const before = await corsBefore(client, cors, system)
  const isUntouched = before !== null && sameCors(cors, withOurs(before, system))
  const all = listOf(cors['allowedOrigins'])
  const allowedOrigins = all.filter((one) => lacks(ours, one))
  if (allowedOrigins.length === all.length) return { what, did: 'absent', note: '' }
  const left = {
    ...cors,
    allowedOrigins,
    ...(allowedOrigins.length === 0 ? { enabled: false } : {}),
  }
  const corsConfiguration = isUntouched ? before : left
  // A PATCH can only add to a list (FusionAuth docs, API, PATCH), so all of it is put again.
  const systemConfiguration = { ...(held as object), corsConfiguration } as never
  await must(
    thing,
    need('PUT'),
    client.updateSystemConfiguration({ systemConfiguration }),
    () => true,
  )
  if (isUntouched) return { what, did: 'removed', note: 'it is as it was before' }
  return { what, did: 'removed', note: `${ours.join(', ')}${staying(left, before, system)}` }
}
