/** A mistake that somebody could make in this code, and who notices it. */
export interface Mutation {
  /** Unlike all others; `room.what-it-is-about`. */
  readonly id: string
  /** A plain sentence: what no longer holds. */
  readonly what: string
  /** The file that is changed, from the root of the checkout. */
  readonly file: string
  /** Text that stands in the file exactly once. */
  readonly find: string
  readonly replace: string
  /** Test files of which at least one fails. */
  readonly killedBy: readonly string[]
}

/** The room of a mutation: the first part of its id. */
export const roomOf = ({ id }: Mutation): string => id.split('.', 1)[0] ?? ''

/** How often a text stands in another. */
const countIn = (text: string, part: string): number => text.split(part).length - 1

/** The text with the mistake in it, or why it cannot be made. */
export type Mutated =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: string }

/** Makes the mistake in the text of its file. */
export const mutated = ({ file, find, replace }: Mutation, text: string): Mutated => {
  const count = countIn(text, find)
  if (count === 1) return { ok: true, text: text.replace(find, () => replace) }
  return {
    ok: false,
    problem:
      count === 0
        ? `its text does not stand in ${file} any more`
        : `its text stands ${count} times in ${file}`,
  }
}
