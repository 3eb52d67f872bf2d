import type { DefenceSettings } from '../../scenarios/model/defence-settings.ts'
import type { ApplicationSettings } from '../../server/apps/settings.ts'
import { cookiesSet, openStore } from '../apps/support/lab.ts'
import { usualSettings } from '../support/settings.ts'

/** The Store with some switches set, in front of a scripted FusionAuth. */
export const storeWith = (
  defences: Partial<DefenceSettings>,
  changes: Partial<ApplicationSettings> = {},
) => openStore({ ...changes, defences: { ...usualSettings, ...defences } })

/** The line that sets a cookie. */
export const lineOf = (answer: Parameters<typeof cookiesSet>[0], name: string): string =>
  cookiesSet(answer).find((line) => line.startsWith(`${name}=`)) ?? ''
