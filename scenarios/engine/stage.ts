import type { Attacks } from '../attacks/attack.ts'
import type { LabInput } from '../parts/setup.ts'
import type { Agent } from './agent.ts'
import type { SimulatedClock } from './clock.ts'
import type { Gate } from './gate.ts'
import type { Line } from './line.ts'
import type { World } from './ports.ts'
import type { Recorder } from './recorder.ts'

/** What the engine carries acts out with. A new Hacker comes with every theft. */
export interface Cast {
  /** What the user has before them: a browser, or a phone with the app. */
  readonly device: Agent
  /** The agent whose window is in front: the phone's own browser while it is open, else the device. */
  readonly front: () => Agent
  hacker: Agent
  readonly newHacker: () => Agent
}

export interface Stage {
  readonly clock: SimulatedClock
  readonly recorder: Recorder
  readonly world: World
  readonly cast: Cast
  /** What the Hacker can be asked to play. */
  readonly attacks: Attacks
  /** Where two that act at once are kept in step. */
  readonly gate: Gate
  /** The way from the user agents to the servers. */
  readonly line: Line
  /** What decides how the workflow goes. */
  readonly input: Omit<LabInput, 'start'>
  /**
   * Keeps a password out of the trace: one of a real user from now on, one that a learner made up for
   * as long as `while` goes on.
   */
  readonly keepSecret: <T>(password: string, during: () => Promise<T>) => Promise<T>
}
