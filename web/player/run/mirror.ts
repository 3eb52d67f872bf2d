import type { CommandResult, Run, RunState } from '../../../scenarios/model/run.ts'
import type { RunTransport, Reply } from './link.ts'
import { textOf } from '../../../scenarios/model/text.ts'

export interface Mirror {
  readonly run: Run
  /** Takes in a state from the other side. */
  absorb(state: RunState): void
}

const unable = Promise.resolve<Reply>({
  result: { ok: false, problem: textOf('problem.unable') },
})

/** A run in the image of one that lives elsewhere, as the other side told it last. */
export const createMirror = (first: RunState, link: Omit<RunTransport, 'look'>): Mirror => {
  const listeners = new Set<(state: RunState) => void>()
  let state = first

  const become = (next: RunState): void => {
    state = next
    listeners.forEach((listener) => listener(next))
  }
  const absorb = (next: RunState): void => {
    const same = next.branch === state.branch
    const length = next.trace.messages.length
    const isStale = same && length < state.trace.messages.length
    if (!isStale) become(next)
  }
  const command = async (reply: Promise<Reply>): Promise<CommandResult> => {
    const { result, state: after } = await reply
    if (after !== undefined) absorb(after)
    return result
  }

  const run: Run = {
    get state() {
      return state
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    send: (event, { at = state.trace.messages.length } = {}) => command(link.send(event, at)),
    close: () => {
      listeners.clear()
      link.close()
    },
  }
  if (link.fork !== undefined) run.fork = (k) => command(link.fork?.(k) ?? unable)
  if (link.switchTo !== undefined)
    run.switchTo = (branch) => command(link.switchTo?.(branch) ?? unable)
  return { run, absorb }
}
