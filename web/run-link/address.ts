import type { Trace } from '../../scenarios/vocabulary.ts'
import { writeRun, type SharedLine } from './text.ts'

const withNames = (address: URL, { workflow, lesson, seed, profile }: Trace): URL => {
  const next = new URL(address.pathname, address.origin)
  next.searchParams.set('workflow', workflow)
  if (lesson !== 'tour') next.searchParams.set('lesson', lesson)
  next.searchParams.set('seed', seed)
  if (profile !== 'fidelity') next.searchParams.set('profile', profile)
  next.search = next.search.replaceAll('%2F', '/')
  return next
}

/** The address of a message of a lesson; the lesson plays to there by itself. */
export const messageAddress = (address: URL, trace: Trace, step: string | null): URL => {
  const next = withNames(address, trace)
  if (step !== null) next.hash = `step=${encodeURIComponent(step)}`
  return next
}

/** The address that makes this very run again, branches and all, and shows the message. */
export const runAddress = (
  address: URL,
  trace: Trace,
  lines: readonly SharedLine[],
  step: string | null,
): URL => {
  const next = withNames(address, trace)
  const place = step === null ? '' : `&step=${encodeURIComponent(step)}`
  next.hash = `run=${writeRun(lines)}${place}`
  return next
}
