import { lessonsOf } from './lessons.ts'
import type { Lesson, Workflow } from '../model/workflow.ts'

export type { Lesson, Workflow }
export { participantsOf, workflowBySlug, workflowTitle, workflows } from './workflows.ts'

/** The lessons of a workflow; the first is the whole tour. */
export const lessons = (workflow: Workflow): readonly Lesson[] => lessonsOf(workflow)

export const lessonByName = (workflow: Workflow, name: string): Lesson | undefined =>
  lessonsOf(workflow).find((lesson) => lesson.name === name)
