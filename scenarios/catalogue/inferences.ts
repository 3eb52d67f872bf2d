import { header, headerValues } from '../engine/wire.ts'
import type { Profile } from '../model/client.ts'
import type { Message, Trace } from '../model/trace.ts'

/**
 * Something the stand-in does because FusionAuth's public documents leave it open: what was assumed,
 * and at which messages it shows. A run against a real server settles it.
 */
export interface Inference {
  readonly id: string
  /** What was assumed, in a sentence. */
  readonly what: string
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
    what: 'That a refused login shows the form again with status 200 is assumed.',
    shows: (message) => answers(message, 'credentials', 200),
  },
  {
    id: 'sso-session-begins-with-the-code',
    what: 'That the session cookie comes with this answer, and not with an earlier hop, is assumed.',
    shows: (message) =>
      answers(message, 'consent', 302) &&
      headerValues(message.http?.headers ?? [], 'set-cookie').some((cookie) =>
        cookie.startsWith('fusionauth.sso='),
      ),
  },
  {
    id: 'sso-session-slides',
    what: 'That each single sign-on gives FusionAuth’s session its whole life again is assumed.',
    shows: (message) =>
      answers(message, 'authorize', 302) &&
      (header(message.http?.headers ?? [], 'location') ?? '').includes('/oauth2/consent'),
  },
  {
    id: 'refresh-returns-the-refresh-token',
    what: 'That a refresh returns the refresh token even when it stays the same is assumed.',
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
    what: 'The error name for a code that is used up is assumed; older servers said invalid_request.',
    shows: (message) =>
      answers(message, 'token', 400) && json(message).includes('auth_code_not_found'),
  },
  {
    id: 'error-of-wrong-credentials',
    what: 'The error name for a wrong password is assumed; FusionAuth publishes the reason only.',
    shows: (message) =>
      answers(message, 'token', 400) && json(message).includes('invalid_user_credentials'),
  },
  {
    id: 'type-of-a-token-outside-oauth',
    what: 'That a token of these APIs has the type of an access token (tty: at) is assumed; FusionAuth’s release notes say only that every token has a type.',
    shows: (message) =>
      (answers(message, 'login-api', 200) || answers(message, 'jwt-refresh', 200)) &&
      json(message).includes('"token"'),
  },
  {
    id: 'preflight-granted-with-204',
    what: 'That FusionAuth grants a preflight with status 204 is assumed; its documents name no status.',
    shows: (message) => answers(message, 'preflight', 204),
  },
  {
    id: 'token-cookies-cross-sites',
    what: 'That FusionAuth’s cookies with tokens cross sites (SameSite=None) is assumed, as the articles do; of itself FusionAuth sets Lax.',
    shows: (message) => writes(message, /^(?:access|refresh)_token=[^;].*SameSite=None/),
  },
  {
    id: 'token-cookies-deleted-across-sites',
    what: 'That FusionAuth takes such cookies back with SameSite=None is assumed; without it, the browser would not let this answer of another site delete them.',
    shows: (message) => writes(message, /^(?:access|refresh)_token=;.*SameSite=None/),
  },
]

/** What is assumed at a message; nothing where a real FusionAuth answered. */
export const inferencesAt = (
  message: Message,
  { fusionauth, profile }: Pick<Trace, 'fusionauth' | 'profile'>,
): readonly Inference[] =>
  fusionauth.kind === 'stand-in' ? inferences.filter(({ shows }) => shows(message, profile)) : []
