/** How much the server takes on; each bound, when hit, has an answer that says what to do. */
export interface Bounds {
  /** Runs in memory at once, over all learners; others are kept as their events. */
  readonly runs: number
  /** Runs at a real FusionAuth of one client: nobody can make them again, so none makes room. */
  readonly clientRuns: number
  /** Messages that one run holds, over all its branches. */
  readonly messages: number
  /** Branches of one run. */
  readonly branches: number
  /**
   * Milliseconds without a request or a follower after which a run on the stand-in is kept as its
   * events only: the next request makes it again.
   */
  readonly lifetime: number
  /** Milliseconds that its events are kept when nobody asks for them. */
  readonly kept: number
  /** Runs of which the events are kept; beyond that those that nobody has asked for longest are forgotten. */
  readonly keptRuns: number
  /** Milliseconds without use after which a run at a real FusionAuth ends, which nobody can make again. */
  readonly realLifetime: number
  /** Bytes of a request body. */
  readonly body: number
  /** Live followers of one run. */
  readonly followers: number
  /** Commands of one run that wait for their turn. */
  readonly waiting: number
}

/** Milliseconds that a run at a real FusionAuth lives at most, unless it may rest for longer. */
const longestRealRun = 12 * 60 * 60 * 1000

/** Milliseconds that no run at a real FusionAuth outlives, however busy it is. */
export const longestRealLife = ({ realLifetime }: Pick<Bounds, 'realLifetime'>): number =>
  Math.max(longestRealRun, realLifetime)

/** Enough for a workshop on one small machine. */
export const defaultBounds: Bounds = {
  runs: 200,
  clientRuns: 60,
  messages: 1000,
  branches: 100,
  lifetime: 2 * 60 * 1000,
  kept: 24 * 60 * 60 * 1000,
  keptRuns: 100_000,
  realLifetime: 60 * 60 * 1000,
  body: 64 * 1024,
  followers: 8,
  waiting: 16,
}
