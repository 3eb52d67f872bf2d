import { carriesPassword } from '../../../scenarios/trace-diff/password.ts'
import type { LabEvent } from '../../../scenarios/model/event.ts'
import { isDevice } from '../../../scenarios/model/participant.ts'
import type { BranchSummary, RunState } from '../../../scenarios/model/run.ts'
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

/** The events of a branch that nobody has looked at since the run was made again; all are by name there. */
const unseenEvents = (
  { inherited, events, parent }: BranchSummary,
  branches: readonly BranchSummary[],
): readonly SharedEvent[] => {
  const from = branches.find(({ id }) => id === parent)
  const taken = from === undefined ? [] : unseenEvents(from, branches).slice(0, inherited)
  return [...taken, ...(events as readonly SharedEvent[])]
}

/** A run as a link tells it: the branch that is shown, with its ancestors. */
export const sharedRun = (
  { branch: shown, branches, trace }: RunState,
  traces: ReadonlyMap<string, Trace>,
): SharedRun => {
  const line: BranchSummary[] = []
  let next = branches.find(({ id }) => id === shown)
  while (next !== undefined) {
    const { parent } = next
    line.unshift(next)
    next = branches.find(({ id }) => id === parent)
  }
  const seen = line.map(({ id }) => (id === shown ? trace : traces.get(id)))
  return {
    lines: line.map((branch, index) => {
      const of = seen[index]
      return {
        at: index === 0 ? null : branch.forkedAt,
        events: of === undefined ? unseenEvents(branch, branches) : sharedEvents(of),
      }
    }),
    leavesOutTyped: seen.some((one) => one?.events.some(isTyped) === true),
  }
}
