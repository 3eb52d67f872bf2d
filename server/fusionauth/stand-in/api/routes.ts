import type { Route } from '../instance.ts'
import { changePassword, checkChangePasswordId, forgotPassword } from './change-password.ts'
import {
  createApplication,
  deleteApplication,
  listApplications,
  patchApplication,
  retrieveApplication,
  retrieveOAuthConfiguration,
  updateApplication,
} from './applications.ts'
import {
  createApiKey,
  deleteApiKey,
  patchApiKey,
  retrieveApiKey,
  updateApiKey,
} from './api-keys.ts'
import { issueJwt, validateJwt, vendJwt } from './jwt.ts'
import { importKey } from './import-key.ts'
import { generateKey, retrieveKey, retrievePublicKey, updateKey } from './keys.ts'
import { ping } from './login-ping.ts'
import { retrieveRefreshToken } from './refresh-tokens.ts'
import {
  createRegistration,
  deleteRegistration,
  patchRegistration,
  retrieveRegistration,
  updateRegistration,
} from './registrations.ts'
import { withApiKey, withGlobalKey } from './request.ts'
import { createRole, deleteRole, patchRole, updateRole } from './roles.ts'
import {
  patchSystemConfiguration,
  retrieveSystemConfiguration,
  updateSystemConfiguration,
} from './system-configuration.ts'
import { retrieveHealth, retrieveStatus, retrieveVersion } from './system.ts'
import { searchApplications, searchKeys, searchTenants } from './searches.ts'
import { createTenant, deleteTenant, listTenants, retrieveTenant, updateTenant } from './tenants.ts'
import {
  createUserAction,
  deleteUserAction,
  listUserActions,
  patchUserAction,
  retrieveUserAction,
  updateUserAction,
} from './user-actions.ts'
import { actionUser, cancelAction, listActions, modifyAction, retrieveAction } from './actions.ts'
import { deleteUser, deleteUsers } from './user-deletion.ts'
import { searchUsers, searchUsersByQuery } from './user-search.ts'
import { createUser, patchUser, retrieveUser, retrieveUserBy, updateUser } from './users.ts'
import { resendVerification, verifyEmail, verifyRegistration } from './verification.ts'

