/** What the login of a user hangs on. Lists and their types; no schema, so that a page may load it. */

/** What may run out. */
export const expiringCredentials = ['session', 'jwt', 'refresh-token', 'sso-session'] as const
export type ExpiringCredential = (typeof expiringCredentials)[number]

/** What may be stolen from the Browser, or from the Mobile app. */
export const stolenCredentials = ['refresh-token', 'session-id', 'jwt', 'sso-session'] as const
export type StolenCredential = (typeof stolenCredentials)[number]

/** What the learner types into a login form, where it has a name. */
export const loginCases = ['right', 'wrong-password', 'unknown-user'] as const
