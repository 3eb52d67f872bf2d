/** Words for why an attack was stopped. */
export interface ReasonWords {
  /** A cookie by what it is for. */
  readonly things: Readonly<Record<string, string>>
  /** The browser's rules on cookies. */
  readonly rules: Readonly<Record<string, string>>
  readonly notSent: (what: string, rule: string) => string
  readonly notStored: (what: string, rule: string) => string
  /** The attack's next message never comes. */
  readonly missing: (label: string) => string
  /** The victim was refused before the attack began. */
  readonly nobody: (refusal: string) => string
  /** The messages are alike; what the answer holds is not. */
  readonly other: string
}

/**
 * The reason of a decision (scenarios/matrix/deciding.ts) in a language. What a server or a page says
 * itself is quoted as it was.
 */
export const tellReason = (
  because: string,
  words: ReasonWords,
  say: (text: string) => string,
): string => {
  const cookie = /^(\S+) not (sent|stored): (\S+)$/.exec(because)
  if (cookie !== null) {
    const [, what = '', which, rule = ''] = cookie
    const tell = which === 'sent' ? words.notSent : words.notStored
    return tell(words.things[what] ?? what, words.rules[rule] ?? rule)
  }
  const missing = /^what came before does not come: (.*)$/.exec(because)
  if (missing?.[1] !== undefined) return words.missing(say(missing[1]))
  const nobody = /^not even the victim gets in: (.*)$/.exec(because)
  if (nobody?.[1] !== undefined) return words.nobody(nobody[1])
  return because === 'the answer holds something else' ? words.other : say(because)
}
