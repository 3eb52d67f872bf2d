import { createReplica, type Replica } from '../../../scenarios/engine/increment.ts'
import type { OwnLesson } from '../../../scenarios/model/own-lesson.ts'
import { startWorker } from './start-worker.ts'
import type { Connect, RunTransport, Reply } from './link.ts'
import type { FromWorker, LessonFile, ToWorker } from './protocol.ts'
import { everyHost } from '../../../scenarios/catalogue/addresses.ts'
// oxlint-disable-next-line import/default -- Vite makes the export
import workerUrl from './worker.ts?worker&url'
import { textOf } from '../../../scenarios/model/text.ts'
import { TextError } from '../../../scenarios/model/text-error.ts'

/** Address of the script that runs run in. */
export { workerUrl }

const stopped = textOf('problem.page-stopped')

/**
 * Opens a run in a Worker of this page: no server is asked. Rejects with a sentence when the Worker
 * cannot start or refuses.
 *
 * @param own the file of an own lesson; null for lessons of the catalogue
 * @param tell told the lesson that was read, before its run is there
 */
export const connectLocalTo =
  (own: LessonFile | null, tell: (lesson: OwnLesson) => void = () => undefined): Connect =>
  (options, observer) =>
    new Promise((resolve, reject) => {
      // An own lesson may have any hosts; what they say of each other takes the whole Public Suffix List.
      const name = own === null ? '' : everyHost
      const { worker, begun } = startWorker(workerUrl, name)
      const waiting = new Map<number, (reply: Reply) => void>()
      let calls = 0
      let isDead = false
      let replica: Replica | null = null

      const say = (message: ToWorker): void => worker.postMessage(message)
      const lost: Reply = { result: { ok: false, problem: stopped }, failure: 'run' }
      const call = (message: (call: number) => ToWorker): Promise<Reply> => {
        if (isDead) return Promise.resolve(lost)
        return new Promise((answer) => {
          calls += 1
          waiting.set(calls, answer)
          say(message(calls))
        })
      }
      const link = (forks: boolean, switches: boolean): RunTransport => ({
        send: (event, at) => call((number) => ({ say: 'send', call: number, event, at })),
        ...(forks && {
          fork: (at: number) => call((number) => ({ say: 'fork', call: number, at })),
        }),
        ...(switches && {
          switchTo: (branch: string) => call((number) => ({ say: 'switch', call: number, branch })),
        }),
        look: () => Promise.resolve(isDead ? 'run' : null),
        close: () => worker.terminate(),
      })

      worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        switch (data.say) {
          case 'ready':
            begun()
            say({ say: 'open', options, own })
            break
          case 'opened':
            replica = createReplica(data.opening)
            if (data.own !== null) tell(data.own)
            resolve({ place: 'page', state: replica.state, link: link(data.forks, data.switches) })
            break
          case 'refused':
            worker.terminate()
            reject(new TextError(data.problem))
            break
          case 'increment':
            if (replica?.apply(data.increment) === true) observer.state(replica.state)
            break
          case 'done':
            waiting.get(data.call)?.({
              result: data.result,
              ...(replica && { state: replica.state }),
            })
            waiting.delete(data.call)
            break
        }
      })
      worker.addEventListener('error', (event) => {
        event.preventDefault()
        isDead = true
        const problem = textOf('problem.not-started-in-page')
        const said = textOf('verbatim', { english: event.message })
        reject(
          new TextError(event.message ? textOf('sentences', { each: [problem, said] }) : problem),
        )
        observer.lost('run')
        waiting.forEach((answer) => answer(lost))
        waiting.clear()
      })
    })

/** The same, for lessons of the catalogue. */
export const connectLocal: Connect = connectLocalTo(null)
