import type { Instance } from '../instance.ts'
import { accountState } from '../memory/authenticate.ts'
import type { Code } from '../memory/records.ts'
import { preventingActions } from '../memory/taken-actions.ts'
import type { User } from '../memory/user.ts'
import { issueRefreshToken, revokeRefreshTokens } from '../tokens/refresh-tokens.ts'
import { type Caller, checkAuthenticated } from './client-authentication.ts'
import { checkCodeVerifier } from './code-verifier.ts'
import { findCode, spendCode } from './codes.ts'
import type { RequestParameters } from './parameters.ts'
import {
  differentRedirectUri,
  loginPrevented,
  missingCode,
  missingCodeVerifier,
  missingRedirectUri,
  unknownCode,
  userExpired,
  userGone,
  userLocked,
} from './refusals.ts'
import { redeemedResources } from './resources.ts'
import { grantsRefreshToken } from './scopes.ts'
import type { Granted } from './token-response.ts'

const checkRedirectUri = (code: Code, redirectUri: string | undefined): void => {
  if (redirectUri === undefined) throw missingRedirectUri()
  if (redirectUri !== code.redirectUri) throw differentRedirectUri()
}

/** The policy that asks of a client PKCE, or its secret instead. */
const checkProofKeyPolicy = ({ application, authenticated }: Caller, code: Code): void => {
  const policy = application.oauthConfiguration.proofKeyForCodeExchangePolicy
  const needed = policy === 'NotRequiredWhenUsingClientAuthentication' && !authenticated
  if (needed && code.codeChallenge === undefined) throw missingCodeVerifier()
}

/** The user of a code or token, unless the account may no longer be used. */
export const loadUsableUser = (instance: Instance, userId: string, applicationId: string): User => {
  const user = instance.memory.users.get(userId)
  if (user === undefined) throw userGone()
  const state = accountState(instance, user)
  if (state === 'locked') throw userLocked()
  if (state === 'expired') throw userExpired()
  if (preventingActions(instance, user, applicationId).length > 0) throw loginPrevented()
  return user
}

/**
 * RFC 6749 §4.1.3. A replay that keeps every other rule ends the refresh token of the first exchange
 * (§4.1.2); one that breaks another rule ends nothing, or anybody could log others out. The access
 * token of the first exchange lives on until it expires, as FusionAuth's JWTs do (inferred, asked:
 * "access token after a replay").
 */
export const exchangeCode = (
  instance: Instance,
  caller: Caller,
  parameters: RequestParameters,
): Granted => {
  const { application, tenant } = caller
  const value = parameters.get('code')
  if (value === undefined) throw missingCode()
  const code = findCode(instance, value)
  const { rules } = instance
  const ours = code !== undefined && (code.applicationId === application.id || !rules.clientMatch)
  checkAuthenticated(caller, ours && code.codeChallenge !== undefined)
  if (code === undefined || !ours) throw unknownCode()
  checkRedirectUri(code, parameters.get('redirect_uri'))
  checkProofKeyPolicy(caller, code)
  if (rules.verifierCheck)
    checkCodeVerifier(instance, code.codeChallenge, parameters.get('code_verifier'))
  // Everything after this line happens in one turn: of two redemptions at once one wins, and the
  // other is the replay.
  const spent = instance.memory.spentCodes.get(value)
  if (spent !== undefined) {
    revokeRefreshTokens(instance, ({ id }) => id === spent.refreshTokenId)
    throw unknownCode()
  }
  const user = loadUsableUser(instance, code.userId, application.id)
  if (rules.codesOnce && !spendCode(instance, code)) throw unknownCode()
  const grantTypes = ['authorization_code']
  const { scopes, authInstant, authenticationType, device } = code
  // A wrong resource, or none where one is needed, burns the code, as FusionAuth's documentation says.
  const resources = redeemedResources(application, parameters.all('resource'), code.resources)
  const refreshToken = grantsRefreshToken(application, scopes)
    ? issueRefreshToken(instance, {
        applicationId: application.id,
        userId: user.id,
        scopes,
        resources,
        grantTypes,
        device,
        authInstant,
      })
    : undefined
  const spentInstant = instance.clock.now()
  if (rules.codesOnce)
    instance.memory.spentCodes.set(value, { code, refreshTokenId: refreshToken?.id, spentInstant })
  return {
    subject: {
      user,
      tenant,
      application,
      authenticationType,
      authInstant,
      grantTypes,
      scopes,
      resources,
    },
    refreshToken,
    nonce: code.nonce,
    tellsScope: true,
  }
}
