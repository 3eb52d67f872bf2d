import { Hono, type Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { incrementSince, openingOf, readExtent } from '../../scenarios/engine/increment.ts'
import { Unreachable } from '../../scenarios/engine/ports.ts'
import { closestMatch } from '../../scenarios/closest-match.ts'
import { type Having, runRequestSchema } from '../../scenarios/model/request.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { readBody } from './body.ts'
import type { Bounds } from './bounds.ts'
import { packedJson, variesByCoding } from './compression.ts'
import * as commands from './commands.ts'
import { guard, securityHeaders, type Site } from './guard.ts'
import { follow } from './live.ts'
import { methodNotAllowed, methods } from './methods.ts'
import { isKnown } from './negotiation.ts'
import { noMetrics, type Metrics } from './operations/metrics.ts'
import { createRuns } from './runs.ts'
import type { BeginRun, RunLookup } from './runs-interface.ts'
import type { ServedRun } from './served-run.ts'
import { createMemoryStore } from './store/memory.ts'
import { type RunStore, StoreSilent } from './store/store.ts'
import { problemOf } from './problem.ts'
import { etagOf, revisionOf } from './revision-tag.ts'
import type { TurnOf } from './take-turn.ts'
import { textOf } from '../../scenarios/model/text.ts'

/** What the API for runs needs from outside. */
export interface ApiOptions {
  readonly openRun: BeginRun
  /** What the runs talk to. */
  readonly fusionauth: Trace['fusionauth']['kind']
  /** Slugs of the workflows that can be run. */
  readonly workflows: readonly string[]
  readonly bounds: Bounds
  /** Where runs are kept; in memory when left out. */
  readonly store?: RunStore
  /** Milliseconds on a clock that does not jump; for lifetimes. */
  readonly now: () => number
  readonly site: Site
  /** Aborted when the server stops: all runs end and their followers hear why. */
  readonly stopped: AbortSignal
  /** Milliseconds between signs of life on a live stream where nothing changes. */
  readonly heartbeat: number
  /** Told once how to end the runs that nobody uses any more; whoever serves does it now and then. */
  readonly scheduleSweep?: (sweep: () => void) => void
  /** Does what takes processor time when it is the turn of whoever asks; at once when left out. */
  readonly turnOf?: TurnOf
  /** Who sent a request; nobody when left out. */
  readonly clientOf?: (c: Context) => string | null
  /** What counts runs; nothing when left out. */
  readonly metrics?: Metrics
  /** Where an unexpected error is noted; it is given nothing that a learner sent. */
  readonly log: (line: string) => void
}

/** Without anybody to share with. */
const atOnce: TurnOf = () => (work) => work()

const idPattern = /^[\w-]{24}$/

/**
 * The HTTP API for runs, below /api: JSON in, JSON out, `{ problem, reason }` for what is refused: an
 * English sentence, and the same as a text where a page says it in its own language. Who has the id of
 * a run has the run; one that is unknown and one of somebody else's cannot be told apart.
 */
export const createApi = (options: ApiOptions): Hono => {
  const { bounds, workflows, turnOf = atOnce, metrics = noMetrics } = options
  const { clientOf = () => null } = options
  const fusionauth = { kind: options.fusionauth }
  const {
    openRun,
    now,
    store = createMemoryStore({ lifetime: bounds.kept, most: bounds.keptRuns, now }),
  } = options
  const runs = createRuns({ openRun, bounds, store, now, metrics })
  metrics.gauge('runs', 'Runs in memory.', runs.count)
  options.stopped.addEventListener('abort', () => runs.close())
  options.scheduleSweep?.(() => runs.sweep())

  const api = new Hono()
  api.use(variesByCoding)
  api.use(securityHeaders(options.site))
  api.use(guard(options.site))

  /** Says that there is no room for a run; one on the stand-in can be in its page. */
  const full = (c: Context, seconds: number): Response => {
    c.header('retry-after', String(seconds))
    const problem = problemOf(textOf('problem.many-runs', { count: bounds.runs }))
    return c.json({ ...problem, fusionauth }, 429)
  }

  /** Says that a run is not there, or cannot be made again now. */
  const notThere = (c: Context, found: Exclude<RunLookup, { kind: 'open' }>): Response => {
    if (found.kind === 'full') return full(c, found.seconds)
    return found.kind === 'expired'
      ? c.json(problemOf(textOf('problem.run-expired')), 410)
      : c.json(problemOf(textOf('problem.no-run')), 404)
  }

  /** Answers for one run, or says that it is not there. */
  const withRun =
    (answer: (c: Context, opened: ServedRun) => Response | Promise<Response>) =>
    async (c: Context): Promise<Response> => {
      const revision = revisionOf(c.req.header('if-none-match'))
      const turn = turnOf(c, 'shared')
      const found = await runs.find(c.req.param('id') ?? '', { turn, revision })
      return found.kind === 'open' ? answer(c, found.opened) : notThere(c, found)
    }

  const tag = (c: Context, opened: ServedRun): string | null => {
    const etag = etagOf(opened)
    if (etag !== null) c.header('etag', etag)
    return etag
  }

  /** The run as it is now: whole, or what is new for who has so much of it. */
  const told = ({ run, rehearsal }: ServedRun, have: string | undefined) =>
    have === undefined
      ? openingOf(run.state, rehearsal)
      : { increment: incrementSince(run.state, readExtent(have)) }

  const runCommand =
    <T extends Having>({ schema, act }: commands.Command<T>) =>
    async (c: Context): Promise<Response> => {
      const body = await readBody(c, schema, bounds.body)
      if (!body.ok) return body.refusal
      const done = await runs.command(
        c.req.param('id') ?? '',
        (run) => turnOf(c)(() => act(run, body.value, bounds)),
        { turn: turnOf(c, 'shared'), revision: revisionOf(c.req.header('if-match')) },
      )
      if (done.kind === 'busy') {
        c.header('retry-after', '1')
        return c.json(problemOf(textOf('problem.too-much')), 429)
      }
      if (done.kind === 'ended') return c.json(problemOf(done.reason), 410)
      if (done.kind !== 'done' && done.kind !== 'changed') return notThere(c, done)
      const etag = tag(c, done.opened)
      const change = told(done.opened, body.value.have)
      if (done.kind === 'changed') return packedJson(c, change, { status: 412, etag })
      const { result } = done
      if (result.ok) return packedJson(c, change, { etag })
      if ('field' in result) return c.json({ problem: result.problem, field: result.field }, 400)
      return packedJson(c, { ...problemOf(result.problem), ...change }, { status: 409, etag })
    }

  api.get('/api', (c) => c.json({ fusionauth }))

  const begin = async (c: Context, id?: string): Promise<Response> => {
    const { signal } = c.req.raw
    const body = await readBody(c, runRequestSchema, bounds.body)
    if (!body.ok) return body.refusal
    const { workflow } = body.value
    if (!workflows.includes(workflow)) {
      const near = closestMatch(workflow, workflows) ?? ''
      const name = workflow.slice(0, 80)
      const reason = textOf('problem.no-such', { kind: 'workflow', name, nearest: near })
      return c.json({ ...problemOf(reason), field: 'workflow', nearest: near }, 404)
    }
    const requester = {
      ...(id !== undefined && { id }),
      gone: signal,
      turn: turnOf(c),
      client: clientOf(c),
    }
    const result = await runs.open(body.value, requester)
    if (result.kind === 'left')
      return c.json({ problem: 'Whoever asked for this run has left.' }, 408)
    if (result.kind === 'taken')
      return c.json({ problem: 'There is a run of this id already. Choose another one.' }, 409)
    if (result.kind === 'refused') {
      if (result.refusal.field === undefined) metrics.refused('fusionauth')
      return c.json(result.refusal, result.refusal.field === undefined ? 503 : 400)
    }
    if (result.kind === 'opened') {
      const { run } = result.opened
      const etag = tag(c, result.opened)
      // A page cannot see which methods a run has, so it is told.
      const can = { forks: 'fork' in run, switches: 'switchTo' in run }
      const answer = { id: result.opened.id, ...told(result.opened, undefined), ...can }
      return packedJson(c, answer, { status: 201, etag })
    }
    return full(c, result.seconds)
  }
  api.post('/api/runs', (c) => begin(c))
  // Who chooses the id can end the run even when it leaves before it hears that the run is open.
  api.put('/api/runs/:id', async (c) => {
    const id = c.req.param('id')
    if (idPattern.test(id)) return begin(c, id)
    const problem = 'The id of a run is 24 random characters of base64url.'
    return c.json({ problem, field: 'id' }, 400)
  })
  api.get(
    '/api/runs/:id',
    withRun((c, opened) => {
      const etag = tag(c, opened)
      // A page that comes back asks whether anything has changed; mostly nothing has.
      if (isKnown(c.req.header('if-none-match'), etag)) return c.body(null, 304)
      return packedJson(c, told(opened, c.req.query('have')), { etag })
    }),
  )
  api.get(
    '/api/runs/:id/trace',
    withRun((c, { run }) => packedJson(c, run.state.trace)),
  )
  api.delete('/api/runs/:id', async (c) => {
    const id = c.req.param('id')
    const wasThere = idPattern.test(id) && (await runs.end(id, textOf('problem.run-closed')))
    return wasThere ? c.body(null, 204) : notThere(c, { kind: 'unknown' })
  })
  api.post('/api/runs/:id/events', runCommand(commands.sendEvent))
  api.post('/api/runs/:id/fork', runCommand(commands.fork))
  api.post('/api/runs/:id/branch', runCommand(commands.switchTo))

  api.get(
    '/api/runs/:id/live',
    withRun((c, opened) => {
      if (c.req.method !== 'GET') return methodNotAllowed(c, 'GET')
      const left = runs.follow(opened)
      if (left === undefined) {
        c.header('retry-after', '5')
        return c.json(problemOf(textOf('problem.many-followers', { count: bounds.followers })), 429)
      }
      // A follower that was cut off goes on from what it had.
      const have = readExtent(c.req.header('last-event-id') ?? '')
      const stream = follow(opened, { heartbeat: options.heartbeat, left, have })
      c.header('content-type', 'text/event-stream; charset=utf-8')
      c.header('x-accel-buffering', 'no')
      return c.body(stream)
    }),
  )

  for (const [path, allow] of Object.entries(methods))
    api.all(path, (c) => methodNotAllowed(c, allow))
  api.all('/api/*', (c) => c.json({ problem: 'The API has no such address.' }, 404))

  api.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse()
    if (error instanceof StoreSilent) {
      metrics.refused('store')
      c.header('retry-after', '1')
      return c.json(problemOf(error.reason), 503)
    }
    if (error instanceof Unreachable) return c.json(problemOf(error.reason), 503)
    const where = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
    options.log([`Unexpected ${error.name} in the API`, ...where.slice(0, 8)].join('\n'))
    return c.json(problemOf(textOf('problem.inside')), 500)
  })
  return api
}
