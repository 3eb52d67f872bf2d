import type { Secret } from './secrets.ts'
import type { MemoryTable } from './memory.ts'
import type { Participant } from '../model/participant.ts'

/** A stretch of text, or a secret that stands in it. */
export type Piece = string | Secret

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
    if (secret.value.length < 12) continue
    byForm.set(secret.value, secret)
    byForm.set(encodeURIComponent(secret.value), secret)
    byForm.set(new URLSearchParams({ '': secret.value }).toString().slice(1), secret)
  }
  const longestFirst = [...byForm.keys()].toSorted((a, b) => b.length - a.length)
  const pattern =
    longestFirst.length === 0 ? null : new RegExp(`(${longestFirst.map(escape).join('|')})`, 'g')
  return (text) => {
    const exact = whole.get(text)
    if (exact !== undefined) return [exact]
    if (pattern === null) return [text]
    return text
      .split(pattern)
      .filter((piece) => piece !== '')
      .map((piece) => byForm.get(piece) ?? piece)
  }
}

/** Who has this secret in memory: everybody with a table that holds it, in order of the tables. */
export const holders = (secret: Secret, tables: readonly MemoryTable[]): readonly Participant[] => {
  const holds = (table: MemoryTable): boolean =>
    table.entries.some(
      ({ key, value }) => key === secret.value || JSON.stringify(value).includes(secret.value),
    )
  return [...new Set(tables.filter(holds).map(({ owner }) => owner))]
}
