import { assign, fromPromise, setup } from 'xstate'
import type { ApplicationName, LabEvent, Lifetime, Loot } from '../vocabulary.ts'
import type { Act, Aftermath, Place, Seen } from './act.ts'
import { claimsAfter } from './aftermath.ts'
import {
  type Claims,
  isRenewable,
  letIn,
  opens,
  type Rules,
  served,
  servedTwice,
  ssoUsed,
  turnedAway,
} from './claims.ts'
import {
  loggedOut,
  loggedOutEverywhere,
  passwordChanged,
  revokedToken,
  revokedTokens,
  ssoEnded,
  ssoLoggedOut,
} from './endings.ts'
import { copied, intruded } from './intrusion.ts'

/** What decides how a workflow goes. */
export interface LabInput extends Rules {
  /** Protocol time at the beginning, milliseconds since 1970. */
  readonly start: number
}

export interface LabContext extends LabInput {
  readonly claims: Claims
  readonly loot: Loot | null
  /** Whether the Hacker shows what was stolen, and no key of an earlier visit. */
  readonly isAnew: boolean
  /** Whether the Hacker was let in who came at the same time as the user; null while that is open. */
  readonly race: boolean | null
  /** Where an attack left the user with each application; null while one goes on, or before. */
  readonly places: Aftermath['places'] | null
  /** Where the form that is shown asks for the password anew, of a user who is inside. */
  readonly confirms: readonly ApplicationName[]
  /** What can run out here at all. */
  readonly lifetimes: readonly Lifetime[]
  /** What can be stolen here at all. */
  readonly stealable: readonly Loot[]
}

/** FusionAuth shows the form, so a password given there is a login like any other. */
const isHosted = ({ login }: Pick<LabContext, 'login'>): boolean =>
  login === 'authorization-code' || login === 'implicit'

const nothingHappened: Aftermath = {
  did: [],
  places: { Store: 'trouble', Forums: 'trouble' },
}

/** Where the password is asked for anew, but for one application. */
const without = ({ confirms }: Pick<LabContext, 'confirms'>, app: ApplicationName) =>
  confirms.filter((other) => other !== app)

/** When something of the user's is over; 0 when there is none. */
export const deadline = ({ claims }: Pick<LabContext, 'claims'>, what: Lifetime): number => {
  const { Store } = claims.applications
  switch (what) {
    case 'session':
      return Store.session
    case 'jwt':
      return Store.jwt
    case 'refresh-token':
      return Store.refreshToken
    case 'sso-session':
      return claims.ssoSession
  }
}

/**
 * The one set-up of which every workflow is composed: types, and the names of effects and guards.
 * `act` is bound by the engine; without it a machine can be stepped purely, but does nothing.
 */
