import { attackOutcomesOf, attacksOn } from '../scenarios/attacks/index.ts'
import { attackLessonByName, attackLessons } from '../scenarios/attacks/lessons.ts'
import { payloads } from '../scenarios/attacks/payloads.ts'
import {
  lessonByName,
  lessons,
  participantsOf,
  workflows,
  type Lesson,
  type Workflow,
} from '../scenarios/catalogue/index.ts'
import { namingAt } from '../scenarios/catalogue/naming.ts'
import { outcomesOf } from '../scenarios/catalogue/outcomes.ts'
import { differing, readDefences } from '../scenarios/defences/read.ts'
import { settingsOf } from '../scenarios/defences/presets.ts'
import type { DefenceSettings } from '../scenarios/model/defence-settings.ts'
import { simulatedStart } from '../scenarios/engine/clock.ts'
import { chromiumPolicy } from '../scenarios/engine/cookie-jar.ts'
import { createRun, type CreateRunOptions } from '../scenarios/engine/run.ts'
import type { Programs } from '../scenarios/engine/script/page-script.ts'
import type { RunConfig } from '../scenarios/engine/run-config.ts'
import type { LessonPlan } from '../scenarios/engine/trace-of.ts'
import { compose } from '../scenarios/machine/compose.ts'
import { clientPrograms } from '../scenarios/client-apps/index.ts'
import { type Profile, profiles } from '../scenarios/model/client.ts'
import type { RunRequest } from '../scenarios/model/request.ts'
import type { Run } from '../scenarios/model/run.ts'
import type { Json } from '../scenarios/model/wire.ts'
import type { OwnWorld } from '../scenarios/own-lessons/world.ts'
import { systemRandom } from './system-random.ts'
import type { RealFusionAuth } from './fusionauth/host.ts'
import type { Rehearsal, Rehearsals } from './rehearsals.ts'
import { openWorld } from './world.ts'
import { UnknownName, WrongRequest, WrongValue } from './wrong-request.ts'

/** What the place where it runs provides. */
export interface RunEnvironment {
  /** A FusionAuth to run against, instead of the stand-in. */
  readonly real?: RealFusionAuth
  readonly maximumMessages?: number
  readonly maximumBranches?: number
  /** Protocol time of the beginning; two runs may live in different years. */
  readonly start?: number
  /** False when the stand-in is to do only what FusionAuth itself can be set to do. */
  readonly ownRules?: boolean
  /** The table that workflows are looked up in, instead of the catalogue's. */
  readonly workflows?: readonly Workflow[]
  /** A lesson that is none of the catalogue's, and where its applications live. */
  readonly own?: OwnWorld
  /** False to open a run without playing its lesson beforehand: then it has no plan. */
  readonly rehearse?: boolean
  /** Where lessons that were rehearsed are kept; without it each run rehearses its own. */
  readonly rehearsals?: Rehearsals
  /** What each host has to be or to be below, where no more is known of which hosts are one site. */
  readonly hosts?: readonly string[]
}

/** The seed of a run that asks for none. */
export const usualSeed = 'login-lab'

/** A lesson of the workflow's own, or an attack on it. */
const lessonOf = (workflow: Workflow, name: string, own?: OwnWorld): Lesson | undefined =>
  own?.lesson.name === name
    ? own.lesson
    : (lessonByName(workflow, name) ?? attackLessonByName(workflow, name))

/** Whatever a script in a page may do: the applications' own, and those of attackers. */
const everyProgram: Programs = new Map([...clientPrograms, ...payloads])

/** What is asked for goes before what the lesson is about. */
const settingsFor = (
  workflow: Workflow,
  lesson: string,
  profile: Profile,
  given: Readonly<Record<string, Json>>,
): DefenceSettings => {
  const read = readDefences(given)
  const own = lessonOf(workflow, lesson)?.defences ?? {}
  if (read.ok) return settingsOf(workflow, profile, { ...own, ...read.asked }, read.preset)
  throw read.why === 'name'
    ? new UnknownName('defence', read.name, read.known)
    : new WrongValue(read.name, read.wanted)
}

/** What is played, and how everything is set. */
interface Plan {
  readonly workflow: Workflow
  readonly lesson: string
  readonly seed: string
  readonly profile: Profile
  readonly settings: DefenceSettings
}

