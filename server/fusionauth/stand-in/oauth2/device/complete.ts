import type { StandInContext, Instance } from '../../instance.ts'
import type { LoginIntent } from '../../memory/records.ts'
import { replyRedirect } from '../../reply.ts'
import type { AuthorizationRequest } from '../authorization-request.ts'
import { approveDeviceGrant, loadByUserCode } from './device-codes.ts'
import { devicePagePath } from './names.ts'

/**
 * A login with `user_code` approves the device that shows this code. One that began at the stand-in's
 * own page ends there and brings no code; one of an application goes on as usual (undefined). What was
 * declined at that page, which asks for all that the device asked for, the device does not get.
 */
export const completeDeviceGrant = (
  instance: Instance,
  exchange: StandInContext,
  { parameters, application, redirectUri, scopes: allowed }: AuthorizationRequest,
  { userId, authInstant }: LoginIntent,
): Response | undefined => {
  const userCode = parameters.get('user_code')
  if (userCode === undefined) return undefined
  const found = loadByUserCode(instance, application, userCode)
  const endsHere = redirectUri === instance.origin + devicePagePath.complete
  const scopes = endsHere ? found.scopes.filter((scope) => allowed.includes(scope)) : found.scopes
  approveDeviceGrant(instance, { ...found, scopes }, { userId, authInstant })
  return endsHere ? replyRedirect(exchange, devicePagePath.complete) : undefined
}
