import type { Lesson, Workflow } from '../catalogue/index.ts'
import type { Attack } from './attack.ts'
import { attacks } from './index.ts'
import { textOf } from '../model/text.ts'

const prefix = 'attack-'

const lessonOf = (attack: Attack, workflow: Workflow): Lesson => ({
  name: `${prefix}${attack.id}`,
  title: textOf('attack', { attack: attack.id }),
  events: [...attack.prelude(workflow), { type: 'hacker.attack', attack: attack.id }],
  defences: attack.weak(workflow),
})

/** The attacks on a workflow as lessons, each in the world in which it works. */
export const attackLessons = (workflow: Workflow): readonly Lesson[] =>
  attacks.filter((attack) => attack.tries(workflow)).map((attack) => lessonOf(attack, workflow))

/** undefined for a name of no attack, or of one that cannot be tried at this workflow. */
export const attackLessonByName = (workflow: Workflow, name: string): Lesson | undefined =>
  attackLessons(workflow).find((lesson) => lesson.name === name)
