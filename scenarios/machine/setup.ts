import { assign, fromPromise, setup } from 'xstate'
import type { StolenCredential } from '../model/credential.ts'
import type { LabEvent } from '../model/event.ts'
import type { ApplicationName } from '../model/participant.ts'
import type { Effect, AttackResult, PageKind, EffectResult } from './effect.ts'
import { stateAfterAttack } from './attack-result.ts'
import { canRefresh, recordLogin, credentialExpiresAt, touchSsoSession } from './expected-state.ts'
import { extendSession, extendSessionInTwoTabs, rejectRequest } from './protected-requests.ts'
import {
  recordLogout,
  recordLogoutEverywhere,
  changePassword,
  revokeRefreshToken,
  revokeAllRefreshTokens,
  endJwts,
  endSsoSession,
  endSsoSessionByLogout,
} from './endings.ts'
import { deadline, type LabContext, type LabInput } from './context.ts'
import { copyRefreshToken, recordIntrusion } from './intrusion.ts'
import { isHosted } from '../model/workflow-shape.ts'

const noResult: AttackResult = {
  completed: [],
  pages: { Store: 'trouble', Forums: 'trouble' },
}

/** Where the password is asked for anew, but for one application. */
const without = (
  { reauthenticating }: Pick<LabContext, 'reauthenticating'>,
  app: ApplicationName,
) => reauthenticating.filter((other) => other !== app)

/**
 * The one set-up of which every workflow is composed: types, and the names of actions and guards.
 * `effect` is bound by the engine; without it a machine can be stepped purely, but does nothing.
 */
