import { type Text, textOf } from '../i18n/text.ts'

/** Judges an unknown value at a path such as `messages[3].http`; null when it is right, else why not. */
export type Check = (value: unknown, path: string) => Text | null

/** A value as a sentence quotes it: short. */
const quote = (value: unknown): Text => {
  if (value === undefined) return textOf('shape.missing')
  if (Array.isArray(value)) return textOf('shape.list')
  if (value !== null && typeof value === 'object') return textOf('shape.object')
  const json = JSON.stringify(value)
  return textOf('shape.value', { json: json.length > 60 ? `${json.slice(0, 60)}…` : json })
}

/** What is wrong at a place. */
export const wrong = (path: string, expected: Text, value: unknown): Text =>
  textOf('recording.must-be', { path, expected, observed: quote(value) })

/** A value of which `accepts` says that it will do; `what` says what it must be. */
export const that =
  (what: Text, accepts: (value: unknown) => boolean): Check =>
  (value, path) =>
    accepts(value) ? null : wrong(path, what, value)

export const isText = that(textOf('shape.text'), (value) => typeof value === 'string')

export const flag = that(textOf('shape.flag'), (value) => typeof value === 'boolean')

export const whole = (least: number): Check =>
  that(
    textOf('shape.whole', { least }),
    (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= least,
  )

export const matching = (what: Text, pattern: RegExp): Check =>
  that(what, (value) => typeof value === 'string' && pattern.test(value))

export const oneOf = (...words: readonly unknown[]): Check =>
  that(
    textOf('shape.one-of', { words: words.map((word) => JSON.stringify(word)).join(', ') }),
    (value) => words.includes(value),
  )

export const nothing = that(textOf('shape.value', { json: 'null' }), (value) => value === null)

/** The check, or null. */
export const orNull =
  (check: Check): Check =>
  (value, path) =>
    value === null ? null : check(value, path)

/** The check, or nothing at all. */
export const optional =
  (check: Check): Check =>
  (value, path) =>
    value === undefined ? null : check(value, path)

/** A list of which every item is right; the first that is not is told. */
export const list =
  (item: Check): Check =>
  (value, path) => {
    if (!Array.isArray(value)) return wrong(path, textOf('shape.list'), value)
    for (const [index, member] of (value as readonly unknown[]).entries()) {
      const problem = item(member, `${path}[${index}]`)
      if (problem !== null) return problem
    }
    return null
  }

/** An object with these members; others may stand beside them. */
export const members =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value, path) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value))
      return wrong(path, textOf('shape.object'), value)
    const given = new Map<string, unknown>(Object.entries(value))
    for (const [name, check] of Object.entries(checks)) {
      const problem = check(given.get(name), path === '' ? name : `${path}.${name}`)
      if (problem !== null) return problem
    }
    return null
  }

/** The first of several checks that finds something. */
export const all =
  (...checks: readonly Check[]): Check =>
  (value, path) => {
    for (const check of checks) {
      const problem = check(value, path)
      if (problem !== null) return problem
    }
    return null
  }