const configOf = (
  { workflow, lesson: lessonName, seed, profile, settings }: Plan,
  { real, start = simulatedStart, ownRules = true, hosts, own }: RunEnvironment,
): RunConfig => {
  const lesson = lessonOf(workflow, lessonName, own)
  if (lesson === undefined)
    throw new UnknownName(
      'lesson',
      lessonName,
      [...lessons(workflow), ...attackLessons(workflow)].map(({ name }) => name),
    )
  const { client, login, sessionStrategy, sso, fusionauth } = workflow
  return {
    machine: compose(workflow),
    input: { client, login, sessionStrategy, sso, fusionauth, settings },
    naming: namingAt(own?.homes),
    openWorld: (ports) =>
      openWorld({
        workflow,
        ports,
        profile,
        settings,
        ownRules,
        ...(own === undefined ? {} : { homes: own.homes }),
        ...(real === undefined ? {} : { real }),
        ...(hosts === undefined ? {} : { hosts }),
      }),
    programs: everyProgram,
    attacks: attacksOn(workflow),
    cookiePolicy: {
      ...chromiumPolicy,
      blockThirdParty: settings['third-party-cookies'] === 'blocked',
    },
    seed,
    lesson: lesson.events,
    start,
    ...(real === undefined ? {} : { realTime: real.realTime, random: systemRandom }),
  }
}

const lessonPlanOf = (
  { workflow, lesson, profile }: Plan,
  more: Pick<LessonPlan, 'defences' | 'rehearsal' | 'compare'>,
): LessonPlan => ({
  workflow: workflow.slug,
  lesson,
  profile,
  participants: participantsOf(workflow),
  outcomesOf: (messages) => [...outcomesOf(messages), ...attackOutcomesOf(messages)],
  ...more,
})

/** Plays a whole lesson on the stand-in beforehand: what the diagram shows as planned. */
const rehearse = async (plan: Plan, environment: RunEnvironment): Promise<Rehearsal> => {
  const config = configOf(plan, environment)
  const run = await createRun({
    config,
    lessonPlan: lessonPlanOf(plan, { defences: {}, rehearsal: null, compare: null }),
    repeatable: true,
  })
  // What is refused is where the lesson stops; the run itself will say so.
  for (const event of config.lesson) {
    const result = await run.send(event)
    if (!result.ok) break
  }
  const { trace, decisionPoints } = run.state
  run.close()
  return { trace, decisionPoints }
}

/**
 * What a run needs, with the lesson rehearsed: for `createRun`.
 *
 * @throws UnknownName for a workflow, lesson, profile or defence that does not exist; WrongValue for
 * a defence that cannot be set so; WrongRequest for what a real FusionAuth cannot play.
 */
export const prepareRun = async (
  request: RunRequest,
  environment: RunEnvironment = {},
): Promise<CreateRunOptions> => {
  const {
    workflow: slug,
    lesson = 'tour',
    seed = usualSeed,
    profile = 'fidelity',
    defences = {},
    history,
  } = request
  if (!profiles.includes(profile)) throw new UnknownName('profile', profile, profiles)
  const { workflows: table = workflows } = environment
  const workflow = table.find((one) => one.slug === slug)
  if (workflow === undefined)
    throw new UnknownName(
      'workflow',
      slug,
      table.map((one) => one.slug),
    )
  const settings = settingsFor(workflow, lesson, profile, defences)
  const usual = settingsOf(workflow, profile, {})
  const {
    real,
    maximumMessages,
    maximumBranches,
    rehearse: rehearses = true,
    rehearsals,
    ...alone
  } = environment
  const obstacle = real?.runs.obstacle(settings, usual) ?? null
  if (obstacle !== null) throw new WrongRequest(obstacle)
  const plan = { workflow, lesson, seed, profile, settings }
  // What the diagram shows as planned holds nothing that comes of the seed, so all seeds share it. A
  // real FusionAuth is compared with all of the rehearsal.
  const rehearsed = real === undefined ? { ...plan, seed: usualSeed } : plan
  const play = () => rehearse(rehearsed, { ...alone, ownRules: real === undefined })
  const key = JSON.stringify([
    slug,
    lesson,
    rehearsed.seed,
    profile,
    settings,
    alone.start,
    real === undefined,
  ])
  return {
    config: configOf(plan, environment),
    lessonPlan: lessonPlanOf(plan, {
      defences: differing(settings, usual),
      rehearsal: rehearses ? await (rehearsals?.of(key, play) ?? play()) : null,
      compare:
        real === undefined
          ? null
          : (expected, observed) => real.runs.compare(expected, observed, real.jwtSeconds),
    }),
    repeatable: real === undefined,
    ...(history === undefined ? {} : { history }),
    ...(maximumMessages === undefined ? {} : { maximumMessages }),
    ...(maximumBranches === undefined ? {} : { maximumBranches }),
  }
}

/**
 * Opens a run of a workflow at its beginning, or where its history leaves it. Throws as `prepareRun`
 * and `createRun` do.
 */
export const openRun = async (
  request: RunRequest,
  environment: RunEnvironment = {},
): Promise<Run> => createRun(await prepareRun(request, environment))
