import type { Trace } from '../../scenarios/model/trace.ts'
import { languages } from '../i18n/languages.ts'
import { defineInspection, type LabInspection } from './lab-inspection.ts'

/**
 * What is below the surface of a recording's messages, in the words of the whole lab.
 *
 * @param trace with everything that was on the wire
 * @throws Error when it cannot be loaded
 */
export const inspectionOf = async (trace: Trace, language: string): Promise<LabInspection> => {
  defineInspection()
  const spoken = languages.find(({ tag }) => tag === language) ?? languages[0]
  const inspection = document.createElement('lab-inspection')
  inspection.trace = trace
  inspection.words = (await spoken?.load()) ?? null
  return inspection
}
