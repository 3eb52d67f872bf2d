import { closestMatch } from '../../scenarios/closest-match.ts'
import type { Json } from '../../scenarios/model/wire.ts'

/** A value that has its shape, or the field that has not, with a sentence that says what it must be. */
export type Shaped<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly field: string; readonly problem: string }

/** Judges an unknown value; `field` is its name in sentences. */
export type Shape<T> = (value: unknown, field: string) => Shaped<T>

const right = <T>(value: T): Shaped<T> => ({ ok: true, value })
const wrong = (field: string, problem: string): Shaped<never> => ({ ok: false, field, problem })

/** A value as a sentence quotes it: short, and of no more than the first characters. */
const quote = (value: unknown): string => {
  if (typeof value === 'string')
    return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
  if (Array.isArray(value)) return 'a list'
  return value !== null && typeof value === 'object' ? 'an object' : String(value)
}

/** Text of at most `most` characters. */
export const text =
  (most: number): Shape<string> =>
  (value, field) => {
    if (typeof value !== 'string') return wrong(field, `${field} must be text.`)
    if (value.length > most)
      return wrong(field, `${field} must have at most ${most} characters, and has ${value.length}.`)
    return right(value)
  }

/** A whole number between bounds. */
export const whole =
  (least: number, most: number): Shape<number> =>
  (value, field) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? right(value)
      : wrong(field, `${field} must be a whole number from ${least} to ${most}.`)

/** One of a few words. */
export const oneOf =
  <const W extends string>(...words: readonly W[]): Shape<W> =>
  (value, field) => {
    const word = words.find((known) => known === value)
    if (word !== undefined) return right(word)
    const list = words.map((known) => JSON.stringify(known)).join(', ')
    return wrong(field, `${field} must be one of ${list}, not ${quote(value)}.`)
  }

/** The first shape when the value is text, the other one otherwise. */
export const textOr =
  <T, O>(ifText: Shape<T>, otherwise: Shape<O>): Shape<T | O> =>
  (value, field) =>
    typeof value === 'string' ? ifText(value, field) : otherwise(value, field)

/** A field that may be left out. */
export const optional =
  <T>(shape: Shape<T>): Shape<T | undefined> =>
  (value, field) =>
    value === undefined ? right(value) : shape(value, field)

/** The members of a JSON object; undefined when the value is something else. */
export const members = (value: unknown): Map<string, unknown> | undefined =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : undefined

const path = (field: string, name: string): string => (field === '' ? name : `${field}.${name}`)

type Shapes<T> = {
  readonly [K in keyof T]-?: Shape<T[K] | (undefined extends T[K] ? undefined : never)>
}

/** An object with exactly these fields; one that nobody knows is refused, because it is a slip. */
export const fields =
  <T extends object>(shapes: Shapes<T>): Shape<T> =>
  (value, field) => {
    const given = members(value)
    if (given === undefined)
      return wrong(field, `${field === '' ? 'The body' : field} must be a JSON object.`)
    const known = Object.keys(shapes)
    for (const name of given.keys())
      if (!known.includes(name))
        return wrong(
          path(field, name),
          `There is no field ${quote(path(field, name))} here. The nearest is ${quote(closestMatch(name, known))}.`,
        )
    const found: [string, unknown][] = []
    for (const [name, shape] of Object.entries<Shape<unknown>>(shapes)) {
      const member = shape(given.get(name), path(field, name))
      if (!member.ok) return member
      if (member.value !== undefined) found.push([name, member.value])
    }
    return right(Object.fromEntries(found) as T)
  }

/** An object that maps names such as `refresh-token-rotation` to a boolean, a number or a short text. */
export const switches =
  (most: number): Shape<Readonly<Record<string, Json>>> =>
  (value, field) => {
    const given = members(value)
    if (given === undefined) return wrong(field, `${field} must be a JSON object.`)
    if (given.size > most) return wrong(field, `${field} must have at most ${most} members.`)
    const found: [string, Json][] = []
    for (const [name, setting] of given) {
      const at = path(field, name.slice(0, 60))
      if (!/^[a-z][a-z0-9-]{0,59}$/i.test(name)) return wrong(at, `${quote(at)} is not a name.`)
      const plain = typeof setting === 'boolean' || Number.isFinite(setting)
      if (!plain && !(typeof setting === 'string' && setting.length <= 200))
        return wrong(at, `${at} must be true, false, a number or a short text.`)
      found.push([name, setting as Json])
    }
    return right(Object.fromEntries(found))
  }
