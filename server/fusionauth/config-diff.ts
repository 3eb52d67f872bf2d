import type { Json } from '../../scenarios/model/wire.ts'
import { isJsonObject, sameJson } from '../../scenarios/model/json.ts'

const has = (held: readonly Json[], item: Json): boolean =>
  held.some((other) => sameJson(other, item))

/**
 * The part of `wanted` that `held` lacks, as a body for FusionAuth's PATCH; undefined when nothing is
 * lacking. Members that nobody wants are left alone. FusionAuth appends what a PATCH has in an array
 * (FusionAuth docs, API, PATCH), so of an array only the items that are not there yet are given.
 */
export const configDiff = (wanted: Json, held: Json | undefined): Json | undefined => {
  if (Array.isArray(wanted)) {
    const present = Array.isArray(held) ? (held as readonly Json[]) : []
    const absent = (wanted as readonly Json[]).filter((item) => !has(present, item))
    return absent.length === 0 ? undefined : absent
  }
  if (!isJsonObject(wanted)) return wanted === held ? undefined : wanted
  const members = Object.entries(wanted).flatMap(([name, value]) => {
    const part = configDiff(value, isJsonObject(held) ? held[name] : undefined)
    return part === undefined ? [] : [[name, part] as const]
  })
  return members.length === 0 ? undefined : Object.fromEntries(members)
}

/** Names of the settings in a PATCH body, with dots: what is told of a change, never its values. */
export const settingNames = (patch: Json, prefix = ''): readonly string[] =>
  isJsonObject(patch)
    ? Object.entries(patch).flatMap(([name, value]) =>
        settingNames(value, prefix === '' ? name : `${prefix}.${name}`),
      )
    : [prefix]
