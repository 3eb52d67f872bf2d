import type { WorkflowShape } from '../model/workflow.ts'
import type { DefenceId, DefenceSettings } from '../model/defence-settings.ts'
import type { AttackId, LabEvent } from '../model/event.ts'
import type { PlayableAttack } from '../engine/attack-port.ts'

/** Something that really happened. */
export interface Incident {
  readonly what: string
  /** Year, or years. */
  readonly when: string
  /** Who has told of it in public. */
  readonly source: string
}

/** A defence at its protecting value: its name where that is `true`, else with the value. */
export type Stop = {
  readonly [Id in DefenceId]: Id | readonly [Id, DefenceSettings[Id]]
}[DefenceId]

/** One attack: how it goes, when it works, and what stops it. */
export interface Attack extends PlayableAttack {
  readonly id: AttackId
  /** Letter and number in the list of attacks, e.g. 'A1'. */
  readonly row: string
  /** What must be so for it to be possible at all, a sentence. */
  readonly precondition: string
  /** null when nobody has told of one in public. */
  readonly incident: Incident | null
  /** Whether it can be tried at this workflow. */
  tries(shape: WorkflowShape): boolean
  /** The world in which it works; everything else is as usual. */
  weak(shape: WorkflowShape): Partial<DefenceSettings>
  /** What happens beforehand: ordinary events. */
  prelude(shape: WorkflowShape): readonly LabEvent[]
  /** Each of these alone stops it. */
  stops(shape: WorkflowShape): readonly Stop[]
  /** None of these changes anything about it. */
  helpsNot(shape: WorkflowShape): readonly Stop[]
}
