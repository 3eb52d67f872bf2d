import { roleOf } from '../catalogue/cookie-names.ts'
import { heaviestMatches, zipped } from '../trace-diff/pairing.ts'
import { isHtml } from '../engine/wire.ts'
import type { Message, Outcome, Trace } from '../model/trace.ts'
import { sameLabel } from '../i18n/label.ts'
import { type Label, type Text, textOf } from '../model/text.ts'
import { jsonObject } from '../model/json.ts'

/** What of a run the deciding is read from. */
export interface Tried extends Pick<Trace, 'messages'> {
  readonly outcome: Outcome
}

/** Where two runs of one attack part for good, in the run in which it failed, and why there. */
export interface Decision {
  /** Id of a message of the run in which the attack failed. */
  readonly at: string
  /** The rule, refusal or step that made the difference. What a server says is quoted. */
  readonly reason: Text
}

const attacking = ({ messages }: Tried): readonly Message[] =>
  messages.filter(({ step }) => step === 'hacker.attack')

/** A cookie by what it is for: a prefix in its name makes no other cookie of it. */
const spoken = (name: string): string => roleOf(name) ?? name

/** What a message is to an onlooker who cares for no values, nor for how many came before. */
const kindOf = ({ id, from, to, kind }: Message): string =>
  [id.replace(/\.\d+$/, ''), from, to, kind].join(' ')

/** Two hosts may have cookies of one name. */
const keyOf = ({ name, domain }: { readonly name: string; readonly domain: string }): string =>
  `${spoken(name)} ${domain}`

const sentOf = (message: Message): ReadonlyMap<string, boolean> =>
  new Map(message.cookies.map((verdict) => [keyOf(verdict), verdict.sent]))

const storedOf = (message: Message): ReadonlyMap<string, boolean> =>
  new Map(message.received.map(({ name, stored }) => [spoken(name), stored]))

/** A cookie that went before and stays behind now, with the browser's rule. */
const withheld = (before: Message, now: Message): Text | null => {
  const earlier = sentOf(before)
  const found = now.cookies.find((verdict) => !verdict.sent && earlier.get(keyOf(verdict)) === true)
  return found === undefined
    ? null
    : textOf('decided.not-sent', { cookie: spoken(found.name), rule: found.rule })
}

const refusedCookie = (before: Message, now: Message): Text | null => {
  const earlier = storedOf(before)
  const found = now.received.find(
    ({ name, stored }) => !stored && earlier.get(spoken(name)) === true,
  )
  return found === undefined
    ? null
    : textOf('decided.not-stored', { cookie: spoken(found.name), rule: found.rule })
}

const errorWordsIn = (body: string, names: readonly string[]): string | null => {
  const members = jsonObject(body) ?? {}
  const words = names.map((name) => members[name]).filter((word) => typeof word === 'string')
  return words.length === 0 ? null : words.join(': ')
}

const decoded = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'")

/** What a server says when it refuses: the first sentence of a page, the error of a JSON answer. */
const refusalOf = ({ http }: Message): string | null => {
  if (http === null || http.status === null || http.status < 400) return null
  const status = `${http.status}`
  if (!isHtml(http.headers)) {
    const told = errorWordsIn(http.body, ['error', 'error_reason', 'problem'])
    return told === null ? status : `${status}: ${told}`
  }
  const shown = /<pre(?: [^>]*)?>([\s\S]*?)<\/pre>/.exec(http.body)?.[1]
  const told = shown === undefined ? null : errorWordsIn(decoded(shown), ['error', 'error_reason'])
  if (told !== null) return `${status}: ${told}`
  const main = http.body.slice(Math.max(0, http.body.indexOf('<main')))
  const sentence = /<p(?: [^>]*)?>\s*([^<]+?)\s*<\/p>/.exec(main)?.[1]
  return sentence === undefined ? status : `${status}: ${sentence.replaceAll(/\s+/g, ' ')}`
}

/** Steps of an agent or of the Hacker that are telling in themselves. */
const tells = ({ kind, from, id }: Message): boolean =>
  kind === 'self' && (from === 'Hacker' || /\.(blocked-by-|upgrades)/.test(id))

const saidBy = (label: Label): Text =>
  typeof label === 'string' ? textOf('quoted', { text: label }) : label

/** What stops an attack beyond doubt: a cookie that stayed behind, a refusal, a hand that came up empty. */
const stopped = (before: Message | null, now: Message): Text | null => {
  const cookie = before === null ? null : (withheld(before, now) ?? refusedCookie(before, now))
  if (cookie !== null) return cookie
  if (sameLabel(before?.label, now.label)) return null
  const refusal = refusalOf(now)
  if (refusal !== null) return textOf('quoted', { text: refusal })
  return tells(now) ? saidBy(now.label) : null
}

const concernsHacker = ({ from, to }: Message): boolean => from === 'Hacker' || to === 'Hacker'

type MessageChange = readonly [before: Message | null, now: Message | null]

/** Messages of two runs side by side. */
const paired = (before: readonly Message[], now: readonly Message[]): readonly MessageChange[] => {
  const weight = (i: number, j: number): number => {
    const [one, other] = [before[i], now[j]]
    if (one === undefined || other === undefined || kindOf(one) !== kindOf(other)) return 0
    return sameLabel(one.label, other.label) ? 2 : 1
  }
  return zipped(before, now, heaviestMatches(before.length, now.length, weight))
}

/** It did not come to the attack: the victim was refused already. */
const beforehand = ({ messages }: Tried): Decision | null => {
  const refused = messages.findLast((message) => refusalOf(message) !== null)
  const told = refused === undefined ? null : refusalOf(refused)
  return refused === undefined || told === null
    ? null
    : { at: refused.id, reason: textOf('decided.nobody', { refusal: told }) }
}

/**
 * The message at which an attack that failed went another way than the one that came off: the first
 * that stops it beyond doubt, or the first that the Hacker, or anybody, got otherwise. Where all looks
 * the same, the answer that counted before decides: it holds something else now. Null when the attack
 * failed in neither, or came off in both.
 */
export const decide = (won: Tried, lost: Tried): Decision | null => {
  if (!won.outcome.holds || lost.outcome.holds) return null
  const before = attacking(won)
  const now = attacking(lost)
  if (now.length === 0) return beforehand(lost)
  const rows = paired(before, now)
  for (const [one, other] of rows) {
    const reason = other === null ? null : stopped(one, other)
    if (other !== null && reason !== null) return { at: other.id, reason }
  }
  const changed = rows.flatMap(([one, other]) =>
    other === null || sameLabel(one?.label, other.label) ? [] : [other],
  )
  const first = changed.find(concernsHacker) ?? changed[0]
  if (first !== undefined) return { at: first.id, reason: saidBy(first.label) }
  const counted = before.find(({ n }) => n === won.outcome.evidence[0])
  const [, same] = rows.find(([one]) => one === counted) ?? []
  if (same !== undefined && same !== null) return { at: same.id, reason: textOf('decided.other') }
  const missing = rows.findIndex(([one, other]) => one !== null && other === null)
  const last = rows.slice(0, missing).findLast(([, other]) => other !== null)?.[1] ?? now[0]
  const label = rows[missing]?.[0]?.label
  return last === undefined || label === undefined
    ? null
    : { at: last.id, reason: textOf('decided.missing', { label }) }
}
