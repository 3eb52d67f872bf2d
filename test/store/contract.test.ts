import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createMemoryStore } from '../../server/node/store/memory.ts'
import { createRedisStore } from '../../server/node/store/redis.ts'
import { createSqliteStore } from '../../server/node/store/sqlite.ts'
import type { RunStore } from '../../server/node/store/store.ts'
import { hasRedis, type Redis, startRedis } from '../support/redis.ts'

/** Milliseconds that runs are kept in these tests. */
const lifetime = 6_000

const log = (): void => undefined
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const folder = mkdtempSync(join(tmpdir(), 'login-lab-stores-'))
let redis: Redis | null = null
let files = 0

beforeAll(async () => {
  if (hasRedis) redis = await startRedis()
})
afterAll(async () => {
  await redis?.remove()
  rmSync(folder, { recursive: true })
})

/** A clock that a test moves, for stores that are told the time; Redis has its own. */
let moved = 0
const now = (): number => Date.now() + moved
const move = async (milliseconds: number): Promise<void> => {
  moved += milliseconds
}

const newFile = (): string => {
  files += 1
  return join(folder, `runs-${files}.sqlite`)
}

interface Kind {
  readonly name: string
  readonly isHere: boolean
  readonly openFor: (most: number) => RunStore
  readonly pass: (milliseconds: number) => Promise<unknown>
}

const stores: readonly Kind[] = [
  {
    name: 'memory',
    isHere: true,
    openFor: (most) => createMemoryStore({ lifetime, most, now }),
    pass: move,
  },
  {
    name: 'a file',
    isHere: true,
    openFor: (most) => createSqliteStore({ file: newFile(), lifetime, most, now, log }),
    pass: move,
  },
  {
    name: 'Redis',
    isHere: hasRedis,
    openFor: () => createRedisStore({ url: redis?.url ?? '', lifetime, log }),
    pass: wait,
  },
]

describe.each(stores)('a store in $name', ({ isHere, openFor, pass }) => {
  const opened: RunStore[] = []
  let ids = 0

  /** A store that is ready, and an id that nobody has used. */
  const use = async () => {
    const store = openFor(1000)
    opened.push(store)
    while (!(await store.isReady())) await wait(10)
    ids += 1
    return { store, id: `${process.pid}-${performance.now()}-${ids}` }
  }
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close()
  })

  test.skipIf(!isHere)('knows nothing of an id that it was not given', async () => {
    const { store, id } = await use()
    expect(await store.read(id)).toBeNull()
  })

  test.skipIf(!isHere)('gives back what it was given, letter by letter', async () => {
    const { store, id } = await use()
    const body = '{"a":"\\u0000 ñ 😀 9 ended"}\n 2 ended'
    expect(await store.write(id, { revision: 1, body }, 0)).toBe(true)
    expect(await store.read(id)).toEqual({ revision: 1, body })
  })

  test.skipIf(!isHere)('takes the next revision, and no other', async () => {
    const { store, id } = await use()
    const write = (revision: number, expected: number) =>
      store.write(id, { revision, body: `is ${revision}` }, expected)
    expect(await write(1, 1)).toBe(false)
    expect(await write(1, 0)).toBe(true)
    expect(await write(1, 0)).toBe(false)
    expect(await write(3, 2)).toBe(false)
    expect(await write(2, 1)).toBe(true)
    expect(await store.read(id)).toEqual({ revision: 2, body: 'is 2' })
  })

  test.skipIf(!isHere)('lets one of many win that write at the same moment', async () => {
    const { store, id } = await use()
    await store.write(id, { revision: 1, body: '' }, 0)
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        store.write(id, { revision: 2, body: String(index) }, 1),
      ),
    )
    expect(results.filter(Boolean)).toHaveLength(1)
    const kept = await store.read(id)
    expect(kept).toEqual({ revision: 2, body: String(results.indexOf(true)) })
  })

  test.skipIf(!isHere)('does not bring back a run that has ended', async () => {
    const { store, id } = await use()
    await store.write(id, { revision: 1, body: '' }, 0)
    await store.end(id)
    expect(await store.read(id)).toBe('ended')
    expect(await store.write(id, { revision: 1, body: '' }, 0)).toBe(false)
    expect(await store.write(id, { revision: 2, body: '' }, 1)).toBe(false)
  })

  test.skipIf(!isHere)('keeps the id of a run that ended before it was opened', async () => {
    const { store, id } = await use()
    await store.end(id)
    expect(await store.write(id, { revision: 1, body: '' }, 0)).toBe(false)
  })

  test.skipIf(!isHere)('forgets what nobody asks for', async () => {
    const { store, id } = await use()
    await store.write(id, { revision: 1, body: '' }, 0)
    await pass(lifetime + 50)
    expect(await store.read(id)).toBeNull()
    expect(await store.write(id, { revision: 1, body: '' }, 0)).toBe(true)
  })

  test.skipIf(!isHere)('keeps what is asked for', async () => {
    const { store, id } = await use()
    await store.write(id, { revision: 1, body: '' }, 0)
    for (let times = 0; times < 3; times += 1) {
      // Far from its end, also on a machine that has no time.
      await pass(lifetime * 0.4)
      expect(await store.read(id)).toEqual({ revision: 1, body: '' })
    }
  })

  test.skipIf(!isHere)('keeps for another lifetime what is written', async () => {
    const { store, id } = await use()
    await store.write(id, { revision: 1, body: '' }, 0)
    for (const revision of [2, 3, 4]) {
      await pass(lifetime * 0.4)
      expect(await store.write(id, { revision, body: '' }, revision - 1)).toBe(true)
    }
  })
})

test.each(stores.filter(({ name }) => name !== 'Redis'))(
  'a store in $name that holds too much forgets what nobody has asked for longest',
  async ({ openFor }) => {
    const store = openFor(50)
    for (let run = 0; run < 200; run += 1) {
      moved += 1
      await store.write(`id-${run}`, { revision: 1, body: '' }, 0)
    }
    const kept = await Promise.all(
      Array.from({ length: 200 }, async (_, run) => (await store.read(`id-${run}`)) !== null),
    )
    expect(kept.filter(Boolean)).toHaveLength(50)
    expect(kept.indexOf(true)).toBe(150)
    await store.close()
  },
)
