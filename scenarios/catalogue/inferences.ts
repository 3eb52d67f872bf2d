import { headerOf, headerValues } from '../engine/wire.ts'
import type { Profile } from '../model/client.ts'
import type { Message, Trace } from '../model/trace.ts'
import type { InferenceId } from '../model/table-ids.ts'

/**
 * Something the stand-in does because FusionAuth's public documents leave it open: what was assumed,
 * and at which messages it shows. A run against a real server settles it.
 */
export interface Inference {
  /** Each language says what was assumed. */
  readonly id: InferenceId
  /** By which name test/contract asks a server. */
  readonly asked: string
  readonly shows: (message: Message, profile: Profile) => boolean
}

const answers = (message: Message, name: string, status: number): boolean =>
  message.from === 'FusionAuth' &&
  message.http?.status === status &&
  message.id.replace(/\.\d+$/, '').endsWith(`.${name}-response`)

const json = (message: Message): string => message.http?.body ?? ''

/** Whether FusionAuth writes such a line, and to somebody who goes by it. */
const writes = ({ from, to, http }: Message, line: RegExp): boolean =>
  from === 'FusionAuth' &&
  to === 'Browser' &&
  headerValues(http?.headers ?? [], 'set-cookie').some((cookie) => line.test(cookie))

/** Whether a refresh token that was not there before takes the place of the one presented. */
const isRotated = ({ changes }: Message): boolean =>
  changes.some(
    ({ where, op, before }) =>
      where === 'FusionAuth.refreshTokens' && op === 'set' && before === null,
  )

export const inferences: readonly Inference[] = [
  {
    id: 'login-refused-with-200',
    asked: '§12.8 refused login',
    shows: (message) => answers(message, 'credentials', 200),
  },
  {
    id: 'sso-session-begins-with-the-code',
    asked: 'beginning of single sign-on',
    shows: (message) =>
      answers(message, 'consent', 302) &&
      headerValues(message.http?.headers ?? [], 'set-cookie').some((cookie) =>
        cookie.startsWith('fusionauth.sso='),
      ),
  },
  {
    id: 'sso-session-slides',
    asked: '§12.10 sliding',
    shows: (message) =>
      answers(message, 'authorize', 302) &&
      (headerOf(message.http?.headers ?? [], 'location') ?? '').includes('/oauth2/consent'),
  },
  {
    id: 'refresh-returns-the-refresh-token',
    asked: '§12.2 refresh grant',
    shows: (message, profile) =>
      profile === 'fidelity' &&
      message.phase !== 'login' &&
      answers(message, 'token', 200) &&
      json(message).includes('"refresh_token"') &&
      !json(message).includes('"scope"') &&
      !isRotated(message),
  },
  {
    id: 'error-of-a-used-code',
    asked: '§12.1 replayed code',
    shows: (message) =>
      answers(message, 'token', 400) && json(message).includes('auth_code_not_found'),
  },
  {
    id: 'error-of-wrong-credentials',
    asked: '§12.9 wrong password',
    shows: (message) =>
      answers(message, 'token', 400) && json(message).includes('invalid_user_credentials'),
  },
  {
    id: 'type-of-a-token-outside-oauth',
    asked: 'tty of the Login API',
    shows: (message) =>
      (answers(message, 'login-api', 200) || answers(message, 'jwt-refresh', 200)) &&
      json(message).includes('"token"'),
  },
  {
    id: 'preflight-granted-with-204',
    asked: 'preflight',
    shows: (message) => answers(message, 'preflight', 204),
  },
  {
    id: 'token-cookies-cross-sites',
    asked: 'cookies with tokens',
    shows: (message) => writes(message, /^(?:access|refresh)_token=[^;].*SameSite=None/),
  },
  {
    id: 'token-cookies-deleted-across-sites',
    asked: 'cookies with tokens',
    shows: (message) => writes(message, /^(?:access|refresh)_token=;.*SameSite=None/),
  },
  {
    id: 'verification-keys-of-the-tenant',
    asked: 'list of the tenant',
    shows: (message) =>
      answers(message, 'signing-key', 200) &&
      json(message).includes('"accessTokenVerificationKeyIds":["'),
  },
  {
    id: 'keys-that-sign-stay',
    asked: 'key in use',
    shows: (message) => answers(message, 'delete-key', 200),
  },
]

/** What is assumed at a message; nothing where a real FusionAuth answered. */
export const inferencesAt = (
  message: Message,
  { fusionauth, profile }: Pick<Trace, 'fusionauth' | 'profile'>,
): readonly Inference[] =>
  fusionauth.kind === 'stand-in' ? inferences.filter(({ shows }) => shows(message, profile)) : []
