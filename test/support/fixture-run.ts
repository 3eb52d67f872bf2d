import type { LabEvent } from '../../scenarios/model/event.ts'
import type {
  BranchSummary,
  CommandResult,
  DecisionPoint,
  Run,
  RunState,
} from '../../scenarios/model/run.ts'
import type { Message, Trace } from '../../scenarios/model/trace.ts'
import { fixtureTrace } from './fixture-trace.ts'
import { made } from './texts.ts'

const steps: readonly { readonly after: number; readonly next: LabEvent }[] = [
  { after: 0, next: { type: 'learner.open', app: 'Store' } },
  { after: 2, next: { type: 'learner.login', app: 'Store' } },
  { after: 6, next: { type: 'learner.submit', app: 'Store', credentials: 'right' } },
  { after: 16, next: { type: 'clock.expire', what: 'session' } },
  { after: 21, next: { type: 'hacker.steal', what: 'refresh-token' } },
  { after: 22, next: { type: 'hacker.load' } },
]

const other: LabEvent = { type: 'fusionauth.stop' }

const decisionPointAt = (after: number): DecisionPoint => {
  const next = steps.find((step) => step.after === after)?.next ?? null
  return {
    after,
    next,
    choices: [
      ...(next === null ? [] : [{ event: next, allowed: true, reason: null }]),
      { event: other, allowed: true, reason: null },
      {
        event: { type: 'hacker.steal', what: 'session-id' },
        allowed: false,
        reason: made('There is no session to steal yet.'),
      },
    ],
  }
}

/**
 * A run without an engine behind it: it reveals the fixture's messages from decision point to decision point, and any other
 * event opens a branch with one self message. Good for looking at a player, for nothing else.
 */
export const fixtureRun = (trace: Trace = fixtureTrace(), delay = 0): Run => {
  const listeners = new Set<(state: RunState) => void>()
  const lines = new Map<string, { messages: readonly Message[]; left: boolean }>([
    ['main', { messages: [], left: false }],
  ])
  const branches: BranchSummary[] = []
  let branch = 'main'
  let busy = false

  const line = () => lines.get(branch) ?? { messages: [], left: true }
  const state = (): RunState => {
    const { messages, left } = line()
    const length = messages.length
    const last = messages.at(-1)
    return {
      trace: {
        ...trace,
        messages,
        dividers: left ? [] : trace.dividers.filter(({ before }) => before <= length),
      },
      busy,
      decisionPoints: [0, 2, 6, 16, 21, 22, 27]
        .filter((after) => after <= length)
        .map((after) => decisionPointAt(after))
        .map((point) => (left ? { ...point, next: null } : point)),
      plan: left ? [] : trace.messages.slice(length),
      plannedDividers: left ? [] : trace.dividers.filter(({ before }) => before > length),
      branch,
      branches: [
        {
          id: 'main',
          parent: null,
          forkedAt: 0,
          inherited: 0,
          length: lines.get('main')?.messages.length ?? 0,
          firstEvent: null,
          events: [],
        },
        ...branches,
      ],
      now: last === undefined ? Date.parse('2026-01-01T09:00:00Z') : Date.parse(last.at),
    }
  }
  const tell = () => listeners.forEach((listener) => listener(state()))
  const put = (messages: readonly Message[], left: boolean) => {
    lines.set(branch, { messages, left })
    tell()
  }
  const open = (event: LabEvent | null, at: number) => {
    const parent = branch
    branch = `branch-${lines.size + 1}`
    const messages =
      line().messages.length === 0 ? (lines.get(parent)?.messages.slice(0, at) ?? []) : []
    branches.push({
      id: branch,
      parent,
      forkedAt: at,
      inherited: 0,
      length: at + 1,
      firstEvent: event,
      events: [],
    })
    return messages
  }

  return {
    get state() {
      return state()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    send: async (event, { at = line().messages.length } = {}): Promise<CommandResult> => {
      busy = true
      tell()
      await new Promise((resolve) => setTimeout(resolve, delay))
      busy = false
      const here = line()
      const expected = decisionPointAt(at).next
      if (!here.left && at === here.messages.length && expected?.type === event.type) {
        const until = steps.find((step) => step.after > at)?.after ?? trace.messages.length
        put(trace.messages.slice(0, until), false)
        return { ok: true }
      }
      if (event.type !== other.type) {
        tell()
        return { ok: false, problem: made('Nothing happens here. Choose something else.') }
      }
      const kept = at < here.messages.length ? open(event, at) : here.messages
      const base = trace.messages[0]
      if (base === undefined) return { ok: false, problem: made('The fixture is empty.') }
      const note: Message = {
        ...base,
        n: kept.length + 1,
        id: 'login.fusionauth-stopped',
        from: 'FusionAuth',
        to: 'FusionAuth',
        kind: 'self',
        http: null,
        label: made('FusionAuth stops answering'),
        provenance: 'simulated',
      }
      put([...kept, note], true)
      return { ok: true }
    },
    fork: async (k) => {
      put(open(null, k), false)
      return { ok: true }
    },
    switchTo: async (id) => {
      branch = id
      tell()
      return { ok: true }
    },
    close: () => listeners.clear(),
  }
}
