import type { Trace } from '../../scenarios/model/trace.ts'
import type { LabInspection } from './lab-inspection.ts'
import type { LiveRun } from './live-run.ts'
import type { Told } from './told.ts'

/**
 * What the small player has no need of until somebody looks closer. It is built with the pages of the
 * lab, and shares their files; the player itself is one file.
 */

/** See `details.ts`. */
export const inspectionOf = async (trace: Trace, language: string): Promise<LabInspection> =>
  (await import('./details.ts')).inspectionOf(trace, language)

/** See `replay.ts`. */
export const replay = async (excerpt: Trace): Promise<Trace> =>
  (await import('./replay.ts')).replay(excerpt)

/** See `saved.ts`. */
export const fetchSaved = async (address: URL, language: string): Promise<Told> =>
  (await import('./saved.ts')).fetchSaved(address, language)

/** A run of a lesson that was recorded, at work in this page. Rejects when it cannot be had. */
export const openLive = async (recorded: Told, language: string): Promise<LiveRun> => {
  const { workflow, lesson } = recorded.trace
  // The engine is on its way before the words for it are.
  const opening = import('./worker-run.ts').then(({ openInWorker }) =>
    openInWorker({ workflow, lesson }),
  )
  const [run, { liveOf }] = await Promise.all([opening, import('./live.ts')])
  return liveOf(run, recorded, language)
}
