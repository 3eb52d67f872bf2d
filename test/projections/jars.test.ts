import { describe, expect, test } from 'vitest'
import { jarByHost } from '../../scenarios/projections/jars.ts'
import { memoryAt } from '../../scenarios/projections/memory.ts'
import type { Cookie } from '../../scenarios/model/cookie.ts'
import type { Message } from '../../scenarios/model/trace.ts'
import type { Json } from '../../scenarios/model/wire.ts'
import { played, slugs } from '../support/play.ts'

const { messages } = await played({ workflow: slugs.code })

const jarAt = (all: readonly Message[], n: number) => {
  const jar = memoryAt(all, n).find(({ where }) => where === 'Browser.jar')
  return jar === undefined ? [] : jarByHost(jar, all[n - 1] ?? null)
}
const change = (op: 'set' | 'delete', before: Cookie | null, after: Cookie | null) => ({
  where: 'Browser.jar',
  op,
  key: 'k',
  before: before as Json,
  after: after as Json,
})
const cookies = jarAt(messages, messages.length).flatMap(({ entries }) => entries)
const some = cookies[0]?.cookie
if (some === undefined) throw new Error('the jar is empty')
const [first] = messages
if (first === undefined) throw new Error('nothing was played')
const saying = (n: number, ...changes: Message['changes']): Message => ({ ...first, n, changes })

describe('a jar after a message', () => {
  test('is told by host', () => {
    const hosts = jarAt(messages, messages.length).map(({ host }) => host)
    expect(hosts.toSorted()).toEqual([
      'example.fusionauth.io',
      'forums.example.com',
      'store.example.com',
    ])
  })

  test('tells what was set by this message and by no other', () => {
    const home = messages.find(({ received }) => received.some(({ name }) => name === 'sid'))
    const fresh = (n: number) =>
      jarAt(messages, n)
        .flatMap(({ entries }) => entries)
        .filter((entry) => entry.change?.kind === 'set')
        .map(({ cookie }) => cookie.name)
    expect(fresh(home?.n ?? 0)).toContain('sid')
    expect(fresh((home?.n ?? 0) + 1)).toEqual([])
  })

  test('tells what was changed, with what it was before', () => {
    const next = { ...some, value: 'new', expiresAt: 1 }
    const all = [
      saying(1, change('set', null, some)),
      saying(2, change('set', some, next)),
      saying(3, change('set', next, { ...next, lastUsedAt: 99 })),
    ]
    const at = (n: number) => jarAt(all, n)[0]?.entries[0]?.change
    expect(at(1)).toEqual({ kind: 'set' })
    expect(at(2)).toEqual({ kind: 'changed', before: some, what: ['value', 'expiry'] })
    expect(at(3)).toBeNull()
  })

  test('tells what was deleted, as long as that is news', () => {
    const all = [
      saying(1, change('set', null, some)),
      saying(2, change('delete', some, null)),
      saying(3),
    ]
    expect(jarAt(all, 2)).toEqual([{ host: some.domain, entries: [], gone: [some] }])
    expect(jarAt(all, 3)).toEqual([])
  })
})
