import type { Trace } from '../../scenarios/model/trace.ts'
import type { LabInspection } from './lab-inspection.ts'
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
