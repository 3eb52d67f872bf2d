/** The record of a run: the published contract (trace format). Types only: no function. */

import type { Participant, Phase } from './participant.ts'
import type { Profile } from './client.ts'
import type { HeaderList, Json } from './wire.ts'
import type { CookieVerdict, ReceivedCookie } from './cookie.ts'
import type { LabEvent } from './event.ts'
import type { Label } from '../i18n/text.ts'

/** What a message changed in somebody's memory: a jar, a session table, a token table. */
export interface Change {
  /** `Browser.jar`, `Store.appSessions`, `FusionAuth.ssoSessions`, `FusionAuth.refreshTokens`, … */
  readonly where: string
  readonly op: 'set' | 'delete'
  readonly key: string
  readonly before: Json
  readonly after: Json
}

/** Whether a message crossed a wire, or was done by the simulator (a theft, a passing of time). */
export type Provenance = 'real' | 'simulated'

/** What within a user agent begins a request that is no navigation of the user's. */
export type Initiator = 'script' | 'image' | 'frame' | 'app'

/** The HTTP part of a request or response message. `method` is null on a response, `status` on a request. */
export interface HttpPart {
  readonly method: string | null
  readonly url: string
  readonly status: number | null
  readonly headers: HeaderList
  readonly body: string
}

/** One arrow: a request, a response, or something a participant did by itself. */
export interface Message {
  /** 1, 2, 3 … in order of happening. */
  readonly n: number
  /** `phase.name`, stable across edits; a second one of the same name in a trace ends in `.2`. */
  readonly id: string
  readonly phase: Phase
  /** The type of the lab event that caused it, e.g. `learner.login`. */
  readonly step: LabEvent['type']
  readonly from: Participant
  readonly to: Participant
  readonly kind: 'request' | 'response' | 'self'
  /** Pairs a request with its response; null on a self message outside any exchange. */
  readonly exchange: number | null
  /** The exchange that caused this one (a back channel call); null when an agent began it. */
  readonly cause: number | null
  /** Protocol clock, ISO 8601 with milliseconds, UTC. */
  readonly at: string
  /** Short text on the arrow. */
  readonly label: Label
  readonly http: HttpPart | null
  readonly cookies: readonly CookieVerdict[]
  readonly received: readonly ReceivedCookie[]
  readonly changes: readonly Change[]
  readonly provenance: Provenance
  /** What within the sender began it; absent for a navigation, and for what a server does. */
  readonly by?: Initiator
}

/** A mark between messages: something happened that is not a message. */
export interface Divider {
  /** `n` of the message that follows; one more than the last message when none follows yet. */
  readonly before: number
  readonly kind: DividerKind
}

export type DividerKind =
  | 'session-expired'
  | 'session-and-refresh-token-expired'
  | 'jwt-expired'
  | 'jwt-and-refresh-token-expired'
  | 'sso-session-expired'
  | 'time-passed'
  | 'refresh-token-revoked'
  | 'password-changed'
  | 'sso'
  | 'sso-not-provided'
  | 'attack-vectors'
  | 'fusionauth-stopped'
  | 'fusionauth-started'

/** What came of it, computed from the messages; `evidence` lists their numbers. */
export interface Outcome {
  readonly id: string
  readonly holds: boolean
  readonly evidence: readonly number[]
}

/** The append-only record of a run; the truth. */
export interface Trace {
  readonly version: 2
  readonly workflow: string
  readonly lesson: string
  readonly fusionauth: { readonly kind: 'stand-in' | 'fusionauth'; readonly version: string }
  readonly profile: Profile
  readonly defences: Readonly<Record<string, Json>>
  readonly seed: string
  readonly events: readonly LabEvent[]
  readonly participants: readonly Participant[]
  readonly messages: readonly Message[]
  readonly dividers: readonly Divider[]
  readonly outcome: readonly Outcome[]
}
