import type { BaseIssue, IssuePathItem } from 'valibot'
import { closestMatch } from '../closest-match.ts'
import { type Text, textOf } from '../model/text.ts'

/** Valibot's issues as texts: what is wrong with a saved trace, or with the body of a request. */

export type Issue = BaseIssue<unknown>

/** Where something is wrong, what it must be there, and what it is. */
export interface Fault {
  readonly keys: readonly (string | number)[]
  /** Such as `messages[3].http.url`; '' for the whole. */
  readonly path: string
  readonly expected: Text
  readonly value: unknown
}

/** Keys as one path, such as `messages[3].http.url`. */
export const joined = (keys: readonly unknown[]): string =>
  keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`
    return path === '' ? String(key) : `${path}.${String(key)}`
  }, '')

/** What is wrong by an issue, and where. */
export const faultOf = ({ path: items, input, message }: Issue): Fault => {
  const path: readonly IssuePathItem[] = items ?? []
  const keys = path.map(({ key }) => (typeof key === 'number' ? key : String(key)))
  // To Valibot a list is an object too, of which every member is missing.
  const list = path.findIndex((item) => item.type === 'object' && Array.isArray(item.input))
  if (list >= 0)
    return {
      keys: keys.slice(0, list),
      path: joined(keys.slice(0, list)),
      expected: textOf('shape.object'),
      value: path[list]?.input,
    }
  // Schemas are made of the pieces in model/shape.ts, whose messages are texts.
  return { keys, path: joined(keys), expected: JSON.parse(message) as Text, value: input }
}

/** Whether somebody has written a member that there is not. */
export const isSlip = ({ expected }: Issue): boolean => expected === 'never'

/** A value as a sentence quotes it: short. */
export const quote = (value: unknown): Text => {
  if (value === undefined) return textOf('shape.missing')
  if (Array.isArray(value)) return textOf('shape.list')
  if (value !== null && typeof value === 'object') return textOf('shape.object')
  const json = JSON.stringify(value)
  return textOf('shape.value', { json: json.length > 60 ? `${json.slice(0, 60)}…` : json })
}

/** What is wrong with a saved trace, at the first place that is. */
export const recordingProblem = (issue: Issue): Text => {
  const { path, expected, value } = faultOf(issue)
  return textOf('recording.must-be', { path, expected, observed: quote(value) })
}

const requestText = ({ path, expected, value }: Fault): Text => {
  const nearest = (known: readonly string[]): string => closestMatch(String(value), known) ?? ''
  const isWord = typeof value === 'string' && value !== ''
  if (expected.code === 'shape.object') return textOf('request.object', { path })
  if (expected.code === 'shape.name') return textOf('request.no-name', { path })
  if (expected.code === 'shape.entries')
    return textOf('request.entries', { path, ...expected.params })
  if (expected.code === 'shape.one-of')
    return textOf('request.one-of', { path, expected, observed: quote(value) })
  if (expected.code === 'shape.member')
    return textOf('request.no-field', { path, nearest: nearest(expected.params.known) })
  if (expected.code === 'shape.event' && isWord)
    return textOf('request.no-event', {
      name: value.slice(0, 60),
      nearest: nearest(expected.params.known),
    })
  if (expected.code === 'shape.characters' && typeof value === 'string')
    return textOf('request.characters', { path, ...expected.params, count: value.length })
  // Text that is too long says so; that it is bounded matters to no other value.
  const what = expected.code === 'shape.characters' ? textOf('shape.text') : expected
  return textOf('request.must-be', { path, expected: what })
}

/** The field of a request that is wrong ('' for the whole body), and why. */
export interface Refusal {
  readonly field: string
  readonly reason: Text
}

/** What is wrong with a request: a field that nobody knows before all else, because it is a slip. */
export const requestRefusal = (issues: readonly [Issue, ...Issue[]]): Refusal => {
  const fault = faultOf(issues.find(isSlip) ?? issues[0])
  return { field: fault.path, reason: requestText(fault) }
}
