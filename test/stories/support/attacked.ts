import { attackLessons } from '../../../scenarios/attacks/lessons.ts'
import { attacks } from '../../../scenarios/attacks/index.ts'
import { type Workflow, workflows } from '../../../scenarios/catalogue/index.ts'
import { spelled, switched } from '../../../scenarios/matrix/columns.ts'
import { openRun } from '../../../server/run.ts'
import type { Json, LabEvent } from '../../../scenarios/vocabulary.ts'
import type { Play } from './detours.ts'

/** Switches of a run, and what they are called. */
export type World = readonly [name: string, defences: Readonly<Record<string, Json>>]

/** Plays a lesson of a workflow with switches; as far as it goes, where nobody gets in. */
export const playIn = async (
  workflow: Workflow,
  lesson: string,
  events: readonly LabEvent[],
  [world, defences]: World,
): Promise<Play> => {
  const run = await openRun({ workflow: workflow.slug, lesson, defences }, { rehearse: false })
  const problems: string[] = []
  for (const event of events) {
    run.seek(run.state.trace.messages.length)
    const result = await run.send(event)
    if (result.ok) continue
    problems.push(result.problem)
    break
  }
  const { trace, rests } = run.state
  run.close()
  return { name: `${lesson}, ${world}, ${workflow.slug}`, trace, rests, problems }
}

const whole: readonly World[] = [
  ['as published', { preset: 'as-published' }],
  ['best practice', { preset: 'best-practice' }],
]

/** Every attack at every workflow that it can be tried at, in the world in which it works. */
export const attackPlays = async (): Promise<readonly Play[]> => {
  const plays: Play[] = []
  for (const workflow of workflows)
    for (const { name, events } of attackLessons(workflow))
      plays.push(await playIn(workflow, name, events, ['weak', {}]))
  return plays
}

/** The first workflow of each client that an attack can be tried at. */
const places = (attack: string): readonly Workflow[] => [
  ...new Map(
    workflows
      .toReversed()
      .filter((workflow) => attackLessons(workflow).some(({ name }) => name === attack))
      .map((workflow) => [workflow.client, workflow] as const),
  ).values(),
]

/** Every attack once for each client, with each defence that stops it, and in whole other worlds. */
export const stoppedPlays = async (): Promise<readonly Play[]> => {
  const plays: Play[] = []
  for (const attack of attacks)
    for (const workflow of places(`attack-${attack.id}`)) {
      const lesson = attackLessons(workflow).find(({ name }) => name === `attack-${attack.id}`)
      const worlds: readonly World[] = [
        ...attack.stops(workflow).map((stop): World => [spelled(stop), switched(stop)]),
        ...whole,
      ]
      for (const world of worlds)
        plays.push(await playIn(workflow, `attack-${attack.id}`, lesson?.events ?? [], world))
    }
  return plays
}
