import type { Agent } from './agent.ts'
import type { SimulatedClock } from './clock.ts'
import type { World } from './ports.ts'
import type { Recorder } from './recorder.ts'

/** What the engine carries acts out with. A new Hacker comes with every theft. */
export interface Cast {
  readonly browser: Agent
  hacker: Agent
  readonly newHacker: () => Agent
}

export interface Stage {
  readonly clock: SimulatedClock
  readonly recorder: Recorder
  readonly world: World
  readonly cast: Cast
  /**
   * Keeps a password out of the trace: one of a real user from now on, one that a learner made up for
   * as long as `while` goes on.
   */
  readonly keepSecret: <T>(password: string, during: () => Promise<T>) => Promise<T>
}
