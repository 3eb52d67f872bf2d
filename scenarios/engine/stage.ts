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
  /** Keeps a value out of the trace from now on, where the trace must not hold real secrets. */
  readonly keepSecret: (value: string) => void
}
