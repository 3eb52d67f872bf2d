import { expect, test } from 'vitest'
import { createBarrier, type Barrier } from '../../scenarios/engine/barrier.ts'

/** Somebody who asks an application, which asks FusionAuth, whose answer comes after some turns. */
const racer =
  (name: string, told: string[], barrier: Barrier, turns = 0, question = true) =>
  async (): Promise<string> => {
    for (let turn = 0; turn < turns; turn++) await Promise.resolve()
    if (question) {
      told.push(`${name} asks`)
      await barrier.hold()
      told.push(`${name} is answered`)
      await barrier.hold()
    }
    told.push(`${name} is done`)
    return name
  }

const both = [
  'one asks',
  'other asks',
  'one is answered',
  'one is done',
  'other is answered',
  'other is done',
]

test.each([
  [0, 0],
  [50, 0],
  [0, 50],
])(
  'two at once: both ask, then one is answered, then the other (%i and %i turns late)',
  async (a, b) => {
    const told: string[] = []
    const barrier = createBarrier()
    const results = await barrier.atOnce(
      racer('one', told, barrier, a),
      racer('other', told, barrier, b),
    )
    expect(told).toEqual(both)
    expect(results).toEqual(['one', 'other'])
  },
)

test('who has nothing to ask runs to the end, and nobody waits for it', async () => {
  const told: string[] = []
  const barrier = createBarrier()
  await barrier.atOnce(racer('one', told, barrier, 3, false), racer('other', told, barrier, 3))
  expect(told).toEqual(['one is done', 'other asks', 'other is answered', 'other is done'])
})

test('who waits for the other’s answer holds nobody up', async () => {
  const told: string[] = []
  const barrier = createBarrier()
  let answer = (): void => undefined
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  await barrier.atOnce(
    async () => {
      await racer('one', told, barrier)()
      answer()
    },
    async () => {
      told.push('other waits')
      barrier.waits()
      await answered
      told.push('other is done')
    },
  )
  expect(told).toEqual([
    'one asks',
    'other waits',
    'one is answered',
    'one is done',
    'other is done',
  ])
})

test('who fails lets the other go on', async () => {
  const told: string[] = []
  const barrier = createBarrier()
  const fails = () => Promise.reject(new Error('no'))
  await expect(barrier.atOnce(racer('one', told, barrier), fails)).rejects.toThrow('no')
  expect(told.at(-1)).toBe('one is done')
})

test('outside of a race nobody is held', () => {
  expect(createBarrier().hold()).toBeNull()
})

test('a tab that came second goes on elsewhere only when the first is done', async () => {
  const told: string[] = []
  const barrier = createBarrier()
  let answer = (): void => undefined
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  const leave = async (tab: string): Promise<void> => {
    await barrier.turn(tab)
    told.push(`${tab} goes on`)
  }
  await barrier.atOnce(
    async () => {
      await racer('one', told, barrier)()
      answer()
      for (let turn = 0; turn < 20; turn++) await Promise.resolve()
      await leave('one')
    },
    async () => {
      await leave('other')
      barrier.waits()
      await answered
      await leave('other')
    },
    'other',
  )
  expect(told).toEqual([
    'one asks',
    'other goes on',
    'one is answered',
    'one is done',
    'one goes on',
    'other goes on',
  ])
  expect(barrier.turn('other')).toBeNull()
})
