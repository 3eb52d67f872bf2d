import type { FetchAnswer } from '../engine/script/page-script.ts'
import type { Json } from '../model/wire.ts'
import { decodeToken } from '../model/jwt.ts'
import { isJsonObject, type JsonObject, jsonObject } from '../model/json.ts'

/** Members of a JSON answer; none when it is something else. */
export const members = (answer: FetchAnswer): JsonObject =>
  answer.ok ? (jsonObject(answer.body) ?? {}) : {}

/** A member that is text; null for any other. */
export const stringOf = (value: Json | undefined): string | null =>
  typeof value === 'string' ? value : null

/** When a JWT is over, in milliseconds since 1970; null when it does not say so. */
export const expiryOf = (jwt: string): number | null => {
  const end = decodeToken(jwt)?.claims['exp']
  return typeof end === 'number' ? end * 1_000 : null
}

/** The name that a user is greeted by. */
export const nameOf = (user: Json | undefined): string | null => {
  if (!isJsonObject(user)) return null
  const { name, fullName, firstName } = user
  return stringOf(name) ?? stringOf(fullName) ?? stringOf(firstName)
}
