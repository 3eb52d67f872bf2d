import type { Trace } from '../../../scenarios/model/trace.ts'

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** Longest part of a name; some systems end a path at 255 octets. */
const longest = 90

/**
 * A file's name by workflow, lesson and message: `webapp-….tour.login-token-request.svg`. Letters,
 * digits, hyphens and dots only, whatever the trace says.
 *
 * @param step id of the last message; null for the whole run
 */
export const fileName = (
  { workflow, lesson }: Pick<Trace, 'workflow' | 'lesson'>,
  step: string | null,
  extension: string,
): string =>
  [workflow, lesson, ...(step === null ? [] : [step])]
    .map((part) => plain(part).slice(0, longest) || 'run')
    .concat(extension)
    .join('.')
