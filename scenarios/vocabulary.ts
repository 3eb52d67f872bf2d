/**
 * The words of Login Lab, each once. Types only: no function, no import.
 * The trace part is a published contract (trace format, version 1).
 */

/** A lifeline of the diagram. Mobile stands in place of Browser in mobile workflows. */
export type Participant = 'Browser' | 'Mobile' | 'Store' | 'Forums' | 'FusionAuth' | 'Hacker'

/** A user agent: a participant that owns a cookie jar. */
export type AgentName = 'Browser' | 'Mobile' | 'Hacker'

/** One of the two applications of the company; both are instances of one Hono application. */
export type ApplicationName = 'Store' | 'Forums'

/** What kind of client the application is. */
export type ClientType = 'webapp' | 'spa' | 'mobile'

/** How the user logs in. */
export type Login =
  | 'authorization-code'
  | 'password-grant'
  /** A form of the application's own, which its backend hands on to FusionAuth. */
  | 'native'
  /** A form of the application's own, sent straight to FusionAuth by a script or an app. */
  | 'native-at-fusionauth'
  /** The grant that brings a token in the fragment of an address (RFC 6749 §4.2). */
  | 'implicit'

/**
 * What an application knows a logged-in client by from request to request, and where that lies: in a
 * cookie, in the page's local storage, on a device. A session is state on the application's server; a
 * JWT carries all of it.
 */
export type SessionStrategy =
  | 'session'
  | 'session+refresh'
  | 'jwt+refresh'
  | 'jwt-cookie'
  | 'jwt-local-storage'

/**
 * How FusionAuth is set up: with its own defaults, or as RFC 9700 asks. Named in the trace, because
 * the same lesson goes differently.
 */
export type Profile = 'fidelity' | 'hardened'

/** A run of steps; the chapters of a lesson. */
export type Phase =
  | 'initialize'
  | 'login'
  | 'create-session'
  | 'load-cart'
  | 'refresh'
  | 'relogin'
  | 'forums-initialize'
  | 'forums-login'
  | 'forums-load'
  | 'logout'
  | 'forums-logout'
  | 'revoke'
  | 'stolen-refresh-token'
  | 'stolen-session-id'
  | 'stolen-jwt'
  | 'attack'

/** Any value that JSON can carry. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }

// ── The wire ────────────────────────────────────────────────────────────────

/** Header fields in wire order, names in lower case; a field that occurs twice stands twice. */
export type HeaderList = readonly (readonly [name: string, value: string])[]

/** An HTTP request as plain data. `url` is absolute; `body` is text, '' when there is none. */
export interface WireRequest {
  readonly method: string
  readonly url: string
  readonly headers: HeaderList
  readonly body: string
}

/** An HTTP response as plain data. */
export interface WireResponse {
  readonly status: number
  readonly headers: HeaderList
  readonly body: string
}

// ── Cookies ─────────────────────────────────────────────────────────────────

/** A cookie as it lies in a jar (RFC 10025 §5.7). Times are protocol time, milliseconds since 1970. */
export interface Cookie {
  readonly name: string
  readonly value: string
  /** Canonical host the cookie belongs to, without a leading dot. */
  readonly domain: string
  /** True when no Domain attribute was given: the cookie goes to this very host only. */
  readonly hostOnly: boolean
  readonly path: string
  readonly secure: boolean
  readonly httpOnly: boolean
  /** As enforced: 'default' means that no SameSite attribute was given (treated as Lax). */
  readonly sameSite: 'strict' | 'lax' | 'none' | 'default'
  /** Since when the jar has had it with this value, in ms on the protocol clock. */
  readonly createdAt: number
  readonly lastUsedAt: number
  /** null for a session cookie, which lives until the browser closes. */
  readonly expiresAt: number | null
}

/** Why a cookie was sent or withheld with a request: the rule, in a sentence and by section. */
export interface CookieVerdict {
  readonly agent: AgentName
  readonly name: string
  readonly domain: string
  readonly path: string
  readonly sent: boolean
  /** One sentence for a learner: "Not sent: …" without the "Not sent". */
  readonly because: string
  /** Machine name of the deciding rule, e.g. 'host-only', 'same-site-strict', 'expired'. */
  readonly rule: string
  /** Where the rule stands, e.g. 'RFC 10025 §5.8.3'. */
  readonly source: string
}

