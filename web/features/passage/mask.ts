import { tokenPattern } from '../../../scenarios/model/jwt.ts'
import type { Secret } from '../../../scenarios/projections/secrets.ts'

/** Puts the name of each secret in the place of its value. */
export type Mask = (text: string) => string

/** Shorter values could be a part of any word. */
const shortest = 8

/**
 * Makes a mask for the secrets of a run. The words of the lab never hold a value; those of a saved trace or
 * of an own lesson may.
 */
export const createMask = (secrets: readonly Secret[]): Mask => {
  const names = new Map<string, string>()
  for (const { name, value } of secrets)
    if (value.length >= shortest)
      for (const form of [value, encodeURIComponent(value)]) names.set(form, name)
  // The longest first: a value may be a part of another.
  const values = [...names].toSorted(([a], [b]) => b.length - a.length)
  return (text) => {
    let masked = text
    for (const [value, name] of values) masked = masked.replaceAll(value, name)
    return masked.replaceAll(tokenPattern, 'JWT')
  }
}
