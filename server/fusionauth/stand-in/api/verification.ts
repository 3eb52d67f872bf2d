import type { Exchange, Handler, Instance } from '../instance.ts'
import { findUser } from '../memory/authenticate.ts'
import type { User } from '../memory/user.ts'
import { findVerificationOwner, issueVerificationId } from '../memory/verification.ts'
import { replyEmpty, replyJson } from '../reply.ts'
import { blank, group, text } from '../shape.ts'
import { invalid, missing } from './refusals.ts'
import { queryId, readAs, readBody, tenantOf } from './request.ts'

const readVerification = group({ verificationId: text('') })

/** The verification that the request names, for an address or for a registration. */
const take = async (instance: Instance, exchange: Exchange, ofRegistration: boolean) => {
  const { verifications } = instance.memory
  const { verificationId: id } = readAs(readVerification, await readBody(exchange), '')
  if (id === '') throw invalid(blank('verificationId'))
  const user = findVerificationOwner(instance, id)
  const applicationId = verifications.get(id)?.applicationId
  if (user === undefined || (applicationId !== undefined) !== ofRegistration) throw missing()
  verifications.delete(id)
  return { user, applicationId }
}

/** POST /api/user/verify-email: the address of the user is verified; 404 for an id that is not good. */
export const verifyEmail: Handler = async (instance, exchange) => {
  const { user } = await take(instance, exchange, false)
  instance.memory.users.set(user.id, { ...user, verified: true })
  return replyEmpty(exchange)
}

/** POST /api/user/verify-registration: likewise for a registration. */
export const verifyRegistration: Handler = async (instance, exchange) => {
  const { user, applicationId } = await take(instance, exchange, true)
  const registrations = user.registrations.map((registration) =>
    registration.applicationId === applicationId
      ? { ...registration, verified: true }
      : registration,
  )
  instance.memory.users.set(user.id, { ...user, registrations })
  return replyEmpty(exchange)
}

const loadByEmail = (instance: Instance, exchange: Exchange): User => {
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
export const resendVerification: Handler = (instance, exchange) => {
  const user = loadByEmail(instance, exchange)
  if (!exchange.req.path.startsWith('/api/user/verify-registration')) {
    return replyJson(exchange, { verificationId: issueVerificationId(instance, user, undefined) })
  }
  const applicationId = queryId(exchange, 'applicationId')
  if (applicationId === undefined) throw invalid(blank('applicationId'))
  if (!user.registrations.some((one) => one.applicationId === applicationId)) throw missing()
  return replyJson(exchange, { verificationId: issueVerificationId(instance, user, applicationId) })
}
