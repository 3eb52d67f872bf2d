import type { Instance } from '../instance.ts'
import { recordLogin } from '../memory/authenticate.ts'
import { issueChangePasswordId } from '../memory/change-password.ts'
import { twoFactorMethodView, type User } from '../memory/user.ts'
import { token } from '../random.ts'
import { issueRefreshToken } from '../tokens/refresh-tokens.ts'
import { authenticateUser } from './attempts.ts'
import { type Caller, checkAuthenticated } from './client-authentication.ts'
import type { RequestParameters } from './parameters.ts'
import { readDevice } from './read-device.ts'
import type { OAuthRefusal } from './refusal.ts'
import {
  loginFailed,
  loginPrevented,
  missingCredentials,
  passwordChangeRequired,
  twoFactorRequired,
  userExpired,
  userLocked,
  wrongCredentials,
} from './refusals.ts'
import { grantScopes, grantsRefreshToken } from './scopes.ts'
import type { Granted } from './token-response.ts'

const refusals = new Map<string, () => OAuthRefusal>([
  ['unknown', wrongCredentials],
  ['locked', userLocked],
  ['expired', userExpired],
  ['prevented', loginPrevented],
])

/** FusionAuth's client and prose say `username`, an example says `loginId`: both are taken. */
const loadUser = (
  instance: Instance,
  { tenant, application }: Caller,
  parameters: RequestParameters,
): User => {
  const username = parameters.get('username') ?? parameters.get('loginId')
  const password = parameters.get('password')
  if (username === undefined || password === undefined) throw missingCredentials()
  const authentication = authenticateUser(instance, tenant.id, username, password, application.id)
  if (authentication.outcome === 'authenticated') return authentication.user
  if (authentication.outcome === 'password-change') {
    const { user, reason } = authentication
    throw passwordChangeRequired(issueChangePasswordId(instance, user), reason)
  }
  if (authentication.outcome === 'two-factor') {
    const { methods } = authentication.user.twoFactor
    throw twoFactorRequired(token(instance.random), methods.map(twoFactorMethodView))
  }
  throw (refusals.get(authentication.outcome) ?? loginFailed)()
}

/** RFC 6749 §4.3. */
export const exchangeCredentials = (
  instance: Instance,
  caller: Caller,
  parameters: RequestParameters,
): Granted => {
  const { application, tenant } = caller
  checkAuthenticated(caller, false)
  const scopes = grantScopes(instance, application, parameters.get('scope'))
  const known = loadUser(instance, caller, parameters)
  const user = recordLogin(instance, known, application.id)
  const authInstant = instance.clock.now()
  const grantTypes = ['password']
  const refreshToken = grantsRefreshToken(application, scopes)
    ? issueRefreshToken(instance, {
        applicationId: application.id,
        userId: user.id,
        scopes,
        grantTypes,
        device: readDevice(parameters),
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
