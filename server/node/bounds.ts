/** How much the server takes on; each bound, when hit, has an answer that says what to do. */
export interface Bounds {
  /** Runs at once, over all learners. */
  readonly runs: number
  /** Messages that one run holds, over all its branches. */
  readonly messages: number
  /** Branches of one run. */
  readonly branches: number
  /**
   * Milliseconds without a request or a follower after which a run on the stand-in ends: its page
   * makes it again from its events when somebody comes back.
   */
  readonly lifetime: number
  /** The same for a run at a real FusionAuth, which nobody can make again. */
  readonly realLifetime: number
  /** Bytes of a request body. */
  readonly body: number
  /** Live followers of one run. */
  readonly followers: number
  /** Commands of one run that wait for their turn. */
  readonly waiting: number
}

/** Enough for a workshop on one small machine. */
export const defaultBounds: Bounds = {
  runs: 200,
  messages: 1000,
  branches: 100,
  lifetime: 2 * 60 * 1000,
  realLifetime: 60 * 60 * 1000,
  body: 64 * 1024,
  followers: 8,
  waiting: 16,
}
