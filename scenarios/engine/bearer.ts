/** How a client without cookies shows what it holds. */

/** Header in which an app sends its refresh token along; a GET has no body to put it into. */
export const refreshTokenHeader = 'x-refresh-token'

/** A token as whoever bears it shows it (RFC 6750 §2.1). */
export const bearer = (token: string): readonly [string, string] => [
  'authorization',
  `Bearer ${token}`,
]
