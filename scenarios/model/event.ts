/** What can happen in a run. Types only: no function. */

import type { ApplicationName } from './participant.ts'

/** What the learner types into a login form: a named case, or words of their own. */
export type LoginFormInput =
  | 'right'
  | 'wrong-password'
  | 'unknown-user'
  | { readonly loginId: string; readonly password: string }

/** What may run out. */
export type ExpiringCredential = 'session' | 'refresh-token' | 'sso-session' | 'jwt'

/** What may be stolen from the Browser, or from the Mobile app. */
export type StolenCredential = 'refresh-token' | 'session-id' | 'jwt' | 'sso-session'

/** An attack by its name; scenarios/attacks has a row for each. */
export type AttackId =
  | 'xss-reads-cookie'
  | 'xss-reads-local-storage'
  | 'xss-rides-session'
  | 'sniffing'
  | 'leaked-log'
  | 'leaked-har'
  | 'session-fixation'
  | 'csrf'
  | 'cookie-tossing'
  | 'code-leak'
  | 'code-injection'
  | 'login-csrf'
  | 'redirect-manipulation'
  | 'open-redirector'
  | 'pkce-downgrade'
  | 'code-replay'
  | 'redirect-307'
  | 'duplicate-parameters'
  | 'refresh-theft-reusable'
  | 'refresh-theft-thief-first'
  | 'refresh-theft-victim-first'
  | 'refresh-theft-victim-gone'
  | 'two-tab-race'
  | 'wrong-client'
  | 'scope-widening'
  | 'revival'
  | 'refresh-cookie-csrf'
  | 'sso-cookie-theft'
  | 'half-logout'
  | 'forged-logout-token'
  | 'stolen-refresh-token'
  | 'stolen-session-id'
  | 'stolen-jwt'

/** Everything that can happen in a run: `who.verb`. */
export type LabEvent =
  | { readonly type: 'learner.open'; readonly app: ApplicationName }
  | { readonly type: 'learner.login'; readonly app: ApplicationName }
  | {
      readonly type: 'learner.submit'
      readonly app: ApplicationName
      readonly credentials: LoginFormInput
    }
  | { readonly type: 'learner.load'; readonly app: ApplicationName }
  /** Presses the log-out button of the page that is open. */
  | { readonly type: 'learner.logout'; readonly app: ApplicationName }
  /** Loads the protected page in two tabs at once. */
  | { readonly type: 'learner.race'; readonly app: ApplicationName }
  /** Orders what is in the cart, or posts: the step that must not happen behind the user's back. */
  | { readonly type: 'learner.checkout'; readonly app: ApplicationName }
  | { readonly type: 'learner.change-password' }
  /** Ends every login of the user, wherever it was made. */
  | { readonly type: 'learner.logout-everywhere' }
  | { readonly type: 'clock.expire'; readonly what: ExpiringCredential }
  | { readonly type: 'clock.advance'; readonly seconds: number }
  | { readonly type: 'hacker.steal'; readonly what: StolenCredential }
  | { readonly type: 'hacker.load' }
  /** The Hacker presses the login link of an application, with what was stolen. */
  | { readonly type: 'hacker.open'; readonly app: ApplicationName }
  /** The Browser and the Hacker load the protected page at once. */
  | { readonly type: 'hacker.race' }
  | { readonly type: 'hacker.attack'; readonly attack: AttackId }
  | { readonly type: 'fusionauth.revoke' }
  /** Revokes every refresh token of the user. */
  | { readonly type: 'fusionauth.revoke-all' }
  /** Ends the single sign-on session of the user. */
  | { readonly type: 'fusionauth.end-sso' }
  | { readonly type: 'fusionauth.stop' }
  | { readonly type: 'fusionauth.start' }
