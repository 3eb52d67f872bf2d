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
import { createRun, type RunOptions } from '../scenarios/engine/run.ts'
import type { Production } from '../scenarios/engine/timeline.ts'
import { nearest } from '../scenarios/nearest.ts'
import { webapp } from '../scenarios/parts/compose.ts'
import type { Json, Profile, Run } from '../scenarios/vocabulary.ts'
import { systemRandom } from './system-random.ts'
import { openWorld, type RealFusionAuth } from './world.ts'

/** What somebody asks for; names as in the catalogue. */
export interface RunRequest {
  readonly workflow: string
  readonly lesson?: string
  readonly seed?: string
  readonly profile?: Profile
  readonly defences?: Readonly<Record<string, Json>>
}

/** What the place where it runs provides. */
export interface RunSurroundings {
  /** A FusionAuth to run against, instead of the stand-in. */
  readonly real?: RealFusionAuth
  readonly maximumMessages?: number
  /** Protocol time of the beginning; two runs may live in different years. */
  readonly start?: number
  /** False when the stand-in is to do only what FusionAuth itself can be set to do. */
  readonly ownRules?: boolean
}

/** The ways in which FusionAuth can be set up. */
export const profiles: readonly Profile[] = ['fidelity', 'hardened']

/** The seed of a run that asks for none. */
export const usualSeed = 'login-lab'

/** A request that names something that does not exist; `message` says what there is. */
export class UnknownName extends Error {
  constructor(kind: string, name: string, known: readonly string[]) {
    const near = nearest(name, known)
    super(
      `There is no ${kind} "${name}".${near === undefined ? ` There are none yet.` : ` The nearest is "${near}".`}`,
    )
    this.name = 'UnknownName'
  }
}

const production = (
  workflow: Workflow,
  lessonName: string,
  seed: string,
  profile: Profile,
  { real, start = simulatedStart, ownRules = true }: RunSurroundings,
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
    openWorld: (ports) => openWorld(workflow, ports, profile, real, ownRules),
    seed,
    lesson: lesson.events,
    start,
    ...(real === undefined ? {} : { realTime: real.realTime, random: systemRandom }),
  }
}

/** Plays a whole lesson on the stand-in beforehand: what the diagram shows as planned. */
const rehearse = async (made: Production, workflow: Workflow, lesson: string, profile: Profile) => {
  const run = await createRun({
    production: made,
    programme: programme(workflow, lesson, profile, {}, null, false),
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
  profile: Profile,
  defences: Readonly<Record<string, Json>>,
  rehearsal: Awaited<ReturnType<typeof rehearse>> | null,
  compares: boolean,
) => ({
  workflow: workflow.slug,
  lesson,
  profile,
  defences,
  participants: participantsOf(workflow),
  outcomesOf,
  rehearsal,
  compares,
})

/**
 * What a run needs, with the lesson rehearsed: for `createRun`.
 *
 * @throws UnknownName for a workflow, lesson, profile or defence that does not exist.
 */
export const prepareRun = async (
  request: RunRequest,
  surroundings: RunSurroundings = {},
): Promise<RunOptions> => {
  const {
    workflow: slug,
    lesson = 'tour',
    seed = usualSeed,
    profile = 'fidelity',
    defences = {},
  } = request
  if (!profiles.includes(profile)) throw new UnknownName('profile', profile, profiles)
  const workflow = workflowBySlug(slug)
  if (workflow === undefined)
    throw new UnknownName(
      'workflow',
      slug,
      workflows.map((one) => one.slug),
    )
  for (const name of Object.keys(defences)) throw new UnknownName('defence', name, [])
  const { real, maximumMessages, ...alone } = surroundings
  const rehearsal = await rehearse(
    production(workflow, lesson, seed, profile, { ...alone, ownRules: real === undefined }),
    workflow,
    lesson,
    profile,
  )
  return {
    production: production(workflow, lesson, seed, profile, surroundings),
    programme: programme(workflow, lesson, profile, defences, rehearsal, real !== undefined),
    repeatable: real === undefined,
    ...(maximumMessages === undefined ? {} : { maximumMessages }),
  }
}

/** Opens a run of a workflow at its beginning. Throws as `prepareRun` does. */
export const openRun = async (
  request: RunRequest,
  surroundings: RunSurroundings = {},
): Promise<Run> => createRun(await prepareRun(request, surroundings))
