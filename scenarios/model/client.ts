/** What kinds of clients there are, how their users log in, and what keeps them logged in. Lists and types; no schema, so that a page may load it. */

/** What kind of client the application is. */
export type ClientType = 'webapp' | 'spa' | 'mobile'

/** How the user logs in. */
export type Login =
  | 'authorization-code'
  | 'password-grant'
  /** A form of the application's own, which its backend hands on to FusionAuth. */
  | 'native'
  /** A form of the application's own, sent straight to FusionAuth by a script or an app. */
  | 'native-at-fusionauth'
  /** The grant that brings a token in the fragment of an address (RFC 6749 §4.2). */
  | 'implicit'

/**
 * What an application knows a logged-in client by from request to request, and where that lies: in a
 * cookie, in the page's local storage, on a device. A session is state on the application's server; a
 * JWT carries all of it.
 */
export type SessionStrategy =
  | 'session'
  | 'session+refresh'
  | 'jwt+refresh'
  | 'jwt-cookie'
  | 'jwt-local-storage'

/**
 * How FusionAuth is set up: with its own defaults, or as RFC 9700 asks. Named in the trace, because
 * the same lesson goes differently.
 */
export const profiles = ['fidelity', 'hardened'] as const
export type Profile = (typeof profiles)[number]
