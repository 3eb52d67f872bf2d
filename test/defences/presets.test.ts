import { describe, expect, test } from 'vitest'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { cartOf } from '../../scenarios/catalogue/outcomes.ts'
import { defenceIds } from '../../scenarios/defences/defence.ts'
import { presets, settingsOf } from '../../scenarios/defences/presets.ts'
import { defences } from '../../scenarios/defences/table.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { played } from '../support/play.ts'

const tour = (workflow: string, given: Readonly<Record<string, string>>): Promise<Trace> =>
  played({ workflow, defences: given }, { rehearse: false })

const outcome = ({ outcome: all }: Trace, id: string): boolean | undefined =>
  all.find((one) => one.id === id)?.holds

/** How often the user was shown the cart. */
const cartsOf = ({ messages }: Trace): number =>
  messages.filter((message) => message.to !== 'Hacker' && cartOf(message) !== null).length

describe.each(['as-published', 'best-practice'] as const)('the preset %s', (preset) => {
  test.each(workflows.map(({ slug }) => slug))(
    'lets the user of %s in as often as the usual settings do',
    async (slug) => {
      const [usual, preseted] = [await tour(slug, {}), await tour(slug, { preset })]
      expect(cartsOf(usual)).toBeGreaterThanOrEqual(2)
      expect(cartsOf(preseted)).toBe(cartsOf(usual))
      expect(outcome(preseted, 'single-sign-on') ?? false).toBe(
        outcome(usual, 'single-sign-on') ?? false,
      )
    },
  )
})

describe('what the presets make of a stolen refresh token', () => {
  const slugs = workflows
    .filter(
      ({ client, sessionStrategy }) => client !== 'mobile' && sessionStrategy.endsWith('refresh'),
    )
    .map(({ slug }) => slug)
  test.each(slugs)(
    '%s: it opens the Store as published, and there is none in best practice',
    async (slug) => {
      const name = 'hacker-sees-the-cart.stolen-refresh-token'
      expect(outcome(await tour(slug, { preset: 'as-published' }), name)).toBe(true)
      expect(outcome(await tour(slug, { preset: 'best-practice' }), name)).toBe(false)
    },
  )
})

describe('which switch concerns which workflow', () => {
  test('every switch concerns some workflow', () => {
    for (const id of defenceIds) {
      const [concerned] = workflows.filter((workflow) => defences[id].appliesTo(workflow))
      expect([id, concerned?.slug]).toEqual([id, expect.any(String)])
    }
  })
  test.each(workflows.map((workflow) => [workflow.slug, workflow] as const))(
    '%s: best practice differs from the usual settings in switches that concern it',
    (_, workflow) => {
      const usual = settingsOf(workflow, 'fidelity', {})
      const best = presets['best-practice'](workflow)
      const changed = defenceIds.filter((id) => best[id] !== usual[id])
      expect(changed.some((id) => defences[id].appliesTo(workflow))).toBe(true)
    },
  )
})
