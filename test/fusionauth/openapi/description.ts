import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'

/** Where FusionAuth's OpenAPI description lies: `FUSIONAUTH_OPENAPI`, or beside the project. */
export const place =
  process.env['FUSIONAUTH_OPENAPI'] ??
  resolve(fileURLToPath(import.meta.url), '../../../../../shared/reference/fusionauth-openapi.json')

export const isThere = existsSync(place)

interface Schema {
  $ref?: string
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: Schema | boolean
  enum?: string[]
  anyOf?: Schema[]
  pattern?: string
}

interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Record<string, Schema> }
}

/** What every answer has, where the description requires nothing. */
const required: Readonly<Record<string, readonly string[]>> = {
  APIKey: ['id', 'insertInstant', 'keyManager', 'lastUpdateInstant', 'metaData'],
  AccessToken: ['access_token', 'expires_in', 'token_type', 'userId'],
  Application: [
    'active',
    'id',
    'insertInstant',
    'jwtConfiguration',
    'loginConfiguration',
    'name',
    'oauthConfiguration',
    'roles',
    'state',
    'tenantId',
  ],
  ApplicationRole: ['id', 'isDefault', 'isSuperRole', 'name'],
  DeviceResponse: [
    'device_code',
    'expires_in',
    'interval',
    'user_code',
    'verification_uri',
    'verification_uri_complete',
  ],
  Error: ['code', 'message'],
  Errors: ['fieldErrors', 'generalErrors'],
  JSONWebKey: ['alg', 'kid', 'kty', 'use'],
  JWT: ['exp', 'iat', 'iss', 'sub'],
  JWTRefreshResponse: ['refreshToken', 'refreshTokenId', 'token'],
  Key: ['algorithm', 'id', 'insertInstant', 'kid', 'name', 'type'],
  LoginPreventedResponse: ['actionId', 'name'],
  OAuthError: ['error', 'error_description'],
  OpenIdConfiguration: [
    'authorization_endpoint',
    'issuer',
    'jwks_uri',
    'response_types_supported',
    'subject_types_supported',
    'token_endpoint',
    'userinfo_endpoint',
  ],
  RefreshToken: ['id', 'insertInstant', 'metaData', 'startInstant', 'token', 'userId'],
  SearchResponse: ['total', 'users'],
  SystemConfiguration: ['corsConfiguration', 'reportTimezone'],
  Tenant: [
    'configured',
    'httpSessionMaxInactiveInterval',
    'id',
    'insertInstant',
    'issuer',
    'jwtConfiguration',
    'name',
    'state',
  ],
  User: [
    'active',
    'id',
    'identities',
    'insertInstant',
    'passwordChangeRequired',
    'registrations',
    'tenantId',
    'verified',
  ],
  UserAction: ['active', 'id', 'insertInstant', 'name', 'preventLogin', 'temporal'],
  UserActionLog: ['actioneeUserId', 'id', 'insertInstant', 'name', 'userActionId'],
  UserDeleteResponse: ['dryRun', 'hardDelete', 'total', 'userIds'],
  UserRegistration: ['applicationId', 'id', 'insertInstant', 'roles', 'verified'],
  VersionResponse: ['version'],
}

/** Objects whose members are not all described: claims lie flat beside the described ones. */
const open = new Set([
  'IntrospectResponse',
  'JSONWebKey',
  'JWT',
  'LocalizedStrings',
  'UserinfoResponse',
])

/** Members that the description lacks and the official client of 1.69 knows. */
const younger: Readonly<Record<string, readonly string[]>> = {
  JWTConfiguration: ['accessTokenVerificationKeyIds', 'idTokenVerificationKeyIds'],
  StatusResponse: ['version'],
  OpenIdConfiguration: [
    'authorization_response_iss_parameter_supported',
    'code_challenge_methods_supported',
  ],
}

