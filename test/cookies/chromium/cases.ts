import { blocked, redirects, sending, window } from './cases/sending.ts'
import { setting } from './cases/setting.ts'
import { several } from './cases/several.ts'
import { strings } from './cases/strings.ts'
import type { Case } from './script.ts'

/** Everything that is replayed in Chromium. */
export const cases: readonly Case[] = [
  ...sending,
  ...window,
  ...redirects,
  ...setting,
  ...strings,
  ...several,
  ...blocked,
]
