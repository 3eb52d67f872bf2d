/** How much of a stretch is shown before it is folded in the middle. */
interface Limit {
  readonly longest: number
  readonly head: number
  readonly tail: number
}

/** A value beside its name. */
export const valueLimit: Limit = { longest: 72, head: 34, tail: 14 }

/** The text of a page. */
export const pageLimit: Limit = { longest: 600, head: 420, tail: 80 }

/** Where a long stretch is folded; null when it is short enough to be shown. */
export const foldOf = (
  text: string,
  { longest, head, tail }: Limit,
): { readonly head: string; readonly hidden: number; readonly tail: string } | null =>
  text.length <= longest
    ? null
    : {
        head: text.slice(0, head),
        hidden: text.length - head - tail,
        tail: text.slice(-tail),
      }
