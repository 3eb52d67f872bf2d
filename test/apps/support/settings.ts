import type { DefenceSettings } from '../../../scenarios/model/defence-settings.ts'
import { usualSettings } from '../../support/settings.ts'

/** The usual switches, some of them turned. */
export const withDefences = (
  changes: Partial<DefenceSettings>,
): { readonly defences: DefenceSettings } => ({
  defences: { ...usualSettings, ...changes },
})
