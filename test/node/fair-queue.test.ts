import { describe, expect, it } from 'vitest'
import { createFairQueue, type QueueBounds } from '../../server/node/fair-queue.ts'

const roomy: QueueBounds = { atOnce: 1, perClient: 100, overall: 1000, longest: 60_000 }

/** A queue whose work ends when the test says so, with a clock that the test moves. */
const createBench = (bounds: Partial<QueueBounds> = {}) => {
  let time = 0
  const queue = createFairQueue({ ...roomy, ...bounds }, () => time)
  const begun: string[] = []
  const ends: (() => void)[] = []
  /** Asks for a piece of work of some name. */
  const take = (client: string, name: string, signal?: AbortSignal) => {
    const work = (): Promise<string> => {
      begun.push(name)
      return new Promise((resolve) => {
        ends.push(() => resolve(name))
      })
    }
    return queue.take(client, work, signal)
  }
  /** Ends the oldest piece at work after some time, and lets the next one begin. */
  const end = async (took = 0): Promise<void> => {
    time += took
    ends.shift()?.()
    // More than the queue takes: whose comes first is the event loop’s business.
    for (let turn = 0; turn < 6; turn += 1)
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
  }
  return { queue, begun, take, end }
}

describe('a fair queue', { timeout: 10_000 }, () => {
  it('gives back what the work gives', async () => {
    const { queue } = createBench()
    expect(await queue.take('a', async () => 7)).toEqual({ kind: 'done', value: 7 })
  })

  it('throws what the work throws, and goes on', async () => {
    const { queue } = createBench()
    const failing = queue.take('a', () => Promise.reject(new Error('broken')))
    const next = queue.take('a', async () => 7)
    await expect(failing).rejects.toThrow('broken')
    expect(await next).toEqual({ kind: 'done', value: 7 })
  })

  it('does no more at once than its bound', async () => {
    const { begun, take, end } = createBench({ atOnce: 2 })
    for (const name of ['a1', 'a2', 'a3']) void take('a', name)
    expect(begun).toEqual(['a1', 'a2'])
    await end()
    expect(begun).toEqual(['a1', 'a2', 'a3'])
  })

  it('lets clients take turns, however much one of them asks for', async () => {
    const { begun, take, end } = createBench()
    for (const name of ['a1', 'a2', 'a3', 'a4']) void take('a', name)
    for (const name of ['b1', 'b2']) void take('b', name)
    void take('c', 'c1')
    for (let turn = 0; turn < 7; turn += 1) await end()
    expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4'])
  })

  it('keeps the order of one client', async () => {
    const { begun, take, end } = createBench()
    for (const name of ['1', '2', '3']) void take('a', name)
    for (let turn = 0; turn < 3; turn += 1) await end()
    expect(begun).toEqual(['1', '2', '3'])
  })

  it('refuses what is too much for one client, and nobody else’s', async () => {
    const { take, begun, end } = createBench({ perClient: 2 })
    for (const name of ['a1', 'a2', 'a3']) void take('a', name)
    expect(await take('a', 'a4')).toEqual({ kind: 'refused', seconds: 1 })
    void take('b', 'b1')
    await end()
    await end()
    expect(begun).toContain('b1')
  })

  it('refuses what is too much over all', async () => {
    const { take } = createBench({ overall: 2 })
    for (const name of ['a', 'b', 'c']) void take(name, name)
    expect(await take('d', 'd')).toMatchObject({ kind: 'refused' })
  })

  it('refuses at once what would wait too long, and says when to ask again', async () => {
    const { take, end } = createBench({ longest: 10_000 })
    void take('a', 'a0')
    await end(4000)
    for (const name of ['a1', 'a2', 'a3']) void take('a', name)
    expect(await take('a', 'a4')).toEqual({ kind: 'refused', seconds: 12 })
  })

  it('expects a client’s own wait by turns, not the whole queue', async () => {
    const { take, end } = createBench({ longest: 10_000 })
    void take('a', 'a0')
    await end(4000)
    for (const name of ['a1', 'a2', 'a3']) void take('a', name)
    let answer = ''
    void take('b', 'b1').then(({ kind }) => {
      answer = kind
    })
    for (let turn = 0; turn < 3; turn += 1) await end(1)
    expect(answer).toBe('done')
  })

  it('drops the work of whoever leaves before its turn', async () => {
    const { begun, take, end, queue } = createBench()
    const page = new AbortController()
    void take('a', 'a1')
    const left = take('a', 'a2', page.signal)
    void take('a', 'a3')
    page.abort()
    expect(await left).toEqual({ kind: 'left' })
    expect(queue.waiting()).toBe(1)
    await end()
    expect(begun).toEqual(['a1', 'a3'])
  })

  it('does nothing for whoever has left already', async () => {
    const { begun, take } = createBench()
    expect(await take('a', 'a1', AbortSignal.abort())).toEqual({ kind: 'left' })
    expect(begun).toEqual([])
  })

  it('goes on with what has begun when somebody leaves', async () => {
    const { take, end } = createBench()
    const page = new AbortController()
    const working = take('a', 'a1', page.signal)
    page.abort()
    await end()
    expect(await working).toEqual({ kind: 'done', value: 'a1' })
  })

  it('lets others in between two pieces that are one long breath each', async () => {
    const { queue } = createBench()
    const order: string[] = []
    const breath = (name: string) => async () => {
      order.push(name)
    }
    setImmediate(() => order.push('an answer'))
    await Promise.all([queue.take('a', breath('first')), queue.take('a', breath('second'))])
    expect(order).toEqual(['first', 'an answer', 'second'])
  })

  it('counts what waits', async () => {
    const { queue, take, end } = createBench()
    for (const name of ['a1', 'a2', 'a3']) void take('a', name)
    expect(queue.waiting()).toBe(2)
    for (let turn = 0; turn < 3; turn += 1) await end()
    expect(queue.waiting()).toBe(0)
  })
})
