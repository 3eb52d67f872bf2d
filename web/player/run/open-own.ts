import type { OwnLesson } from '../../../scenarios/model/own-lesson.ts'
import { worldOf } from '../../../scenarios/own-lessons/world.ts'
import { connectLocalTo } from './local.ts'
import { createOpener } from './opener.ts'
import type { OpenRun } from './status.ts'

/** Opens runs of an own lesson, always in this page: no server hears of it. */
export const openOwn = (lesson: OwnLesson): OpenRun =>
  createOpener({ server: null, page: connectLocalTo(worldOf(lesson)) })
