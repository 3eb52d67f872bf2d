import { sameDefences } from './defence-settings.ts'
import type { Route } from './route.ts'

/** Whether two routes lead to one run, wherever in it. */
export const isSameRun = (one: Route, other: Route): boolean =>
  one.lessonSource === other.lessonSource &&
  // An own lesson says which workflow it is of, once it was read.
  (one.lessonSource !== '' || one.workflow === other.workflow) &&
  one.lesson === other.lesson &&
  one.seed === other.seed &&
  one.profile === other.profile &&
  sameDefences(one.defences, other.defences)
