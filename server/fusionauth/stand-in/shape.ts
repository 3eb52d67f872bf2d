/**
 * Readers turn JSON of any kind into an object of a known shape: a missing member gets its default,
 * a member of the wrong kind becomes a problem, and a member that is not in the shape is left out.
 *
 * A value in quotes does for a truth value or a number, a number or truth value for a text, and a name
 * for an object that is little more than its name, as FusionAuth's JSON library converts them (Jackson,
 * whose defaults coerce scalars and hand a text to a class with a constructor for one). FusionAuth's
 * own Kickstart files rely on it, and no page says so: it is inferred (asked:
 * "values of another type").
 */
import type { Json } from '../../../scenarios/model/wire.ts'
import { isJsonObject } from '../../../scenarios/model/json.ts'

/** What is wrong with one field, in FusionAuth's words: `code` is `[kind]field`. */
export interface Problem {
  readonly field: string
  readonly code: string
  readonly message: string
}

export type Reader<T> = (value: Json | undefined, field: string, problems: Problem[]) => T

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const isUuid = (value: string): boolean => uuidPattern.test(value)

export const problem = (kind: string, field: string, message: string): Problem => ({
  field,
  code: `[${kind}]${field}`,
  message,
})

export const blank = (field: string): Problem =>
  problem('blank', field, `You must specify the [${field}] property.`)

export const notUuid = (field: string): Problem =>
  problem(
    'couldNotConvert',
    field,
    `Invalid [${field}]. It has to be a UUID such as 965d1f2e-3c5b-4a0e-8f7d-2b6c9a1e4d30.`,
  )

const wrong = (field: string, what: string): Problem =>
  problem('couldNotConvert', field, `Invalid [${field}]. It has to be ${what}.`)

const absent = (value: Json | undefined): value is null | undefined => (value ?? null) === null

/** The text in quotes without spaces around it, or the value as it is; an empty text is no value. */
const unquoted = (value: Json | undefined): Json | undefined =>
  typeof value === 'string' ? value.trim() || undefined : value

export const text =
  <D extends string | undefined>(fallback: D): Reader<string | D> =>
  (value, field, problems) => {
    if (typeof value === 'string') return value.trim() === '' ? fallback : value
    if (typeof value === 'number' || typeof value === 'boolean') return String(value)
    if (!absent(value)) problems.push(wrong(field, 'a string'))
    return fallback
  }

export const id =
  <D extends string | undefined>(fallback: D): Reader<string | D> =>
  (value, field, problems) => {
    if (typeof value === 'string' && isUuid(value)) return value.toLowerCase()
    if (!absent(value)) problems.push(notUuid(field))
    return fallback
  }

export const flag =
  (fallback: boolean): Reader<boolean> =>
  (value, field, problems) => {
    const given = unquoted(value)
    if (typeof given === 'boolean') return given
    if (typeof given === 'string' && /^(?:true|True|TRUE)$/.test(given)) return true
    if (typeof given === 'string' && /^(?:false|False|FALSE)$/.test(given)) return false
    if (!absent(given)) problems.push(wrong(field, 'true or false'))
    return fallback
  }

/** A whole number as it is or in quotes; undefined for anything else. */
export const wholeNumber = (value: Json | undefined): number | undefined => {
  const given = unquoted(value)
  const number = typeof given === 'string' && /^[+-]?\d+$/.test(given) ? Number(given) : given
  return typeof number === 'number' && Number.isInteger(number) ? number : undefined
}

/** A whole number within bounds, both included. */
export const whole =
  <D extends number | undefined>(
    fallback: D,
    least = 0,
    most = Number.MAX_SAFE_INTEGER,
  ): Reader<number | D> =>
  (value, field, problems) => {
    if (absent(unquoted(value))) return fallback
    const number = wholeNumber(value)
    if (number === undefined || !Number.isSafeInteger(number)) {
      problems.push(wrong(field, 'a whole number'))
      return fallback
    }
    if (number >= least && number <= most) return number
    problems.push(
      problem('invalid', field, `[${field}] has to be at least ${least} and at most ${most}.`),
    )
    return fallback
  }

