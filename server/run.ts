import {
  lessonByName,
  lessons,
  participantsOf,
  workflowBySlug,
  workflows,
  type Workflow,
} from '../scenarios/catalogue/index.ts'
import { naming } from '../scenarios/catalogue/naming.ts'
import { outcomesOf } from '../scenarios/catalogue/outcomes.ts'
import { simulatedStart } from '../scenarios/engine/clock.ts'
import { createRun } from '../scenarios/engine/run.ts'
import type { Production } from '../scenarios/engine/timeline.ts'
import { nearest } from '../scenarios/nearest.ts'
import { webapp } from '../scenarios/parts/compose.ts'
import type { Json, Run } from '../scenarios/vocabulary.ts'
import { openWorld, type RealFusionAuth } from './world.ts'

/** What somebody asks for; names as in the catalogue. */
export interface RunRequest {
  readonly workflow: string
  readonly lesson?: string
  readonly seed?: string
  readonly defences?: Readonly<Record<string, Json>>
}

/** What the place where it runs provides. */
export interface RunSurroundings {
  /** A FusionAuth to run against, instead of the stand-in. */
  readonly real?: RealFusionAuth
  /** Takes real secrets out of a message's JSON. */
  readonly mask?: (json: string) => string
  readonly maximumMessages?: number
  /** Protocol time of the beginning; two runs may live in different years. */
  readonly start?: number
}

/** The seed of a run that asks for none. */
export const usualSeed = 'login-lab'

/** A request that names something that does not exist; `message` says what there is. */
export class UnknownName extends Error {
  constructor(kind: string, name: string, known: readonly string[]) {
    super(`There is no ${kind} "${name}". The nearest is "${nearest(name, known)}".`)
    this.name = 'UnknownName'
  }
}

const production = (
  workflow: Workflow,
  lessonName: string,
  seed: string,
  { real, mask, start = simulatedStart }: RunSurroundings,
): Production => {
  const lesson = lessonByName(workflow, lessonName)
  if (lesson === undefined)
    throw new UnknownName(
      'lesson',
      lessonName,
      lessons(workflow).map(({ name }) => name),
    )
  const { login, keep, sso } = workflow
  return {
    machine: webapp,
    input: { login, keep, sso },
    naming,
    openWorld: (ports) => openWorld(workflow, ports, real),
    seed,
    lesson: lesson.events,
    start,
    ...(real === undefined ? {} : { realTime: real.realTime }),
    ...(mask === undefined ? {} : { mask }),
  }
}

/** Plays a whole lesson on the stand-in beforehand: what the diagram shows as planned. */
const rehearse = async (made: Production, workflow: Workflow, lesson: string) => {
  const run = await createRun({
    production: made,
    programme: programme(workflow, lesson, {}, null),
    repeatable: true,
  })
  for (const event of made.lesson) {
    const result = await run.send(event)
    if (!result.ok) break
    run.seek(run.state.trace.messages.length)
  }
  const { trace, rests } = run.state
  run.close()
  return { trace, rests }
}

const programme = (
  workflow: Workflow,
  lesson: string,
  defences: Readonly<Record<string, Json>>,
  rehearsal: Awaited<ReturnType<typeof rehearse>> | null,
) => ({
  workflow: workflow.slug,
  lesson,
  defences,
  participants: participantsOf(workflow),
  outcomesOf,
  rehearsal,
})

/**
 * Opens a run of a workflow at its beginning, with the lesson rehearsed.
 *
 * @throws UnknownName for a workflow, lesson or defence that does not exist.
 */
export const openRun = async (
  { workflow: slug, lesson = 'tour', seed = usualSeed, defences = {} }: RunRequest,
  surroundings: RunSurroundings = {},
): Promise<Run> => {
  const workflow = workflowBySlug(slug)
  if (workflow === undefined)
    throw new UnknownName(
      'workflow',
      slug,
      workflows.map((one) => one.slug),
    )
  for (const name of Object.keys(defences)) throw new UnknownName('defence', name, [])
  const { real, mask, ...alone } = surroundings
  const rehearsed = production(workflow, lesson, seed, alone)
  const made = production(workflow, lesson, seed, surroundings)
  const { maximumMessages } = surroundings
  return createRun({
    production: made,
    programme: programme(workflow, lesson, defences, await rehearse(rehearsed, workflow, lesson)),
    repeatable: real === undefined,
    ...(maximumMessages === undefined ? {} : { maximumMessages }),
  })
}
