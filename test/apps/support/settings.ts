import type { Settings } from '../../../scenarios/defences/settings.ts'
import { usualSettings } from '../../support/settings.ts'

/** The usual switches, some of them turned. */
export const withDefences = (changes: Partial<Settings>): { readonly defences: Settings } => ({
  defences: { ...usualSettings, ...changes },
})
