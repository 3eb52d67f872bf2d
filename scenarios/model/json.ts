/** Reading JSON (RFC 8259) that somebody else wrote. No schema, so that a page may load it. */

import type { Json } from './wire.ts'

/** A JSON object: its members by name. */
export type JsonObject = { readonly [name: string]: Json }

/** Whether a value is a JSON object: no array, and not null. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A member of a JSON object; undefined where there is none, and of what is no object. */
export const memberOf = (value: unknown, name: string): Json | undefined =>
  isJsonObject(value) ? value[name] : undefined

/** Reads a text as JSON; undefined when it is none. */
export const parseJson = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

/** Reads a text as a JSON object; undefined for any other value, and for a text that is no JSON. */
export const jsonObject = (text: string): JsonObject | undefined => {
  const value = parseJson(text)
  return isJsonObject(value) ? value : undefined
}

/** Whether two JSON values are equal. Members of an object have no order (RFC 8259 §4). */
export const sameJson = (left: unknown, right: unknown): boolean => {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
    return left === right
  // An array has its items by index.
  const names = Object.keys(left)
  return (
    Array.isArray(left) === Array.isArray(right) &&
    names.length === Object.keys(right).length &&
    names.every(
      (name) =>
        Object.hasOwn(right, name) &&
        sameJson((left as JsonObject)[name], (right as JsonObject)[name]),
    )
  )
}
