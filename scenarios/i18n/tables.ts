import type { ErratumId } from '../model/table-ids.ts'
import type { InferenceId } from '../model/table-ids.ts'
import type { IncidentId } from '../model/table-ids.ts'
import type { AttackId } from '../model/attack-id.ts'

/** What is said of the attacks, in one language. */
export interface AttackTexts {
  /** What each is called, and what it needs. */
  readonly attacks: Readonly<Record<AttackId, { readonly title: string; readonly needs: string }>>
  /** What really happened. */
  readonly incidents: Readonly<Record<IncidentId, string>>
}

/** What is said of the published diagrams and of FusionAuth's documents, in one language. */
export interface PublishedTexts {
  /** What the diagrams and articles get wrong, and what is shown here instead. */
  readonly errata: Readonly<Record<ErratumId, string>>
  /** What the stand-in assumes. */
  readonly inferences: Readonly<Record<InferenceId, string>>
}
