import type { StandInHandler } from '../instance.ts'
import { authorizeLogin } from '../memory/authenticate.ts'
import { blank, flag, group, id } from '../shape.ts'
import { checkAuthenticated, loadApplication } from './login.ts'
import { respondToLogin } from './login-response.ts'
import { invalid, missing } from './refusals.ts'
import { pathId, readAs, readBody, sees } from './request.ts'

const readPing = group({ applicationId: id(undefined), noJWT: flag(false), userId: id('') })

const noDevice = { name: undefined, type: undefined, description: undefined }

/**
 * PUT /api/login[/{userId}/{applicationId}]: notes the login of a user whom the application knows
 * already, and answers as a login does, with the authentication type `PING`.
 */
export const ping: StandInHandler = async (instance, exchange) => {
  const { memory } = instance
  const body = readAs(readPing, await readBody(exchange), '')
  const userId = pathId(exchange, 'userId') ?? body.userId
  const applicationId = pathId(exchange, 'applicationId') ?? body.applicationId
  const application = loadApplication(instance, exchange, applicationId)
  if (userId === '') throw invalid(blank('userId'))
  const user = memory.users.get(userId)
  const tenant = memory.tenants.get(application?.tenantId ?? user?.tenantId ?? '')
  if (tenant === undefined) throw missing()
  checkAuthenticated(instance, exchange, application ?? tenant)
  const known = user !== undefined && user.tenantId === tenant.id
  if (!known || !sees(instance, exchange, user.tenantId)) throw missing()
  return respondToLogin(instance, exchange, authorizeLogin(instance, user, application?.id), {
    tenant,
    application,
    authenticationType: 'PING',
    noJWT: body.noJWT,
    device: noDevice,
  })
}
