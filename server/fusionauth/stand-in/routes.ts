import { apiRoutes } from './api/routes.ts'
import { showLogin, submitLogin } from './oauth2/authorize.ts'
import { completeLogin, decideConsent } from './oauth2/consent.ts'
import { approveDevice, retrieveUserCode, validateUserCode } from './oauth2/device/device-api.ts'
import { authorizeDevice } from './oauth2/device/device-authorize.ts'
import { showDeviceComplete, showDevicePage, submitUserCode } from './oauth2/device/device-page.ts'
import { describeProvider, publishKeys } from './oauth2/discovery.ts'
import { showRequiredAction } from './oauth2/required-actions.ts'
import { introspect } from './oauth2/introspect.ts'
import { endSession } from './oauth2/logout.ts'
import { showPasswordChange, submitPasswordChange } from './oauth2/password-change.ts'
import { issueTokens } from './oauth2/token.ts'
import { tellUserInfo } from './oauth2/userinfo.ts'
import { showRoot } from './other-pages.ts'
import type { StandInHandler } from './instance.ts'

/** Every address of the stand-in, and who answers there. A path that stands first wins. */
// prettier-ignore
export const routes: readonly (readonly [method: string, path: string, handler: StandInHandler])[] = [
  // Hosted pages and OAuth 2.0
  ['GET',    '/oauth2/authorize',                            showLogin],
  ['POST',   '/oauth2/authorize',                            submitLogin],
  ['GET',    '/oauth2/consent',                              completeLogin],
  ['POST',   '/oauth2/consent',                              decideConsent],
  ['GET',    '/oauth2/two-factor',                           showRequiredAction('two-factor')],
  ['GET',    '/email/verification-required',                 showRequiredAction('email-verification')],
  ['GET',    '/registration/verification-required',          showRequiredAction('registration-verification')],
  ['GET',    '/oauth2/authorized-not-registered',            showRequiredAction('unregistered')],
  ['GET',    '/password/change/:changePasswordId',           showPasswordChange],
  ['POST',   '/password/change/:changePasswordId',           submitPasswordChange],
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
  ['GET',    '/',                                            showRoot],

  // What anybody may read
  ['GET',    '/.well-known/jwks.json',                       publishKeys],
  ['GET',    '/.well-known/openid-configuration',            describeProvider],
  ['GET',    '/.well-known/openid-configuration/:tenantId',  describeProvider],
  ['GET',    '/:tenantId/.well-known/openid-configuration',  describeProvider],

  ...apiRoutes,
]
