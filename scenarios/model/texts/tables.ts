import type { IncidentId } from '../table-ids.ts'
import type { ErratumId } from '../table-ids.ts'
import type { InferenceId } from '../table-ids.ts'
import type { AttackId } from '../attack-id.ts'

/** The texts of the tables, by the id of their row. */
export interface TableTexts {
  /** What an attack is called. */
  readonly attack: { readonly attack: AttackId }
  /** What must be so for an attack to be possible at all. */
  readonly 'attack.needs': { readonly attack: AttackId }
  readonly incident: { readonly incident: IncidentId }
  readonly erratum: { readonly erratum: ErratumId }
  readonly inference: { readonly inference: InferenceId }
}
