/** What a cookie of the lab is for. */
export type CookieRole = 'sso' | 'session' | 'refresh-token' | 'jwt'

/**
 * The names that cookies go by, by what they are for: the applications' own first, then FusionAuth's
 * (FusionAuth docs, Cookies).
 */
export const cookieNames: Readonly<Record<CookieRole, readonly string[]>> = {
  sso: ['fusionauth.sso'],
  session: ['sid', '__Host-sid'],
  'refresh-token': ['rt', '__Host-rt', 'refresh_token'],
  jwt: ['jwt', '__Host-jwt', 'access_token'],
}

/** What a cookie of this name is for; null when the lab has no such cookie. */
export const roleOf = (name: string): CookieRole | null =>
  (Object.keys(cookieNames) as CookieRole[]).find((role) => cookieNames[role].includes(name)) ??
  null
