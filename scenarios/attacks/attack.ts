import type { WorkflowShape } from '../model/workflow-shape.ts'
import type { DefenceId, DefenceSettings } from '../model/defence-settings.ts'
import type { AttackId } from '../model/attack-id.ts'
import type { LabEvent } from '../model/event.ts'
import type { Incident } from './incidents.ts'
import type { PlayableAttack } from '../engine/attack-port.ts'

/** A defence at its protecting value: its name where that is `true`, else with the value. */
export type Stop = {
  readonly [Id in DefenceId]: Id | readonly [Id, DefenceSettings[Id]]
}[DefenceId]

/**
 * One attack: how it goes, when it works, and what stops it. What it is called and what it needs, each
 * language says (`i18n/tables.ts`).
 */
export interface Attack extends PlayableAttack {
  readonly id: AttackId
  /** Letter and number in the list of attacks, e.g. 'A1'. */
  readonly row: string
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
