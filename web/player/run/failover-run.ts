import type { Run, RunState } from '../../../scenarios/model/run.ts'
import { openConnection, type ObservedConnection, type Connectors } from './connection.ts'
import { silent } from './http.ts'
import type { Connect, RunTransport, Loss, Reply } from './link.ts'
import { createMirror, type Mirror } from './mirror.ts'
import type { RunRequest } from '../../../scenarios/model/request.ts'
import type { FailoverReason, RunPlace, RunStatus, Trouble } from './status.ts'
import { NoRoom } from './remote.ts'
import { replay } from './replay.ts'

/** Milliseconds before the first looks at a server that was silent; commands wait for them. */
const quickDelays = [500, 1500]

/** Milliseconds before further looks; after the last one only the learner tries again. */
const slowDelays = [5_000, 10_000, 20_000, 40_000, 80_000, 160_000]

/** Up to a quarter longer, so that pages that lost one server do not all come back to it at once. */
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds * (1 + Math.random() / 4))
  })

const unanswered: Reply = { result: { ok: false, problem: silent } }

/** How often a run that is still at work on a command is polls whether it is ready. */
const mostPolls = 20

const eventsIn = ({ branches }: RunState): number =>
  branches.reduce((sum, { events }) => sum + events.length, 0)

/** Whether a command was carried out in between: it adds an event or a branch, or goes to another. */
const hasHappened = (before: RunState, after: RunState): boolean =>
  after.branch !== before.branch ||
  after.branches.length > before.branches.length ||
  eventsIn(after) > eventsIn(before)

/**
 * A run that outlives its server. When nobody answers, or the run is not there any more, it is looked
 * for, made again on the server from its events, or else in the page; then the command goes on.
 * Whoever plays it notices a longer wait and nothing else; `onStatus` hears how it stands.
 */
export class FailoverRun {
  readonly #connectors: Connectors
  readonly #options: RunRequest
  readonly #onStatus: (status: RunStatus) => void
  readonly #mirror: Mirror
  #observed: ObservedConnection
  #trouble: Trouble | null = null
  #moved: FailoverReason | null = null
  #repairing: Promise<boolean> | null = null
  /** Counts repairs; an older one that still waits gives way. */
  #turn = 0
  #isClosed = false

  constructor(
    connectors: Connectors,
    options: RunRequest,
    observed: ObservedConnection,
    onStatus: (status: RunStatus) => void,
  ) {
    this.#connectors = connectors
    this.#options = options
    this.#onStatus = onStatus
    const { link } = observed.connection
    this.#mirror = createMirror(observed.connection.state, {
      send: (event, at) => this.#command((now) => now.send(event, at)),
      ...('fork' in link && { fork: (at: number) => this.#command((now) => now.fork?.(at)) }),
      ...('switchTo' in link && {
        switchTo: (branch: string) => this.#command((now) => now.switchTo?.(branch)),
      }),
      close: () => {
        this.#isClosed = true
        this.#observed.connection.link.close()
      },
    })
    this.#observed = this.#take(observed)
  }

  get run(): Run {
    return this.#mirror.run
  }

  get place(): RunPlace {
    return this.#observed.connection.place
  }

