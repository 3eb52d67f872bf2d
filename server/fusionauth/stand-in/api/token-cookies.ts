import { setCookie } from '../cookies.ts'
import type { StandInContext, Instance } from '../instance.ts'

/** FusionAuth's names of the cookies that its JSON APIs set beside the JSON. */
export const accessTokenCookie = 'access_token'
export const refreshTokenCookie = 'refresh_token'

/** The same tokens once more as cookies; the refresh token's lasts as long as the token, in seconds. */
export const setTokenCookies = (
  instance: Instance,
  exchange: StandInContext,
  accessToken: string,
  refreshToken: { readonly value: string; readonly seconds: number } | undefined,
): void => {
  const sameSite = instance.tokenCookieSameSite
  setCookie(instance, exchange, accessTokenCookie, accessToken, undefined, sameSite)
  if (refreshToken === undefined) return
  const { value, seconds } = refreshToken
  setCookie(instance, exchange, refreshTokenCookie, value, seconds, sameSite)
}