/** Every address below `/api` but those of `login-routes.ts`. */
// prettier-ignore
export const apiRoutes: readonly Route[] = [
  // What anybody may read
  ['GET',    '/api/jwt/public-key',               retrievePublicKey],
  ['GET',    '/api/health',                       retrieveHealth],
  ['GET',    '/api/status',                       retrieveStatus],

  // Logins and tokens; who may call is decided by the application, the token or the id in the request
  ['PUT',    '/api/login',                                ping],
  ['PUT',    '/api/login/:userId/:applicationId',         ping],
  ['GET',    '/api/jwt/validate',                         validateJwt],
  ['GET',    '/api/jwt/issue',                            issueJwt],
  ['GET',    '/api/user/change-password/:changePasswordId',   checkChangePasswordId],
  ['POST',   '/api/user/change-password/:changePasswordId',   changePassword],
  ['POST',   '/api/user/verify-email',                    verifyEmail],
  ['POST',   '/api/user/verify-registration',                   verifyRegistration],

  // With an API key that permits it
  ['POST',   '/api/jwt/vend',                     withApiKey(vendJwt)],
  ['GET',    '/api/jwt/refresh/:tokenId',         withApiKey(retrieveRefreshToken)],
  ['GET',    '/api/system/version',               withApiKey(retrieveVersion)],

  ['GET',    '/api/tenant',                       withApiKey(listTenants)],
  ['POST',   '/api/tenant',                       withGlobalKey(createTenant)],
  ['GET',    '/api/tenant/search',                withApiKey(searchTenants)],
  ['POST',   '/api/tenant/search',                withApiKey(searchTenants)],
  ['GET',    '/api/tenant/:tenantId',             withApiKey(retrieveTenant)],
  ['POST',   '/api/tenant/:tenantId',             withGlobalKey(createTenant)],
  ['PUT',    '/api/tenant/:tenantId',             withGlobalKey(updateTenant)],
  ['DELETE', '/api/tenant/:tenantId',             withGlobalKey(deleteTenant)],

  ['GET',    '/api/application',                  withApiKey(listApplications)],
  ['POST',   '/api/application',                  withApiKey(createApplication)],
  ['GET',    '/api/application/search',           withApiKey(searchApplications)],
  ['POST',   '/api/application/search',           withApiKey(searchApplications)],
  ['GET',    '/api/application/:applicationId',   withApiKey(retrieveApplication)],
  ['POST',   '/api/application/:applicationId',   withApiKey(createApplication)],
  ['PUT',    '/api/application/:applicationId',   withApiKey(updateApplication)],
  ['PATCH',  '/api/application/:applicationId',   withApiKey(patchApplication)],
  ['DELETE', '/api/application/:applicationId',   withApiKey(deleteApplication)],
  ['GET',    '/api/application/:applicationId/oauth-configuration', withApiKey(retrieveOAuthConfiguration)],
  ['POST',   '/api/application/:applicationId/role',                withApiKey(createRole)],
  ['POST',   '/api/application/:applicationId/role/:roleId',        withApiKey(createRole)],
  ['PUT',    '/api/application/:applicationId/role/:roleId',        withApiKey(updateRole)],
  ['PATCH',  '/api/application/:applicationId/role/:roleId',        withApiKey(patchRole)],
  ['DELETE', '/api/application/:applicationId/role/:roleId',        withApiKey(deleteRole)],

  ['POST',   '/api/key/generate/:keyId',          withGlobalKey(generateKey)],
  ['POST',   '/api/key/import',                   withGlobalKey(importKey)],
  ['POST',   '/api/key/import/:keyId',            withGlobalKey(importKey)],
  ['GET',    '/api/key/search',                   withApiKey(searchKeys)],
  ['POST',   '/api/key/search',                   withApiKey(searchKeys)],
  ['GET',    '/api/key/:keyId',                   withApiKey(retrieveKey)],
  ['PUT',    '/api/key/:keyId',                   withGlobalKey(updateKey)],

  ['POST',   '/api/api-key',                      withApiKey(createApiKey)],
  ['POST',   '/api/api-key/:keyId',               withApiKey(createApiKey)],
  ['GET',    '/api/api-key/:keyId',               withApiKey(retrieveApiKey)],
  ['PUT',    '/api/api-key/:keyId',               withApiKey(updateApiKey)],
  ['PATCH',  '/api/api-key/:keyId',               withApiKey(patchApiKey)],
  ['DELETE', '/api/api-key/:keyId',               withApiKey(deleteApiKey)],

  ['GET',    '/api/system-configuration',         withGlobalKey(retrieveSystemConfiguration)],
  ['PUT',    '/api/system-configuration',         withGlobalKey(updateSystemConfiguration)],
  ['PATCH',  '/api/system-configuration',         withGlobalKey(patchSystemConfiguration)],

  ['POST',   '/api/user/registration',                          withApiKey(createRegistration)],
  ['POST',   '/api/user/registration/:userId',                  withApiKey(createRegistration)],
  ['PUT',    '/api/user/registration/:userId',                  withApiKey(updateRegistration)],
  ['PATCH',  '/api/user/registration/:userId',                  withApiKey(patchRegistration)],
  ['GET',    '/api/user/registration/:userId/:applicationId',   withApiKey(retrieveRegistration)],
  ['DELETE', '/api/user/registration/:userId/:applicationId',   withApiKey(deleteRegistration)],

  ['GET',    '/api/user-action',                  withApiKey(listUserActions)],
  ['POST',   '/api/user-action',                  withGlobalKey(createUserAction)],
  ['GET',    '/api/user-action/:userActionId',    withApiKey(retrieveUserAction)],
  ['POST',   '/api/user-action/:userActionId',    withGlobalKey(createUserAction)],
  ['PUT',    '/api/user-action/:userActionId',    withGlobalKey(updateUserAction)],
  ['PATCH',  '/api/user-action/:userActionId',    withGlobalKey(patchUserAction)],
  ['DELETE', '/api/user-action/:userActionId',    withGlobalKey(deleteUserAction)],
  ['GET',    '/api/user/action',                  withApiKey(listActions)],
  ['POST',   '/api/user/action',                  withApiKey(actionUser)],
  ['GET',    '/api/user/action/:actionId',        withApiKey(retrieveAction)],
  ['PUT',    '/api/user/action/:actionId',        withApiKey(modifyAction)],
  ['DELETE', '/api/user/action/:actionId',        withApiKey(cancelAction)],

  ['POST',   '/api/user/forgot-password',         withApiKey(forgotPassword)],
  ['PUT',    '/api/user/verify-email',            withApiKey(resendVerification)],
  ['PUT',    '/api/user/verify-registration',     withApiKey(resendVerification)],
  ['GET',    '/api/user/search',                  withApiKey(searchUsersByQuery)],
  ['POST',   '/api/user/search',                  withApiKey(searchUsers)],
  ['DELETE', '/api/user/bulk',                    withApiKey(deleteUsers)],
  ['GET',    '/api/user',                         withApiKey(retrieveUserBy)],
  ['POST',   '/api/user',                         withApiKey(createUser)],
  ['GET',    '/api/user/:userId',                 withApiKey(retrieveUser)],
  ['POST',   '/api/user/:userId',                 withApiKey(createUser)],
  ['PUT',    '/api/user/:userId',                 withApiKey(updateUser)],
  ['PATCH',  '/api/user/:userId',                 withApiKey(patchUser)],
  ['DELETE', '/api/user/:userId',                 withApiKey(deleteUser)],
]
