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

/** A member of an event, and the words that it can be; none where they cannot be counted. */
interface Member<Schema extends v.GenericSchema> {
  readonly schema: Schema
  readonly words: readonly string[]
}

const member = <const W extends readonly string[]>(words: W) => ({ schema: oneOf(words), words })

const app = member(applicationNames)
const credentials = { schema: loginFormInput, words: loginCases }
const seconds = { schema: wholeBetween(1, farthest), words: [] }

/** A kind of event: its schema, and its word in links to runs, in which `{app}` is the member `app`. */
const kind = <
  const Type extends string,
  const Members extends Readonly<Record<string, Member<v.GenericSchema>>>,
>(
  type: Type,
  link: string,
  members: Members,
) => {
  const schemas = Object.entries(members).map(([name, { schema }]) => [name, schema])
  return {
    type,
    link,
    members,
    schema: strictObject({
      type: exactly(type),
      ...(Object.fromEntries(schemas) as { [Name in keyof Members]: Members[Name]['schema'] }),
    }),
  }
}

/** Every kind of event, `who.verb`, in the order in which they are offered. */
export const labEvents = [
  kind('learner.open', 'open-{app}', { app }),
  kind('learner.login', 'login-{app}', { app }),
  kind('learner.submit', '{credentials}-{app}', { app, credentials }),
  kind('learner.load', 'load-{app}', { app }),
  /** Loads the protected page in two tabs at once. */
  kind('learner.race', 'race-{app}', { app }),
  /** Orders what is in the cart, or posts: the step that must not happen behind the user's back. */
  kind('learner.checkout', 'checkout-{app}', { app }),
  /** Presses the log-out button of the page that is open. */
  kind('learner.logout', 'logout-{app}', { app }),
  /** Ends every login of the user, wherever it was made. */
  kind('learner.logout-everywhere', 'logout-everywhere', {}),
  kind('learner.change-password', 'change-password', {}),
  kind('clock.expire', 'expire-{what}', { what: member(expiringCredentials) }),
  kind('clock.advance', 'wait-{seconds}', { seconds }),
  kind('hacker.steal', 'steal-{what}', { what: member(stolenCredentials) }),
  kind('hacker.load', 'hack', {}),
  /** The Browser and the Hacker load the protected page at once. */
  kind('hacker.race', 'hack-race', {}),
  /** The Hacker presses the login link of an application, with what was stolen. */
  kind('hacker.open', 'hack-open-{app}', { app }),
  kind('hacker.attack', 'attack-{attack}', { attack: member(attackIds) }),
  kind('fusionauth.revoke', 'revoke', {}),
  /** Revokes every refresh token of the user. */
  kind('fusionauth.revoke-all', 'revoke-all', {}),
  /** Ends the single sign-on session of the user. */
  kind('fusionauth.end-sso', 'end-sso', {}),
  kind('fusionauth.stop', 'stop', {}),
  kind('fusionauth.start', 'start', {}),
] as const

type Schemas<Kinds extends readonly unknown[]> = {
  readonly [Index in keyof Kinds]: Kinds[Index] extends { readonly schema: infer Schema }
    ? Schema
    : never
}

/** Everything that can happen in a run. */
export const labEventSchema = v.pipe(
  eventKinds(
    // A tuple is mapped to an array, of which the type is known here.
    labEvents.map(({ schema }) => schema) as unknown as Schemas<typeof labEvents>,
    labEvents.map(({ type }) => type),
  ),
  v.readonly(),
)
export type LabEvent = v.InferOutput<typeof labEventSchema>

/** Whether a value is an event: of a known kind, with all its members and no other. */
export const isLabEvent = (value: unknown): value is LabEvent => v.is(labEventSchema, value)

/** The event with each word that its members can be. */
const eachOf = (type: string, members: Readonly<Record<string, Member<v.GenericSchema>>>) =>
  Object.entries(members).reduce<readonly Readonly<Record<string, string>>[]>(
    (events, [name, { words }]) =>
      events.flatMap((event) => words.map((word) => ({ ...event, [name]: word }))),
    [{ type }],
  )

/** Every event that can be told in words alone: none with a number, or with words that are typed. */
export const countableEvents: readonly LabEvent[] = labEvents.flatMap(
  ({ type, members }) => eachOf(type, members) as readonly unknown[] as readonly LabEvent[],
)
