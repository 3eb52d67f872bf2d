/** @module-tag exhaustive */

import { describe, expect, test } from 'vitest'
import type { Stop } from '../../scenarios/attacks/attack.ts'
import { columns, isInForce, spelled } from '../../scenarios/matrix/columns.ts'
import { decide } from '../../scenarios/matrix/deciding.ts'
import { tryOut, weakWorld } from '../../server/matrix/experiment.ts'
import { base, claimed, type Pair, tries } from './support.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import type { Text } from '../../scenarios/model/text.ts'
import { labelText } from '../../scenarios/i18n/label.ts'

const stops = claimed('stops')
const helpsNot = claimed('helpsNot')

const nameOf = ({ attack, stop, workflow }: Pair): string =>
  `${attack.id} ${spelled(stop)} ${workflow.client}`

/** A reason as the table has it: in a few words, with the rule by its name. */
const inShort = (reason: Text): string => {
  const { code, params } = reason
  if (code === 'decided.not-sent') return `${params.cookie} not sent: ${params.rule}`
  if (code === 'decided.not-stored') return `${params.cookie} not stored: ${params.rule}`
  if (code === 'decided.missing')
    return `what came before does not come: ${labelText(params.label, sayEnglish)}`
  if (code === 'decided.nobody') return `not even the victim gets in: ${params.refusal}`
  return code === 'decided.other' ? 'the answer holds something else' : sayEnglish(reason)
}

const countOf = (pairs: readonly Pair[]): number =>
  new Set(pairs.map(({ attack, stop }) => `${attack.id} ${spelled(stop)}`)).size

describe('attacks', () => {
  test.each(
    tries.map(([attack, workflow]) => [attack.id, workflow.slug, attack, workflow] as const),
  )('%s comes off at %s in the world that it needs', async (_id, _slug, attack, workflow) => {
    const { outcome, messages } = await base(attack, workflow)
    expect(outcome.id).toBe(`attack.${attack.id}`)
    expect(outcome.holds).toBe(true)
    for (const n of outcome.evidence) expect(messages[n - 1]?.step).toBe('hacker.attack')
  })
})

/** Defences that are no column of the matrix: where they stop an attack, and why. */
const beside: Readonly<Record<string, readonly [at: string, reason: string]>> = {
  'redirect-307 redirect-after-login=302 webapp': [
    'attack.credentials-response',
    '302 → /oauth2/consent',
  ],
  'redirect-307 redirect-after-login=302 spa': [
    'attack.credentials-response',
    '302 → /oauth2/consent',
  ],
  'refresh-theft-victim-gone refresh-token-minutes=1440 webapp': [
    'attack.token-response',
    '400: invalid_grant: refresh_token_not_found',
  ],
  'refresh-theft-victim-gone refresh-token-minutes=1440 spa': [
    'attack.token-response',
    '400: invalid_grant: refresh_token_not_found',
  ],
  'refresh-theft-victim-gone refresh-token-minutes=1440 mobile': [
    'attack.token-response',
    '400: invalid_grant: refresh_token_not_found',
  ],
  'forged-logout-token back-channel-logout=false webapp': [
    'attack.back-channel-logout-response',
    '404: There is no such page here.',
  ],
}

const columnNames = columns.map(spelled)
const hasColumn = ({ stop }: Pair): boolean => columnNames.includes(spelled(stop))

// What the rows claim of the columns is held against the published matrix: test/matrix/published.test.ts.
describe('defences that stop an attack', () => {
  test('are at least forty pairs', () => {
    expect(countOf(stops)).toBeGreaterThanOrEqual(40)
  })

  test('are columns of the matrix, but for these', () => {
    const others = stops.filter((pair) => !hasColumn(pair)).map(nameOf)
    expect(others.toSorted()).toEqual(Object.keys(beside).toSorted())
  })

  test.each(stops.filter((pair) => !hasColumn(pair)).map((pair) => [nameOf(pair), pair] as const))(
    'decide it at a message that we know: %s',
    async (name, { attack, workflow, stop }) => {
      const without = await base(attack, workflow)
      const withIt = await tryOut(workflow, attack, stop)
      const decision = decide(without, withIt)
      expect([decision?.at, decision === null ? '' : inShort(decision.reason)]).toEqual(
        beside[name],
      )
      expect(withIt.messages.map(({ id }) => id)).toContain(decision?.at)
    },
  )
})

describe('defences that do not help against an attack', () => {
  /** Those that are in force where the attack works, turned off. */
  const turnedOff = helpsNot.flatMap(({ attack, workflow, stop }) =>
    typeof stop === 'string' && isInForce(stop, weakWorld(workflow, attack))
      ? [{ attack, workflow, off: [stop, false] as unknown as Stop }]
      : [],
  )
  const attacksAt = [...new Set(turnedOff.map(({ attack }) => attack))]

  test('are at least forty pairs', () => {
    expect(countOf(helpsNot)).toBeGreaterThanOrEqual(40)
  })

  test('are columns of the matrix, all of them', () => {
    expect(helpsNot.filter((pair) => !hasColumn(pair)).map(nameOf)).toEqual([])
  })

  test.each(attacksAt.map((attack) => [attack.id, attack] as const))(
    '%s comes off without each of them too',
    async (_, attack) => {
      const [first] = turnedOff.filter((one) => one.attack === attack)
      const held = turnedOff.filter(
        (one) => one.attack === attack && one.workflow === first?.workflow,
      )
      for (const { workflow, off } of held) {
        const { outcome } = await tryOut(workflow, attack, off)
        expect([spelled(off), outcome.holds]).toEqual([spelled(off), true])
      }
    },
  )
})
