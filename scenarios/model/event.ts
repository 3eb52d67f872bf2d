/** What can happen in a run. */

import * as v from 'valibot'
import { attackIds } from './attack-id.ts'
import { expiringCredentials, loginCases, stolenCredentials } from './credential.ts'
import { type EventRule, kind, type Member, ofApp } from './event-kind.ts'
import { applicationNames } from './participant.ts'
import { eventKinds, oneOf, strictObject, textOfAtMost, wholeBetween } from './shape.ts'

const typedCredentials = strictObject({ loginId: textOfAtMost(256), password: textOfAtMost(256) })
const namedCredentials = oneOf(loginCases)

/** What the learner types into a login form: a named case, or words of their own. */
const loginFormInput = v.pipe(
  v.lazy((value): v.GenericSchema<LoginFormInput> =>
    value === null || typeof value !== 'object' ? namedCredentials : typedCredentials,
  ),
  v.metadata({
    anyOf: [
      { enum: loginCases },
      {
        type: 'object',
        properties: { loginId: { type: 'string' }, password: { type: 'string' } },
        required: ['loginId', 'password'],
        additionalProperties: false,
      },
    ],
  }),
)
export type LoginFormInput =
  | v.InferOutput<typeof namedCredentials>
  | Readonly<v.InferOutput<typeof typedCredentials>>

/** Ten years, in seconds: the farthest that the protocol clock moves at once. */
const farthest = 10 * 365 * 24 * 60 * 60

const member = <const W extends readonly string[]>(words: W) => ({ schema: oneOf(words), words })

const app = member(applicationNames)
const credentials = { schema: loginFormInput, words: loginCases }
const seconds = { schema: wholeBetween(1, farthest), words: [] }

/** An app on a phone is the only one. */
const onDevice = {
  about: 'app-on-device',
  never: [ofApp('choice.not-on-the-phone')],
} as const

const notLoaded = [['app-at-form', 'choice.form-first'], ofApp('choice.open-first')] as const

const ofSigningKey = {
  needs: 'keys',
  about: 'jwt',
  never: ['choice.no-jwt-on-device'],
  refused: [['fusionauth-stopped', 'choice.fusionauth-stopped'], 'choice.busy'],
} as const

const ofRefreshToken = {
  about: 'refresh-token',
  refused: [['fusionauth-stopped', 'choice.fusionauth-stopped'], 'choice.nothing-to-revoke'],
} as const