  /** Tries at once what was tried in vain, or given up; true when the run is there again. */
  async retry(): Promise<boolean> {
    const { server, page } = this.#connectors
    if (this.#trouble?.kind === 'stopped') return this.#recovered(await this.#reopen(page), null)
    if (this.#trouble?.kind === 'ended' && server !== null)
      return this.#recovered(await this.#reopen(server), null)
    return this.#repair('server')
  }

  get #isRepeatable(): boolean {
    return this.run.state.trace.fusionauth.kind === 'stand-in'
  }

  #take(observed: ObservedConnection): ObservedConnection {
    observed.observer = {
      state: (state) => this.#mirror.absorb(state),
      lost: (loss) => void this.#repair(loss),
      here: () => {
        if (this.#trouble !== null && this.#repairing === null) this.#recovered('recovered', null)
      },
    }
    return observed
  }

  async #command(ask: (link: RunTransport) => Promise<Reply> | undefined): Promise<Reply> {
    if (this.#trouble !== null && this.#repairing === null) return unanswered
    const before = this.run.state
    const reply = (await ask(this.#observed.connection.link)) ?? unanswered
    if (reply.loss === undefined || this.#isClosed) return reply
    if (!(await this.#repair(reply.loss))) return reply
    for (let polls = 0; this.run.state.busy && polls < mostPolls; polls += 1) {
      await pause(quickDelays[0] ?? 0)
      await this.#observed.connection.link.look()
    }
    if (hasHappened(before, this.run.state)) return { result: { ok: true } }
    return (await ask(this.#observed.connection.link)) ?? unanswered
  }

  /** Brings the run back within seconds; false when it is not: then it is looked for further. */
  #repair(loss: Loss): Promise<boolean> {
    this.#repairing ??= this.#recover(loss).finally(() => {
      this.#repairing = null
    })
    return this.#repairing
  }

  async #recover(loss: Loss): Promise<boolean> {
    this.#turn += 1
    if (this.place === 'page') return this.#fail({ kind: 'stopped', isOver: true })
    let found: Recovery = loss === 'run' ? await this.#reopenOnServer() : 'silent'
    for (const wait of found === 'silent' && loss === 'server' ? quickDelays : []) {
      await pause(wait)
      if (this.#isClosed) return false
      found = await this.#lookAtServer()
      if (found !== 'silent') break
    }
    if (found === 'recovered') return this.#recovered('recovered', null)
    if (found === 'ended') return this.#fail({ kind: 'ended', isOver: true })
    const moved = found === 'full' ? 'full' : 'silent'
    if (this.#isRepeatable && this.#recovered(await this.#reopen(this.#connectors.page), moved))
      return true
    void this.#keepLooking(this.#turn)
    return this.#fail({ kind: 'silent', isOver: false })
  }

  async #keepLooking(turn: number): Promise<void> {
    for (const wait of slowDelays) {
      await pause(wait)
      if (this.#isClosed || turn !== this.#turn || this.#trouble === null) return
      const found = await this.#lookAtServer()
      if (found === 'recovered') return void this.#recovered('recovered', null)
      if (found === 'ended') return void this.#fail({ kind: 'ended', isOver: true })
    }
    this.#fail({ kind: 'silent', isOver: true })
  }

  async #lookAtServer(): Promise<Recovery> {
    const loss = await this.#observed.connection.link.look()
    if (loss === null) return 'recovered'
    return loss === 'run' ? this.#reopenOnServer() : 'silent'
  }

  /** Makes the run again where it was; a run at a real FusionAuth is over when its server lost it. */
  #reopenOnServer(): Promise<Recovery> {
    const { server } = this.#connectors
    if (!this.#isRepeatable || server === null) return Promise.resolve('ended')
    return this.#reopen(server)
  }

  /** Opens the run anew, does again what was done in it, and takes it in place of the lost one. */
  async #reopen(connect: Connect): Promise<Recovery> {
    const { state } = this.run
    const { lesson, seed, profile } = state.trace
    try {
      const observed = await openConnection(connect, { ...this.#options, lesson, seed, profile })
      const { link } = observed.connection
      const { run } = createMirror(observed.connection.state, link)
      const result = this.#isClosed ? null : await replay(run, state)
      if (result?.ok !== true || this.#isClosed) {
        link.close()
        return 'silent'
      }
      const lost = this.#observed
      lost.observer = null
      lost.connection.link.close()
      this.#observed = this.#take(observed)
      this.#mirror.absorb(run.state)
      return 'recovered'
    } catch (error) {
      return error instanceof NoRoom ? 'full' : 'silent'
    }
  }

  #recovered(found: Recovery, moved: FailoverReason | null): boolean {
    if (found !== 'recovered') return false
    this.#trouble = null
    this.#moved = moved
    this.#report()
    return true
  }

  #fail(trouble: Trouble): false {
    this.#trouble = trouble
    this.#report()
    return false
  }

  #report(): void {
    if (this.#isClosed) return
    this.#onStatus({ place: this.place, trouble: this.#trouble, moved: this.#moved })
  }
}

/** What came of looking for a run: it is there, nobody answers, there is no room, or it is over. */
type Recovery = 'recovered' | 'silent' | 'full' | 'ended'
