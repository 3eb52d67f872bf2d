import { describe, expect, test } from 'vitest'
import { cookieIn, memoryAt } from '../../scenarios/projections/memory.ts'
import { fixtureTrace } from '../support/fixture-trace.ts'
import { values } from '../support/fixture-words.ts'

const { messages } = fixtureTrace()
const table = (where: string, k: number) => memoryAt(messages, k).find((one) => one.where === where)

describe('memory at a message', () => {
  test('nobody remembers anything before the first', () => {
    expect(memoryAt(messages, 0)).toEqual([])
  })

  test('a jar holds what was set up to here, not what comes later', () => {
    expect(table('Browser.jar', 12)?.entries.map(({ key }) => key)).toEqual([
      'fusionauth.sso@example.fusionauth.io',
    ])
    expect(table('Browser.jar', 13)?.entries).toHaveLength(3)
  })

  test('marks what this very message wrote', () => {
    const fresh = table('Browser.jar', 13)?.entries.filter((entry) => entry.fresh)
    expect(fresh?.map(({ key }) => key)).toEqual([
      'store.session@store.example.com',
      'store.refresh@store.example.com',
    ])
    expect(table('Browser.jar', 14)?.entries.some((entry) => entry.fresh)).toBe(false)
  })

  test('names what this very message deleted, once', () => {
    expect(table('FusionAuth.codes', 11)).toMatchObject({ entries: [], gone: [values.code] })
    expect(table('FusionAuth.codes', 12)).toMatchObject({ entries: [], gone: [] })
  })

  test('what a message deletes and sets again is not gone', () => {
    const [first] = messages
    if (first === undefined) throw new Error('the fixture is empty')
    const place = { where: 'Store.appSessions', key: 'a' }
    const changes = [
      { ...place, op: 'set', before: null, after: 1 },
      { ...place, op: 'delete', before: 1, after: null },
      { ...place, op: 'set', before: null, after: 2 },
    ] as const
    const [only] = memoryAt([{ ...first, n: 1, changes }], 1)
    expect(only).toMatchObject({ entries: [{ key: 'a', value: 2 }], gone: [] })
  })

  test('is the same however one comes to a message', () => {
    const forth = messages.map(({ n }) => JSON.stringify(memoryAt(messages, n)))
    const back = messages.toReversed().map(({ n }) => JSON.stringify(memoryAt(messages, n)))
    expect(back.toReversed()).toEqual(forth)
  })

  test('a jar entry is a cookie; another entry is none', () => {
    const [first] = table('Browser.jar', 13)?.entries ?? []
    const [session] = table('Store.appSessions', 13)?.entries ?? []
    expect(first && cookieIn(first)?.name).toBe('fusionauth.sso')
    expect(session && cookieIn(session)).toBeNull()
  })
})