export const machineSetup = setup({
  types: {
    context: {} as LabContext,
    events: {} as LabEvent,
    input: {} as LabInput,
    tags: {} as 'busy',
  },
  actors: {
    effect: fromPromise<EffectResult, Effect>(() =>
      Promise.reject(new Error('no engine is bound to this machine')),
    ),
  },
  guards: {
    /** The event concerns this application. */
    concerns: ({ event }, app: ApplicationName) => 'app' in event && event.app === app,
    /** The effect ended on a page of this kind. */
    landedOn: (_, { page, result }: { page: PageKind; result: EffectResult }) =>
      page === result.page,
    /** FusionAuth let the user in by its form, and that left nothing at the application. */
    acceptedOnlyByFusionAuth: (
      { context },
      { page, result }: { page: PageKind; result: EffectResult },
    ) =>
      context.sso &&
      page === result.page &&
      (page === 'home' || result.isApplicationError === true),
    /** The attack is over, and left the user here; null where the application is not open. */
    wasLeftAt: ({ context }, { app, page }: { app: ApplicationName; page: PageKind | null }) =>
      context.pages !== null && context.pages[app] === page,
    raceWon: ({ context }) => context.race === true,
    raceLost: ({ context }) => context.race === false,
    /** The application can be open in several tabs. */
    concernsTabs: ({ context, event }, app: ApplicationName) =>
      'app' in event && event.app === app && context.client !== 'mobile',
    /** The thing named can still run out. */
    canExpire: ({ context, event }) =>
      event.type === 'clock.expire' &&
      context.expiring.includes(event.what) &&
      deadline(context, event.what) > context.expected.now,
    /** Time moves on, never back, and by a whole number of seconds a browser could live through. */
    canAdvance: ({ event }) =>
      event.type === 'clock.advance' && Number.isFinite(event.seconds) && event.seconds > 0,
    /** The user's device holds what is to be stolen. */
    canSteal: ({ context, event }) => {
      if (event.type !== 'hacker.steal' || !context.stealable.includes(event.what)) return false
      return event.what === 'sso-session'
        ? context.expected.ssoSession > context.expected.now
        : context.expected.applications.Store.cookies
    },
    /** The application is part of this workflow. */
    isThere: ({ context, event }) =>
      context.client !== 'mobile' || ('app' in event && event.app === 'Store'),
    /** The Hacker holds something. */
    hackerHasStolenCredential: ({ context }) => context.stolen !== null,
    /** There is a refresh token to revoke. */
    canRevoke: ({ context }) =>
      context.expected.applications.Store.refreshToken > context.expected.now,
    canRevokeAll: ({ context: { expected: state } }) =>
      Object.values(state.applications).some(({ refreshToken }) => refreshToken > state.now),
    canEndSso: ({ context: { expected: state } }) => state.ssoSession > state.now,
    /** The user's device holds JWTs here, which a key has signed. */
    canRotateKey: ({ context }) => context.expiring.includes('jwt'),
    /** The user is logged in at the Store, and so may change what is theirs. */
    isLoggedIn: ({ context }) =>
      credentialExpiresAt(context.expected, 'Store', context) > context.expected.now,
    /** There is a button that ends every login. */
    hasButtonForAll: ({ context, event }) =>
      event.type === 'learner.logout-everywhere' && context.settings['log-out-everywhere'],
  },
  actions: {
    /** The user proved who they are (or FusionAuth vouched for them): new session, new tokens. */
    recordLogin: assign(({ context }, params: { app: ApplicationName; now: number }) => {
      const reauthenticating = without(context, params.app)
      // A password given in FusionAuth's own form is a login like any other.
      if (context.reauthenticating.includes(params.app) && !isHosted(context))
        return {
          expected: extendSession(context.expected, params.app, context, params.now),
          reauthenticating,
        }
      return {
        expected: recordLogin(context.expected, params.app, context, params.now),
        reauthenticating,
      }
    }),
    /** Before the order is taken, a user who is known is asked for the password, and others to log in. */
    requireReauthentication: assign(
      ({ context }, { app, now }: { app: ApplicationName; now: number }) => {
        const { expected: state } = context
        const isKnown =
          credentialExpiresAt(state, app, context) > state.now || canRefresh(state, app, context)
        return isKnown
          ? {
              expected: extendSession(state, app, context, now),
              reauthenticating: [...without(context, app), app],
            }
          : { expected: rejectRequest(state, context, now) }
      },
    ),
    /** The user went on to something else in this application. */
    clearReauthentication: assign(({ context }, params: { app: ApplicationName }) => ({
      reauthenticating: without(context, params.app),
    })),
    /** The application answered with the protected page: the session slid, or was rebuilt. */
    extendSession: assign(({ context }, params: { app: ApplicationName; now: number }) => ({
      expected: extendSession(context.expected, params.app, context, params.now),
    })),
    /** The same in two tabs at once. */
    extendSessionInTwoTabs: assign(
      ({ context }, params: { app: ApplicationName; now: number }) => ({
        expected: extendSessionInTwoTabs(context.expected, params.app, context, params.now),
      }),
    ),
    /** The application did not answer with the protected page: the user has to log in. */
    rejectRequest: assign(({ context }, params: { now: number }) => ({
      expected: rejectRequest(context.expected, context, params.now),
    })),
    /** The application ended its session and gave its tokens back, whatever FusionAuth said to it. */
    recordLogout: assign(
      ({ context }, params: { app: ApplicationName; now: number; isTold: boolean }) => ({
        expected: recordLogout(context.expected, params.app, context, params.now, params.isTold),
      }),
    ),
    /** The logout went all the way: FusionAuth's own session is over too. */
    endSsoSession: assign(({ context }) => ({ expected: endSsoSession(context.expected) })),
    /** A logout ends FusionAuth's session too, where the application sends the browser there. */
    endSsoSessionByLogout: assign(({ context }) => ({
      expected: endSsoSessionByLogout(context.expected, context),
    })),
    /** FusionAuth's form was passed, so its own session lives. */
    startSsoSession: assign(({ context }, params: { now: number }) => ({
      expected: touchSsoSession({ ...context.expected, now: params.now }, context),
    })),
    /** Only time passed. */
    assignNow: assign(({ context }, params: { now: number }) => ({
      expected: { ...context.expected, now: params.now },
    })),
    /** The Hacker used what was stolen, and got in or not. */
    recordIntrusion: assign(({ context }, params: { now: number; isIn: boolean }) => ({
      expected: recordIntrusion(context.expected, context, {
        isFirstVisit: context.isFirstVisit,
        ...params,
        credential: context.stolen ?? 'session-id',
      }),
    })),
    /** The Hacker comes, as a stranger or with what an earlier visit left. */
    assignFirstVisit: assign((_, params: { isFirstVisit: boolean }) => ({
      isFirstVisit: params.isFirstVisit,
    })),
    /** A new Hacker sets out, with nothing in hand. */
    startAttack: assign(() => ({ pages: null, stolen: null })),
    finishAttack: assign(({ context }, { now, attackResult }: EffectResult) => ({
      expected: { ...stateAfterAttack(context.expected, context, attackResult ?? noResult), now },
      pages: (attackResult ?? noResult).pages,
      reauthenticating: [],
    })),
    /** The lab itself broke in the middle of it. */
    abandonAttack: assign(() => ({ pages: noResult.pages })),
    /** User and Hacker set out at the same time. */
    startRace: assign(() => ({ race: null })),
    /** Both were answered, and the Hacker got in or not. */
    finishRace: assign((_, params: { isIn: boolean }) => ({ race: params.isIn })),
    assignStolenCredential: assign(({ context }, params: { credential: StolenCredential }) => ({
      stolen: params.credential,
      expected: copyRefreshToken(context.expected, context, params.credential),
    })),
    revokeRefreshToken: assign(({ context }) => ({
      expected: revokeRefreshToken(context.expected),
    })),
    revokeAllRefreshTokens: assign(({ context }) => ({
      expected: revokeAllRefreshTokens(context.expected),
    })),
    endJwts: assign(({ context }) => ({ expected: endJwts(context.expected) })),
    changePassword: assign(({ context }) => ({
      expected: changePassword(context.expected, context),
    })),
    recordLogoutEverywhere: assign(({ context }, params: { now: number }) => ({
      expected: recordLogoutEverywhere(context.expected, context, params.now),
    })),
  },
})
