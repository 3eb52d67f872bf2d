import { closestMatch } from '../../../scenarios/closest-match.ts'
import { eventOf, eventWords, wordOf, type SharedEvent } from './events.ts'

/** A line of history as a link tells it. */
export interface SharedLine {
  /** Number of messages that it has in common with the line before; null for the first. */
  readonly at: number | null
  /** All its events, those that it has in common included. */
  readonly events: readonly SharedEvent[]
}

/** What is wrong with the text of a run. */
export type RunTextProblem =
  | { readonly kind: 'version'; readonly found: string }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'unknown'; readonly word: string; readonly near: string }
  | { readonly kind: 'branch'; readonly found: string }

export type ParsedRun =
  | { readonly ok: true; readonly lines: readonly SharedLine[] }
  | { readonly ok: false; readonly problem: RunTextProblem }

const version = '1'

/** Bounds of what is read: a tour has about 20 events, a run usually at most 100 branches. */
const longest = 8_000
const mostLines = 100
const mostEvents = 400

/** As much of an unknown text as a sentence quotes. */
const quoted = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

const inCommon = (a: readonly SharedEvent[], b: readonly SharedEvent[]): number => {
  const differs = a.findIndex((event, index) => {
    const other = b[index]
    return other === undefined || wordOf(event) !== wordOf(other)
  })
  return differs === -1 ? Math.min(a.length, b.length) : differs
}

/**
 * A run as text for a link: `1~open-store.login-store~16_2.steal-session-id`. The version, then the
 * lines of history: the first with its events, each further one with the number of messages after
 * which it left the one before, how many events the two share, and its own. The text is made of
 * characters that need no escaping in a fragment.
 */
export const writeRun = (lines: readonly SharedLine[]): string =>
  [
    version,
    ...lines.map(({ at, events }, index) => {
      const before = lines[index - 1]?.events ?? []
      if (at === null) return events.map(wordOf).join('.')
      const shared = inCommon(before, events)
      return [`${at}_${shared}`, ...events.slice(shared).map(wordOf)].join('.')
    }),
  ].join('~')

const readEvents = (words: readonly string[]): readonly SharedEvent[] | RunTextProblem => {
  const events: SharedEvent[] = []
  for (const word of words) {
    const event = eventOf(word)
    if (event === null)
      return { kind: 'unknown', word: quoted(word), near: closestMatch(word, eventWords) ?? '' }
    events.push(event)
  }
  return events
}

const isList = (found: readonly SharedEvent[] | RunTextProblem): found is readonly SharedEvent[] =>
  Array.isArray(found)

/** One further line: what it shares with the line before must be there. */
const readBranch = (text: string, before: readonly SharedEvent[]): SharedLine | RunTextProblem => {
  const [place = '', ...words] = text.split('.')
  const [, at, shared] = /^(\d{1,6})_(\d{1,4})$/.exec(place) ?? []
  if (at === undefined || Number(shared) > before.length)
    return { kind: 'branch', found: quoted(place) }
  const own = readEvents(words)
  if (!isList(own)) return own
  return { at: Number(at), events: [...before.slice(0, Number(shared)), ...own] }
}

const readFirst = (text: string): SharedLine | RunTextProblem => {
  const events = readEvents(text === '' ? [] : text.split('.'))
  return isList(events) ? { at: null, events } : events
}

/** Reads what `writeRun` wrote, or anything else that somebody put there. */
export const readRun = (text: string): ParsedRun => {
  const wrong = (problem: RunTextProblem): ParsedRun => ({ ok: false, problem })
  if (text.length > longest) return wrong({ kind: 'too-long' })
  const [found = '', ...parts] = text.split('~')
  if (found !== version || parts.length === 0)
    return wrong({ kind: 'version', found: quoted(found) })
  if (parts.length > mostLines) return wrong({ kind: 'too-long' })
  const lines: SharedLine[] = []
  for (const part of parts) {
    const before = lines.at(-1)
    const line = before === undefined ? readFirst(part) : readBranch(part, before.events)
    if ('kind' in line) return wrong(line)
    if (line.events.length > mostEvents) return wrong({ kind: 'too-long' })
    lines.push(line)
  }
  return { ok: true, lines }
}
