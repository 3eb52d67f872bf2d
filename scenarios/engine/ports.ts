import type { Json, Participant, WireRequest, WireResponse } from '../vocabulary.ts'

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
  self(participant: Participant, name: string, label: string, exchange: number): void
  /**
   * A change of somebody's memory; `where` is `Participant.table`. It is written on the next message
   * that this participant sends or that arrives at it.
   */
  changed(where: string, op: 'set' | 'delete', key: string, before: Json, after: Json): void
}

/** A call from one participant to another over the recorded wire. Rejects with `Unreachable`. */
export type Call = (request: WireRequest, cause: number) => Promise<WireResponse>

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
export class Unreachable extends Error {
  readonly url: string
  constructor(url: string, reason: string) {
    super(reason)
    this.name = 'Unreachable'
    this.url = url
  }
}
