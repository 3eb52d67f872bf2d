import { createReplica, writeExtent, type Replica } from '../../../scenarios/engine/increment.ts'
import type { RunState } from '../../../scenarios/model/run.ts'
import type { Trace } from '../../../scenarios/model/trace.ts'
import { api, ask, askInTime, refusalOf, silent, type Answer } from './http.ts'
import type { Connect, RunTransport, Loss, Reply } from './link.ts'
import { observePage } from './page-lifecycle.ts'
import { randomId } from '../../ui/random-id.ts'
import { type Text, textOf } from '../../../scenarios/model/text.ts'
import { TextError } from '../../../scenarios/model/text-error.ts'

/** There is no API for runs at this address: nobody answers, or somebody else does. */
export class NoServer extends TextError {
  constructor() {
    super(textOf('problem.no-server'))
    this.name = 'NoServer'
  }
}

/** The server holds as many runs as it may, or no run as long as this. */
export class NoRoom extends TextError {
  /** True when the same run can be had in the page. */
  readonly isRepeatable: boolean

  constructor(problem: Text, isRepeatable: boolean) {
    super(problem)
    this.name = 'NoRoom'
    this.isRepeatable = isRepeatable
  }
}

/** What the runs of the server that this page came from talk to; null when there is no server. */
export const fusionAuthOfServer = async (): Promise<Trace['fusionauth']['kind'] | null> =>
  (await ask('GET', api, { promptly: true }))?.fusionauth?.kind ?? null

const isGone = ({ status }: Answer): boolean => status === 404 || status === 410

/** It has too many runs, or what was done in this one is more than it takes: only those at a stand-in have that. */
const isFull = ({ status }: Answer): boolean => status === 429 || status === 413

const replyOf = (answer: Answer | null, state: RunState | null): Reply => {
  if (answer === null) return { result: { ok: false, problem: silent }, failure: 'server' }
  const after = state === null ? {} : { state }
  if (answer.ok) return { result: { ok: true }, ...after }
  if (answer.status === 412) return { ...outdated, ...after }
  const result = { ok: false, problem: refusalOf(answer) } as const
  if (answer.status === 429) return { result, failure: 'busy' }
  return { result, ...after, ...(isGone(answer) && { failure: 'run' }) }
}

const outdated: Reply = {
  result: { ok: false, problem: textOf('problem.too-much') },
  isOutdated: true,
}

const haveOf = (replica: Replica, branch?: string): string => writeExtent(replica.extentOf(branch))

/**
 * Opens a run on the server that this page came from. It holds no connection open: the answer to a
 * command tells what came of it. While the page is seen it asks now and then, which keeps the run;
 * when the page goes, the run ends.
 *
 * Rejects with NoServer when there is no API for runs, NoRoom when the server is full, TextError with
 * the server's own reason when it refused.
 */
export const connectRemote: Connect = async (options, observer) => {
  // Who has the id of a run has the run.
  const base = `${api}/runs/${randomId()}`
  let isRepeatable = true
  let isOpen = false
  let replica: Replica | null = null
  let etag: string | null = null
  /** Commands whose answer is still to come; what is asked beside them may be older than they are. */
  let pending = 0
  let isSilent = false

  /** The run's state after an answer; null when it says nothing of it, or what cannot be gone on from. */
  const absorb = ({ state, rehearsal, increment, etag: now }: Answer): RunState | null => {
    if (state !== undefined)
      replica = createReplica({ state, ...(rehearsal !== undefined && { rehearsal }) })
    else if (increment === undefined || replica?.apply(increment) !== true) return null
    etag = now
    return replica.state
  }
  const look = async (): Promise<Loss | null> => {
    const headers = etag === null ? {} : { 'if-none-match': etag }
    const have =
      replica === null || etag === null ? '' : `?have=${encodeURIComponent(haveOf(replica))}`
    const answer = await ask('GET', `${base}${have}`, { headers, promptly: true })
    isSilent = answer === null
    const state = answer === null ? null : absorb(answer)
    if (state !== null) observer.state(state)
    if (answer === null) return 'server'
    return isGone(answer) ? 'run' : null
  }
  const command = async (name: string, body: object, branch?: string): Promise<Reply> => {
    pending += 1
    const have = replica === null ? {} : { have: haveOf(replica, branch) }
    const headers = etag === null ? {} : { 'if-match': etag }
    const answer = await askInTime(`${base}/${name}`, { body: { ...body, ...have }, headers })
    pending -= 1
    isSilent = answer === null
    const state = answer === null ? null : absorb(answer)
    if (answer === null || state !== null || answer.increment === undefined)
      return replyOf(answer, state)
    // What is new goes on from something that this page does not have: it asks for the whole.
    etag = null
    await look()
    return replyOf(answer, replica?.state ?? null)
  }
  const check = async (): Promise<void> => {
    if (!isOpen || pending > 0) return
    const loss = await look()
    if (loss === null) observer.here()
    else observer.lost(loss)
  }
  const end = (): void => {
    void fetch(base, { method: 'DELETE', keepalive: true }).catch(() => undefined)
  }
  const unobserve = observePage({
    // Whoever looks for a silent server does so at its own pace.
    onTick: () => void (isSilent || check()),
    onShow: () => void check(),
    // A run at a real FusionAuth cannot be made again when its page comes back.
    onHide: (persisted) => {
      if (isRepeatable || !persisted) end()
    },
  })
  const opened = await ask('PUT', base, { body: options })
  const state = opened === null ? null : absorb(opened)
  // A page that goes aborts its requests before it says that it goes: whoever hears of that first may
  // be somebody else, and the run that was asked for is to be ended all the same.
  if (state === null) setTimeout(unobserve)
  if (opened === null) throw new NoServer()
  const problem = refusalOf(opened)
  if (state === null)
    throw isFull(opened)
      ? new NoRoom(problem, opened.status === 413 || opened.fusionauth?.kind === 'stand-in')
      : new TextError(problem)
  isRepeatable = state.trace.fusionauth.kind === 'stand-in'
  isOpen = true

  const link: RunTransport = {
    send: (event, at) => command('events', { event, at }),
    ...(opened.forks === true && { fork: (at: number) => command('fork', { at }) }),
    ...(opened.switches === true && {
      switchTo: (branch: string) => command('branch', { branch }, branch),
    }),
    look,
    close: () => {
      unobserve()
      end()
    },
  }
  return { place: 'server', state, link }
}
