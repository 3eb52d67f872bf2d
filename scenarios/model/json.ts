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

/** How deep lists and objects stand in each other: 0 for a value that is neither. */
export const depthOf = (value: unknown): number => {
  // No recursion: what is asked may be deeper than a stack.
  let depth = 0
  let level: readonly unknown[] = [value]
  for (;;) {
    const inner: unknown[] = []
    let isNested = false
    for (const one of level) {
      if (typeof one !== 'object' || one === null) continue
      isNested = true
      for (const member of Object.values(one)) inner.push(member)
    }
    if (!isNested) return depth
    depth += 1
    level = inner
  }
}

/** Deeper JSON is not read (RFC 8259 §9 lets a reader set a limit): who walks it needs a stack for it. */
const deepest = 200

/** Whether a text is certainly not nested too deep, by counting what opens a level. */
const isFlat = (text: string): boolean => {
  let count = 0
  for (let at = 0; at < text.length && count <= deepest; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x5b || code === 0x7b) count += 1
  }
  return count <= deepest
}

/** Reads a text as JSON; undefined when it is none, and when it is nested more than 200 deep. */
export const parseJson = (text: string): Json | undefined => {
  try {
    const value = JSON.parse(text) as Json
    return isFlat(text) || depthOf(value) <= deepest ? value : undefined
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
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
    return false
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
