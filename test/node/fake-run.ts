import type { LabEvent } from '../../scenarios/model/event.ts'
import type { BranchSummary, CommandResult, Run, RunState } from '../../scenarios/model/run.ts'
import type { Message, Trace } from '../../scenarios/model/trace.ts'
import type { RunRequest } from '../../scenarios/model/request.ts'
import { made } from '../support/texts.ts'

/** A run in which every event causes two messages; it stands in for the engine in tests of the server. */
export interface FakeRun extends Run {
  readonly closed: () => boolean
  /** Holds every command until the returned function is called. */
  pause(): () => void
}

const messageOf = (n: number, event: LabEvent, label: string): Message => ({
  n,
  id: `login.${label}-${n}`,
  phase: 'login',
  step: event.type,
  from: 'Browser',
  to: 'Store',
  kind: 'request',
  exchange: n,
  cause: null,
  at: '2026-01-01T09:00:00.000Z',
  label,
  http: null,
  cookies: [],
  received: [],
  changes: [],
  provenance: 'real',
})

export const createFakeRun = (
  options: RunRequest,
  forks = true,
  kind: Trace['fusionauth']['kind'] = 'stand-in',
): FakeRun => {
  const listeners = new Set<(state: RunState) => void>()
  const lines = new Map<string, { messages: Message[]; summary: BranchSummary }>()
  let branch = 'main'
  let closed = false
  let gate: Promise<void> = Promise.resolve()
  const first: BranchSummary = {
    id: branch,
    parent: null,
    forkedAt: 0,
    inherited: 0,
    length: 0,
    firstEvent: null,
    events: [],
  }
  lines.set(branch, { messages: [], summary: first })

  const line = () => lines.get(branch) ?? { messages: [], summary: first }
  const trace = (): Trace => ({
    version: 2,
    workflow: options.workflow,
    lesson: options.lesson ?? 'tour',
    fusionauth: { kind, version: '1.69.0' },
    profile: 'fidelity',
    defences: options.defences ?? {},
    seed: options.seed ?? '',
    events: [],
    participants: ['Browser', 'Store'],
    messages: [...line().messages],
    dividers: [],
    outcome: [],
  })
  const state = (): RunState => ({
    trace: trace(),
    busy: false,
    decisionPoints: [],
    plan: [],
    plannedDividers: [],
    branch,
    branches: [...lines.values()].map(({ summary, messages }) => ({
      ...summary,
      length: messages.length,
    })),
    now: 0,
  })
  const changed = (): void => {
    for (const listener of listeners) listener(state())
  }
  const forkAt = (at: number, firstEvent: LabEvent | null): void => {
    const id = `branch-${lines.size}`
    const summary = {
      id,
      parent: branch,
      forkedAt: at,
      inherited: 0,
      length: at,
      firstEvent,
      events: [],
    }
    lines.set(id, { messages: line().messages.slice(0, at), summary })
    branch = id
  }

  const run: FakeRun = {
    get state() {
      return state()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    send: async (event, { at = Infinity } = {}): Promise<CommandResult> => {
      await gate
      if (event.type === 'hacker.load')
        return { ok: false, problem: made('Nothing was stolen yet.') }
      if (at < line().messages.length) forkAt(at, event)
      for (const label of ['asks', 'answers']) {
        line().messages.push(messageOf(line().messages.length + 1, event, label))
        changed()
      }
      return { ok: true }
    },
    close: () => {
      closed = true
    },
    closed: () => closed,
    pause: () => {
      const opened = new AbortController()
      gate = new Promise((resolve) => {
        opened.signal.addEventListener('abort', () => resolve())
      })
      return () => opened.abort()
    },
  }
  const branching: Pick<Run, 'fork' | 'switchTo'> = {
    fork: async (k) => {
      forkAt(k, null)
      changed()
      return { ok: true }
    },
    switchTo: async (id) => {
      if (!lines.has(id)) return { ok: false, problem: made(`There is no branch ${id}.`) }
      branch = id
      changed()
      return { ok: true }
    },
  }
  return Object.assign(run, forks ? branching : {})
}
