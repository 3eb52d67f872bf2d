import * as v from 'valibot'
import type { OwnLessonTexts } from './texts/own-lessons.ts'
import type { RecordingTexts } from './texts/recordings.ts'

type Shapes = RecordingTexts & OwnLessonTexts

/** What something must be; `Shapes` has its params. */
type Expected = {
  readonly [Code in keyof Shapes]: {
    readonly code: Code
    readonly params: Shapes[Code]
  }
}[keyof Shapes]
import type { Json } from './wire.ts'
import { isJsonObject } from './json.ts'

/**
 * The pieces that schemas are built of: Valibot's, each with what it expects as a text instead of an
 * English sentence. Valibot carries messages as strings, so the text travels as JSON and
 * `scenarios/i18n/issues.ts` reads it again.
 */

const expects = (expected: Expected): string => JSON.stringify(expected)

/** Any text. */
export const text = v.string(expects({ code: 'shape.text', params: {} }))

/** Text of at most `most` characters. */
export const textOfAtMost = (most: number) =>
  v.pipe(text, v.maxLength(most, expects({ code: 'shape.characters', params: { most } })))

const notEmpty = expects({ code: 'shape.filled', params: {} })

/** Text that is not empty. */
export const filled = v.pipe(v.string(notEmpty), v.nonEmpty(notEmpty))

/** Text of 1 to `most` characters. */
export const filledOfAtMost = (most: number) =>
  v.pipe(filled, v.maxLength(most, expects({ code: 'shape.characters', params: { most } })))

/**
 * A word of a list that grows: a trace of a later version may hold one that this version does not know,
 * and is read all the same.
 */
export const wordOf = <T extends string>(): v.GenericSchema<T> =>
  filled as unknown as v.GenericSchema<T>

/** Text of a pattern; `code` says of which. */
export const matching = (
  code:
    | 'shape.place'
    | 'shape.instant'
    | 'shape.id'
    | 'shape.event-type'
    | 'shape.language-tag'
    | 'shape.colour'
    | 'shape.host',
  pattern: RegExp,
) => {
  const expected = expects({ code, params: {} })
  return v.pipe(v.string(expected), v.regex(pattern, expected))
}

export const flag = v.boolean(expects({ code: 'shape.flag', params: {} }))

export const nothing = v.null(expects({ code: 'shape.value', params: { json: 'null' } }))

const between = (least: number, most: number, expected: string) =>
  v.pipe(
    v.number(expected),
    v.integer(expected),
    v.minValue(least, expected),
    v.maxValue(most, expected),
  )

/** A whole number from `least` on. */
export const whole = (least: number) =>
  between(least, Number.MAX_SAFE_INTEGER, expects({ code: 'shape.whole', params: { least } }))

/** A whole number between bounds. */
export const wholeBetween = (least: number, most: number) =>
  between(least, most, expects({ code: 'shape.between', params: { least, most } }))

const oneOfThese = (words: readonly (string | number)[]): string =>
  expects({
    code: 'shape.one-of',
    params: { words: words.map((word) => JSON.stringify(word)).join(', ') },
  })

/** One of a few words. */
export const oneOf = <const W extends readonly string[]>(words: W) =>
  v.picklist(words, oneOfThese(words))

/** This very value. */
export const exactly = <const T extends string | number>(value: T) =>
  v.literal(value, oneOfThese([value]))

const isSetting = (value: unknown): boolean =>
  typeof value === 'boolean' ||
  Number.isFinite(value) ||
  (typeof value === 'string' && value.length <= 200)

/** A value of which `accepts` says that it will do. */
export const that = <T>(
  code: 'shape.address' | 'shape.catalogued' | 'shape.field' | 'shape.json' | 'shape.object',
  accepts: (value: unknown) => boolean,
) => v.custom<T>(accepts, expects({ code, params: {} }))

