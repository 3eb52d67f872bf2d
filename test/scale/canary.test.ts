import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { hasRedis } from '../support/redis.ts'
import { hasNginx } from './support/nginx.ts'
import { startTwoNodes, type TwoNodes } from './support/two-nodes.ts'

/** Runs, each with a canary of its own; a million checks are `CANARIES=1000`. */
const count = Number(process.env['CANARIES'] ?? 60)

/** How many are asked for at a time. */
const atOnce = 20

const canaryOf = (index: number): string => `canary-${String(index).padStart(6, '0')}-`

const inTurn = async (work: (index: number) => Promise<void>): Promise<void> => {
  let next = 0
  const worker = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) await work(index)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

describe.skipIf(!hasRedis || !hasNginx)('runs of many learners on two nodes', () => {
  let lab: TwoNodes
  const ids = new Map<number, string>()

  beforeAll(async () => {
    // Far fewer places than runs, so that each is folded and made again many times.
    lab = await startTwoNodes({ LOGIN_LAB_RUNS: '30' })
  })
  afterAll(() => lab.stop())

  const ask = async (port: number, path: string, body?: object): Promise<string> => {
    const response = await fetch(`http://127.0.0.1:${port}/api/runs${path}`, {
      ...(body !== undefined && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
    const text = await response.text()
    if (response.status === 429) {
      await new Promise((resolve) => {
        setTimeout(resolve, 1000 * Number(response.headers.get('retry-after')))
      })
      return ask(port, path, body)
    }
    if (!response.ok) throw new Error(`${response.status} ${text.slice(0, 300)}`)
    return text
  }

  test('hold nothing of each other, whichever node is asked', async () => {
    await inTurn(async (index) => {
      const workflow = workflows[index % workflows.length]?.slug
      const begun = await ask(lab.port, '', { workflow, seed: canaryOf(index) })
      const { id } = JSON.parse(begun) as { id: string }
      ids.set(index, id)
      for (let steps = 0; steps < 3; steps += 1) {
        const { state } = JSON.parse(await ask(lab.port, `/${id}`)) as {
          state: { decisionPoints: { next: object | null }[] }
        }
        const event = state.decisionPoints.at(-1)?.next
        const secondsOf = { type: 'clock.advance', seconds: 1 + index }
        await ask(lab.port, `/${id}/events`, { event: event ?? secondsOf })
      }
    })
    let checks = 0
    const crossed: string[] = []
    await inTurn(async (index) => {
      for (const { port } of lab.nodes) {
        const state = await ask(port, `/${ids.get(index)}`)
        const found = new Set(state.match(/canary-\d{6}-/g))
        if (!found.delete(canaryOf(index))) crossed.push(`run ${index} has lost its own canary`)
        checks += count - 1
        for (const other of found) crossed.push(`run ${index} holds ${other}`)
      }
    })
    process.stderr.write(`${checks} checks over two nodes\n`)
    expect(ids.size).toBe(count)
    expect(crossed).toEqual([])
  })
})
