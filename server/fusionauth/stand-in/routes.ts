import {
  createApplication,
  deleteApplication,
  listApplications,
  patchApplication,
  retrieveApplication,
} from './api/applications.ts'
import { refreshJwt } from './api/jwt-refresh.ts'
import { generateKey, listKeys, retrieveKey, retrievePublicKey } from './api/keys.ts'
import { login } from './api/login.ts'
import { logout } from './api/logout.ts'
import {
  listRefreshTokens,
  retrieveRefreshToken,
  revokeByRule,
  revokeRefreshTokenById,
} from './api/refresh-tokens.ts'
import { createRegistration } from './api/registrations.ts'
import { withApiKey } from './api/request.ts'
import { retrieveHealth, retrieveStatus, retrieveVersion } from './api/system.ts'
import { createTenant, listTenants, patchTenant, retrieveTenant } from './api/tenants.ts'
import { createUser, deleteUser, retrieveUser, searchUser } from './api/users.ts'
import { showLogin, submitLogin } from './oauth2/authorize.ts'
import { completeLogin, decideConsent } from './oauth2/consent.ts'
import { approveDevice, retrieveUserCode, validateUserCode } from './oauth2/device/device-api.ts'
import { authorizeDevice } from './oauth2/device/device-authorize.ts'
import { showDeviceComplete, showDevicePage, submitUserCode } from './oauth2/device/device-page.ts'
import { describeProvider, publishKeys } from './oauth2/discovery.ts'
import { showHop } from './oauth2/hops.ts'
import { introspect } from './oauth2/introspect.ts'
import { endSession } from './oauth2/logout.ts'
import { issueTokens } from './oauth2/token.ts'
import { tellUserInfo } from './oauth2/userinfo.ts'
import type { Handler } from './instance.ts'

/** Every address of the stand-in, and who answers there. A path that stands first wins. */
// prettier-ignore
export const routes: readonly (readonly [method: string, path: string, handler: Handler])[] = [
  // Hosted pages and OAuth 2.0
  ['GET',    '/oauth2/authorize',                            showLogin],
  ['POST',   '/oauth2/authorize',                            submitLogin],
  ['GET',    '/oauth2/consent',                              completeLogin],
  ['POST',   '/oauth2/consent',                              decideConsent],
  ['GET',    '/oauth2/two-factor',                           showHop('two-factor')],
  ['GET',    '/oauth2/authorized-not-registered',            showHop('unregistered')],
  ['GET',    '/password/change',                             showHop('password-change')],
  ['POST',   '/oauth2/token',                                issueTokens],
  ['POST',   '/oauth2/introspect',                           introspect],
  ['GET',    '/oauth2/userinfo',                             tellUserInfo],
  ['POST',   '/oauth2/userinfo',                             tellUserInfo],
  ['POST',   '/oauth2/device_authorize',                     authorizeDevice],
  ['GET',    '/oauth2/device',                               showDevicePage],
  ['POST',   '/oauth2/device',                               submitUserCode],
  ['GET',    '/oauth2/device-complete',                      showDeviceComplete],
  ['GET',    '/oauth2/device/validate',                      validateUserCode],
  ['GET',    '/oauth2/device/user-code',                     retrieveUserCode],
  ['POST',   '/oauth2/device/user-code',                     retrieveUserCode],
  ['POST',   '/oauth2/device/approve',                       approveDevice],
  ['GET',    '/oauth2/logout',                               endSession],
  ['POST',   '/oauth2/logout',                               endSession],

  // What anybody may read
  ['GET',    '/.well-known/jwks.json',                       publishKeys],
  ['GET',    '/.well-known/openid-configuration',            describeProvider],
  ['GET',    '/.well-known/openid-configuration/:tenantId',  describeProvider],
  ['GET',    '/:tenantId/.well-known/openid-configuration',  describeProvider],
  ['GET',    '/api/jwt/public-key',                          retrievePublicKey],
  ['GET',    '/api/health',                                  retrieveHealth],
  ['GET',    '/api/status',                                  retrieveStatus],

  // Logins and tokens; who may call is decided by the application or by the token
  ['POST',   '/api/login',                                   login],
  ['POST',   '/api/logout',                                  logout],
  ['POST',   '/api/jwt/refresh',                             refreshJwt],
  ['DELETE', '/api/jwt/refresh',                             revokeByRule],
  ['DELETE', '/api/jwt/refresh/:tokenId',                    revokeRefreshTokenById],

  // With the API key only
  ['GET',    '/api/jwt/refresh',                 withApiKey(listRefreshTokens)],
  ['GET',    '/api/jwt/refresh/:tokenId',        withApiKey(retrieveRefreshToken)],
  ['GET',    '/api/system/version',              withApiKey(retrieveVersion)],
  ['GET',    '/api/tenant',                      withApiKey(listTenants)],
  ['POST',   '/api/tenant',                      withApiKey(createTenant)],
  ['GET',    '/api/tenant/:tenantId',            withApiKey(retrieveTenant)],
  ['POST',   '/api/tenant/:tenantId',            withApiKey(createTenant)],
  ['PATCH',  '/api/tenant/:tenantId',            withApiKey(patchTenant)],
  ['GET',    '/api/application',                 withApiKey(listApplications)],
  ['POST',   '/api/application',                 withApiKey(createApplication)],
  ['GET',    '/api/application/:applicationId',  withApiKey(retrieveApplication)],
  ['POST',   '/api/application/:applicationId',  withApiKey(createApplication)],
  ['PATCH',  '/api/application/:applicationId',  withApiKey(patchApplication)],
  ['DELETE', '/api/application/:applicationId',  withApiKey(deleteApplication)],
  ['GET',    '/api/key',                         withApiKey(listKeys)],
  ['POST',   '/api/key/generate',                withApiKey(generateKey)],
  ['POST',   '/api/key/generate/:keyId',         withApiKey(generateKey)],
  ['GET',    '/api/key/:keyId',                  withApiKey(retrieveKey)],
  ['POST',   '/api/user/registration',           withApiKey(createRegistration)],
  ['POST',   '/api/user/registration/:userId',   withApiKey(createRegistration)],
  ['GET',    '/api/user',                        withApiKey(searchUser)],
  ['POST',   '/api/user',                        withApiKey(createUser)],
  ['GET',    '/api/user/:userId',                withApiKey(retrieveUser)],
  ['POST',   '/api/user/:userId',                withApiKey(createUser)],
  ['DELETE', '/api/user/:userId',                withApiKey(deleteUser)],
]
