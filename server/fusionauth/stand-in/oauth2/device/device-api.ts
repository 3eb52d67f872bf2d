/** What an application needs that shows its own page for the codes of devices. */
import { hasApiKey } from '../../api/request.ts'
import type { StandInContext, StandInHandler, Instance } from '../../instance.ts'
import type { Application } from '../../memory/application.ts'
import type { DeviceInfo } from '../../memory/records.ts'
import { replyEmpty, replyJson } from '../../reply.ts'
import { mayServeAs } from '../../tokens/types.ts'
import { loadClient } from '../client.ts'
import { checkAuthenticated, loadCaller } from '../client-authentication.ts'
import { formOf, type RequestParameters, queryOf, readParameters } from '../parameters.ts'
import { missingToken, missingUserCode, unsuitableAccessToken } from '../refusals.ts'
import { loadShownToken } from '../shown-access-token.ts'
import { approveDeviceGrant, loadByUserCode } from './device-codes.ts'

const userCodeOf = (parameters: RequestParameters): string => {
  const userCode = parameters.get('user_code')
  if (userCode === undefined) throw missingUserCode()
  return userCode
}

/** The calling application by its secret; undefined for a caller with the API key and no client_id. */
const loadApplication = (
  instance: Instance,
  exchange: StandInContext,
  parameters: RequestParameters,
): Application | undefined => {
  const clientId = parameters.get('client_id')
  if (hasApiKey(instance, exchange)) {
    return clientId === undefined
      ? undefined
      : loadClient(instance, exchange, parameters, clientId).application
  }
  const caller = loadCaller(instance, exchange, parameters)
  checkAuthenticated(caller, false)
  return caller.application
}

const deviceInfo = ({ name, type, description }: DeviceInfo) => ({ description, name, type })

/** GET /oauth2/device/validate: 200 without content for a user code that waits, else a refusal. */
export const validateUserCode: StandInHandler = (instance, exchange) => {
  const parameters = readParameters(queryOf(exchange))
  const clientId = parameters.get('client_id')
  const { application } = loadClient(instance, exchange, parameters, clientId)
  loadByUserCode(instance, application, userCodeOf(parameters))
  return replyEmpty(exchange)
}

/** GET and POST /oauth2/device/user-code: what a user code stands for. */
export const retrieveUserCode: StandInHandler = async (instance, exchange) => {
  const posted = exchange.req.method === 'POST' ? await formOf(exchange) : ''
  const parameters = readParameters(queryOf(exchange), posted)
  const application = loadApplication(instance, exchange, parameters)
  const found = loadByUserCode(instance, application, userCodeOf(parameters))
  return replyJson(exchange, {
    client_id: found.applicationId,
    deviceInfo: deviceInfo(found.device),
    expires_in: Math.floor((found.expiryInstant - instance.clock.now()) / 1000),
    scope: found.scopes.join(' '),
    tenantId: instance.memory.applications.get(found.applicationId)?.tenantId,
    user_code: found.userCode,
  })
}

/** POST /oauth2/device/approve: the user of an access token approves the device. */
export const approveDevice: StandInHandler = async (instance, exchange) => {
  const parameters = readParameters(await formOf(exchange))
  const application = loadApplication(instance, exchange, parameters)
  const found = loadByUserCode(instance, application, userCodeOf(parameters))
  const jwt = parameters.get('token')
  if (jwt === undefined) throw missingToken()
  const { claims, user } = await loadShownToken(instance, jwt)
  if (!mayServeAs('at', claims)) throw unsuitableAccessToken()
  const authTime = claims['auth_time']
  const authInstant = typeof authTime === 'number' ? authTime * 1000 : instance.clock.now()
  approveDeviceGrant(instance, found, { userId: user.id, authInstant })
  return replyJson(exchange, {
    deviceGrantStatus: 'Approved',
    deviceInfo: deviceInfo(found.device),
    tenantId: user.tenantId,
    userId: user.id,
  })
}