export const oneOf =
  <const T extends string>(choices: readonly T[], fallback: NoInfer<T>): Reader<T> =>
  (value, field, problems) => {
    const choice = choices.find((candidate) => candidate === value)
    if (choice === undefined && !absent(value)) {
      problems.push(wrong(field, `one of ${choices.join(', ')}`))
    }
    return choice ?? fallback
  }

export const listOf =
  <T>(member: Reader<T>, fallback: readonly T[] = []): Reader<readonly T[]> =>
  (value, field, problems) => {
    if (Array.isArray(value)) {
      return value.map((item: Json, index) => member(item, `${field}[${index}]`, problems))
    }
    if (!absent(value)) problems.push(wrong(field, 'an array'))
    return fallback
  }

/**
 * An address of which `accepts` says that it will do; `what` says what it has to be, and `asUrl` how
 * one that is no URL yet is read.
 */
export const address =
  <D extends string | undefined>(
    fallback: D,
    what: string,
    accepts: (url: URL, text: string) => boolean,
    asUrl: (text: string) => string = (given) => given,
  ): Reader<string | D> =>
  (value, field, problems) => {
    const given = text(undefined)(value, field, problems)
    if (given === undefined) return fallback
    // Plain ASCII, so that it can stand in a header field.
    const url = /^[\x21-\x7e]+$/.test(given) ? URL.parse(asUrl(given)) : null
    if (url !== null && accepts(url, given)) return given
    problems.push(problem('invalid', field, `Invalid [${field}]. It has to be ${what}.`))
    return fallback
  }

/** Free-form data, such as `user.data`. */
export const data: Reader<{ readonly [key: string]: Json }> = (value, field, problems) => {
  if (isJsonObject(value)) return value
  if (!absent(value)) problems.push(wrong(field, 'an object'))
  return {}
}

export const group =
  <S extends { readonly [member: string]: Reader<unknown> }>(
    shape: S,
  ): Reader<{ readonly [K in keyof S]: ReturnType<S[K]> }> =>
  (value, field, problems) => {
    if (!isJsonObject(value) && !absent(value)) problems.push(wrong(field, 'an object'))
    const source = isJsonObject(value) ? value : {}
    const members = Object.entries(shape).map(([name, member]) => {
      const given = Object.hasOwn(source, name) ? source[name] : undefined
      return [name, member(given, field === '' ? name : `${field}.${name}`, problems)] as const
    })
    return Object.fromEntries(members) as { readonly [K in keyof S]: ReturnType<S[K]> }
  }

/** A reader whose value is looked at as a whole, for what its members say of each other. */
export const checked =
  <T>(reader: Reader<T>, check: (value: T, field: string) => readonly Problem[]): Reader<T> =>
  (value, field, problems) => {
    const read = reader(value, field, problems)
    problems.push(...check(read, field))
    return read
  }

/** An object for which a text may stand: the text is then its member of this name. */
export const named =
  <T>(name: string, reader: Reader<T>): Reader<T> =>
  (value, field, problems) =>
    reader(typeof value === 'string' ? { [name]: value } : value, field, problems)

/** Members that are kept and shown as they were given, whatever they hold; null is none. */
export const asGiven = <const N extends string>(...names: readonly N[]) => {
  const reader: Reader<Json | undefined> = (value) => value ?? undefined
  return Object.fromEntries(names.map((name) => [name, reader])) as {
    readonly [K in N]: Reader<Json | undefined>
  }
}

/** JSON merge: objects member by member, null removes, arrays are appended (as FusionAuth's PATCH does). */
export const merge = (target: Json | undefined, patch: Json): Json => {
  if (Array.isArray(patch)) return Array.isArray(target) ? [...target, ...patch] : patch
  if (!isJsonObject(patch)) return patch
  const merged = new Map(Object.entries(isJsonObject(target) ? target : {}))
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name)
    else merged.set(name, merge(merged.get(name), value))
  }
  return Object.fromEntries(merged)
}
