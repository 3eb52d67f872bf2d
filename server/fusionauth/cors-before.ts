import type { FusionAuthClient } from '@fusionauth/typescript-client'
import { isJsonObject, memberOf, parseJson, sameJson } from '../../scenarios/model/json.ts'
import { textOf } from '../../scenarios/model/text.ts'
import type { Json } from '../../scenarios/model/wire.ts'
import { attempt } from './attempt.ts'
import { configDiff } from './config-diff.ts'
import { ids } from './ids.ts'
import type { PlannedSystem } from './plan.ts'

/** CORS of a FusionAuth, or of the part that the lessons need; members in FusionAuth's names. */
export type Cors = Readonly<Record<string, Json>>

const what = textOf('thing.tenant', { name: 'Login Lab' })
const endpoint = '/api/tenant'

/**
 * What was there before Login Lab changed it is kept in the `data` of the shared tenant, as text: a PATCH
 * would only add to its lists.
 */
const place = { object: 'loginLab', member: 'corsBefore' } as const

export const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : []

export const lacks = (list: readonly Json[], item: Json): boolean =>
  !list.some((one) => sameJson(one, item))

/** Whether two say the same; the order of a list says nothing. */
export const sameCors = (one: Cors, other: Cors): boolean =>
  configDiff(one, other) === undefined && configDiff(other, one) === undefined

/** The settings as they are when what the lessons need has been added to what was there. */
export const withOurs = (before: Cors, { corsConfiguration: ours }: PlannedSystem): Cors => ({
  ...before,
  ...Object.fromEntries(
    Object.entries(ours).map(([name, value]: [string, Json]) => {
      if (!Array.isArray(value)) return [name, value] as const
      const present = listOf(before[name])
      return [name, [...present, ...listOf(value).filter((item) => lacks(present, item))]] as const
    }),
  ),
})

/** The settings as they would be without Login Lab: what is no longer as it left them is another's. */
const withoutOurs = (held: Cors, before: Cors, system: PlannedSystem): Cors => {
  const after = withOurs(before, system)
  return Object.fromEntries(
    Object.entries(held).map(([name, value]) => {
      const [was, became] = [before[name], after[name]]
      if (!Array.isArray(value))
        return [name, was !== undefined && value === became ? was : value] as const
      const added = listOf(became).filter((item) => lacks(listOf(was), item))
      return [name, listOf(value).filter((item) => lacks(added, item))] as const
    }),
  )
}

/** Whether the lessons' pages may call: else what was kept is of an earlier time. */
const holdsOurs = (held: Cors, { corsConfiguration: { allowedOrigins } }: PlannedSystem): boolean =>
  allowedOrigins.some((origin) => !lacks(listOf(held['allowedOrigins']), origin))

/**
 * What was there before; null where that is not known, or nothing of the lessons' is there.
 *
 * @throws ProvisioningFailed with what to do about it
 */
export const corsBefore = async (
  client: FusionAuthClient,
  held: Cors,
  system: PlannedSystem,
): Promise<Cors | null> => {
  if (!holdsOurs(held, system)) return null
  client.setTenantId(null)
  const kept = await attempt(
    what,
    { method: 'GET', endpoint },
    client.retrieveTenant(ids.tenant),
    ({ tenant }) => memberOf(memberOf(tenant?.data, place.object), place.member) ?? '',
  )
  if (kept.kind !== 'done' || typeof kept.value !== 'string') return null
  const before = parseJson(kept.value)
  return before !== undefined && isJsonObject(before) ? before : null
}

/**
 * Keeps what is there before it is changed, where there is a shared tenant to keep it in. What was kept
 * earlier goes on to hold for what has not been changed since.
 *
 * @throws ProvisioningFailed with what to do about it
 */
export const keepCors = async (
  client: FusionAuthClient,
  held: Cors,
  system: PlannedSystem,
): Promise<void> => {
  const earlier = await corsBefore(client, held, system)
  const before = earlier === null ? held : withoutOurs(held, earlier, system)
  const data = { [place.object]: { [place.member]: JSON.stringify(before) } }
  const patch = client.patchTenant(ids.tenant, { tenant: { data } })
  await attempt(what, { method: 'PATCH', endpoint }, patch, () => true)
}
