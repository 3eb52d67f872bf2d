import { attackLessons } from '../../../scenarios/attacks/lessons.ts'
import { attacks } from '../../../scenarios/attacks/index.ts'
import { lessons, type Workflow, workflows } from '../../../scenarios/catalogue/index.ts'
import { settingsOf } from '../../../scenarios/defences/presets.ts'
import type { DefenceId } from '../../../scenarios/model/defence-settings.ts'
import { defences } from '../../../scenarios/defences/table.ts'
import { columns, spelled, switched } from '../../../scenarios/matrix/columns.ts'
import { openRun } from '../../../server/run.ts'
import type { LabEvent } from '../../../scenarios/model/event.ts'
import type { Json } from '../../../scenarios/model/wire.ts'
import type { Play } from './detours.ts'
import { sayEnglish } from '../../../scenarios/i18n/en/index.ts'

/** Switches of a run, and what they are called. */
type World = readonly [name: string, switches: Readonly<Record<string, Json>>]

/** Plays a lesson of a workflow with switches; as far as it goes, where nobody gets in. */
export const playIn = async (
  workflow: Workflow,
  lesson: string,
  events: readonly LabEvent[],
  [world, switches]: World,
): Promise<Play> => {
  const run = await openRun(
    { workflow: workflow.slug, lesson, defences: switches },
    { rehearse: false },
  )
  const problems: string[] = []
  for (const event of events) {
    const result = await run.send(event)
    if (result.ok) continue
    problems.push(sayEnglish(result.problem))
    break
  }
  const { trace, decisionPoints } = run.state
  run.close()
  return { name: `${lesson}, ${world}, ${workflow.slug}`, trace, decisionPoints, problems }
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

type Switch = Readonly<Record<string, Json>>

/** Each switch as its defence has it, the other way where it is on or off, and what is weaker still. */
const turns: readonly Switch[] = [
  ...columns.flatMap((stop): readonly Switch[] => [
    switched(stop),
    ...(typeof stop === 'string' ? [{ [stop]: false }] : []),
  ]),
  { 'same-site': 'none' },
  { 'same-site': 'unset' },
  { 'redirect-after-login': 307 },
  { 'session-idle-minutes': 90 },
  { 'jwt-minutes': 90 },
]

const isTurned = (workflow: Workflow, turned: Switch): boolean => {
  const usual: Switch = { ...settingsOf(workflow, 'fidelity', {}) }
  return Object.entries(turned).every(
    ([id, value]) => usual[id] !== value && isDefenceId(id) && defences[id].appliesTo(workflow),
  )
}

const isDefenceId = (id: string): id is DefenceId => Object.hasOwn(defences, id)

const kindOf = ({ client, sessionStrategy }: Workflow): string => `${client} ${sessionStrategy}`

/** Workflows with the same client and the same session strategy. */
const alike: readonly (readonly Workflow[])[] = [...new Set(workflows.map(kindOf))].map((kind) =>
  workflows.filter((workflow) => kindOf(workflow) === kind),
)

/** The tour with each single switch turned, at one workflow of each kind, and in whole other worlds at all. */
export const switchedPlays = async (): Promise<readonly Play[]> => {
  const plays: Play[] = []
  const play = async (workflow: Workflow, world: World): Promise<void> => {
    const [tour] = lessons(workflow)
    plays.push(await playIn(workflow, 'tour', tour?.events ?? [], world))
  }
  for (const workflow of workflows) for (const world of whole) await play(workflow, world)
  for (const [at, turned] of turns.entries())
    for (const kind of alike) {
      const fitting = kind.filter((workflow) => isTurned(workflow, turned))
      const workflow = fitting[at % Math.max(1, fitting.length)]
      if (workflow !== undefined) await play(workflow, [JSON.stringify(turned), turned])
    }
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
