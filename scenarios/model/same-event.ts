import type { LabEvent } from './event.ts'
import { sameJson } from './json.ts'

/** Whether two events are the same; in which order their members stand does not matter. */
export const sameEvent = (
  one: LabEvent | null | undefined,
  other: LabEvent | null | undefined,
): boolean => sameJson(one, other)
