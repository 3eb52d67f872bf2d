import { afterEach, expect, test, vi } from 'vitest'
import { hasRedis } from '../support/redis.ts'
import { askAt, playDuring } from './support/learner.ts'
import { hasNginx } from './support/nginx.ts'
import { startTwoNodes } from './support/two-nodes.ts'

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const ends: (() => unknown)[] = []

afterEach(async () => {
  vi.unstubAllGlobals()
  for (const end of ends.splice(0).toReversed()) await end()
})

const canRun = hasRedis && hasNginx
const seed = process.env['KILL_SEED'] ?? String(Date.now())

test.skipIf(!canRun)(
  'when Redis is away for ten seconds and comes back empty, every learner goes on, and it is told',
  async () => {
    const { redis, nodes, port, stop } = await startTwoNodes()
    ends.push(stop)
    askAt(port)
    const trouble = async (): Promise<void> => {
      await wait(1_000)
      await redis.kill()
      await wait(10_000)
      await redis.start()
      await wait(2_000)
    }
    const seen = await playDuring(trouble(), { learners: 4, seed })
    process.stderr.write(`Redis away, seed ${seed}: ${JSON.stringify(seen)}\n`)
    expect(seen.moves).toBeGreaterThan(0)
    for (const { said } of nodes) {
      expect(said.join('')).toContain('Runs go on in their pages until it can.')
      expect(said.join('')).toContain('Redis answers again')
    }
    expect(nodes.flatMap(({ said }) => said).join('')).toContain(
      'is empty: runs that no page shows any more are lost.',
    )
  },
)

test.skipIf(!canRun)('when Redis is slow now and then, every learner goes on', async () => {
  const { redis, port, stop } = await startTwoNodes()
  ends.push(stop)
  askAt(port)
  const trouble = async (): Promise<void> => {
    for (let times = 0; times < 5; times += 1) {
      await wait(300)
      redis.hold()
      // Once for longer than a node waits for it.
      await wait(times === 3 ? 1_500 : 400)
      redis.goOn()
    }
    await wait(1_000)
  }
  const seen = await playDuring(trouble(), { learners: 4, seed })
  process.stderr.write(`Redis slow, seed ${seed}: ${JSON.stringify(seen)}\n`)
  expect(seen.runs).toBeGreaterThanOrEqual(4)
})
