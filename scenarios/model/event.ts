/** What can happen in a run. */

import * as v from 'valibot'
import { attackIds } from './attack-id.ts'
import { expiringCredentials, loginCases, stolenCredentials } from './credential.ts'
import { applicationNames } from './participant.ts'
import { eventKinds, exactly, oneOf, strictObject, textOfAtMost, wholeBetween } from './shape.ts'

const typedCredentials = strictObject({ loginId: textOfAtMost(256), password: textOfAtMost(256) })
const namedCredentials = oneOf(loginCases)

/** What the learner types into a login form: a named case, or words of their own. */
const loginFormInput = v.lazy((value): v.GenericSchema<LoginFormInput> =>
  value === null || typeof value !== 'object' ? namedCredentials : typedCredentials,
)
export type LoginFormInput =
  | v.InferOutput<typeof namedCredentials>
  | Readonly<v.InferOutput<typeof typedCredentials>>

/** Ten years, in seconds: the farthest that the protocol clock moves at once. */
const farthest = 10 * 365 * 24 * 60 * 60

const app = oneOf(applicationNames)

const kinds = [
  strictObject({ type: exactly('learner.open'), app }),
  strictObject({ type: exactly('learner.login'), app }),
  strictObject({ type: exactly('learner.submit'), app, credentials: loginFormInput }),
  strictObject({ type: exactly('learner.load'), app }),
  /** Presses the log-out button of the page that is open. */
  strictObject({ type: exactly('learner.logout'), app }),
  /** Loads the protected page in two tabs at once. */
  strictObject({ type: exactly('learner.race'), app }),
  /** Orders what is in the cart, or posts: the step that must not happen behind the user's back. */
  strictObject({ type: exactly('learner.checkout'), app }),
  strictObject({ type: exactly('learner.change-password') }),
  /** Ends every login of the user, wherever it was made. */
  strictObject({ type: exactly('learner.logout-everywhere') }),
  strictObject({ type: exactly('clock.expire'), what: oneOf(expiringCredentials) }),
  strictObject({ type: exactly('clock.advance'), seconds: wholeBetween(1, farthest) }),
  strictObject({ type: exactly('hacker.steal'), what: oneOf(stolenCredentials) }),
  strictObject({ type: exactly('hacker.load') }),
  /** The Hacker presses the login link of an application, with what was stolen. */
  strictObject({ type: exactly('hacker.open'), app }),
  /** The Browser and the Hacker load the protected page at once. */
  strictObject({ type: exactly('hacker.race') }),
  strictObject({ type: exactly('hacker.attack'), attack: oneOf(attackIds) }),
  strictObject({ type: exactly('fusionauth.revoke') }),
  /** Revokes every refresh token of the user. */
  strictObject({ type: exactly('fusionauth.revoke-all') }),
  /** Ends the single sign-on session of the user. */
  strictObject({ type: exactly('fusionauth.end-sso') }),
  strictObject({ type: exactly('fusionauth.stop') }),
  strictObject({ type: exactly('fusionauth.start') }),
] as const

/** Everything that can happen in a run: `who.verb`. */
export const labEventSchema = v.pipe(
  eventKinds(
    kinds,
    kinds.map(({ entries }) => entries.type.literal),
  ),
  v.readonly(),
)
export type LabEvent = v.InferOutput<typeof labEventSchema>
