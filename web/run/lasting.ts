import type { Run, RunState } from '../../scenarios/vocabulary.ts'
import { openLine, type Line, type Ways } from './line.ts'
import type { Connect, Link, Loss, Reply } from './link.ts'
import { createMirror, type Mirror } from './mirror.ts'
import type { Moved, OpenOptions, Place, Standing, Trouble } from './open.ts'
import { NoRoom } from './remote.ts'
import { replay } from './replay.ts'

/** Milliseconds before the first looks at a server that was silent; commands wait for them. */
const soon = [500, 1500]

/** Milliseconds before further looks; after the last one only the learner tries again. */
const later = [5_000, 10_000, 20_000, 40_000, 80_000, 160_000]

/** Up to a quarter longer, so that pages that lost one server do not all come back to it at once. */
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds * (1 + Math.random() / 4))
  })

const silent: Reply = {
  result: {
    ok: false,
    problem: 'The server does not answer. Check that it is running, then try again.',
  },
}

/** How often a run that is still at work on a command is asked whether it is ready. */
const mostAsked = 20

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
 * Whoever plays it notices a longer wait and nothing else; `told` hears how it stands.
 */
export class LastingRun {
  readonly #ways: Ways
  readonly #options: OpenOptions
  readonly #told: (standing: Standing) => void
  readonly #mirror: Mirror
  #line: Line
  #trouble: Trouble | null = null
  #moved: Moved | null = null
  #repairing: Promise<boolean> | null = null
  /** Counts repairs; an older one that still waits gives way. */
  #turn = 0
  #isClosed = false

  constructor(ways: Ways, options: OpenOptions, line: Line, told: (standing: Standing) => void) {
    this.#ways = ways
    this.#options = options
    this.#told = told
    const { link } = line.connection
    this.#mirror = createMirror(line.connection.state, {
      send: (event, at) => this.#command((now) => now.send(event, at)),
      ...('fork' in link && { fork: (at: number) => this.#command((now) => now.fork?.(at)) }),
      ...('switchTo' in link && {
        switchTo: (branch: string) => this.#command((now) => now.switchTo?.(branch)),
      }),
      close: () => {
        this.#isClosed = true
        this.#line.connection.link.close()
      },
    })
    this.#line = this.#take(line)
  }

  get run(): Run {
    return this.#mirror.run
  }

  get place(): Place {
    return this.#line.connection.place
  }

  /** Tries at once what was tried in vain, or given up; true when the run is there again. */
  async retry(): Promise<boolean> {
    const { server, page } = this.#ways
    if (this.#trouble?.kind === 'stopped') return this.#settle(await this.#again(page), null)
    if (this.#trouble?.kind === 'ended' && server !== null)
      return this.#settle(await this.#again(server), null)
    return this.#repair('server')
  }

  get #isRepeatable(): boolean {
    return this.run.state.trace.fusionauth.kind === 'stand-in'
  }

  #take(line: Line): Line {
    line.hearer = {
      state: (state) => this.#mirror.absorb(state),
      lost: (loss) => void this.#repair(loss),
      here: () => {
        if (this.#trouble !== null && this.#repairing === null) this.#settle('done', null)
      },
    }
    return line
  }

  async #command(ask: (link: Link) => Promise<Reply> | undefined): Promise<Reply> {
    if (this.#trouble !== null && this.#repairing === null) return silent
    const before = this.run.state
    const reply = (await ask(this.#line.connection.link)) ?? silent
    if (reply.loss === undefined || this.#isClosed) return reply
    if (!(await this.#repair(reply.loss))) return reply
    for (let asked = 0; this.run.state.busy && asked < mostAsked; asked += 1) {
      await pause(soon[0] ?? 0)
      await this.#line.connection.link.look()
    }
    if (hasHappened(before, this.run.state)) return { result: { ok: true } }
    return (await ask(this.#line.connection.link)) ?? silent
  }

  /** Brings the run back within seconds; false when it is not: then it is looked for further. */
  #repair(loss: Loss): Promise<boolean> {
    this.#repairing ??= this.#bringBack(loss).finally(() => {
      this.#repairing = null
    })
    return this.#repairing
  }

  async #bringBack(loss: Loss): Promise<boolean> {
    this.#turn += 1
    if (this.place === 'page') return this.#fail({ kind: 'stopped', isOver: true })
    let found: Found = loss === 'run' ? await this.#remake() : 'silent'
    for (const wait of found === 'silent' && loss === 'server' ? soon : []) {
      await pause(wait)
      if (this.#isClosed) return false
      found = await this.#lookAtServer()
      if (found !== 'silent') break
    }
    if (found === 'done') return this.#settle('done', null)
    if (found === 'ended') return this.#fail({ kind: 'ended', isOver: true })
    const moved = found === 'full' ? 'full' : 'silent'
    if (this.#isRepeatable && this.#settle(await this.#again(this.#ways.page), moved)) return true
    void this.#lookLater(this.#turn)
    return this.#fail({ kind: 'silent', isOver: false })
  }

  async #lookLater(turn: number): Promise<void> {
    for (const wait of later) {
      await pause(wait)
      if (this.#isClosed || turn !== this.#turn || this.#trouble === null) return
      const found = await this.#lookAtServer()
      if (found === 'done') return void this.#settle('done', null)
      if (found === 'ended') return void this.#fail({ kind: 'ended', isOver: true })
    }
    this.#fail({ kind: 'silent', isOver: true })
  }

  async #lookAtServer(): Promise<Found> {
    const loss = await this.#line.connection.link.look()
    if (loss === null) return 'done'
    return loss === 'run' ? this.#remake() : 'silent'
  }

  /** Makes the run again where it was; a run at a real FusionAuth is over when its server lost it. */
  #remake(): Promise<Found> {
    const { server } = this.#ways
    if (!this.#isRepeatable || server === null) return Promise.resolve('ended')
    return this.#again(server)
  }

  /** Opens the run anew, does again what was done in it, and takes it in place of the lost one. */
  async #again(way: Connect): Promise<Found> {
    const { state } = this.run
    const { lesson, seed, profile } = state.trace
    try {
      const line = await openLine(way, { ...this.#options, lesson, seed, profile })
      const { link } = line.connection
      const { run } = createMirror(line.connection.state, link)
      const result = this.#isClosed ? null : await replay(run, state)
      if (result?.ok !== true || this.#isClosed) {
        link.close()
        return 'silent'
      }
      const lost = this.#line
      lost.hearer = null
      lost.connection.link.close()
      this.#line = this.#take(line)
      this.#mirror.absorb(run.state)
      return 'done'
    } catch (error) {
      return error instanceof NoRoom ? 'full' : 'silent'
    }
  }

  #settle(found: Found, moved: Moved | null): boolean {
    if (found !== 'done') return false
    this.#trouble = null
    this.#moved = moved
    this.#tell()
    return true
  }

  #fail(trouble: Trouble): false {
    this.#trouble = trouble
    this.#tell()
    return false
  }

  #tell(): void {
    if (this.#isClosed) return
    this.#told({ place: this.place, trouble: this.#trouble, moved: this.#moved })
  }
}

/** What came of looking for a run: it is there, nobody answers, there is no room, or it is over. */
type Found = 'done' | 'silent' | 'full' | 'ended'
