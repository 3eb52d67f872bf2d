import type {
  ApplicationName,
  AttackId,
  Credentials,
  DividerKind,
  Lifetime,
  Loot,
  Phase,
} from '../vocabulary.ts'

/**
 * Where an agent stands after a navigation, as read from the page it got; at a `question` FusionAuth
 * asks whether the user really wants to log out.
 */
export type Place = 'home' | 'form' | 'inside' | 'question' | 'trouble'

/** What an act brought to light. */
export interface Seen {
  readonly place: Place
  /** Protocol time after the act, milliseconds since 1970. */
  readonly now: number
  /** Trouble at the application itself, and not on the way there. */
  readonly isOwnTrouble?: boolean
  /** Whether the Hacker, who came at the same time, was let in; absent when none came. */
  readonly isHackerIn?: boolean
  /** What an attack left; absent of anything else. */
  readonly aftermath?: Aftermath
  /** What stands in the way and what to do about it, for the learner; absent when nothing does. */
  readonly problem?: string
}

/** What the machine asks for; it never says how. The engine carries it out. */
export type Act =
  | { readonly do: 'open' | 'login' | 'load'; readonly app: ApplicationName; readonly phase: Phase }
  | {
      readonly do: 'logout' | 'logout-everywhere' | 'race' | 'checkout'
      readonly app: ApplicationName
      readonly phase: Phase
    }
  | {
      readonly do: 'submit'
      readonly app: ApplicationName
      readonly phase: Phase
      readonly credentials: Credentials
    }
  | {
      readonly do: 'pass-time'
      readonly until: number
      readonly divider: DividerKind
      /** What is over at `until` and is not now. */
      readonly ends: readonly Lifetime[]
    }
  | { readonly do: 'steal'; readonly loot: Loot; readonly phase: Phase }
  | { readonly do: 'break-in'; readonly loot: Loot; readonly phase: Phase }
  | { readonly do: 'race-hacker'; readonly loot: Loot; readonly phase: Phase }
  /** The Hacker goes into an application by its login link. */
  | { readonly do: 'enter'; readonly app: ApplicationName; readonly phase: Phase }
  | { readonly do: 'attack'; readonly attack: AttackId; readonly phase: Phase }
  | {
      readonly do: 'revoke' | 'revoke-all' | 'end-sso' | 'change-password'
      readonly phase: Phase
    }
  | { readonly do: 'power'; readonly on: boolean }

/** One thing that was done in the middle of an attack, and what came of it. */
export interface Done {
  readonly act: Act
  readonly seen: Seen
}

/** What an attack left: what was done in it, in order, and where the user stands with each application. */
export interface Aftermath {
  readonly did: readonly Done[]
  /** null where the application is not open. */
  readonly places: Readonly<Record<ApplicationName, Place | null>>
}
