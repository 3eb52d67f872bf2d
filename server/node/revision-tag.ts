import type { ServedRun } from './served-run.ts'

/**
 * Which state of a run this is, on whichever node (RFC 9110 §8.8.3); null while something is at work
 * in it.
 */
export const etagOf = ({ revision, run }: ServedRun): string | null =>
  revision === 0 || run.state.busy ? null : `"${revision}"`

/**
 * The revision that a request means by If-Match or If-None-Match (RFC 9110 §13.1); undefined for any.
 * What is no tag of ours is of no state that a run ever had.
 */
export const revisionOf = (tag: string | undefined): number | undefined => {
  if (tag === undefined || tag.trim() === '*') return undefined
  const [, number = '-1'] = /^(?:W\/)?"([1-9]\d{0,8})(?:\.gzip)?"$/.exec(tag.trim()) ?? []
  return Number(number)
}
