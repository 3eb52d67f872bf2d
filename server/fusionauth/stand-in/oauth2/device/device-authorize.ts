import type { StandInHandler } from '../../instance.ts'
import { replyJson } from '../../reply.ts'
import { checkAuthenticated, loadCaller } from '../client-authentication.ts'
import { formOf, readParameters } from '../parameters.ts'
import { disabledGrantType, missingVerificationUri, repeatedParameter } from '../refusals.ts'
import { grantScopes } from '../scopes.ts'
import { readDevice } from '../read-device.ts'
import { startDeviceGrant } from './device-codes.ts'
import { deviceGrant } from './names.ts'

/** Seconds between two polls of the device (RFC 8628 §3.2 takes 5 when nothing is said). */
const interval = 5

/** POST /oauth2/device_authorize (RFC 8628 §3.1): a code for the device and one for its user. */
export const authorizeDevice: StandInHandler = async (instance, exchange) => {
  const parameters = readParameters(await formOf(exchange))
  if (parameters.repeated[0] !== undefined) throw repeatedParameter(parameters.repeated[0])
  const caller = loadCaller(instance, exchange, parameters)
  const { application, tenant } = caller
  checkAuthenticated(caller, false)
  const { enabledGrants, deviceVerificationURL } = application.oauthConfiguration
  if (!enabledGrants.includes(deviceGrant)) throw disabledGrantType(deviceGrant)
  if (deviceVerificationURL === undefined) throw missingVerificationUri()
  const scopes = grantScopes(instance, application, parameters.get('scope'))
  const device = readDevice(parameters)
  const { deviceCode, userCode } = startDeviceGrant(instance, tenant, application, scopes, device)
  const complete = `${deviceVerificationURL}${deviceVerificationURL.includes('?') ? '&' : '?'}`
  return replyJson(exchange, {
    device_code: deviceCode,
    expires_in: tenant.externalIdentifierConfiguration.deviceCodeTimeToLiveInSeconds,
    interval,
    user_code: userCode,
    verification_uri: deviceVerificationURL,
    verification_uri_complete: `${complete}user_code=${userCode}`,
  })
}
