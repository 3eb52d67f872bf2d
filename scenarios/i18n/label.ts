import type { NestedText } from '../model/texts/param.ts'
import type { Say } from './catalogue.ts'
import type { Label } from '../model/text.ts'
import { sameJson } from '../model/json.ts'

/** The words on an arrow in a language; what stands in the protocol stays as it is. */
export const labelText = (label: string | NestedText, say: Say): string =>
  typeof label === 'string' ? label : say(label)

/** The words on the arrow of a request or an answer, which stand in the protocol. */
export const protocolText = (label: Label): string => (typeof label === 'string' ? label : '')

/** Whether two arrows say the same. */
export const sameLabel = (one: Label | undefined, other: Label | undefined): boolean =>
  sameJson(one, other)
