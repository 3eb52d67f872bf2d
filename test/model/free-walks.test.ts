/** @module-tag exhaustive */

import { expect, test } from 'vitest'
import { type Workflow, workflows } from '../../scenarios/catalogue/index.ts'
import { openTimeline, type Timeline } from '../../scenarios/engine/timeline.ts'
import { seededRandom } from '../../scenarios/engine/random.ts'
import type { Profile } from '../../scenarios/model/client.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { Json } from '../../scenarios/model/wire.ts'
import { prepareRun } from '../../server/run.ts'
import { disagreements } from './workflow/agree.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'

/** Walks through each workflow in each world. */
const walks = Number(process.env['MODEL_WALKS'] ?? 1)
const steps = 25

interface Setting {
  readonly name: string
  readonly defences?: Readonly<Record<string, Json>>
  readonly profile?: Profile
}

/** Worlds in which the same steps leave something else behind. */
const settings: readonly Setting[] = [
  { name: 'the usual world' },
  { name: 'tokens that count once', defences: { rotation: true, 'reuse-detection': true } },
  {
    name: 'tabs that do not wait for each other',
    defences: { rotation: true, 'single-flight': false },
  },
  { name: 'refresh tokens on the server', defences: { 'refresh-token-place': 'server' } },
  {
    name: 'passwords asked for anew, and logouts that stop at the application',
    defences: {
      'log-out-everywhere': true,
      're-authentication': true,
      'rp-initiated-logout': false,
    },
  },
  {
    name: 'lives that end however busy they are',
    defences: {
      'session-absolute-minutes': 40,
      'refresh-token-minutes': 30,
      'refresh-token-absolute-minutes': 70,
    },
  },
  { name: 'a hardened FusionAuth', profile: 'hardened' },
]

/** Waiting is offered by a slider, and not as one of the choices. */
const waiting: readonly LabEvent[] = [5, 700, 1_900, 3_700].map((seconds) => ({
  type: 'clock.advance',
  seconds,
}))

const offered = (timeline: Timeline): readonly LabEvent[] => {
  const choices = timeline.decisionPoints.at(-1)?.choices ?? []
  const allowed = choices.filter((choice) => choice.allowed).map(({ event }) => event)
  return timeline.machineState().environment === 'stopped' ? allowed : [...allowed, ...waiting]
}

/** Does whatever comes up of what is offered; says where the machine's expected state and the world part. */
const walk = async (
  workflow: Workflow,
  { defences = {}, profile = 'fidelity' }: Setting,
  seed: string,
): Promise<readonly string[]> => {
  const request = { workflow: workflow.slug, defences, profile }
  const { config } = await prepareRun(request, { rehearse: false })
  const timeline = await openTimeline(config)
  const random = seededRandom(seed)
  const below = (end: number): number =>
    new DataView(random.bytes(4).buffer).getUint32(0) % Math.max(end, 1)
  try {
    for (let step = 0; step < steps; step++) {
      const events = offered(timeline)
      // An outage ends most of what is worth trying.
      const usual = events.filter(({ type }) => type !== 'fusionauth.stop' || below(3) === 0)
      const event = usual[below(usual.length)]
      if (event === undefined) throw new Error('nothing is offered')
      const problem = await timeline.act(event)
      const isRefused = timeline.events.length !== step + 1
      const isBroken = problem?.code === 'problem.fault'
      const found = [
        ...(isRefused || isBroken ? [problem === null ? '' : sayEnglish(problem)] : []),
        ...disagreements(timeline, workflow, config, profile),
      ]
      if (found.length > 0) return [...timeline.events.map((one) => JSON.stringify(one)), ...found]
    }
    return []
  } finally {
    timeline.close()
  }
}

const cases = settings.map((setting) => [setting.name, setting] as const)

test.each(cases)(
  'whatever is done of what is offered, the machine’s expected state agrees with the world: %s',
  async (name, setting) => {
    const found: string[] = []
    for (const workflow of workflows)
      for (let count = 0; count < walks; count++) {
        const parted = await walk(workflow, setting, `${name} ${workflow.slug} ${count}`)
        if (parted.length > 0) found.push([workflow.slug, ...parted].join('\n'))
      }
    expect(found).toEqual([])
  },
  Math.max(120_000, walks * 30_000),
)
