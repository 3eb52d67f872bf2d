import { registrationOf, type User } from '../memory/user.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import type { RequiredAction } from './required-actions.ts'
import { type ErrorReason, OAuthRefusal } from './refusal.ts'

/** What keeps a user, whose identity is proved, from this application; undefined when nothing does. */
export const pendingAction = (
  { tenant, application }: AuthorizationRequest,
  user: User,
): RequiredAction | undefined => {
  const { verifyEmail, unverified } = tenant.emailConfiguration
  if (verifyEmail && unverified.behavior === 'Gated' && !user.verified) return 'email-verification'
  const registration = registrationOf(user, application.id)
  if (registration === undefined) {
    return application.oauthConfiguration.requireRegistration ? 'unregistered' : undefined
  }
  const gated = application.verifyRegistration && application.unverified.behavior === 'Gated'
  return gated && !registration.verified ? 'registration-verification' : undefined
}

const silentReasons: Readonly<Record<RequiredAction, ErrorReason>> = {
  'email-verification': 'email_verification_required',
  'registration-verification': 'registration_verification_required',
  'two-factor': 'multi_factor_challenge_required',
  unregistered: 'registration_required',
}

/** What an application learns that asked with prompt=none: more than a session is needed. */
export const actionRequired = (action: RequiredAction): OAuthRefusal =>
  new OAuthRefusal(
    'login_required',
    silentReasons[action],
    'The user is required to complete authentication.',
  )
