import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { textOf } from '../../scenarios/model/text.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import type { FairQueue, QueueBounds } from './fair-queue.ts'
import { networkOf, type ClientOf } from './operations/client-address.ts'
import type { RunMetrics } from './operations/metrics.ts'
import { problemOf } from './problem.ts'

/** Does work, now or when it is its turn. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>

/**
 * The turns of whoever sent a request. What is begun for several is begun also when one of them leaves.
 *
 * @throws HTTPException with the answer that says why the work was not begun, and what the work throws
 */
export type TurnOf = (c: Context, whose?: 'own' | 'shared') => Turn

type FusionAuthKind = Trace['fusionauth']['kind']

/**
 * How much is done and waits. On the stand-in all work is the processor's, so one piece at a time is
 * as quick for all and quicker for whoever asks little; at a real FusionAuth most of it is waiting, for
 * an answer or for seconds until a JWT is over.
 * A class of learners may share one address.
 */
export const queueBoundsFor = (fusionauth: FusionAuthKind): QueueBounds => ({
  atOnce: fusionauth === 'stand-in' ? 1 : 100,
  perClient: 400,
  overall: 2000,
  longest: 5_000,
})

interface TurnOptions {
  readonly queue: FairQueue
  readonly clientOf: ClientOf
  /** Told with a refusal: a run on the stand-in can be in its page. */
  readonly fusionauth: FusionAuthKind
  readonly metrics: Pick<RunMetrics, 'refused'>
}

/** Turns by the network of a client. Work whose client leaves before its turn is not done. */
export const createTurnOf =
  ({ queue, clientOf, fusionauth: kind, metrics }: TurnOptions): TurnOf =>
  (c, whose = 'own') =>
  async (work) => {
    const signal = whose === 'own' ? c.req.raw.signal : undefined
    const taken = await queue.take(networkOf(clientOf(c)), work, signal)
    if (taken.kind === 'done') return taken.value
    if (taken.kind === 'left') {
      const res = c.json({ problem: 'Whoever asked has left.' }, 408)
      throw new HTTPException(408, { res })
    }
    metrics.refused('queue')
    c.header('retry-after', String(taken.seconds))
    const problem = problemOf(textOf('problem.too-much'))
    throw new HTTPException(429, { res: c.json({ ...problem, fusionauth: { kind } }, 429) })
  }
