import { createClient } from '@redis/client'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createRedisStore } from '../../server/node/store/redis.ts'
import { StoreSilent, type RunStore } from '../../server/node/store/store.ts'
import { hasRedis, type Redis, startRedis } from '../support/redis.ts'

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const record = { revision: 1, body: 'a run' }

describe.skipIf(!hasRedis)('a Redis that has trouble', () => {
  let redis: Redis
  let store: RunStore
  const said: string[] = []

  beforeAll(async () => {
    redis = await startRedis()
    store = createRedisStore({
      url: redis.url,
      lifetime: 60_000,
      log: (line) => said.push(line),
    })
    await back()
  })
  afterAll(async () => {
    await store.close()
    await redis.remove()
  })

  /** Waits until the store can be used, without anybody doing anything. */
  const back = async (): Promise<void> => {
    for (let tries = 0; !(await store.isReady()); tries += 1) {
      if (tries > 200) throw new Error('The store did not come back.')
      await wait(50)
    }
  }

  test('that was killed is told at once, and the store is back when it is, empty', async () => {
    await store.write('one', record, 0)
    await redis.kill()
    await expect(store.read('one')).rejects.toThrow(StoreSilent)
    expect(await store.isReady()).toBe(false)
    await redis.start()
    await back()
    expect(await store.read('one')).toBeNull()
    await vi.waitFor(() => expect(said).toHaveLength(2))
    expect(said).toEqual([
      expect.stringMatching(
        /^Redis cannot be used \(it does not answer\)\. Runs go on in their pages until it can\.$/,
      ),
      'Redis answers again, and is empty: runs that no page shows any more are lost.',
    ])
    expect(said.join(' ')).not.toContain('127.0.0.1')
  })

  test('that takes commands and answers none is told after a second, and nothing is written twice', async () => {
    await store.write('two', record, 0)
    redis.hold()
    await expect(store.write('two', { revision: 2, body: 'late' }, 1)).rejects.toThrow(StoreSilent)
    redis.goOn()
    await back()
    const kept = await store.read('two')
    expect([
      { revision: 1, body: 'a run' },
      { revision: 2, body: 'late' },
    ]).toContainEqual(kept)
    expect(await store.write('two', { revision: 2, body: 'again' }, 1)).toBe(
      kept !== 'ended' && kept?.revision === 1,
    )
  })
})

test.skipIf(!hasRedis)(
  'a Redis that is full is not ready, says so, and is ready when it has room',
  async () => {
    const redis = await startRedis()
    const said: string[] = []
    const store = createRedisStore({
      url: redis.url,
      lifetime: 60_000,
      log: (line) => said.push(line),
    })
    const operator = createClient({ url: redis.url })
    operator.on('error', () => undefined)
    await operator.connect()
    await vi.waitFor(async () => expect(await store.isReady()).toBe(true))
    await operator.configSet('maxmemory', '1')
    await expect(store.write('id', record, 0)).rejects.toThrow(StoreSilent)
    expect(await store.isReady()).toBe(false)
    expect(said).toEqual(['Redis cannot be used (OOM). Runs go on in their pages until it can.'])
    await operator.configSet('maxmemory', '0')
    expect(await store.write('id', record, 0)).toBe(true)
    await vi.waitFor(() => expect(said.at(-1)).toBe('Redis answers again.'))
    operator.destroy()
    await store.close()
    await redis.remove()
  },
)

test.skipIf(!hasRedis)('a Redis that was never there ends nothing', async () => {
  const store = createRedisStore({
    url: 'redis://127.0.0.1:1',
    lifetime: 1,
    log: () => undefined,
  })
  await expect(store.read('id')).rejects.toThrow(StoreSilent)
  expect(await store.isReady()).toBe(false)
  await store.close()
})
