import type { Json } from '../model/wire.ts'
import type { Domain } from '../model/defence-settings.ts'
import { defenceIds, domains } from './defence.ts'
import { type PresetName, presets } from './presets.ts'
import type { DefenceId, DefenceSettings } from '../model/defence-settings.ts'

type AnyDomain = Domain<string | number | boolean>

/** What somebody asks for by name. */
export type ReadDefences =
  | { readonly ok: true; readonly preset: PresetName; readonly asked: Partial<DefenceSettings> }
  /** There is no switch of this name. */
  | {
      readonly ok: false
      readonly why: 'name'
      readonly name: string
      readonly known: readonly string[]
    }
  /** The switch cannot be set to this. */
  | { readonly ok: false; readonly why: 'value'; readonly name: string; readonly wanted: AnyDomain }

/** The name that stands for a whole set of switches. */
const presetName = 'preset'

const presetNames = Object.keys(presets) as readonly PresetName[]

const isDefence = (name: string): name is DefenceId => Object.hasOwn(domains, name)

const fits = (domain: AnyDomain, value: Json): boolean => {
  if (domain.kind === 'flag') return typeof value === 'boolean'
  if (domain.kind === 'choice') return domain.values.some((one) => one === value)
  const { least, most } = domain
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most
}

/** Reads switches by name, and `preset` for a whole set of them. */
export const readDefences = (given: Readonly<Record<string, Json>>): ReadDefences => {
  const { [presetName]: named = 'usual', ...rest } = given
  const preset = presetNames.find((one) => one === named)
  if (preset === undefined)
    return {
      ok: false,
      why: 'value',
      name: presetName,
      wanted: { kind: 'choice', values: presetNames },
    }
  for (const [name, value] of Object.entries(rest)) {
    if (!isDefence(name))
      return { ok: false, why: 'name', name, known: [presetName, ...defenceIds] }
    const wanted = domains[name]
    if (!fits(wanted, value)) return { ok: false, why: 'value', name, wanted }
  }
  return { ok: true, preset, asked: rest }
}

/** The switches in which one setting differs from another: what a trace tells of its defences. */
export const differing = (
  settings: DefenceSettings,
  from: DefenceSettings,
): Partial<DefenceSettings> =>
  Object.fromEntries(
    defenceIds.filter((id) => settings[id] !== from[id]).map((id) => [id, settings[id]]),
  )
