import type { ExpiringCredential, StolenCredential } from '../model/credential.ts'
import type { ApplicationName, Participant } from '../model/participant.ts'
import type { HeaderList, Json, WireRequest, WireResponse } from '../model/wire.ts'
import type { NetworkText, Text } from '../model/text.ts'
import { sayNetworkEnglish } from '../i18n/en/network.ts'
import { TextError } from '../model/text-error.ts'

/** The protocol clock: milliseconds since 1970. Only the engine moves it. */
export interface Clock {
  now(): number
}

/** A source of randomness; seeded in a run, so that one seed gives one trace. */
export interface Random {
  bytes(length: number): Uint8Array<ArrayBuffer>
}

/** Where participants report what they did and what it changed; the trace is written from it. */
export interface Journal {
  /** Something a participant did by itself within an exchange: a self arrow. `name` becomes the message id. */
  self(participant: Participant, name: string, label: Text, exchange: number): void
  /**
   * A change of somebody's memory; `where` is `Participant.table`. It is written on the next message
   * that this participant sends or that arrives at it.
   */
  changed(where: string, op: 'set' | 'delete', key: string, before: Json, after: Json): void
}

/**
 * A call from one participant to another over the recorded wire; `cause` is the exchange that made it
 * necessary. Rejects with `Unreachable`.
 */
export type Call = (request: WireRequest, cause: number | null) => Promise<WireResponse>

/** What the engine gives to a world. */
export interface WorldPorts {
  readonly clock: Clock
  /** A stream of its own for each label, so that one participant's draws never shift another's. */
  random(label: string): Random
  readonly journal: Journal
  /** The recorded wire, as used by `from`. */
  wire(from: Participant): Call
}

/** Nobody answered: connection refused, no such host, timeout, or an answer that is not HTTP. */
export class Unreachable extends TextError {
  readonly url: string
  constructor(url: string, reason: NetworkText) {
    super(reason, sayNetworkEnglish(reason))
    this.name = 'Unreachable'
    this.url = url
  }
}

/** Where an application lives, and the two addresses a browser needs to know. */
export interface ApplicationPlace {
  readonly origin: string
  /** The page behind the login: the cart, the posts. */
  readonly protectedPath: string
  /** Where a client program loads the content of that page from; absent when a server renders it. */
  readonly loadPath?: string
}

/** The hosts of a world. */
export interface Places {
  readonly Store: ApplicationPlace
  readonly Forums: ApplicationPlace
  readonly FusionAuth: { readonly origin: string }
  /** Where the Hacker's own pages lie; `sibling` is a host below the applications' own domain. */
  readonly Hacker: { readonly origin: string; readonly sibling: string }
}

/** A page of the Hacker's. */
export interface HackerPage {
  /** Names in lower case. */
  readonly headers?: HeaderList
  readonly html: string
}

/** Where a value lies on the user's device, for a thief to find. */
export type CredentialLocation =
  | { readonly in: 'jar'; readonly name: string; readonly host: string }
  /** `key` is the page's origin, a space and the key that the page uses. */
  | { readonly in: 'localStorage'; readonly key: string }
  | { readonly in: 'device'; readonly key: string }

/** Somebody who can log in. */
export interface Account {
  readonly loginId: string
  readonly password: string
  readonly name: string
}

/** Time that is to pass. */
export interface PassedTime {
  /** By the protocol clock. */
  readonly milliseconds: number
  /** What it outlives. */
  readonly ends: readonly ExpiringCredential[]
}

/** What was done for a lifetime to be over, where no protocol clock can be set; becomes a self message. */
export interface EndedCredential {
  readonly participant: Participant
  readonly name: string
  readonly label: Text
}

/** What came of letting time pass. */
export interface Passing {
  /** What was done, in order. */
  readonly done: readonly EndedCredential[]
  /**
   * Whether the protocol clock is moved by what has not really passed. Where JWTs are shown it is not:
   * they say real times.
   */
  readonly movesClock: boolean
  /** Why something that should be over is not, and what to do; absent when all was done. */
  readonly problem?: Text
}

/**
 * Everything outside the agents: the two applications and FusionAuth. What a world cannot do is
 * absent (a real FusionAuth is not switched off by us).
 */
export interface World {
  readonly fusionauth: { readonly kind: 'stand-in' | 'fusionauth'; readonly version: string }
  readonly places: Places
  readonly user: Account
  /** Whether a second application is entered by FusionAuth's own session. */
  readonly sso: boolean
  /** Where the user's device holds what can be stolen; null for what it does not hold. */
  readonly credentialLocations: Readonly<Record<StolenCredential, CredentialLocation | null>>
  /** What the app on the user's phone was built with; absent where there is none. */
  readonly app?: Json
  /** Values that must never enter a trace: keys and secrets of a real FusionAuth. Null in a simulation. */
  readonly secrets: readonly string[] | null
  /** Hands a request to whoever lives at its origin. Rejects with `Unreachable`. */
  deliver(request: WireRequest, exchange: number): Promise<WireResponse>
  /**
   * Revokes the user's refresh token for an application at FusionAuth, as the application's own
   * support staff would: by API, over the recorded wire.
   */
  revokeRefreshTokens(application: 'Store' | 'Forums'): Promise<void>
  /**
   * The user changes the password at FusionAuth. From then on `user` has the new one.
   */
  changePassword?(): Promise<void>
  /** Revokes every refresh token of the user at FusionAuth, by API: what its operators can do. */
  revokeAll?(): Promise<void>
  /** Ends the user's single sign-on session at FusionAuth, by API. */
  endSso?(): Promise<void>
  /**
   * Makes FusionAuth sign with a new key, by API. A key of before is kept for what it has signed, or
   * deleted, and then the applications forget what keys they had fetched.
   *
   * @returns the applications that had fetched keys and have forgotten them; none where keys are kept
   */
  rotateKey?(oldKeys: 'kept' | 'deleted'): Promise<readonly ApplicationName[]>
  /** The Hacker puts a page online, at both of their hosts; it is found at `path`. */
  publish?(path: string, page: HackerPage): void
  /** The Hacker becomes a customer, too; always the same one. */
  enrolHacker?(): Promise<Account>
  /** Stops and starts FusionAuth. */
  power?(on: boolean): void
  /**
   * Hears before each step whether JWTs are to run out in what is still to come of the lesson: where
   * FusionAuth keeps its own time, their lifetime is set by that.
   *
   * @returns why FusionAuth did not do so, told once; else null
   */
  prepareFor?(isJwtToRunOut: boolean): Promise<Text | null>
  /**
   * Lets time pass where FusionAuth keeps its own: really, as far as that can be borne, and else by the
   * means that FusionAuth has. Never rejects because FusionAuth refuses.
   */
  passTime?(time: PassedTime): Promise<Passing>
  close(): void
}
