/** @module-tag exhaustive */

import { describe, expect, test } from 'vitest'
import type { Attack } from '../../scenarios/attacks/attack.ts'
import { logIn } from '../../scenarios/catalogue/lessons.ts'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { seededRandom } from '../../scenarios/engine/random.ts'
import { openTimeline, type Timeline } from '../../scenarios/engine/timeline.ts'
import type { Profile } from '../../scenarios/model/client.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import { prepareRun } from '../../server/run.ts'
import { tries } from '../attacks/support.ts'
import { disagreements } from './workflow/agree.ts'
import { isOfAttacks, nameOf, transitionsOf } from './workflow/explore.ts'

/** Steps that are done after an attack, of those that the machine offers then. */
const further = 8

const offered = (timeline: Timeline): readonly LabEvent[] =>
  (timeline.decisionPoints.at(-1)?.choices ?? [])
    .filter(({ allowed }) => allowed)
    .map(({ event }) => event)

const goOn = async (timeline: Timeline, seed: string, check: () => void): Promise<void> => {
  const random = seededRandom(seed)
  for (let step = 0; step < further; step++) {
    const events = offered(timeline)
    const event = events[(random.bytes(1)[0] ?? 0) % Math.max(events.length, 1)]
    if (event === undefined) throw new Error('nothing is offered')
    const problem = await timeline.act(event)
    expect(problem ?? '').not.toContain('Something went wrong')
    check()
  }
}

test.each(tries.map(([attack, workflow]) => [attack.id, workflow.slug, attack, workflow] as const))(
  'after the attack %s on %s, and whatever is done then, the expected state agrees with the world',
  async (id, slug, _: Attack, workflow) => {
    const request = { workflow: slug, lesson: `attack-${id}` }
    const { config } = await prepareRun(request, { rehearse: false })
    const timeline = await openTimeline(config)
    const check = (): void => {
      const found = disagreements(timeline, workflow, config, 'fidelity')
      const played = timeline.events.map((event) => JSON.stringify(event))
      expect(found.length === 0 ? [] : [...played, ...found]).toEqual([])
    }
    for (const event of config.lesson) await timeline.act(event)
    check()
    await goOn(timeline, `${id} ${slug}`, check)
    timeline.close()
  },
)

describe('an attack that comes at any time', () => {
  const [code] = workflows
  if (code === undefined) throw new Error('the catalogue is empty')

  const inside = logIn(code, 'Store')
  const open: LabEvent = { type: 'learner.open', app: 'Store' }
  const login: LabEvent = { type: 'learner.login', app: 'Store' }
  const logout: LabEvent = { type: 'learner.logout', app: 'Store' }
  const load: LabEvent = { type: 'learner.load', app: 'Store' }
  const stop: LabEvent = { type: 'fusionauth.stop' }
  const ends: LabEvent = { type: 'clock.expire', what: 'session' }
  const steal: LabEvent = { type: 'hacker.steal', what: 'session-id' }
  const use: LabEvent = { type: 'hacker.load' }
  const attack: LabEvent = { type: 'hacker.attack', attack: 'csrf' }

  const atForums = (events: readonly LabEvent[]): readonly LabEvent[] =>
    events.map((event) => ('app' in event ? { ...event, app: 'Forums' } : event))

  const away: readonly (readonly LabEvent[])[] = [[], [open], [open, login], inside]
  const hardened: readonly LabEvent[] = [...inside, logout]
  const ways: readonly (readonly [Profile, readonly LabEvent[]])[] = [
    ...away.map((events) => ['fidelity', events] as const),
    ...away.map((events) => ['fidelity', atForums(events)] as const),
    ['hardened', hardened],
    ['hardened', atForums(hardened)],
    ['fidelity', [...inside, stop, logout]],
    ['fidelity', [...atForums([...inside]), stop, ...atForums([logout])]],
    ['fidelity', [...inside, steal]],
    ['fidelity', [...inside, steal, use]],
    ['fidelity', [...inside, steal, ends, use]],
    ['fidelity', [...inside, attack]],
    ['fidelity', [attack]],
    ['fidelity', [...inside, load]],
  ]

  test('leaves every application where its page shows it, and takes every transition', async () => {
    const taken = new Set<string>()
    const known = new Set<string>()
    for (const [profile, events] of ways) {
      const weak = { 'same-site': 'none', 'origin-check': false, 'csrf-token': false } as const
      const request = { workflow: code.slug, profile, defences: weak }
      const { config } = await prepareRun(request, { rehearse: false })
      for (const transition of transitionsOf(config))
        if (isOfAttacks(transition)) known.add(transition)
      const timeline = await openTimeline(config)
      for (const event of events) await timeline.act(event)
      expect(timeline.events).toEqual(events)
      const before = timeline.machineState()
      await timeline.act(attack)
      const after = timeline.machineState()
      for (const app of ['Store', 'Forums'] as const) {
        taken.add(`${app}.${nameOf(before[app])} hacker.attack underAttack`)
        taken.add(`${app}.underAttack done ${nameOf(after[app])}`)
      }
      if (before.Hacker !== 'empty') taken.add(`Hacker.${before.Hacker} hacker.attack empty`)
      taken.add(`attack.${before.attack} hacker.attack attacking`)
      taken.add(`attack.attacking done ${after.attack}`)
      expect(after.Hacker).toBe('empty')
      expect(disagreements(timeline, code, config, profile)).toEqual([])
      timeline.close()
    }
    expect([...known].filter((transition) => !taken.has(transition))).toEqual([])
    expect([...taken].filter((transition) => !known.has(transition))).toEqual([])
  })
})