/** Every kind of event, `who.verb`, in the order in which they are offered. */
export const labEvents = [
  kind('learner.open', 'open-{app}', {
    members: { app },
    ...onDevice,
    refused: ['choice.busy'],
    asks: {
      effect: 'open',
      at: ['away', 'home', 'form', 'inside', 'confirmingLogout', 'trouble'],
    },
  }),
  kind('learner.login', 'login-{app}', {
    members: { app },
    ...onDevice,
    refused: [['app-away', ofApp('choice.open-for-login')], ofApp('choice.login-elsewhere')],
    asks: { effect: 'login', at: ['home'] },
  }),
  kind('learner.submit', '{credentials}-{app}', {
    members: { app, credentials },
    ...onDevice,
    refused: [ofApp('choice.no-login-form')],
    asks: { effect: 'submit', at: ['form'] },
  }),
  kind('learner.load', 'load-{app}', {
    members: { app },
    ...onDevice,
    refused: notLoaded,
    asks: { effect: 'load', at: ['home', 'inside', 'confirmingLogout', 'trouble'] },
  }),
  /** Loads the protected page in two tabs at once; an app on a phone is open once. */
  kind('learner.race', 'race-{app}', {
    members: { app },
    about: 'browser',
    never: [['app-is-store', 'choice.no-second-tab'], ofApp('choice.not-on-the-phone')],
    refused: notLoaded,
    asks: { effect: 'race', at: ['home', 'inside', 'trouble'], guard: 'concernsTabs' },
  }),
  /** Orders what is in the cart, or posts: the step that must not happen behind the user's back. */
  kind('learner.checkout', 'checkout-{app}', {
    members: { app },
    ...onDevice,
    refused: [ofApp('choice.load-first')],
    asks: { effect: 'checkout', at: ['inside'] },
  }),
  /** Presses the log-out button of the page that is open. */
  kind('learner.logout', 'logout-{app}', {
    members: { app },
    ...onDevice,
    refused: [ofApp('choice.no-logout-button')],
    asks: { effect: 'logout', at: ['inside', 'confirmingLogout'] },
  }),
  /** Ends every login of the user, wherever it was made. */
  kind('learner.logout-everywhere', 'logout-everywhere', {
    members: {},
    about: 'log-out-everywhere',
    never: ['choice.no-logout-everywhere'],
    refused: ['choice.log-in-first'],
    asks: { effect: 'logout-everywhere', at: ['inside'], guard: 'hasButtonForAll' },
  }),
  kind('learner.change-password', 'change-password', {
    members: {},
    needs: 'password',
    refused: ['choice.log-in-to-change-password'],
    asks: { effect: 'change-password', guard: 'isLoggedIn' },
  }),
  kind('clock.expire', 'expire-{what}', {
    members: { what: member(expiringCredentials) },
    about: 'expiring-credential',
    refused: [
      ['fusionauth-stopped', 'choice.start-first'],
      {
        what: {
          session: 'choice.no-session',
          'refresh-token': 'choice.no-refresh-token',
          'sso-session': 'choice.no-sso-session',
          jwt: 'choice.no-jwt',
        },
      },
    ],
    asks: { effect: 'pass-time', guard: 'canExpire' },
  }),
  kind('clock.advance', 'wait-{seconds}', {
    members: { seconds },
    refused: [['fusionauth-stopped', 'choice.start-first'], 'choice.time-moves-on'],
    asks: { effect: 'pass-time', guard: 'canAdvance' },
  }),
  kind('hacker.steal', 'steal-{what}', {
    members: { what: member(stolenCredentials) },
    about: 'stealable-credential',
    refused: [
      [{ what: 'sso-session' }, 'choice.no-sso-session'],
      ['on-phone', 'choice.no-token-to-steal'],
      'choice.no-cookie-to-steal',
    ],
  }),
  kind('hacker.load', 'hack', { members: {}, refused: ['choice.nothing-stolen'] }),
  /** The Browser and the Hacker load the protected page at once. */
  kind('hacker.race', 'hack-race', {
    members: {},
    refused: [['nothing-stolen', 'choice.nothing-stolen'], ...notLoaded],
  }),
  /**
   * The Hacker presses the login link of an application, with what was stolen: only FusionAuth's own
   * session opens one so.
   */
  kind('hacker.open', 'hack-open-{app}', {
    members: { app },
    about: 'sso-in-browser',
    never: ['choice.no-sso'],
    refused: ['choice.nothing-stolen'],
  }),
  kind('hacker.attack', 'attack-{attack}', {
    members: { attack: member(attackIds) },
    refused: ['choice.no-such-attack'],
  }),
  kind('fusionauth.revoke', 'revoke', {
    members: {},
    ...ofRefreshToken,
    asks: { effect: 'revoke', guard: 'canRevoke' },
  }),
  /** Revokes every refresh token of the user. */
  kind('fusionauth.revoke-all', 'revoke-all', {
    members: {},
    ...ofRefreshToken,
    asks: { effect: 'revoke-all', guard: 'canRevokeAll' },
  }),
  /** Ends the single sign-on session of the user. */
  kind('fusionauth.end-sso', 'end-sso', {
    members: {},
    about: 'sso',
    refused: [['fusionauth-stopped', 'choice.fusionauth-stopped'], 'choice.no-sso-session'],
    asks: { effect: 'end-sso', guard: 'canEndSso' },
  }),
  /** A new key signs from now on; the old one stays, and what it signed is still accepted. */
  kind('fusionauth.add-key', 'add-key', {
    members: {},
    ...ofSigningKey,
    asks: { effect: 'add-key', guard: 'canRotateKey' },
  }),
  /** A new key signs from now on, and those of before are deleted: what they signed is over. */
  kind('fusionauth.rotate-key', 'rotate-key', {
    members: {},
    ...ofSigningKey,
    asks: { effect: 'rotate-key', guard: 'canRotateKey' },
  }),
  kind('fusionauth.stop', 'stop', {
    members: {},
    needs: 'power',
    refused: ['choice.stopped-already'],
  }),
  kind('fusionauth.start', 'start', { members: {}, needs: 'power', refused: ['choice.running'] }),
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

/** By which rule each kind of event happens. */
export const eventRules: Readonly<Record<LabEvent['type'], EventRule>> = Object.fromEntries(
  labEvents.map(({ type, rule }) => [type, rule]),
) as Record<LabEvent['type'], EventRule>

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
