import type { RunRequest } from '../../../scenarios/model/request.ts'
import type { Run } from '../../../scenarios/model/run.ts'
import type { ObservedConnection, Connectors } from './connection.ts'
import { silent } from './http.ts'
import type { Connect, Failure, Reply } from './link.ts'
import { lookAgain, lookAgainFromPage, returnDelays, slowDelays } from './look-again.ts'
import { createMirror, type Mirror } from './mirror.ts'
import { pause } from './pause.ts'
import { reopen, type Recovery } from './reopen.ts'
import { askOnce, forking, type RunCommand, sending, switchingTo } from './run-command.ts'
import type { FailoverReason, RunMove, RunPlace, RunStatus, Trouble } from './status.ts'

/** Milliseconds before the first looks at a server that was silent; commands wait for them. */
const quickDelays = [500, 1500]

/** How often a way back is tried anew because something was done meanwhile. */
const mostCrossings = 3

/** How often a run that is still at work on a command is asked whether it is ready. */
const mostPolls = 20

/**
 * A run that outlives its server. When nobody answers, or the run is not there any more, it is looked
 * for, made again on the server from what was done in it, or else in the page; then the command goes on.
 * From the page it goes back when the server answers again. Whoever plays it notices a longer wait and
 * nothing else; `onStatus` hears how it stands.
 */
export class FailoverRun {
  readonly #connectors: Connectors
  readonly #options: RunRequest
  readonly #onStatus: (status: RunStatus) => void
  readonly #mirror: Mirror
  #observed: ObservedConnection
  #trouble: Trouble | null = null
  #moved: RunMove | null = null
  #repairing: Promise<boolean> | null = null
  /** Counts repairs; an older one that still waits gives way. */
  #turn = 0
  /** The commands so far, one after another; another one once something is asked. */
  #commands: Promise<unknown> = Promise.resolve()
  /** How often the run has gone back to its server: the next time is looked for later. */
  #returns = 0
  readonly #closing = new AbortController()

  constructor(
    connectors: Connectors,
    options: RunRequest,
    observed: ObservedConnection,
    onStatus: (status: RunStatus) => void,
  ) {
    this.#connectors = connectors
    this.#options = options
    this.#onStatus = onStatus
    const { link, state } = observed.connection
    this.#mirror = createMirror(state, {
      send: (event, at) => this.#command(sending(event, at)),
      ...('fork' in link && { fork: (at: number) => this.#command(forking(at)) }),
      ...('switchTo' in link && {
        switchTo: (branch: string) => this.#command(switchingTo(branch)),
      }),
      close: () => {
        this.#closing.abort()
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

  get #isClosed(): boolean {
    return this.#closing.signal.aborted
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

  #command(command: RunCommand): Promise<Reply> {
    const work = this.#carryOut(command)
    this.#commands = Promise.allSettled([this.#commands, work])
    return work
  }

  async #carryOut(command: RunCommand): Promise<Reply> {
    if (this.#trouble !== null && this.#repairing === null)
      return { result: { ok: false, problem: silent } }
    const before = this.run.state
    const ask = () => askOnce(command, this.#observed.connection.link, before)
    const reply = await ask()
    if (reply.failure === undefined || this.#isClosed) return reply
    if (!(await this.#repair(reply.failure))) return reply
    for (let polls = 0; this.run.state.busy && polls < mostPolls; polls += 1) {
      await pause(quickDelays[0] ?? 0)
      await this.#observed.connection.link.look()
    }
    if (command.hasHappened(before, this.run.state)) return { result: { ok: true } }
    const again = await ask()
    if (again.failure !== 'server') return again
    // It tells how the run is, and does nothing with it: as one whose store is full.
    return (await this.#moveToPage('silent')) ? ask() : again
  }

  /** Brings the run back within seconds; false when it is not: then it is looked for further. */
  #repair(failure: Failure): Promise<boolean> {
    this.#repairing ??= this.#recover(failure).finally(() => {
      this.#repairing = null
    })
    return this.#repairing
  }

  async #recover(loss: Failure): Promise<boolean> {
    this.#turn += 1
    // It answers, so there is nothing to look for.
    if (loss === 'busy') return this.#moveToPage('busy')
    if (this.place === 'page') return this.#fail({ kind: 'stopped', isOver: true })
    let found: Recovery = loss === 'run' ? await this.#reopenOnServer() : 'silent'
    for (const wait of found === 'silent' && loss === 'server' ? quickDelays : []) {
      await pause(wait)
      if (this.#isClosed) return false
      found = await this.#lookAtServer()
      if (found !== 'silent') break
    }
    if (this.#recovered(found, null)) return true
    if (found === 'ended') return this.#fail({ kind: 'ended', isOver: true })
    if (await this.#moveToPage(found === 'full' ? 'full' : 'silent')) return true
    void this.#keepLooking(this.#turn)
    return this.#fail({ kind: 'silent', isOver: false })
  }

  async #keepLooking(turn: number): Promise<void> {
    const isOver = await lookAgain(slowDelays, async () => {
      if (this.#isClosed || turn !== this.#turn || this.#trouble === null) return true
      const found = await this.#lookAtServer()
      if (found === 'ended') this.#fail({ kind: 'ended', isOver: true })
      return found === 'ended' || this.#recovered(found, null)
    })
    if (!isOver) this.#fail({ kind: 'silent', isOver: true })
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

  async #moveToPage(why: FailoverReason): Promise<boolean> {
    if (!this.#isRepeatable) return false
    if (!this.#recovered(await this.#reopen(this.#connectors.page), why)) return false
    void this.#goBack(this.#turn)
    return true
  }

  /** Goes back to the server when that answers again: looks for a bounded time, and when somebody returns. */
  async #goBack(turn: number): Promise<void> {
    const { server } = this.#connectors
    if (server === null) return
    const look = async (): Promise<boolean> => {
      if (turn !== this.#turn) return true
      if (!this.#recovered(await this.#moveTo(server), 'back')) return false
      this.#returns += 1
      return true
    }
    await lookAgainFromPage(returnDelays.slice(this.#returns), look, this.#closing.signal)
  }

  /** Makes the run again elsewhere while it goes on here, and takes that when nothing was done meanwhile. */
  async #moveTo(connect: Connect): Promise<Recovery> {
    for (let crossings = 0; crossings < mostCrossings; crossings += 1) {
      await this.#commands
      const before = this.#commands
      const found = await this.#reopen(connect, () => before === this.#commands)
      if (found !== 'crossed') return found
    }
    return 'crossed'
  }

  /** Opens the run anew, with what was done in it, and takes it in place of the one before. */
  async #reopen(connect: Connect, isCurrent = () => true): Promise<Recovery> {
    const reopened = await reopen(connect, this.#options, this.run.state)
    if (typeof reopened === 'string') return reopened
    const { observed, state } = reopened
    if (this.#isClosed || !isCurrent()) {
      observed.connection.link.close()
      return 'crossed'
    }
    this.#observed.observer = null
    this.#observed.connection.link.close()
    this.#observed = this.#take(observed)
    this.#mirror.absorb(state)
    return 'recovered'
  }

  #recovered(found: Recovery, moved: RunMove | null): boolean {
    if (found !== 'recovered') return false
    this.#trouble = null
    this.#moved = moved
    this.#report()
    return true
  }

  #fail(trouble: Trouble): false {
    this.#trouble = trouble
    // What is told of it now goes before where it has moved earlier.
    this.#moved = null
    this.#report()
    return false
  }

  #report(): void {
    if (this.#isClosed) return
    this.#onStatus({ place: this.place, trouble: this.#trouble, moved: this.#moved })
  }
}