/** The description's defects, mended: each is told by the official client, the prose or the wire. */
const mend = (schemas: Record<string, Schema>): void => {
  for (const [name, schema] of Object.entries(schemas)) {
    const members = Object.values(schema.properties ?? {})
    // Free-form maps are described as maps of objects.
    for (const member of members) {
      const values = member.additionalProperties
      if (typeof values === 'object' && values.type === 'object') member.additionalProperties = {}
    }
    for (const member of younger[name] ?? [])
      schema.properties = { ...schema.properties, [member]: {} }
    if (schema.properties !== undefined && !open.has(name)) schema.additionalProperties = false
    if (required[name] !== undefined) schema.required = [...required[name]]
  }
  const { Errors, IdentityType, JWT, MemberResponse, ZoneId } = schemas
  // A map by field, not a list.
  if (Errors?.properties) {
    Errors.properties['fieldErrors'] = {
      type: 'object',
      additionalProperties: { type: 'array', items: { $ref: '#/components/schemas/Error' } },
    }
  }
  // One audience or several; and seconds, which are whole numbers as well.
  if (JWT?.properties) {
    JWT.properties['aud'] = {
      anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
    }
  }
  // Lists by group, as in the official client for Java.
  if (MemberResponse?.properties) {
    MemberResponse.properties['members'] = {
      type: 'object',
      additionalProperties: { type: 'array', items: { $ref: '#/components/schemas/GroupMember' } },
    }
  }
  // One description of each provider, all of whose members stand beside those of their common base.
  schemas['IdentityProviderField'] = { type: 'object', required: ['id', 'insertInstant', 'type'] }
  // Its backslashes got lost.
  if (ZoneId !== undefined) ZoneId.pattern = '^\\w+/\\w+$'
  // A text in the prose, an object without members here.
  if (IdentityType !== undefined)
    schemas['IdentityType'] = { type: 'string', enum: ['email', 'phoneNumber', 'username'] }
}

/** Says what is wrong with an answer; an empty list when nothing is. */
export type Check = (status: number, body: unknown) => readonly string[]

export interface Checker {
  /** The check for a method and a path such as `/api/user/…`; undefined when neither is described. */
  checkFor(method: string, path: string): Check | undefined
}

const errorsOf = (path: string): Schema => ({
  $ref: `#/components/schemas/${path.startsWith('/oauth2/') ? 'OAuthError' : 'Errors'}`,
})

const wordsOf = (errors: readonly ErrorObject[] | null | undefined): readonly string[] =>
  (errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  )

/** The paths that the description holds. */
export const describedPaths = (): readonly string[] =>
  Object.keys((JSON.parse(readFileSync(place, 'utf8')) as Description).paths)

/** Reads the description, mends it and makes a check of each operation. */
export const readDescription = (): Checker => {
  const description = JSON.parse(readFileSync(place, 'utf8')) as Description
  mend(description.components.schemas)
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false })
  ajv.addSchema(description, 'fusionauth')
  const compiled = new Map<string, ValidateFunction>()
  const validatorOf = (schema: Schema): ValidateFunction => {
    const key = schema.$ref ?? JSON.stringify(schema)
    const known = compiled.get(key) ?? ajv.compile({ $ref: `fusionauth${key}` })
    compiled.set(key, known)
    return known
  }
  const templates = Object.entries(description.paths).map(([template, operations]) => ({
    operations,
    parameters: [...template.matchAll(/\{/g)].length,
    pattern: new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
  }))
  return {
    checkFor: (method, path) => {
      const [found] = templates
        .filter(
          ({ pattern, operations }) => pattern.test(path) && method.toLowerCase() in operations,
        )
        .toSorted((left, right) => left.parameters - right.parameters)
      const operation = found?.operations[method.toLowerCase()]
      if (operation === undefined) return undefined
      return (status, body) => {
        // What the description calls default are the errors; the Login API's 409 is like its 200.
        const good = status < 300 || status === 409
        const described =
          operation.responses[good ? '200' : 'default']?.content?.['application/json']?.schema
        // Of an operation that only reads, errors are left out.
        const schema = described ?? (good ? undefined : errorsOf(path))
        if (schema === undefined) return ['a body, where none is described']
        const validate = validatorOf(schema)
        return validate(body) ? [] : wordsOf(validate.errors)
      }
    },
  }
}
