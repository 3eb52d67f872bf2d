import type { PlayableAttacks } from './attack-port.ts'
import type { LabInput } from '../machine/context.ts'
import type { Agent } from './agent.ts'
import type { SimulatedClock } from './clock.ts'
import type { Barrier } from './barrier.ts'
import type { Interceptor } from './interceptor.ts'
import type { World } from './ports.ts'
import type { Recorder } from './recorder.ts'

/** What the engine runs effects with. A new Hacker comes with every theft. */
export interface Agents {
  /** What the user has before them: a browser, or a phone with the app. */
  readonly device: Agent
  /** The agent whose window is in front: the phone's own browser while it is open, else the device. */
  readonly front: () => Agent
  hacker: Agent
  readonly newHacker: () => Agent
}

export interface Simulation {
  readonly clock: SimulatedClock
  readonly recorder: Recorder
  readonly world: World
  readonly agents: Agents
  /** What the Hacker can be asked to play. */
  readonly attacks: PlayableAttacks
  /** Where two that run at once are kept in step. */
  readonly barrier: Barrier
  /** The way from the user agents to the servers. */
  readonly interceptor: Interceptor
  /** What decides how the workflow goes. */
  readonly input: Omit<LabInput, 'start'>
  /**
   * Keeps a password out of the trace: one of a real user from now on, one that a learner made up for
   * as long as `while` goes on.
   */
  readonly keepSecret: <T>(password: string, during: () => Promise<T>) => Promise<T>
}
