import { changePassword } from './api/change-password.ts'
import { refreshJwt } from './api/jwt-refresh.ts'
import { deleteKey, generateKey, listKeys } from './api/keys.ts'
import { login } from './api/login.ts'
import { logout } from './api/logout.ts'
import { listRefreshTokens, revokeByRule, revokeRefreshTokenById } from './api/refresh-tokens.ts'
import { withApiKey, withGlobalKey } from './api/request.ts'
import { patchTenant } from './api/tenants.ts'
import type { Route } from './instance.ts'
import { showLogin, submitLogin } from './oauth2/authorize.ts'
import { completeLogin, decideConsent } from './oauth2/consent.ts'
import { publishKeys } from './oauth2/discovery.ts'
import { endSession } from './oauth2/logout.ts'
import { showRequiredAction } from './oauth2/required-actions.ts'
import { issueTokens } from './oauth2/token.ts'
import { showRoot } from './other-pages.ts'

/**
 * Every address that a run asks: of the applications and their scripts, of the attacks, and of what an
 * operator does in a lesson. What stands here alone is in a page; the rest is in `routes.ts`.
 */
// prettier-ignore
export const loginRoutes: readonly Route[] = [
  // Hosted pages and OAuth 2.0
  ['GET',     '/oauth2/authorize',                         showLogin],
  ['POST',    '/oauth2/authorize',                         submitLogin],
  ['GET',     '/oauth2/consent',                           completeLogin],
  ['POST',    '/oauth2/consent',                           decideConsent],
  ['GET',     '/oauth2/two-factor',                        showRequiredAction('two-factor')],
  ['GET',     '/email/verification-required',              showRequiredAction('email-verification')],
  ['GET',     '/registration/verification-required',       showRequiredAction('registration-verification')],
  ['GET',     '/oauth2/authorized-not-registered',         showRequiredAction('unregistered')],
  ['POST',    '/oauth2/token',                             issueTokens],
  ['GET',     '/oauth2/logout',                            endSession],
  ['POST',    '/oauth2/logout',                            endSession],
  ['GET',     '/',                                         showRoot],
  ['GET',     '/.well-known/jwks.json',                    publishKeys],

  // Logins and tokens; who may call is decided by the application, the token or the id in the request
  ['POST',    '/api/login',                                login],
  ['POST',    '/api/logout',                               logout],
  ['POST',    '/api/jwt/refresh',                          refreshJwt],
  ['DELETE',  '/api/jwt/refresh',                          revokeByRule],
  ['DELETE',  '/api/jwt/refresh/:tokenId',                 revokeRefreshTokenById],
  ['POST',    '/api/user/change-password',                 changePassword],

  // With an API key that permits it
  ['GET',     '/api/jwt/refresh',                          withApiKey(listRefreshTokens)],
  ['PATCH',   '/api/tenant/:tenantId',                     withGlobalKey(patchTenant)],
  ['GET',     '/api/key',                                  withApiKey(listKeys)],
  ['POST',    '/api/key/generate',                         withGlobalKey(generateKey)],
  ['DELETE',  '/api/key/:keyId',                           withGlobalKey(deleteKey)],
]
