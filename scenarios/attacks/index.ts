import type { WorkflowShape } from '../model/workflow-shape.ts'
import type { Message, Outcome } from '../model/trace.ts'
import type { PlayableAttacks } from '../engine/attack-port.ts'
import type { Attack } from './attack.ts'
import { codes } from './codes.ts'
import { scripts } from './scripts.ts'
import { leaks, thefts } from './leaks.ts'
import { redirects } from './redirects.ts'
import { refreshTokens, stolenRefreshToken } from './refresh-tokens.ts'
import { sessions } from './sessions.ts'
import { singleSignOn } from './single-sign-on.ts'

/** Every attack that can be played. */
export const attacks: readonly Attack[] = [
  ...scripts,
  ...sessions,
  ...leaks,
  ...codes,
  ...redirects,
  ...refreshTokens,
  ...singleSignOn,
  ...thefts,
  stolenRefreshToken,
]

/** Those that can be tried at a workflow. */
export const attacksOn = (shape: WorkflowShape): PlayableAttacks =>
  new Map(attacks.filter((attack) => attack.tries(shape)).map((attack) => [attack.id, attack]))

/** What came of the attacks that were played, read from the messages alone. */
export const attackOutcomesOf = (messages: readonly Message[]): readonly Outcome[] => {
  const played = new Set(messages.map(({ id }) => id).filter((id) => id.startsWith('attack.')))
  return attacks
    .filter(({ id }) => played.size > 0 && played.has(`attack.${id}`))
    .map((attack) => attack.won({ messages }))
}
