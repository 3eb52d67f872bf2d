import { slugs } from './play.ts'

/**
 * Workflows whose tours are played in a page as well: the first three, and one each of what only a
 * script or an app does (CORS and local storage, a fragment, a phone's browser with PKCE).
 */
export const carried: readonly string[] = [
  ...Object.values(slugs),
  'spa/native-login-form-to-fusionauth-jwts-local-storage-refresh-tokens-cookies',
  'spa/oauth-implicit-grant-sessions',
  'mobile/oauth-authorization-code-grant-pkce-jwts-refresh-tokens',
]
