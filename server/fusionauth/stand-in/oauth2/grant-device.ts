import type { Instance } from '../instance.ts'
import { issueRefreshToken } from '../tokens/refresh-tokens.ts'
import { type Caller, checkAuthenticated } from './client-authentication.ts'
import { deviceGrant } from './device/names.ts'
import { loadUsableUser } from './grant-code.ts'
import type { RequestParameters } from './parameters.ts'
import {
  authorizationPending,
  expiredDeviceCode,
  invalidDeviceCode,
  missingDeviceCode,
} from './refusals.ts'
import { grantsRefreshToken } from './scopes.ts'
import type { Granted } from './token-response.ts'

/** RFC 8628 §3.4, §3.5. A device code brings tokens once. */
export const exchangeDeviceCode = (
  instance: Instance,
  caller: Caller,
  parameters: RequestParameters,
): Granted => {
  const { application, tenant } = caller
  const { memory, clock } = instance
  checkAuthenticated(caller, false)
  const value = parameters.get('device_code')
  if (value === undefined) throw missingDeviceCode()
  const found = memory.deviceCodes.get(value)
  if (found?.applicationId !== application.id) throw invalidDeviceCode()
  const { approval, scopes, device } = found
  if (clock.now() >= found.expiryInstant) throw expiredDeviceCode()
  if (approval === undefined) throw authorizationPending()
  const user = loadUsableUser(instance, approval.userId, application.id)
  memory.deviceCodes.delete(value)
  const { authInstant } = approval
  const grantTypes = [deviceGrant]
  const refreshToken = grantsRefreshToken(application, scopes)
    ? issueRefreshToken(instance, {
        applicationId: application.id,
        userId: user.id,
        scopes,
        grantTypes,
        device,
        authInstant,
      })
    : undefined
  const authenticationType = 'PASSWORD'
  return {
    subject: { user, tenant, application, authenticationType, authInstant, grantTypes, scopes },
    refreshToken,
    nonce: undefined,
    tellsScope: true,
  }
}