/** Why a Set-Cookie was stored or refused. */
export interface ReceivedCookie {
  readonly agent: AgentName
  readonly name: string
  readonly domain: string
  readonly stored: boolean
  readonly because: string
  readonly rule: string
  readonly source: string
}

// ── The trace (contract, version 1) ─────────────────────────────────────────

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
  readonly label: string
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
  readonly version: 1
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

// ── Expected and observed ───────────────────────────────────────────────────

/** In what a message from a real FusionAuth can differ from the stand-in's. */
export type DifferenceKind =
  | 'missing-message'
  | 'extra-message'
  | 'status'
  | 'redirect-target'
  | 'redirect-parameters'
  | 'request-parameters'
  | 'error-code'
  | 'error-text'
  | 'cookie'
  | 'cookie-attribute'
  | 'header'
  | 'body'
  | 'claim'
  | 'form'

/** One thing in which an observed message differs from the expected one of the same id. */
export interface Difference {
  /** Id of the message in both traces, or in the one that has it. */
  readonly message: string
  /** Its number in the observed trace; null when it was not observed. */
  readonly n: number | null
  readonly kind: DifferenceKind
  /** What within the message: a header, a cookie, a claim …; '' for the whole. */
  readonly what: string
  /** As the stand-in had it; null when it had none. Never the value of a secret. */
  readonly expected: string | null
  readonly observed: string | null
  /** Both in a sentence for a learner. */
  readonly sentence: string
  /** Why it is no surprise, a sentence; '' when nothing explains it. */
  readonly because: string
}

// ── What can be done ────────────────────────────────────────────────────────

/** What the learner types into a login form: a named case, or words of their own. */
export type LoginFormInput =
  | 'right'
  | 'wrong-password'
  | 'unknown-user'
  | { readonly loginId: string; readonly password: string }

/** What may run out. */
export type ExpiringCredential = 'session' | 'refresh-token' | 'sso-session' | 'jwt'

/** What may be stolen from the Browser, or from the Mobile app. */
export type StolenCredential = 'refresh-token' | 'session-id' | 'jwt' | 'sso-session'

/** An attack by its name; scenarios/attacks has a row for each. */
export type AttackId =
  | 'xss-reads-cookie'
  | 'xss-reads-local-storage'
  | 'xss-rides-session'
  | 'sniffing'
  | 'leaked-log'
  | 'leaked-har'
  | 'session-fixation'
  | 'csrf'
  | 'cookie-tossing'
  | 'code-leak'
  | 'code-injection'
  | 'login-csrf'
  | 'redirect-manipulation'
  | 'open-redirector'
  | 'pkce-downgrade'
  | 'code-replay'
  | 'redirect-307'
  | 'duplicate-parameters'
  | 'refresh-theft-reusable'
  | 'refresh-theft-thief-first'
  | 'refresh-theft-victim-first'
  | 'refresh-theft-victim-gone'
  | 'two-tab-race'
  | 'wrong-client'
  | 'scope-widening'
  | 'revival'
  | 'refresh-cookie-csrf'
  | 'sso-cookie-theft'
  | 'half-logout'
  | 'forged-logout-token'
  | 'stolen-refresh-token'
  | 'stolen-session-id'
  | 'stolen-jwt'

