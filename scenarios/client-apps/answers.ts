import type { FetchAnswer } from '../engine/script/page-script.ts'
import type { Json } from '../model/wire.ts'
import { isJsonObject, type JsonObject, jsonObject } from '../model/json.ts'

/** Members of a JSON answer; none when it is something else. */
export const members = (answer: FetchAnswer): JsonObject =>
  answer.ok ? (jsonObject(answer.body) ?? {}) : {}

/** A member that is text; null for any other. */
export const stringOf = (value: Json | undefined): string | null =>
  typeof value === 'string' ? value : null

/** When a JWT is over, in milliseconds since 1970; null when it does not say so. */
export const expiryOf = (jwt: string): number | null => {
  const part = (jwt.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
  try {
    const claims = JSON.parse(atob(part)) as Json
    if (typeof claims !== 'object' || claims === null || !('exp' in claims)) return null
    return typeof claims['exp'] === 'number' ? claims['exp'] * 1_000 : null
  } catch {
    return null
  }
}

/** The name that a user is greeted by. */
export const nameOf = (user: Json | undefined): string | null => {
  if (!isJsonObject(user)) return null
  const { name, fullName, firstName } = user
  return stringOf(name) ?? stringOf(fullName) ?? stringOf(firstName)
}