/** What a schema says that can be judged only after its type. */
export const meets = <T>(
  code: 'shape.instant' | 'shape.participants' | 'shape.message-or-event' | 'shape.right-option',
  accepts: (value: T) => boolean,
) => v.check<T, string>(accepts, expects({ code, params: {} }))

/** A list of which every item is right. */
export const listOf = <S extends v.GenericSchema>(item: S) =>
  v.pipe(v.array(item, expects({ code: 'shape.list', params: {} })), v.readonly())

/** A list of `least` to `most` right items. */
export const itemsOf = <S extends v.GenericSchema>(item: S, least: number, most: number) => {
  const expected = expects({ code: 'shape.items', params: { least, most } })
  return v.pipe(
    v.array(item, expects({ code: 'shape.list', params: {} })),
    v.minLength(least, expected),
    v.maxLength(most, expected),
    v.readonly(),
  )
}

/** An object of texts by name; `name` says what each name must be. */
export const textsBy = <S extends v.GenericSchema<string, string>>(name: S, most: number) =>
  v.pipe(
    v.record(name, filledOfAtMost(most), expects({ code: 'shape.words', params: {} })),
    v.readonly(),
  )

/** What a member must be that is missing, or that the object itself must be one. */
const objectExpects =
  (entries: v.ObjectEntries) =>
  ({ path, expected }: v.LooseObjectIssue | v.StrictObjectIssue): string => {
    const [item] = path ?? []
    if (item === undefined) return expects({ code: 'shape.object', params: {} })
    if (expected === 'never')
      return expects({ code: 'shape.member', params: { known: Object.keys(entries) } })
    const missing = entries[String(item.key)]
    const [issue] = (missing && v.safeParse(missing, undefined).issues) ?? []
    return issue?.message ?? expects({ code: 'shape.object', params: {} })
  }

/** An object of a trace among several kinds of them: for `kinds`. */
export const looseOption = <const E extends v.ObjectEntries>(entries: E) =>
  // The members that nobody knows are kept, and are no part of the type.
  v.looseObject(entries, objectExpects(entries)) as unknown as v.ObjectSchema<E, undefined>

/** An object of a trace: members that nobody knows are kept. */
export const looseObject = <const E extends v.ObjectEntries>(entries: E) =>
  v.pipe(looseOption(entries), v.readonly())

/** An object of a request: a member that nobody knows is refused, because it is a slip. */
export const strictObject = <const E extends v.ObjectEntries>(entries: E) =>
  v.strictObject(entries, objectExpects(entries))

/** Objects that differ in kind, which the member `kind` tells. */
export const kinds = <const O extends v.VariantOptions<'kind'>>(
  options: O,
  words: readonly string[],
) =>
  v.variant('kind', options, ({ path }) =>
    path === undefined ? expects({ code: 'shape.object', params: {} }) : oneOfThese(words),
  )

/** Events by their type; the text names one, for who knows none. */
export const eventKinds = <const O extends v.VariantOptions<'type'>>(
  options: O,
  known: readonly string[],
) =>
  v.variant('type', options, ({ path }) =>
    path === undefined
      ? expects({ code: 'shape.object', params: {} })
      : expects({ code: 'shape.event', params: { known } }),
  )

/** An object that maps at most `most` names to a setting each. */
export const settings = (most: number) =>
  v.pipe(
    that<Readonly<Record<string, Json>>>('shape.object', isJsonObject),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return
      const { value: input } = dataset
      const entries = Object.entries(input)
      if (entries.length > most)
        addIssue({ message: expects({ code: 'shape.entries', params: { most } }) })
      for (const [key, value] of entries) {
        const path = [{ type: 'object', origin: 'value', input, key, value } as const] as const
        if (!/^[a-z][a-z0-9-]{0,59}$/i.test(key))
          addIssue({ message: expects({ code: 'shape.name', params: {} }), path: [...path] })
        else if (!isSetting(value))
          addIssue({ message: expects({ code: 'shape.setting', params: {} }), path: [...path] })
      }
    }),
  )
