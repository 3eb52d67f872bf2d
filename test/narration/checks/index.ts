import type { PerSentence } from '../../../scenarios/narration/story.ts'
import { deeds } from './attacks/deeds.ts'
import { hacker } from './attacks/hacker.ts'
import { pages } from './attacks/pages.ts'
import { plans } from './attacks/plans.ts'
import { logout } from './logout.ts'
import { opening } from './opening.ts'
import { rotation } from './rotation.ts'
import type { Grounds } from './scene.ts'
import { scripts } from './scripts.ts'
import { sessions } from './sessions.ts'
import { switched } from './switched.ts'
import { theft } from './theft.ts'
import { tokens } from './tokens.ts'
import { trouble } from './trouble.ts'

/** What each sentence stands on; a sentence without an entry does not compile. */
export const grounds: PerSentence<Grounds> = {
  ...opening,
  ...tokens,
  ...rotation,
  ...scripts,
  ...sessions,
  ...theft,
  ...logout,
  ...trouble,
  ...plans,
  ...deeds,
  ...pages,
  ...hacker,
  ...switched,
}
