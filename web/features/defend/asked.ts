import type { Domain } from '../../../scenarios/model/defence-settings.ts'
import { defenceIds } from '../../../scenarios/defences/defence.ts'
import { readDefences } from '../../../scenarios/defences/read.ts'
import type { AskedDefences } from '../../router/defence-settings.ts'
import type { UnknownParameter } from '../../router/read.ts'

/** What a switch can be set to, as it stands in an address. */
const valuesOf = (domain: Domain<string | number | boolean>): readonly string[] => {
  if (domain.kind === 'flag') return ['true', 'false']
  return domain.kind === 'choice' ? domain.values.map(String) : [`${domain.least}–${domain.most}`]
}

/** What exists of the defences that somebody asks for. */
interface Understood {
  readonly settings: AskedDefences
  readonly unknown: readonly UnknownParameter[]
}

/** Leaves out of the defences that are asked for what has no such name or cannot be set so. */
export const understood = (asked: AskedDefences): Understood => {
  const unknown: UnknownParameter[] = []
  const known = Object.entries(asked).filter(([name, value]) => {
    const found = readDefences({ [name]: value })
    if (found.ok) return true
    unknown.push(
      found.why === 'name'
        ? { name: 'defence', value: name, known: defenceIds }
        : { name, value: String(value), known: valuesOf(found.wanted) },
    )
    return false
  })
  return { settings: Object.fromEntries(known), unknown }
}
