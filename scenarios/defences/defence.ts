import type { WorkflowShape } from '../model/workflow-shape.ts'
import {
  type DefenceId,
  type DefenceSettings,
  type Domain,
  type Side,
  switches,
} from '../model/defence-settings.ts'

export type { Side }

/** What a learner is told of a switch, and where it matters. */
export interface Defence<Id extends DefenceId = DefenceId> {
  readonly id: Id
  readonly where: Side
  /** As it is called where it is set: a path of FusionAuth's settings, an attribute of a header. */
  readonly setting: string
  /** Where it is asked for, e.g. 'RFC 9700 §2.1.1'. */
  readonly source: string
  appliesTo(shape: WorkflowShape): boolean
}

type Domains = { readonly [Id in DefenceId]: Domain<DefenceSettings[Id]> }

/** The names of all switches, in the order in which they are shown. */
export const defenceIds = Object.keys(switches) as readonly DefenceId[]

/** What each switch can be set to. */
export const domains = Object.fromEntries(
  defenceIds.map((id) => [id, switches[id][0].domain]),
) as unknown as Domains
