import type { Run, RunState } from '../model/run.ts'
import type { Trace } from '../model/trace.ts'
import { textOf } from '../model/text.ts'

const branch = 'recorded'

/**
 * A run that was recorded: it can be played and looked at, and nothing else. It has no `fork`; an
 * event is refused with what to do instead.
 */
export const createRecordedRun = (trace: Trace): Run => {
  const listeners = new Set<(state: RunState) => void>()
  const { length } = trace.messages
  const state: RunState = {
    trace,
    busy: false,
    decisionPoints: [{ after: length, choices: [], next: null }],
    plan: [],
    plannedDividers: [],
    branch,
    branches: [
      {
        id: branch,
        parent: null,
        forkedAt: 0,
        inherited: 0,
        length,
        firstEvent: null,
        events: trace.events,
      },
    ],
    now: Date.parse(trace.messages.at(-1)?.at ?? '1970-01-01T00:00:00.000Z'),
  }
  return {
    get state() {
      return state
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    send: () =>
      Promise.resolve({
        ok: false,
        problem: textOf('problem.recording', { workflow: trace.workflow }),
      }),
    close: () => listeners.clear(),
  }
}
