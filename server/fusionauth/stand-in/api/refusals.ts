/**
 * One function for each refusal of the API. Codes are FusionAuth's where it publishes them; the
 * texts are our own but for the one marked as observed.
 */
import { type Problem, problem } from '../shape.ts'
import { ApiRefusal } from './refusal.ts'

const general = (code: string, message: string) => new ApiRefusal(400, [], [{ code, message }])

export const invalid = (...problems: readonly Problem[]) => new ApiRefusal(400, problems)

/** 401, 404 and 405 have no body. */
export const unauthorized = () => new ApiRefusal(401)

export const missing = () => new ApiRefusal(404)

export const wrongMethod = () => new ApiRefusal(405)

export const userExpired = () => new ApiRefusal(410)

export const userLocked = () => new ApiRefusal(423)

export const malformedJson = () =>
  general('[invalidJSON]', 'The body cannot be read: it has to be one JSON object.')

/** The code is inferred (asked: "patch that fails"). */
export const patchRefused = (message: string) => general('[invalidPatch]', message)

export const tenantRequired = () =>
  general(
    '[TenantIdRequired]',
    'There is more than one tenant: name one in the header X-FusionAuth-TenantId.',
  )

/**
 * The code is our choice. To ask a real server for its own could delete all that is in its default
 * tenant.
 */
export const defaultTenantStays = () =>
  general('[notAllowed]', 'The default tenant cannot be deleted.')

/** The code is inferred (asked: "default theme"). */
export const readOnly = (what: string) =>
  general('[notAllowed]', `The default ${what} can be copied, and neither changed nor deleted.`)

export const notCopiedSentence = (path: string): string =>
  `FusionAuth has ${path}, and this stand-in does not copy it.`

/** Says of an API that FusionAuth has it; FusionAuth's own 404 has no body. */
export const notCopied = (path: string) =>
  new ApiRefusal(
    404,
    [],
    [
      {
        code: '[notCopied]',
        message: notCopiedSentence(path),
      },
    ],
  )

/** From the kinds of codes that FusionAuth publishes, this one is inferred (asked: "key in use"). */
export const keyInUse = () => invalid(problem('inUse', 'keyId', 'The key is in use.'))

export const unknownTenant = () =>
  general('[InvalidTenantId]', 'The header X-FusionAuth-TenantId does not name a tenant.')

export const nothingToRevoke = () =>
  general('[missing]', 'Say what to revoke: userId, applicationId or token.')

/**
 * FusionAuth does not publish how it refuses this: status and code are inferred (asked:
 * "refresh that is not allowed").
 */
export const refreshNotAllowed = () =>
  general(
    '[TokenRefreshDisabled]',
    'The application does not allow a token to be refreshed by this API.',
  )

/** Observed text. */
export const unknownRefreshToken = () =>
  invalid(problem('invalid', 'refreshToken', 'The refresh token was not found or has expired.'))

export const lifetimeTooLong = (longest: number) =>
  invalid(
    problem(
      'invalid',
      'timeToLiveInSeconds',
      `[timeToLiveInSeconds] has to be at least 1 and at most ${longest}.`,
    ),
  )

export const nobodyNamed = (): Problem =>
  problem('missing', 'search', 'Say whom you mean: by ids or by queryString.')

export const duplicate = (field: string, value: string): Problem =>
  problem('duplicate', field, `There is already one with [${field}] equal to [${value}].`)

export const unusable = (field: string, message: string): Problem =>
  problem('invalid', field, `Invalid [${field}]. ${message}`)
