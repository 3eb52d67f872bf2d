import { roleOf } from '../../catalogue/cookie-names.ts'
import { headerValues } from '../../engine/wire.ts'
import type { Message } from '../../model/trace.ts'
import { type Keys, keysStored } from '../keys.ts'
import { applications, isAgent } from './messages.ts'

/** What an answer leaves with an agent that opens the application, in cookies or in the body. */
export const given = (message: Message | undefined): string | null => {
  if (message === undefined || !isAgent(message.to)) return null
  const stored = keysStored(message)
  if (stored.has('session'))
    return stored.has('refresh-token') ? 'session-and-refresh-token' : 'session'
  if (stored.has('jwt')) return stored.has('refresh-token') ? 'tokens' : 'jwt'
  const inBody =
    applications.includes(message.from) && /"token":"eyJ/.test(message.http?.body ?? '')
  return inBody ? 'tokens-in-body' : null
}

/** The Set-Cookie lines of what opens an application, or renews its login. */
const linesOfKeys = ({ http }: Message): readonly string[] =>
  headerValues(http?.headers ?? [], 'set-cookie').filter(
    (line) => roleOf(line.slice(0, line.indexOf('='))) !== null && !/;\s*Max-Age=0/i.test(line),
  )

/** Whether a key that an application sets is in a cookie that scripts can read. */
export const isReadable = (message: Message): boolean =>
  applications.includes(message.from) &&
  linesOfKeys(message).some((line) => !/;\s*HttpOnly/i.test(line))

/** Whether the session id that is set is the one that came along. */
export const keepsId = (message: Message, keys: Keys | null): boolean =>
  keys?.session != null &&
  keysStored(message).has('session') &&
  linesOfKeys(message).some((line) => line.split(';', 1)[0]?.endsWith(`=${keys.session}`))

/** Whether an address leads to a login in which something is missing that guards it. */
export const isUnguarded = (to: URL | null): boolean =>
  to?.pathname === '/oauth2/authorize' &&
  to.searchParams.get('response_type') === 'code' &&
  !['state', 'nonce', 'code_challenge'].every((name) => to.searchParams.has(name))

/** Whether a request asks for a code that nobody will need a verifier for. */
export const isBareCode = (request: Message | undefined): boolean => {
  const query = URL.parse(request?.http?.url ?? '')?.searchParams
  return query?.get('response_type') === 'code' && !query.has('code_challenge')
}
