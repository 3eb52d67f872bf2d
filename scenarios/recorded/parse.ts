import * as v from 'valibot'
import { type Text, textOf } from '../model/text.ts'
import { quote, recordingProblem } from '../i18n/issues.ts'
import { type Message, type Trace, traceSchema } from '../model/trace.ts'
import { isSayable } from './sayable.ts'
import { fromVersion1 } from './version-1.ts'
import { boundProblem, bounds, tooDeep } from './bounds.ts'

/** A trace that was saved, or why a text is none: it names the place. */
export type Parsed =
  | { readonly ok: true; readonly trace: Trace }
  | { readonly ok: false; readonly problem: Text }

const wrong = (path: string, expected: Text, value: unknown): Text =>
  textOf('recording.must-be', { path, expected, observed: quote(value) })

/** What can be put into words: its code is known, and its params are such as it takes. */
const unsayable = ({ kind, label, cookies, received }: Message): readonly [string, unknown][] => {
  const texts: readonly (readonly [string, unknown])[] = [
    ...(kind === 'self' ? [['label', label] as const] : []),
    ...cookies.map(({ reason }, index) => [`cookies[${index}].reason`, reason] as const),
    ...received.map(({ reason }, index) => [`received[${index}].reason`, reason] as const),
  ]
  return texts.filter(([, text]) => !isSayable(text)).map(([path, text]) => [path, text])
}

/** What no single place can tell: the numbering, references to messages, and what can be said. */
const consistency = ({ messages, dividers, outcome, participants }: Trace): Text | null => {
  const ids = new Set<string>()
  for (const [index, message] of messages.entries()) {
    const { n, id, from, to } = message
    const place = `messages[${index}]`
    if (n !== index + 1)
      return wrong(`${place}.n`, textOf('shape.value', { json: String(index + 1) }), n)
    if (ids.has(id)) return textOf('recording.twice', { place: `${place}.id`, id })
    if (!participants.includes(from) || !participants.includes(to))
      return textOf('recording.stranger', { place, from, to })
    const [unknown] = unsayable(message)
    if (unknown !== undefined)
      return wrong(`${place}.${unknown[0]}`, textOf('shape.catalogued'), unknown[1])
    ids.add(id)
  }
  const last = messages.length
  const stray = dividers.findIndex(({ before }) => before > last + 1)
  if (stray >= 0)
    return textOf('recording.divider-beyond', { place: `dividers[${stray}].before`, last })
  const claim = outcome.findIndex(({ evidence }) => evidence.some((n) => n > last))
  return claim < 0
    ? null
    : textOf('recording.evidence-beyond', { place: `outcome[${claim}].evidence`, last })
}

const none = (problem: Text): Parsed => ({
  ok: false,
  problem: textOf('recording.none', { problem }),
})

/**
 * Reads a saved trace, as `npm run -s trace` prints it (scenarios/trace.schema.json), of this version
 * or of the one before. Every place that is shown or computed with is checked, and that a page can show
 * so much (bounds.ts); members that nobody knows are kept.
 */
export const parseTrace = (json: string): Parsed => {
  const { length: count } = json
  if (count > bounds.file) return none(textOf('recording.long-file', { most: bounds.file, count }))
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return none(textOf('recording.no-json'))
  }
  const depth = tooDeep(value)
  if (depth !== null) return none(depth)
  const { success, output, issues } = v.safeParse(traceSchema, fromVersion1(value), {
    abortEarly: true,
  })
  if (!success) return none(recordingProblem(issues[0]))
  const problem = boundProblem(output) ?? consistency(output)
  return problem === null ? { ok: true, trace: output } : none(problem)
}
