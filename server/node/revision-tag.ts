import type { ServedRun } from './served-run.ts'

/**
 * Which state of a run this is, on whichever node (RFC 9110 §8.8.3); null while something is at work
 * in it.
 */
export const etagOf = ({ revision, run }: ServedRun): string | null =>
  revision === 0 || run.state.busy ? null : `"${revision}"`

/** The revision that a request means by If-Match (RFC 9110 §13.1.1); undefined for any. */
export const revisionOf = (tag: string | undefined): number | undefined => {
  const [, number] = /^(?:W\/)?"(\d{1,9})(?:\.gzip)?"$/.exec(tag ?? '') ?? []
  return number === undefined ? undefined : Number(number)
}
