import type { LabEvent } from '../../scenarios/model/event.ts'
import type { CommandResult, Run, RunState } from '../../scenarios/model/run.ts'
import type { PlaybackState } from './playback-state.ts'
import { reasonOf } from '../../scenarios/model/text-error.ts'
import { textOf } from '../../scenarios/model/text.ts'

/** Events in a row that may bring no message (a clock that moves) before the player gives up. */
const patience = 20

/** What has to be known of a player, and told to it, to make messages for it. */
export interface RunQueueOwner {
  /** What the player knows of its run. */
  run(): RunState
  /** What the lesson does next at the end of what was sent. */
  next(): LabEvent | null
  absorb(run: RunState): void
  become(change: Partial<PlaybackState>): void
}

/** Makes a run longer for a player: one event after another, one request after another. */
export class RunQueue {
  readonly #run: Run
  readonly #player: RunQueueOwner
  #turn: Promise<void> = Promise.resolve()

  constructor(run: Run, player: RunQueueOwner) {
    this.#run = run
    this.#player = player
  }

  get #length(): number {
    return this.#player.run().trace.messages.length
  }

  /** Does a piece of work when all before it is done. */
  enqueue(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work)
    return this.#turn
  }

  /** Sends an event after the first `at` messages; false when it was refused. */
  send(event: LabEvent, at: number): Promise<boolean> {
    return this.#command(this.#run.send(event, { at }))
  }

  /** Goes to another branch. */
  async switchTo(branch: string): Promise<void> {
    await this.#command(this.#run.switchTo?.(branch))
  }

  /** Sends what the lesson does next until `enough`; false when an event was refused. */
  async until(enough: () => boolean): Promise<boolean> {
    for (let idle = 0; idle < patience && !enough();) {
      const event = this.#player.next()
      if (event === null) return true
      const before = this.#length
      if (!(await this.send(event, before))) return false
      idle = this.#length > before ? 0 : idle + 1
    }
    return true
  }

  async #command(command: Promise<CommandResult> | undefined): Promise<boolean> {
    if (command === undefined) return false
    this.#player.become({ waiting: true, problem: null })
    const result = await command.catch((error: unknown) => ({
      ok: false as const,
      problem: reasonOf(error, textOf('problem.no-answer')),
    }))
    this.#player.absorb(this.#run.state)
    this.#player.become(
      result.ok ? { waiting: false } : { waiting: false, playing: false, problem: result.problem },
    )
    return result.ok
  }
}