/** Everything that can happen in a run: `who.verb`. */
export type LabEvent =
  | { readonly type: 'learner.open'; readonly app: ApplicationName }
  | { readonly type: 'learner.login'; readonly app: ApplicationName }
  | {
      readonly type: 'learner.submit'
      readonly app: ApplicationName
      readonly credentials: LoginFormInput
    }
  | { readonly type: 'learner.load'; readonly app: ApplicationName }
  /** Presses the log-out button of the page that is open. */
  | { readonly type: 'learner.logout'; readonly app: ApplicationName }
  /** Loads the protected page in two tabs at once. */
  | { readonly type: 'learner.race'; readonly app: ApplicationName }
  /** Orders what is in the cart, or posts: the step that must not happen behind the user's back. */
  | { readonly type: 'learner.checkout'; readonly app: ApplicationName }
  | { readonly type: 'learner.change-password' }
  /** Ends every login of the user, wherever it was made. */
  | { readonly type: 'learner.logout-everywhere' }
  | { readonly type: 'clock.expire'; readonly what: ExpiringCredential }
  | { readonly type: 'clock.advance'; readonly seconds: number }
  | { readonly type: 'hacker.steal'; readonly what: StolenCredential }
  | { readonly type: 'hacker.load' }
  /** The Hacker presses the login link of an application, with what was stolen. */
  | { readonly type: 'hacker.open'; readonly app: ApplicationName }
  /** The Browser and the Hacker load the protected page at once. */
  | { readonly type: 'hacker.race' }
  | { readonly type: 'hacker.attack'; readonly attack: AttackId }
  | { readonly type: 'fusionauth.revoke' }
  /** Revokes every refresh token of the user. */
  | { readonly type: 'fusionauth.revoke-all' }
  /** Ends the single sign-on session of the user. */
  | { readonly type: 'fusionauth.end-sso' }
  | { readonly type: 'fusionauth.stop' }
  | { readonly type: 'fusionauth.start' }

/** Something that could be done at a decision point; refused ones say why. */
export interface Choice {
  readonly event: LabEvent
  readonly allowed: boolean
  /** Why not, one sentence; '' when allowed. */
  readonly because: string
}

/** A place in a trace where the machine waits for a decision. */
export interface DecisionPoint {
  /** Number of messages sent before it: acting here keeps exactly these. */
  readonly after: number
  readonly choices: readonly Choice[]
  /** What the lesson does next from here; null when it is over, or was left. */
  readonly next: LabEvent | null
}

/** An arrow that the lesson will bring if nobody interferes; known from a rehearsal, not yet sent. */
export type PlannedMessage = Pick<
  Message,
  'id' | 'phase' | 'from' | 'to' | 'kind' | 'label' | 'step' | 'by'
>

/** One line of history; forking keeps the old one. */
export interface BranchSummary {
  readonly id: string
  /** null for the first branch. */
  readonly parent: string | null
  /** Messages it has in common with its parent. */
  readonly forkedAt: number
  /** Number of its messages. */
  readonly length: number
  /** The event that made it differ from its parent; null for the first branch. */
  readonly firstEvent: LabEvent | null
  /** What was done on it since it left its parent, in order; no password that was typed. */
  readonly events: readonly LabEvent[]
}

/** Everything a player needs to draw; plain data, safe to post or stream. */
export interface RunState {
  readonly trace: Trace
  readonly busy: boolean
  readonly decisionPoints: readonly DecisionPoint[]
  readonly plan: readonly PlannedMessage[]
  /** Dividers among the planned arrows; `before` counts on from the trace's messages. */
  readonly plannedDividers: readonly Divider[]
  readonly branch: string
  readonly branches: readonly BranchSummary[]
  /** Milliseconds since 1970 on the protocol clock, now. */
  readonly now: number
  /**
   * In what a real FusionAuth differs from the stand-in so far, in order of messages; absent in a run
   * on the stand-in itself.
   */
  readonly differences?: readonly Difference[]
}

/** What became of a command; `problem` says in words what to do next. */
export type CommandResult = { readonly ok: true } | { readonly ok: false; readonly problem: string }

/**
 * An engine at work. The player knows only this face; a run that cannot fork has no `fork`
 * (capability by presence).
 */
export interface Run {
  readonly state: RunState
  /** Calls back after every change; returns the way to stop. */
  subscribe(listener: (state: RunState) => void): () => void
  /**
   * Acts after the first `at` messages of the branch, or at its end when `at` is left out. Before the
   * end the run forks first, if it can.
   */
  send(event: LabEvent, options?: { readonly at?: number }): Promise<CommandResult>
  /** Opens a branch that keeps the first `k` messages (rounded up to the next decision point). */
  fork?(k: number): Promise<CommandResult>
  /** Goes to another branch of this run. */
  switchTo?(branch: string): Promise<CommandResult>
  close(): void
}
