import type { CommandResult, Run, RunState } from '../../scenarios/model/run.ts'
import { textOf } from '../../scenarios/model/text.ts'

/** A run of which the engine can be exchanged for another one that is at another place of the same run. */
export interface ExchangeableRun extends Run {
  /** Goes on with another engine, and tells all who listen. The engine before is closed. */
  exchange(engine: Run): void
}

const unable = async (): Promise<CommandResult> => ({
  ok: false,
  problem: textOf('problem.unable'),
})

/** A run that is carried out by an engine; it has the methods that the engine has. */
export const createExchangeableRun = (first: Run): ExchangeableRun => {
  const listeners = new Set<(state: RunState) => void>()
  let engine = first
  const tell = (state: RunState): void => {
    for (const listener of listeners) listener(state)
  }
  const nothing = (): void => undefined
  let unsubscribe = nothing
  /** Listens only for somebody: what a run has become takes time to tell. */
  const listen = (): void => {
    unsubscribe()
    unsubscribe = listeners.size === 0 ? nothing : engine.subscribe(tell)
  }

  return {
    get state() {
      return engine.state
    },
    ...(first.rehearsal !== undefined && { rehearsal: first.rehearsal }),
    subscribe: (listener) => {
      listeners.add(listener)
      if (listeners.size === 1) listen()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) listen()
      }
    },
    send: (event, options) => engine.send(event, options),
    ...(first.fork !== undefined && { fork: (k: number) => engine.fork?.(k) ?? unable() }),
    ...(first.switchTo !== undefined && {
      switchTo: (branch: string) => engine.switchTo?.(branch) ?? unable(),
    }),
    exchange: (next) => {
      unsubscribe()
      engine.close()
      engine = next
      listen()
      if (listeners.size > 0) tell(engine.state)
    },
    close: () => {
      unsubscribe()
      listeners.clear()
      engine.close()
    },
  }
}
