import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { TextError } from '../../scenarios/model/text-error.ts'
import { type Text, textOf } from '../../scenarios/model/text.ts'
import { type FusionAuthAnswer, ask } from './port.ts'

/** FusionAuth could not be set up; the message says at what and what to do. Holds no secret. */
export class ProvisioningFailed extends TextError {
  /** The problem alone. */
  readonly why: Text
  constructor(what: Text, why: Text) {
    const reason = textOf('setup.failed', { what, why })
    super(reason, sayEnglish(reason))
    this.name = 'ProvisioningFailed'
    this.why = why
  }
}

/** One of FusionAuth's API addresses, as its API keys name what they may do. */
export interface Need {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  readonly endpoint: string
}

/** What runs need an API key for: each sets up a tenant of its own, and takes it away. */
export const neededForRuns: readonly Need[] = [
  { method: 'GET', endpoint: '/api/system/version' },
  { method: 'GET', endpoint: '/api/key' },
  { method: 'POST', endpoint: '/api/key' },
  { method: 'GET', endpoint: '/api/tenant' },
  { method: 'POST', endpoint: '/api/tenant' },
  { method: 'PATCH', endpoint: '/api/tenant' },
  { method: 'DELETE', endpoint: '/api/tenant' },
  { method: 'GET', endpoint: '/api/application' },
  { method: 'POST', endpoint: '/api/application' },
  { method: 'PATCH', endpoint: '/api/application' },
  { method: 'PUT', endpoint: '/api/application' },
  { method: 'GET', endpoint: '/api/user' },
  { method: 'POST', endpoint: '/api/user' },
  { method: 'PATCH', endpoint: '/api/user' },
  { method: 'PUT', endpoint: '/api/user' },
  { method: 'POST', endpoint: '/api/user/registration' },
  { method: 'POST', endpoint: '/api/user/change-password' },
  { method: 'POST', endpoint: '/api/login' },
  { method: 'GET', endpoint: '/api/jwt/refresh' },
  { method: 'DELETE', endpoint: '/api/jwt/refresh' },
  { method: 'GET', endpoint: '/api/system-configuration' },
]

/** What `npm run provision` needs besides, and above all taking away. */
export const neededForCommand: readonly Need[] = [
  { method: 'POST', endpoint: '/api/user/search' },
  { method: 'DELETE', endpoint: '/api/user' },
  { method: 'DELETE', endpoint: '/api/application' },
  { method: 'DELETE', endpoint: '/api/key' },
  { method: 'PATCH', endpoint: '/api/system-configuration' },
  { method: 'PUT', endpoint: '/api/system-configuration' },
]

/** What FusionAuth said to a call: yes with what was read, not found, or no with its error codes. */
export type AttemptOutcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly codes: readonly string[] }

type ClientReply<R> = Promise<{ readonly statusCode: number; readonly response: R }>

/** `[duplicate]tenant.name` and the like from an `Errors` body: codes only, never a value. */
const codesIn = (failure: unknown): readonly string[] => {
  const text = JSON.stringify(failure) ?? ''
  return [...text.matchAll(/"code":"(\[[A-Za-z]+\][\w.[\]]*)"/g)].map((match) => match[1] ?? '')
}

/** Why FusionAuth refuses a call, by the status that it gives. */
export const refusalOf = ({ method, endpoint }: Need, status: number): Text => {
  if (status === 401 || status === 403)
    return textOf('setup.permission', { status, method, endpoint })
  if (status >= 300 && status < 400) return textOf('setup.leads-on', { status })
  if (status === 429) return textOf('setup.too-many')
  return textOf('setup.status', { status, method, endpoint })
}

const failed = (
  what: Text,
  need: Need,
  answer: FusionAuthAnswer<unknown> & { ok: false },
): ProvisioningFailed =>
  answer.why === 'refused'
    ? new ProvisioningFailed(what, refusalOf(need, answer.status))
    : new ProvisioningFailed(what, answer.reason)

/**
 * Makes one call and sorts its answer. There is no second try: a call is either answered within the
 * transport's time or given up.
 *
 * @throws ProvisioningFailed when nobody answers, or FusionAuth refuses for another reason than what
 * was asked: then nothing that follows would work
 */
export const attempt = async <R, T>(
  what: Text,
  need: Need,
  reply: ClientReply<R>,
  read: (response: R, status: number) => T | null,
): Promise<AttemptOutcome<T>> => {
  let failure: unknown = null
  const watched = reply.catch((error: unknown) => {
    failure = error
    throw error
  })
  const answer = await ask(watched, read)
  if (answer.ok) return { kind: 'done', value: answer.value }
  if (answer.why === 'refused' && answer.status === 404) return { kind: 'missing' }
  if (answer.why === 'refused' && answer.status === 400)
    return { kind: 'refused', codes: codesIn(failure) }
  throw failed(what, need, answer)
}

/** As `attempt`, where only "done" will do. */
export const must = async <R, T>(
  what: Text,
  need: Need,
  reply: ClientReply<R>,
  read: (response: R, status: number) => T | null,
): Promise<T> => {
  const outcome = await attempt(what, need, reply, read)
  if (outcome.kind === 'done') return outcome.value
  const { method, endpoint } = need
  if (outcome.kind === 'missing') throw new ProvisioningFailed(what, refusalOf(need, 404))
  const { codes } = outcome
  throw new ProvisioningFailed(what, textOf('setup.refused', { method, endpoint, codes }))
}
