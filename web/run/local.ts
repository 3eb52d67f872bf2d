import type { Run } from '../../scenarios/vocabulary.ts'
import { createMirror, type Link, type Mirror, type Reply } from './mirror.ts'
import { trustWorker } from '../trusted.ts'
import type { OpenOptions, Trouble } from './open.ts'
import type { FromWorker, ToWorker } from './protocol.ts'
// oxlint-disable-next-line import/default -- Vite makes the export
import workerUrl from './worker.ts?worker&url'

const stopped = 'The run in this page has stopped. Start it again.'

/**
 * Opens a run in a Worker of this page: no server is asked.
 *
 * @throws Error with a sentence when the Worker cannot start or refuses
 */
export const openLocal = (
  options: OpenOptions,
  onTrouble: (trouble: Trouble | null) => void,
): Promise<Run> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(trustWorker(workerUrl), { type: 'module' })
    const waiting = new Map<number, (reply: Reply) => void>()
    let calls = 0
    let mirror: Mirror | null = null

    const tell = (message: ToWorker): void => worker.postMessage(message)
    const call = (message: (call: number) => ToWorker): Promise<Reply> =>
      new Promise((answer) => {
        calls += 1
        waiting.set(calls, answer)
        tell(message(calls))
      })
    const link = (forks: boolean, switches: boolean): Link => ({
      send: (event, at) => call((number) => ({ say: 'send', call: number, event, at })),
      seek: () => undefined,
      ...(forks && { fork: (at: number) => call((number) => ({ say: 'fork', call: number, at })) }),
      ...(switches && {
        switchTo: (branch: string) => call((number) => ({ say: 'switch', call: number, branch })),
      }),
      close: () => worker.terminate(),
    })

    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      switch (data.say) {
        case 'opened':
          mirror = createMirror(data.state, link(data.forks, data.switches))
          resolve(mirror.run)
          break
        case 'refused':
          worker.terminate()
          reject(new Error(data.problem))
          break
        case 'state':
          mirror?.absorb(data.state)
          break
        case 'done':
          waiting.get(data.call)?.({ result: data.result, state: data.state })
          waiting.delete(data.call)
          break
      }
    })
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      reject(
        new Error(`The run could not start in this page: ${event.message || 'no reason given'}`),
      )
      onTrouble({ problem: stopped, gone: true })
      waiting.forEach((answer) => answer({ result: { ok: false, problem: stopped } }))
      waiting.clear()
    })
    tell({ say: 'open', options })
  })
