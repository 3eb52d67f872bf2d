import type { StandInContext, StandInHandler, Instance } from '../instance.ts'
import { findUser } from '../memory/authenticate.ts'
import type { User } from '../memory/user.ts'
import { findVerificationOwner, issueVerificationId } from '../memory/verification.ts'
import { replyEmpty, replyJson } from '../reply.ts'
import { blank, group, id, text } from '../shape.ts'
import { invalid, missing, unauthorized } from './refusals.ts'
import { hasApiKey, queryId, readAs, readBody, sees, tenantOf } from './request.ts'

const readUserId = group({ userId: id(undefined) })

const readVerification = group({ verificationId: text('') })

/** The verification that the request names, for an address or for a registration. */
const take = async (instance: Instance, exchange: StandInContext, ofRegistration: boolean) => {
  const { verifications } = instance.memory
  const { verificationId } = readAs(readVerification, await readBody(exchange), '')
  if (verificationId === '') throw invalid(blank('verificationId'))
  const user = findVerificationOwner(instance, verificationId)
  const applicationId = verifications.get(verificationId)?.applicationId
  if (user === undefined || (applicationId !== undefined) !== ofRegistration) throw missing()
  verifications.delete(verificationId)
  return { user, applicationId }
}

/** With an API key somebody may be named outright. */
const named = async (instance: Instance, exchange: StandInContext): Promise<User | undefined> => {
  const { userId } = readAs(readUserId, await readBody(exchange), '')
  if (userId === undefined) return undefined
  if (!hasApiKey(instance, exchange)) throw unauthorized()
  const user = instance.memory.users.get(userId)
  if (user === undefined || !sees(instance, exchange, user.tenantId)) throw missing()
  return user
}

/**
 * POST /api/user/verify-email: the address of the user is verified, by `verificationId` or, with an
 * API key, by `userId`; 404 for an id that is not good.
 */
export const verifyEmail: StandInHandler = async (instance, exchange) => {
  const user = (await named(instance, exchange)) ?? (await take(instance, exchange, false)).user
  instance.memory.users.set(user.id, { ...user, verified: true })
  return replyEmpty(exchange)
}

/** POST /api/user/verify-registration: likewise for a registration. */
export const verifyRegistration: StandInHandler = async (instance, exchange) => {
  const { user, applicationId } = await take(instance, exchange, true)
  const registrations = user.registrations.map((registration) =>
    registration.applicationId === applicationId
      ? { ...registration, verified: true }
      : registration,
  )
  instance.memory.users.set(user.id, { ...user, registrations })
  return replyEmpty(exchange)
}

const loadByEmail = (instance: Instance, exchange: StandInContext): User => {
  const email = exchange.req.query('email') ?? ''
  if (email === '') throw invalid(blank('email'))
  const user = findUser(instance, tenantOf(instance, exchange).id, email)
  if (user === undefined) throw missing()
  return user
}

/**
 * PUT /api/user/verify-email?email= and PUT /api/user/verify-registration?email=&applicationId=: a
 * new id to verify with. No mail is ever sent.
 */
export const resendVerification: StandInHandler = (instance, exchange) => {
  const user = loadByEmail(instance, exchange)
  if (!exchange.req.path.startsWith('/api/user/verify-registration')) {
    return replyJson(exchange, { verificationId: issueVerificationId(instance, user, undefined) })
  }
  const applicationId = queryId(exchange, 'applicationId')
  if (applicationId === undefined) throw invalid(blank('applicationId'))
  if (!user.registrations.some((one) => one.applicationId === applicationId)) throw missing()
  return replyJson(exchange, { verificationId: issueVerificationId(instance, user, applicationId) })
}
