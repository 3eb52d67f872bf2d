/** What a row of the table of events says, and how one is made. */

import type * as v from 'valibot'
import { exactly, strictObject } from './shape.ts'
import type { ChoiceTexts } from './texts/choices.ts'
import type { None } from './texts/param.ts'

/** A member of an event, and the words that it can be; none where they cannot be counted. */
export interface Member<Schema extends v.GenericSchema> {
  readonly schema: Schema
  readonly words: readonly string[]
}

type Members = Readonly<Record<string, Member<v.GenericSchema>>>

type PlainCode = {
  readonly [Code in keyof ChoiceTexts]: ChoiceTexts[Code] extends None ? Code : never
}[keyof ChoiceTexts]

type AppCode = Exclude<keyof ChoiceTexts, PlainCode>

/** A reason that names the application of the event; the Store where it has none. */
interface ReasonOfApp {
  readonly code: AppCode
  readonly of: 'app'
}

/** The reason that says of which application. */
export const ofApp = (code: AppCode): ReasonOfApp => ({ code, of: 'app' })

/** Why something cannot be done. */
export type Reason = PlainCode | ReasonOfApp

/** Where a run stands, as far as it decides which reason is told. */
export type Situation =
  | 'fusionauth-stopped'
  | 'nothing-stolen'
  /** The application is not open. */
  | 'app-away'
  | 'app-at-form'
  | 'app-is-store'
  | 'on-phone'

/** A reason for each word that the member `what` can be. */
interface ReasonByWhat<Word extends string = string> {
  readonly what: Readonly<Record<Word, Reason>>
}

/** The reason in a situation, or of an event with these members. */
export type ReasonWhen = readonly [
  when: Situation | Readonly<Record<string, string>>,
  reason: Reason,
]

/** The first that is so is told; the last is so in any case. */
export type Reasons = readonly [...ReasonWhen[], Reason | ReasonByWhat]

/** The reasons of an event with these members: each of their words has one. */
type ReasonsOf<M extends Members> = readonly [
  ...ReasonWhen[],
  M extends { readonly what: { readonly words: readonly (infer Word extends string)[] } }
    ? Reason | ReasonByWhat<Word>
    : Reason,
]

/** What a workflow has that an event is about. */
export type Subject =
  | 'browser'
  | 'app-on-device'
  | 'expiring-credential'
  | 'stealable-credential'
  | 'jwt'
  | 'refresh-token'
  | 'sso'
  | 'sso-in-browser'
  | 'log-out-everywhere'

/** Where a user is with an application: a state of its region of the statechart. */
export type AppState = 'away' | 'home' | 'form' | 'inside' | 'confirmingLogout' | 'trouble'

/**
 * What the statechart asks for when the event happens, and when it may: for what a user does with an
 * application, where it is done; for what is done around all of them, by which guard.
 */
export type Asks =
  | {
      readonly effect:
        | 'open'
        | 'login'
        | 'submit'
        | 'load'
        | 'race'
        | 'checkout'
        | 'logout'
        | 'logout-everywhere'
      readonly at: readonly AppState[]
      /** The event concerns the application, when left out. */
      readonly guard?: 'concernsTabs' | 'hasButtonForAll'
    }
  | {
      readonly effect:
        | 'pass-time'
        | 'revoke'
        | 'revoke-all'
        | 'end-sso'
        | 'change-password'
        | 'add-key'
        | 'rotate-key'
      readonly at?: never
      readonly guard:
        | 'canExpire'
        | 'canAdvance'
        | 'canRevoke'
        | 'canRevokeAll'
        | 'canEndSso'
        | 'canRotateKey'
        | 'isLoggedIn'
    }

/** When an event can happen, and what is told when it cannot. */
export interface EventRule<R extends Reasons = Reasons> {
  /** What the world has to be able to; nothing more when left out. */
  readonly needs?: 'power' | 'password' | 'keys'
  /** A workflow that has not this never offers the event; each has it when left out. */
  readonly about?: Subject
  /** Why nobody can ever do this in a workflow that has not what it is about; as `refused` when left out. */
  readonly never?: R
  /** Why the statechart refuses it; it says what to do first. */
  readonly refused: R
  /** Left out where the statechart has more to say of it than a row can. */
  readonly asks?: Asks
}

/**
 * A kind of event: its schema, its word in links to runs, in which `{app}` is the member `app`, and the
 * rule by which it happens.
 */
export const kind = <const Type extends string, const M extends Members>(
  type: Type,
  link: string,
  { members, ...rule }: EventRule<ReasonsOf<M>> & { readonly members: M },
) => {
  const schemas = Object.entries(members).map(([name, { schema }]) => [name, schema])
  return {
    type,
    link,
    members,
    rule: rule satisfies EventRule as EventRule,
    schema: strictObject({
      type: exactly(type),
      ...(Object.fromEntries(schemas) as { [Name in keyof M]: M[Name]['schema'] }),
    }),
  }
}
