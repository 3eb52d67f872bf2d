import type { Json } from '../model/wire.ts'

const spans: readonly (readonly [seconds: number, unit: string])[] = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
  [1, 's'],
]

/** A length of time in its two largest units: `59 min 58 s`. Milliseconds in. */
export const span = (milliseconds: number): string => {
  let rest = Math.round(Math.abs(milliseconds) / 1000)
  const words: string[] = []
  for (const [size, unit] of spans) {
    const count = Math.floor(rest / size)
    rest -= count * size
    if (count > 0) words.push(`${count} ${unit}`)
    else if (words.length > 0) break
    if (words.length === 2) break
  }
  return words.length === 0 ? '0 s' : words.join(' ')
}

/** A moment as seen from another on the protocol clock: `in 1 h`, `2 min ago`, `now`. Both in ms. */
export const relative = (moment: number, now: number): string => {
  if (Math.abs(moment - now) < 500) return 'now'
  return moment > now ? `in ${span(moment - now)}` : `${span(now - moment)} ago`
}

/** A claim, ready to show. */
export interface ClaimRow {
  readonly name: string
  readonly value: string
  /** The time that the claim tells, in ms on the protocol clock; null for other claims. */
  readonly instant: number | null
}

const instants = new Set(['exp', 'iat', 'nbf', 'auth_time'])

/** Rows of a header or of claims, in their order. */
export const claimRows = (values: Readonly<Record<string, Json>>): ClaimRow[] =>
  Object.entries(values).map(([name, value]) => ({
    name,
    value: typeof value === 'string' ? value : JSON.stringify(value),
    instant: instants.has(name) && typeof value === 'number' ? value * 1000 : null,
  }))
