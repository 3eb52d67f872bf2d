import type { StandInContext, Instance } from './instance.ts'

/** FusionAuth's way of saying "keep it": the expiry is enforced on the server, not by the cookie. */
const forever = 2_147_483_647

/**
 * Sets a cookie with the attributes, and in their order, that FusionAuth sends: never a Domain,
 * always HttpOnly and SameSite=Lax (but see `tokenCookieSameSite`), Secure exactly on https. Without
 * `maxAge` (seconds) it is a session cookie. Hono's `setCookie` refuses a Max-Age beyond 400 days,
 * so the line is written here.
 */
export const setCookie = (
  { origin }: Instance,
  exchange: StandInContext,
  name: string,
  value: string,
  maxAge?: number | 'forever',
  sameSite: 'Lax' | 'None' = 'Lax',
): void => {
  const age = maxAge === 'forever' ? forever : maxAge
  const attributes = [
    `${name}=${value}`,
    'HttpOnly',
    ...(age === undefined ? [] : [`Max-Age=${age}`]),
    'Path=/',
    `SameSite=${sameSite}`,
    ...(origin.startsWith('https:') ? ['Secure'] : []),
  ]
  exchange.header('Set-Cookie', attributes.join('; '), { append: true })
}

/** Takes a cookie back. One that crosses sites is told so, or the browser would not let it go there. */
export const deleteCookie = (
  exchange: StandInContext,
  name: string,
  sameSite: 'Lax' | 'None' = 'Lax',
): void => {
  const crossing = sameSite === 'None' ? '; SameSite=None; Secure' : ''
  exchange.header('Set-Cookie', `${name}=; Max-Age=0; Path=/${crossing}`, { append: true })
}
