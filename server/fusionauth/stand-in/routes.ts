import { apiRoutes } from './api/routes.ts'
import { approveDevice, retrieveUserCode, validateUserCode } from './oauth2/device/device-api.ts'
import { authorizeDevice } from './oauth2/device/device-authorize.ts'
import { showDeviceComplete, showDevicePage, submitUserCode } from './oauth2/device/device-page.ts'
import { describeProvider } from './oauth2/discovery.ts'
import { introspect } from './oauth2/introspect.ts'
import { showPasswordChange, submitPasswordChange } from './oauth2/password-change.ts'
import { tellUserInfo } from './oauth2/userinfo.ts'
import type { Route } from './instance.ts'
import { loginRoutes } from './login-routes.ts'

/** Every address of the stand-in, and who answers there. A path that stands first wins. */
// prettier-ignore
export const routes: readonly Route[] = [
  ...loginRoutes,

  // Hosted pages and OAuth 2.0
  ['GET',    '/password/change/:changePasswordId',           showPasswordChange],
  ['POST',   '/password/change/:changePasswordId',           submitPasswordChange],
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

  // What anybody may read
  ['GET',    '/.well-known/openid-configuration',            describeProvider],
  ['GET',    '/.well-known/openid-configuration/:tenantId',  describeProvider],
  ['GET',    '/:tenantId/.well-known/openid-configuration',  describeProvider],

  ...apiRoutes,
]
