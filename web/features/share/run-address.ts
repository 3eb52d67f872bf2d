import { defenceTexts, type AskedDefences } from '../../router/defence-settings.ts'
import { ownLessonName } from '../../../scenarios/model/own-lesson-name.ts'
import type { Trace } from '../../../scenarios/model/trace.ts'
import { writeRun, type SharedLine } from '../../player/run-link/text.ts'

/**
 * The switches of a run: those that its own address asks for, which say more than the trace, because
 * an attack's lesson has switches of its own; for a saved trace, those that it tells of.
 */
const switchesOf = (address: URL, { defences }: Trace): readonly string[] => {
  const asked = address.searchParams.getAll('defence')
  return asked.length > 0 ? asked : defenceTexts(defences as AskedDefences)
}

/**
 * Whether an address can lead to a run: a saved trace of an own lesson does not say where the file of the
 * lesson is.
 */
export const isAddressable = (address: URL, { lesson }: Trace): boolean =>
  lesson !== ownLessonName || address.searchParams.has('lesson-src')

/** An own lesson says of its run whatever the address does not. */
const withOwnLesson = (next: URL, address: URL, source: string): URL => {
  next.searchParams.set('lesson-src', source)
  for (const name of ['seed', 'profile', 'defence'])
    for (const value of address.searchParams.getAll(name)) next.searchParams.append(name, value)
  next.search = next.search.replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%3D', '=')
  return next
}

const withNames = (address: URL, trace: Trace): URL => {
  const { workflow, lesson, seed, profile } = trace
  const next = new URL(address.pathname, address.origin)
  const source = address.searchParams.get('lesson-src')
  if (lesson === ownLessonName && source !== null) return withOwnLesson(next, address, source)
  next.searchParams.set('workflow', workflow)
  if (lesson !== 'tour') next.searchParams.set('lesson', lesson)
  next.searchParams.set('seed', seed)
  if (profile !== 'fidelity') next.searchParams.set('profile', profile)
  for (const one of switchesOf(address, trace)) next.searchParams.append('defence', one)
  next.search = next.search.replaceAll('%2F', '/').replaceAll('%3D', '=')
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
