import type { Text } from '../model/text.ts'
import type { AttackId } from '../model/attack-id.ts'
import type { ExpiringCredential, StolenCredential } from '../model/credential.ts'
import type { LoginFormInput } from '../model/event.ts'
import type { ApplicationName, Phase } from '../model/participant.ts'
import type { DividerKind } from '../model/divider.ts'

/**
 * Where an agent stands after a navigation, as read from the page it got; at a `question` FusionAuth
 * asks whether the user really wants to log out.
 */
export type PageKind = 'home' | 'form' | 'inside' | 'question' | 'trouble'

/** What an effect brought to light. */
export interface EffectResult {
  readonly page: PageKind
  /** Protocol time after the effect, milliseconds since 1970. */
  readonly now: number
  /** Trouble at the application itself, and not on the way there. */
  readonly isApplicationError?: boolean
  /** Whether the Hacker, who came at the same time, was let in; absent when none came. */
  readonly isHackerIn?: boolean
  /** What an attack left; absent of anything else. */
  readonly attackResult?: AttackResult
  /** What stands in the way and what to do about it, for the learner; absent when nothing does. */
  readonly problem?: Text
}

/** What the machine asks for; it never says how. The engine carries it out. */
export type Effect =
  | {
      readonly type: 'open' | 'login' | 'load'
      readonly app: ApplicationName
      readonly phase: Phase
    }
  | {
      readonly type: 'logout' | 'logout-everywhere' | 'race' | 'checkout'
      readonly app: ApplicationName
      readonly phase: Phase
    }
  | {
      readonly type: 'submit'
      readonly app: ApplicationName
      readonly phase: Phase
      readonly credentials: LoginFormInput
    }
  | {
      readonly type: 'pass-time'
      readonly until: number
      readonly divider: DividerKind
      /** What is over at `until` and is not now. */
      readonly ends: readonly ExpiringCredential[]
    }
  | { readonly type: 'steal'; readonly credential: StolenCredential; readonly phase: Phase }
  | { readonly type: 'break-in'; readonly credential: StolenCredential; readonly phase: Phase }
  | { readonly type: 'race-hacker'; readonly credential: StolenCredential; readonly phase: Phase }
  /** The Hacker goes into an application by its login link. */
  | { readonly type: 'enter'; readonly app: ApplicationName; readonly phase: Phase }
  | { readonly type: 'attack'; readonly attack: AttackId; readonly phase: Phase }
  | {
      readonly type:
        | 'revoke'
        | 'revoke-all'
        | 'end-sso'
        | 'change-password'
        | 'add-key'
        | 'rotate-key'
      readonly phase: Phase
    }
  | { readonly type: 'power'; readonly on: boolean }

/** One thing that was done in the middle of an attack, and what came of it. */
export interface CompletedEffect {
  readonly effect: Effect
  readonly result: EffectResult
}

/** What an attack left: what was done in it, in order, and where the user stands with each application. */
export interface AttackResult {
  readonly completed: readonly CompletedEffect[]
  /** null where the application is not open. */
  readonly pages: Readonly<Record<ApplicationName, PageKind | null>>
}
