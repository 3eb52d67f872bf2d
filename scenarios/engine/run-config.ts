import type { PlayableAttacks } from './attack-port.ts'
import type { LabMachine } from '../machine/compose.ts'
import type { LabInput } from '../machine/context.ts'
import type { LabEvent } from '../model/event.ts'
import type { CookiePolicy } from './cookie-jar.ts'
import type { Random, World, WorldPorts } from './ports.ts'
import type { Naming } from './recorder.ts'
import type { Programs } from './script/page-script.ts'

/** What is the same on every branch of a run. */
export interface RunConfig {
  readonly machine: LabMachine
  readonly input: Omit<LabInput, 'start'>
  readonly naming: Naming
  readonly openWorld: (ports: WorldPorts) => Promise<World>
  /** What the scripts of pages do. */
  readonly programs: Programs
  /** What the Hacker can be asked to play. */
  readonly attacks: PlayableAttacks
  /** What the Browser does where browsers may choose. */
  readonly cookiePolicy: CookiePolicy
  readonly seed: string
  /** Events of the lesson, in order. */
  readonly lesson: readonly LabEvent[]
  /** Protocol time of the beginning, milliseconds since 1970. */
  readonly start: number
  /** Real time in milliseconds, when time passes by itself (a real FusionAuth). */
  readonly realTime?: () => number
  /** Where randomness comes from instead of the seed (a real FusionAuth: nothing may be guessed). */
  readonly random?: (label: string) => Random
}