export const parts = setup({
  types: {
    context: {} as LabContext,
    events: {} as LabEvent,
    input: {} as LabInput,
    tags: {} as 'busy',
  },
  actors: {
    act: fromPromise<Seen, Act>(() =>
      Promise.reject(new Error('no engine is bound to this machine')),
    ),
  },
  guards: {
    /** The event concerns this application. */
    concerns: ({ event }, app: ApplicationName) => 'app' in event && event.app === app,
    /** The act ended at this place. */
    landed: (_, { place, seen }: { place: Place; seen: Seen }) => place === seen.place,
    /** FusionAuth let the user in by its form, and that left nothing at the application. */
    acceptedInVain: ({ context }, { place, seen }: { place: Place; seen: Seen }) =>
      context.sso && place === seen.place && (place === 'home' || seen.isOwnTrouble === true),
    /** The attack is over, and left the user here; null where the application is not open. */
    wasLeftAt: ({ context }, { app, place }: { app: ApplicationName; place: Place | null }) =>
      context.places !== null && context.places[app] === place,
    raceWon: ({ context }) => context.race === true,
    raceLost: ({ context }) => context.race === false,
    /** The application can be open in several tabs. */
    concernsTabs: ({ context, event }, app: ApplicationName) =>
      'app' in event && event.app === app && context.client !== 'mobile',
    /** The thing named can still run out. */
    canExpire: ({ context, event }) =>
      event.type === 'clock.expire' &&
      context.lifetimes.includes(event.what) &&
      deadline(context, event.what) > context.claims.now,
    /** Time moves on, never back, and by a whole number of seconds a browser could live through. */
    canAdvance: ({ event }) =>
      event.type === 'clock.advance' && Number.isFinite(event.seconds) && event.seconds > 0,
    /** The user's device holds what is to be stolen. */
    canSteal: ({ context, event }) => {
      if (event.type !== 'hacker.steal' || !context.stealable.includes(event.what)) return false
      return event.what === 'sso-session'
        ? context.claims.ssoSession > context.claims.now
        : context.claims.applications.Store.cookies
    },
    /** The application is part of this workflow. */
    isThere: ({ context, event }) =>
      context.client !== 'mobile' || ('app' in event && event.app === 'Store'),
    /** The Hacker holds something. */
    hackerHasLoot: ({ context }) => context.loot !== null,
    /** There is a refresh token to revoke. */
    canRevoke: ({ context }) => context.claims.applications.Store.refreshToken > context.claims.now,
    canRevokeAll: ({ context: { claims } }) =>
      Object.values(claims.applications).some(({ refreshToken }) => refreshToken > claims.now),
    canEndSso: ({ context: { claims } }) => claims.ssoSession > claims.now,
    /** The user is logged in at the Store, and so may change what is theirs. */
    isLoggedIn: ({ context }) => opens(context.claims, 'Store', context) > context.claims.now,
    /** There is a button that ends every login. */
    hasButtonForAll: ({ context, event }) =>
      event.type === 'learner.logout-everywhere' && context.settings['log-out-everywhere'],
  },
  actions: {
    /** The user proved who they are (or FusionAuth vouched for them): new session, new tokens. */
    login: assign(({ context }, params: { app: ApplicationName; now: number }) => {
      const confirms = without(context, params.app)
      if (context.confirms.includes(params.app) && !isHosted(context))
        return { claims: served(context.claims, params.app, context, params.now), confirms }
      return { claims: letIn(context.claims, params.app, context, params.now), confirms }
    }),
    /** Before the order is taken, a user who is known is asked for the password, and others to log in. */
    asksToConfirm: assign(({ context }, { app, now }: { app: ApplicationName; now: number }) => {
      const { claims } = context
      const isKnown = opens(claims, app, context) > claims.now || isRenewable(claims, app, context)
      return isKnown
        ? {
            claims: served(claims, app, context, now),
            confirms: [...without(context, app), app],
          }
        : { claims: turnedAway(claims, context, now) }
    }),
    /** The user went on to something else in this application. */
    confirmsNothing: assign(({ context }, params: { app: ApplicationName }) => ({
      confirms: without(context, params.app),
    })),
    /** The application answered with the protected page: the session slid, or was rebuilt. */
    served: assign(({ context }, params: { app: ApplicationName; now: number }) => ({
      claims: served(context.claims, params.app, context, params.now),
    })),
    /** The same in two tabs at once. */
    servedTwice: assign(({ context }, params: { app: ApplicationName; now: number }) => ({
      claims: servedTwice(context.claims, params.app, context, params.now),
    })),
    /** The application did not answer with the protected page: the user has to log in. */
    turnedAway: assign(({ context }, params: { now: number }) => ({
      claims: turnedAway(context.claims, context, params.now),
    })),
    /** The application ended its session and gave its tokens back, whatever FusionAuth said to it. */
    loggedOut: assign(
      ({ context }, params: { app: ApplicationName; now: number; isTold: boolean }) => ({
        claims: loggedOut(context.claims, params.app, context, params.now, params.isTold),
      }),
    ),
    /** The logout went all the way: FusionAuth's own session is over too. */
    ssoEnded: assign(({ context }) => ({ claims: ssoEnded(context.claims) })),
    /** A logout ends FusionAuth's session too, where the application sends the browser there. */
    ssoLoggedOut: assign(({ context }) => ({
      claims: ssoLoggedOut(context.claims, context),
    })),
    /** FusionAuth's form was passed, so its own session lives. */
    ssoBegun: assign(({ context }, params: { now: number }) => ({
      claims: ssoUsed({ ...context.claims, now: params.now }, context),
    })),
    /** Only time passed. */
    noted: assign(({ context }, params: { now: number }) => ({
      claims: { ...context.claims, now: params.now },
    })),
    /** The Hacker used what was stolen, and got in or not. */
    intruded: assign(({ context }, params: { now: number; isIn: boolean }) => ({
      claims: intruded(context.claims, context, {
        isAnew: context.isAnew,
        ...params,
        loot: context.loot ?? 'session-id',
      }),
    })),
    /** The Hacker comes, as a stranger or with what an earlier visit left. */
    comes: assign((_, params: { isAnew: boolean }) => ({ isAnew: params.isAnew })),
    /** A new Hacker sets out, with nothing in hand. */
    attackBegun: assign(() => ({ places: null, loot: null })),
    attackOver: assign(({ context }, { now, aftermath }: Seen) => ({
      claims: { ...claimsAfter(context.claims, context, aftermath ?? nothingHappened), now },
      places: (aftermath ?? nothingHappened).places,
      confirms: [],
    })),
    /** The lab itself broke in the middle of it. */
    attackLost: assign(() => ({ places: nothingHappened.places })),
    /** User and Hacker set out at the same time. */
    raceBegun: assign(() => ({ race: null })),
    /** Both were answered, and the Hacker got in or not. */
    raceOver: assign((_, params: { isIn: boolean }) => ({ race: params.isIn })),
    took: assign(({ context }, params: { loot: Loot }) => ({
      loot: params.loot,
      claims: copied(context.claims, context, params.loot),
    })),
    revoked: assign(({ context }) => ({ claims: revokedToken(context.claims) })),
    revokedAll: assign(({ context }) => ({ claims: revokedTokens(context.claims) })),
    passwordChanged: assign(({ context }) => ({
      claims: passwordChanged(context.claims, context),
    })),
    loggedOutEverywhere: assign(({ context }, params: { now: number }) => ({
      claims: loggedOutEverywhere(context.claims, context, params.now),
    })),
  },
})
