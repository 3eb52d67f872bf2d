import type { Secret } from './secrets.ts'
import type { MemoryTable } from './memory.ts'
import type { Participant } from '../model/participant.ts'

/** A stretch of text, or a secret that stands in it. */
export type Piece = string | Secret

/** Characters from which on a secret is recognised inside other text. */
const least = 12

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/**
 * Makes a function that cuts text at the secrets in it, as they are or percent-encoded. A short
 * secret (a password) is recognised only when it is the whole text.
 */
export const marker = (secrets: readonly Secret[]): ((text: string) => readonly Piece[]) => {
  const byForm = new Map<string, Secret>()
  const whole = new Map<string, Secret>()
  for (const secret of secrets) {
    whole.set(secret.value, secret)
    if (secret.value.length < least) continue
    byForm.set(secret.value, secret)
    byForm.set(encodeURIComponent(secret.value), secret)
    byForm.set(new URLSearchParams({ '': secret.value }).toString().slice(1), secret)
  }
  const longestFirst = [...byForm.keys()].toSorted((a, b) => b.length - a.length)
  const byStart = new Map<string, string[]>()
  for (const form of longestFirst) {
    const start = form.slice(0, least)
    byStart.set(start, [...(byStart.get(start) ?? []), form])
  }
  // Only how they begin: a pattern of whole tokens can be larger than a browser takes.
  const pattern =
    byStart.size === 0 ? null : new RegExp([...byStart.keys()].map(escape).join('|'), 'g')
  return (text) => {
    const exact = whole.get(text)
    if (exact !== undefined) return [exact]
    if (pattern === null) return [text]
    const pieces: Piece[] = []
    let end = 0
    pattern.lastIndex = 0
    for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
      const at = found.index
      const form = byStart.get(found[0])?.find((one) => text.startsWith(one, at))
      const secret = form === undefined ? undefined : byForm.get(form)
      if (form === undefined || secret === undefined) {
        pattern.lastIndex = at + 1
        continue
      }
      if (at > end) pieces.push(text.slice(end, at))
      pieces.push(secret)
      end = at + form.length
      pattern.lastIndex = end
    }
    if (end < text.length) pieces.push(text.slice(end))
    return pieces
  }
}

/**
 * Makes a function that says who has a secret in memory: everybody with a table that holds it, in
 * order of the tables.
 */
export const holdersIn = (
  tables: readonly MemoryTable[],
): ((secret: Secret) => readonly Participant[]) => {
  const known = tables.map(({ owner, entries }) => ({
    owner,
    keys: new Set(entries.map(({ key }) => key)),
    values: entries.map(({ value }) => JSON.stringify(value)),
  }))
  return ({ value }) => {
    const holding = known.filter(
      ({ keys, values }) => keys.has(value) || values.some((text) => text.includes(value)),
    )
    return [...new Set(holding.map(({ owner }) => owner))]
  }
}
