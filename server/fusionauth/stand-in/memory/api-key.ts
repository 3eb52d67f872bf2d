import { data, flag, group, id, problem, type Reader, text, whole } from '../shape.ts'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** `{"/api/user": ["GET"]}`: what a key may do. No entry at all means everything. */
const readEndpoints: Reader<{ readonly [endpoint: string]: readonly string[] }> = (
  value,
  field,
  problems,
) => {
  const given = Object.entries(data(value, field, problems))
  const endpoints = given.map(([endpoint, allowed]) => {
    const list = Array.isArray(allowed) ? allowed : []
    const good = endpoint.startsWith('/') && list.length > 0
    const unknown = list.some((method) => !methods.includes(String(method)))
    if (!good || unknown) {
      const message = `Invalid [${field}]. ${endpoint} has to list HTTP methods.`
      problems.push(problem('invalid', field, message))
    }
    return [endpoint, [...new Set(list.map(String))]] as const
  })
  return Object.fromEntries(endpoints)
}

/** An API key as a caller describes it (FusionAuth API: API Keys). */
export const readApiKey = group({
  expirationInstant: whole(undefined),
  id: id(''),
  ipAccessControlListId: id(undefined),
  key: text(''),
  keyManager: flag(false),
  metaData: group({ attributes: data }),
  name: text(undefined),
  permissions: group({ endpoints: readEndpoints }),
  retrievable: flag(true),
  tenantId: id(undefined),
})

export interface ApiKey extends ReturnType<typeof readApiKey> {
  readonly insertInstant: number
  readonly lastUpdateInstant: number
}

const isSuperKey = ({ permissions }: ApiKey): boolean =>
  Object.keys(permissions.endpoints).length === 0

/** Whether a key may call an endpoint. A key without any permission is a super key. */
export const permits = (key: ApiKey, method: string, endpoint: string): boolean =>
  isSuperKey(key) ||
  (Object.hasOwn(key.permissions.endpoints, endpoint) &&
    key.permissions.endpoints[endpoint]?.includes(method) === true)

/** Whether one key may do all that another may; only such a key may manage the other. */
export const covers = (key: ApiKey, other: Pick<ApiKey, 'permissions' | 'tenantId'>): boolean => {
  if (key.tenantId !== undefined && key.tenantId !== other.tenantId) return false
  const wanted = Object.entries(other.permissions.endpoints)
  if (wanted.length === 0) return isSuperKey(key)
  return wanted.every(([endpoint, allowed]) =>
    allowed.every((method) => permits(key, method, endpoint)),
  )
}

/** The key as the API shows it: a key that may not be retrieved keeps its value to itself. */
export const apiKeyView = ({ key, permissions, ...rest }: ApiKey) => ({
  ...rest,
  ...(rest.retrievable ? { key } : {}),
  ...(Object.keys(permissions.endpoints).length > 0 ? { permissions } : {}),
})
