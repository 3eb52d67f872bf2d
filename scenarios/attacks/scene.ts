import type { Settings } from '../defences/settings.ts'
import type { Agent, Landing } from '../engine/agent.ts'
import type { Account, Places } from '../engine/ports.ts'
import type { Seen } from '../parts/setup.ts'
import type { Change, LabEvent, Loot, Message, WireRequest, WireResponse } from '../vocabulary.ts'

/** What an attack is played with. Everything in it is recorded as it happens. */
export interface AttackScene {
  /** The victim's own user agent. */
  readonly victim: Agent
  /** The Hacker's, with an empty jar. */
  readonly hacker: Agent
  readonly places: Places
  /** The victim's account. */
  readonly user: Account
  readonly settings: Settings
  /** The victim opens a page of the Hacker's in a new tab; its forms, scripts and pictures do theirs. */
  lure(path: string): Promise<Landing>
  /** The Hacker gets a copy of a value that the victim's device holds. */
  copy(what: Loot): void
  /** The Hacker asks with a program that is no browser. Rejects with `Unreachable`. */
  ask(request: WireRequest): Promise<WireResponse>
  /** What crossed a wire without encryption so far. */
  overhears(): readonly Message[]
  /**
   * Both run until each has asked its application, and that has asked FusionAuth; then the one goes on
   * to its end, and after it the other.
   */
  atOnce(one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<void>
  /** The victim goes on. */
  does(event: LabEvent): Promise<Seen>
  /** The Hacker does something by itself: a self arrow. `name` becomes the message id. */
  note(name: string, label: string, changes?: readonly Change[]): void
}
