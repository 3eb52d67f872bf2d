import { carriesPassword } from '../../../scenarios/trace-diff/password.ts'
import type { LabEvent } from '../../../scenarios/model/event.ts'
import { isDevice } from '../../../scenarios/model/participant.ts'
import type { RunState } from '../../../scenarios/model/run.ts'
import type { Message, Trace } from '../../../scenarios/model/trace.ts'
import type { SharedEvent } from './events.ts'
import type { SharedLine } from './text.ts'

/** Tables in which a login that was granted leaves something. */
const granted = new Set(['appSessions', 'ssoSessions', 'refreshTokens', 'localStorage', 'device'])

const postsPassword = (message: Message): boolean =>
  isDevice(message.from) && carriesPassword(message)

/** Whether the login form that was sent for the `nth` time (from 0) opened anything. */
const wasRight = (messages: readonly Message[], nth: number): boolean => {
  const posts = messages.filter(postsPassword)
  const [post, next] = [posts[nth], posts[nth + 1]]
  if (post === undefined) return false
  return messages
    .slice(post.n, next === undefined ? undefined : next.n - 1)
    .flatMap(({ changes }) => changes)
    .some(({ op, where }) => op === 'set' && granted.has(where.split('.')[1] ?? ''))
}

const isTyped = (event: LabEvent): boolean =>
  event.type === 'learner.submit' && typeof event.credentials === 'object'

/** The events of a trace; what was typed into a form becomes the named case that it was. */
const sharedEvents = ({ events, messages }: Pick<Trace, 'events' | 'messages'>): SharedEvent[] => {
  let submits = 0
  return events.map((event): SharedEvent => {
    if (event.type !== 'learner.submit') return event
    const nth = submits
    submits += 1
    const { type, app, credentials } = event
    if (typeof credentials === 'string') return { type, app, credentials }
    return {
      type,
      app,
      credentials: wasRight(messages, nth) ? 'right' : 'wrong-password',
    }
  })
}

/** What a link tells of a run. */
export interface SharedRun {
  /** The line of history that is shown, after those that it came from. */
  readonly lines: readonly SharedLine[]
  /** Something was typed into a login form; the link tells only whether it was right. */
  readonly leavesOutTyped: boolean
}

/** A run as a link tells it: the branch that is shown, with its ancestors as far as they were seen. */
export const sharedRun = (run: RunState, traces: ReadonlyMap<string, Trace>): SharedRun => {
  const line: Trace[] = []
  const places: (number | null)[] = []
  let id: string | null = run.branch
  while (id !== null) {
    const branch = run.branches.find((one) => one.id === id)
    const trace = id === run.branch ? run.trace : traces.get(id)
    if (trace === undefined) break
    line.unshift(trace)
    places.unshift(branch?.parent == null ? null : branch.forkedAt)
    id = branch?.parent ?? null
  }
  places[0] = null
  return {
    lines: line.map((trace, index) => ({ at: places[index] ?? null, events: sharedEvents(trace) })),
    leavesOutTyped: line.some(({ events }) => events.some(isTyped)),
  }
}
