import { beforeAll, describe, expect, test } from 'vitest'
import { mistakes } from './checks/tables.ts'
import { lessonPlays, type Play, patience } from './support/plays.ts'
import { canFail } from './support/survivors.ts'

let plays: readonly Play[] = []

beforeAll(async () => {
  plays = await lessonPlays()
}, patience)

describe.each(mistakes.map((entry) => [entry.text, entry] as const))('%s', (_, entry) => {
  test('is so wherever a diagram is corrected', () => {
    const places = plays.flatMap(({ name, trace }) =>
      entry.places(trace).map((scene) => ({ name, scene })),
    )
    expect(places.length).toBeGreaterThan(0)
    expect(
      places
        .filter(({ scene }) => !entry.check.holds(scene))
        .map(({ name, scene }) => `${name}: ${scene.message.id}`),
    ).toEqual([])
  })

  test('can be found out not to be so', () => {
    const places = plays.flatMap(({ trace }) => entry.places(trace))
    expect(canFail(entry.check, places.slice(0, 3))).toBe(true)
  })
})
