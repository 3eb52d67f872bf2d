import type { WorkflowShape } from '../model/workflow-shape.ts'
import type { DefenceSettings } from '../model/defence-settings.ts'
import type { Agent, ClientRequest, Landing } from './agent.ts'
import type { Account, HackerPage, Places } from './ports.ts'
import type { EffectResult } from '../machine/effect.ts'
import type { AttackId } from '../model/attack-id.ts'
import type { StolenCredential } from '../model/credential.ts'
import type { LabEvent } from '../model/event.ts'
import type { Change, Message, Outcome, Trace } from '../model/trace.ts'
import type { WireRequest, WireResponse } from '../model/wire.ts'
import type { Text } from '../model/text.ts'

/** What an attack is played with. Everything in it is recorded as it happens. */
export interface AttackContext {
  /** The workflow that is attacked. */
  readonly shape: Pick<WorkflowShape, 'client' | 'login' | 'sessionStrategy' | 'sso'>
  /** The victim's own user agent. */
  readonly victim: Agent
  /** The Hacker's, with an empty jar. */
  readonly hacker: Agent
  /** The Hacker begins anew, with nothing in hand. */
  startAfresh(): void
  readonly places: Places
  /** The victim's account. */
  readonly user: Account
  readonly settings: DefenceSettings
  /** All that happened so far; an attack looks only at what its precondition lets the Hacker see. */
  readonly messages: readonly Message[]
  /** An account of the Hacker's own: they are a customer, too. */
  account(): Promise<Account>
  /** Puts a page of the Hacker's online; its address. */
  publish(page: HackerPage, at?: 'own-site' | 'sibling'): string
  /**
   * The victim opens a page of the Hacker's in a new tab; its forms, scripts and pictures do theirs.
   * It lies on a site of its own, or on a `sibling` of the applications' hosts.
   */
  lure(page: HackerPage, at?: 'own-site' | 'sibling'): Promise<Landing>
  /** The Hacker gets a copy of a value that the victim's device holds; null when it holds none. */
  copy(what: StolenCredential): string | null
  /** The Hacker asks with a program that is no browser; null when nobody answers. */
  ask(request: ClientRequest): Promise<WireResponse | null>
  /** What crossed a wire without encryption so far. */
  overhears(): readonly Message[]
  /**
   * The line is cut before the first request of a user agent that fits: it gets no answer, and
   * whoever cut the connection has read it.
   *
   * @returns that request; null when there was none
   */
  cut(
    fits: (request: WireRequest) => boolean,
    during: () => Promise<unknown>,
  ): Promise<WireRequest | null>
  /** The victim goes on. */
  does(event: LabEvent): Promise<EffectResult>
  /** What the Hacker copied last was used, or what was read of the victim's, and it worked or not. */
  used(isIn: boolean, read?: StolenCredential): void
  /** The Hacker does something by itself: a self arrow. `name` becomes the message id. */
  note(name: string, label: Text, changes?: readonly Change[]): void
}

/** An attack, as far as the engine knows one. */
export interface PlayableAttack {
  /** It lets so much time pass that no JWT lives through it. */
  readonly outlivesJwts?: true
  play(context: AttackContext): Promise<void>
  /** Whether it came off, by the messages alone; the id is `attack.` and that of the attack. */
  won(trace: Pick<Trace, 'messages'>): Outcome
}

/** The attacks that a world can be asked to play, by name. */
export type PlayableAttacks = ReadonlyMap<AttackId, PlayableAttack>
