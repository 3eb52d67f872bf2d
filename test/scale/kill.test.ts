import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { hasRedis } from '../support/redis.ts'
import { createNode, type LabNode } from './support/nodes.ts'
import { hasNginx } from './support/nginx.ts'
import { startTwoNodes } from './support/two-nodes.ts'
import { askAt, playDuring, type Seen } from './support/learner.ts'
import { randomFrom } from './support/random.ts'

/** How often a node is killed; CI does it a few times, `KILLS=200` as often as is asked for. */
const kills = Number(process.env['KILLS'] ?? 6)

/** Learners that play at the same time; the run of each is compared with the same played alone. */
const learners = 6

const seed = process.env['KILL_SEED'] ?? String(Date.now())
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const ends: (() => unknown)[] = []

afterEach(async () => {
  vi.unstubAllGlobals()
  for (const end of ends.splice(0).toReversed()) await end()
})

const playUnder = async (nodes: readonly LabNode[]): Promise<Seen> => {
  const random = randomFrom(`killer ${seed}`)
  const killer = async (): Promise<void> => {
    for (let done = 0; done < kills; done += 1) {
      await wait(100 + random() * 900)
      const node = nodes[Math.floor(random() * nodes.length)]
      await node?.kill()
      // Now and then it stays away for so long that pages go on by themselves.
      await wait(random() < 0.15 ? 4_000 : random() * 600)
      await node?.start()
    }
  }
  const seen = await playDuring(killer(), { learners, seed })
  process.stderr.write(`${kills} kills, seed ${seed}: ${JSON.stringify(seen)}\n`)
  return seen
}

test('when the only node is killed and comes back, every learner goes on, with all branches', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'login-lab-kill-'))
  ends.push(() => rmSync(folder, { recursive: true }))
  const node = await createNode({ LOGIN_LAB_STORE: join(folder, 'runs.sqlite') })
  ends.push(() => node.kill())
  await node.start()
  askAt(node.port)
  expect((await playUnder([node])).runs).toBeGreaterThanOrEqual(learners)
})

test.skipIf(!hasRedis || !hasNginx)(
  'when one of two nodes behind nginx is killed, every learner goes on, with all branches',
  async () => {
    const { nodes, port, stop } = await startTwoNodes()
    ends.push(stop)
    askAt(port)
    expect((await playUnder(nodes)).runs).toBeGreaterThanOrEqual(learners)
  },
)
