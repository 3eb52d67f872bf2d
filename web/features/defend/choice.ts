import type { Attack } from '../../../scenarios/attacks/attack.ts'
import type { Workflow } from '../../../scenarios/catalogue/index.ts'
import { settingsOf, type PresetName } from '../../../scenarios/defences/presets.ts'
import { differing } from '../../../scenarios/defences/read.ts'
import type { DefenceSettings } from '../../../scenarios/model/defence-settings.ts'
import type { Profile } from '../../../scenarios/model/client.ts'
import type { AskedDefences } from '../../router/defence-settings.ts'

/** What is chosen for a run: an attack, a set of switches, and single ones besides. */
export interface DefenceChoice {
  readonly workflow: Workflow
  readonly profile: Profile
  readonly attack: Attack | undefined
  readonly preset: PresetName
  readonly asked: Partial<DefenceSettings>
}

/** What the attack has set so that it works; what is asked for comes before it. */
export const weakOf = ({ workflow, attack }: DefenceChoice): Partial<DefenceSettings> =>
  attack?.weak(workflow) ?? {}

export const usualOf = ({ workflow, profile }: DefenceChoice): DefenceSettings =>
  settingsOf(workflow, profile, {})

/** All switches as they are in such a run. */
export const chosenSettings = (choice: DefenceChoice): DefenceSettings => {
  const { workflow, profile, preset, asked } = choice
  return settingsOf(workflow, profile, { ...weakOf(choice), ...asked }, preset)
}

/** How many switches are not as usual. */
export const changedIn = (choice: DefenceChoice): number =>
  Object.keys(differing(chosenSettings(choice), usualOf(choice))).length

/** What has to be asked for: the rest is as the preset and the attack have it. */
export const wantedOf = (choice: DefenceChoice): AskedDefences => {
  const { workflow, profile, preset, asked } = choice
  const without = settingsOf(workflow, profile, weakOf(choice), preset)
  return {
    ...(preset === 'usual' ? {} : { preset }),
    ...differing({ ...without, ...asked }, without),
  }
}
