import type { Instance } from '../instance.ts'
import type { Code, LoginIntent } from '../memory/records.ts'
import { isSweepDue } from '../memory/table.ts'
import { token } from '../random.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import { boundResources } from './resources.ts'

/** How long a redeemed code is remembered, so that a replay can be told from a guess. */
const rememberedMilliseconds = 600_000

const forgetOld = ({ memory, clock }: Instance): void => {
  const now = clock.now()
  if (isSweepDue(memory.codes.rows.size)) {
    for (const { code, expiryInstant } of memory.codes.rows.values()) {
      if (now >= expiryInstant) memory.codes.delete(code)
    }
  }
  for (const [code, { spentInstant }] of memory.spentCodes) {
    // They stand there in the order in which they were spent.
    if (now < spentInstant + rememberedMilliseconds) break
    memory.spentCodes.delete(code)
  }
}

/** A code bound to client, user, redirect address and code challenge (RFC 6749 §4.1.2). */
export const issueCode = (
  instance: Instance,
  request: AuthorizationRequest,
  intent: LoginIntent,
): string => {
  const { memory, clock, random } = instance
  forgetOld(instance)
  const { authorizationGrantIdTimeToLiveInSeconds: seconds } =
    request.tenant.externalIdentifierConfiguration
  const code: Code = {
    code: token(random),
    applicationId: request.application.id,
    userId: intent.userId,
    redirectUri: request.redirectUri,
    scopes: request.scopes,
    resources: boundResources(request.application, request.parameters.all('resource')),
    nonce: request.parameters.get('nonce'),
    codeChallenge: request.parameters.get('code_challenge'),
    device: intent.device,
    authenticationType: intent.authenticationType,
    authInstant: intent.authInstant,
    insertInstant: clock.now(),
    expiryInstant: clock.now() + seconds * 1000,
  }
  memory.codes.set(code.code, code)
  return code.code
}

/** A code that is live, or one that was redeemed already; undefined for any other text. */
export const findCode = ({ memory, clock }: Instance, value: string): Code | undefined => {
  const spent = memory.spentCodes.get(value)
  if (spent !== undefined) return spent.code
  const code = memory.codes.get(value)
  if (code === undefined) return undefined
  if (clock.now() < code.expiryInstant) return code
  memory.codes.delete(value)
  return undefined
}

/** Redeems a code. False when somebody else was faster. */
export const spendCode = ({ memory, clock }: Instance, code: Code): boolean => {
  if (!memory.codes.delete(code.code)) return false
  memory.spentCodes.set(code.code, {
    code,
    refreshTokenId: undefined,
    spentInstant: clock.now(),
  })
  return true
}
