import { expect, inject, test } from 'vitest'
import { carried } from '../support/carried.ts'

const inWorker = (workflow: string): Promise<{ trace?: string; problem?: string }> => {
  const worker = new Worker(new URL('./tour.worker.ts', import.meta.url), { type: 'module' })
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }) => resolve(data))
    worker.addEventListener('error', (event) => reject(new Error(event.message)))
    worker.postMessage(workflow)
  })
}

test.each(carried)(
  'a Web Worker plays the same tour as Node, byte for byte: %s',
  { timeout: 60_000 },
  async (workflow) => {
    const { trace, problem } = await inWorker(workflow)
    expect(problem).toBeUndefined()
    expect(trace?.length).toBeGreaterThan(10_000)
    expect(trace).toBe(inject('nodeTraces')[workflow])
  },
)
