import { isDevice } from '../model/participant.ts'
import type { Cookie, CookieVerdict } from '../model/cookie.ts'
import type { Message } from '../model/trace.ts'
import type { Json } from '../model/wire.ts'
import { asked, type Option, type PredictQuestion } from './question.ts'

/** Wrong options besides the cookies that lie in the jar. */
const mostOthers = 2

const keyOf = ({ name, domain, path }: Pick<CookieVerdict, 'name' | 'domain' | 'path'>): string =>
  `${name} ${domain} ${path}`

const cookieOf = (value: Json): Cookie | null =>
  typeof value === 'object' && value !== null && 'name' in value && 'domain' in value
    ? (value as unknown as Cookie)
    : null

/** Cookies that were seen in any jar before, and do not lie in this one now. */
const elsewhere = (
  before: readonly Message[],
  verdicts: readonly CookieVerdict[],
): readonly Option[] => {
  const here = new Set(verdicts.map(keyOf))
  const found = new Map<string, Option>()
  for (const { where, after } of before.flatMap(({ changes }) => changes)) {
    const cookie = where.endsWith('.jar') ? cookieOf(after) : null
    if (cookie === null || here.has(keyOf(cookie))) continue
    const { name, domain } = cookie
    const key = keyOf(cookie)
    found.set(key, { key, answer: { what: 'cookie', name, domain }, right: false, verdict: null })
  }
  return [...found.values()].slice(-mostOthers)
}

const optionsAt = (message: Message, before: readonly Message[]): readonly Option[] => {
  const { cookies } = message
  const none = !cookies.some(({ sent }) => sent)
  return [
    ...cookies.map((verdict): Option => ({
      key: keyOf(verdict),
      answer: { what: 'cookie', name: verdict.name, domain: verdict.domain },
      right: verdict.sent,
      verdict,
    })),
    ...elsewhere(before, cookies),
    { key: 'none', answer: { what: 'no-cookie' }, right: none, verdict: null },
  ]
}

/** A request is asked about once for each phase and receiver, and not again in the same situation. */
const situation = ({ to, cookies }: Message): string =>
  `${to} ${cookies
    .map((verdict) => `${keyOf(verdict)} ${verdict.sent}`)
    .toSorted()
    .join()}`

/** Which cookies will be sent: asked where there is something to weigh. */
export const cookieQuestions = (messages: readonly Message[]): readonly PredictQuestion[] => {
  const weighed = messages.filter(
    ({ from, kind, cookies }) => kind === 'request' && isDevice(from) && cookies.length > 0,
  )
  const hard = weighed.filter(({ cookies }) => cookies.length > 1)
  const seen = new Set<string>()
  const isNew = (message: Message): boolean => {
    const marks = [situation(message), `${message.phase} ${message.to}`]
    const known = marks.some((mark) => seen.has(mark))
    if (!known) for (const mark of marks) seen.add(mark)
    return !known
  }
  return (hard.length > 0 ? hard : weighed.slice(0, 1)).filter(isNew).map((message) => ({
    id: `${message.id}/cookies`,
    n: message.n,
    topic: 'cookies',
    request: asked(message),
    stolen: [],
    several: true,
    options: optionsAt(message, messages.slice(0, message.n - 1)),
    evidence: [message.n],
  }))
}
