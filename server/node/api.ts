import { Hono, type Context } from 'hono'
import { Unreachable } from '../../scenarios/engine/ports.ts'
import { nearest } from '../../scenarios/nearest.ts'
import { readBody } from './body.ts'
import type { Bounds } from './bounds.ts'
import * as commands from './commands.ts'
import { guard, securityHeaders, type Site } from './guard.ts'
import { follow } from './live.ts'
import { runOptions } from './requests.ts'
import { createRuns, type OpenedRun, type OpenRun } from './runs.ts'

/** What the API for runs needs from outside. */
export interface ApiOptions {
  readonly openRun: OpenRun
  /** Slugs of the workflows that can be run. */
  readonly workflows: readonly string[]
  readonly bounds: Bounds
  /** Milliseconds on a clock that does not jump; for lifetimes. */
  readonly now: () => number
  readonly site: Site
  /** Aborted when the server stops: all runs end and their followers hear why. */
  readonly stopped: AbortSignal
  /** Milliseconds between signs of life on a live stream where nothing changes. */
  readonly heartbeat: number
  /** Where an unexpected error is noted; it is given nothing that a learner sent. */
  readonly log: (line: string) => void
}

/** What may be done at each address. */
const methods = {
  '/api/runs': 'POST',
  '/api/runs/:id': 'GET, DELETE',
  '/api/runs/:id/trace': 'GET',
  '/api/runs/:id/live': 'GET',
  '/api/runs/:id/:command{events|seek|fork|branch}': 'POST',
}

const methodNotAllowed = (c: Context, allow: string): Response => {
  c.header('allow', allow)
  return c.json({ problem: `This address understands ${allow} only.` }, 405)
}

/**
 * The HTTP API for runs, below /api: JSON in, JSON out, `{ problem }` with a sentence for whatever
 * is refused. Who has the id of a run has the run; an id that is unknown and one that belongs to
 * somebody else cannot be told apart.
 */
export const createApi = (options: ApiOptions): Hono => {
  const { bounds, workflows } = options
  const runs = createRuns(options.openRun, bounds, options.now)
  options.stopped.addEventListener('abort', () => runs.close())

  const api = new Hono()
  api.use(securityHeaders(options.site))
  api.use(guard(options.site))

  /** Answers for one run, or says that it is not there. */
  const withRun =
    (answer: (c: Context, opened: OpenedRun) => Response | Promise<Response>) =>
    (c: Context): Response | Promise<Response> => {
      const found = runs.find(c.req.param('id') ?? '')
      if (found.kind === 'open') return answer(c, found.opened)
      return found.kind === 'expired'
        ? c.json(
            { problem: 'This run was not used for a long time and has ended. Start a new one.' },
            410,
          )
        : c.json({ problem: 'There is no such run here. Start a new one.' }, 404)
    }

  const obey = <T>({ shape, atOnce, act }: commands.Command<T>) =>
    withRun(async (c, { run, turns }) => {
      const body = await readBody(c, shape, bounds.body)
      if (!body.ok) return body.refusal
      const work = () => act(run, body.value, bounds)
      const result = await (atOnce ? work() : turns.take(work))
      if (result === undefined) {
        c.header('retry-after', '1')
        return c.json(
          { problem: 'Too much is asked of this run at once. Wait for an answer.' },
          429,
        )
      }
      if (result.ok) return c.json({ state: run.state })
      if ('field' in result) return c.json({ problem: result.problem, field: result.field }, 400)
      return c.json({ problem: result.problem, state: run.state }, 409)
    })

  api.post('/api/runs', async (c) => {
    const body = await readBody(c, runOptions, bounds.body)
    if (!body.ok) return body.refusal
    const { workflow } = body.value
    if (!workflows.includes(workflow)) {
      const near = nearest(workflow, workflows) ?? ''
      const problem = `There is no workflow ${JSON.stringify(workflow.slice(0, 80))}. The nearest is ${near}.`
      return c.json({ problem, field: 'workflow', nearest: near }, 404)
    }
    const result = await runs.open(body.value)
    if (result.kind === 'refused')
      return c.json(result.refusal, result.refusal.field === undefined ? 503 : 400)
    if (result.kind === 'opened') {
      const { id, run } = result.opened
      // A page cannot see which methods a run has, so it is told.
      const can = { forks: 'fork' in run, switches: 'switchTo' in run }
      return c.json({ id, state: run.state, ...can }, 201)
    }
    c.header('retry-after', String(result.seconds))
    const problem = `${bounds.runs} runs are open here, and that is the most. Close one that you no longer need, or try again later.`
    return c.json({ problem }, 429)
  })

  api.get(
    '/api/runs/:id',
    withRun((c, { run }) => c.json({ state: run.state })),
  )
  api.get(
    '/api/runs/:id/trace',
    withRun((c, { run }) => c.json(run.state.trace)),
  )
  api.delete(
    '/api/runs/:id',
    withRun((c, { id }) => {
      runs.end(id, 'This run was closed.')
      return c.body(null, 204)
    }),
  )
  api.post('/api/runs/:id/events', obey(commands.sendEvent))
  api.post('/api/runs/:id/seek', obey(commands.seek))
  api.post('/api/runs/:id/fork', obey(commands.fork))
  api.post('/api/runs/:id/branch', obey(commands.switchTo))

  api.get(
    '/api/runs/:id/live',
    withRun((c, opened) => {
      if (c.req.method !== 'GET') return methodNotAllowed(c, 'GET')
      if (opened.followers >= bounds.followers) {
        c.header('retry-after', '5')
        const problem = `${bounds.followers} pages follow this run live, and that is the most. Close one of them.`
        return c.json({ problem }, 429)
      }
      opened.followers += 1
      const stream = follow(opened, {
        heartbeat: options.heartbeat,
        beat: () => runs.sweep(),
        left: () => {
          opened.followers -= 1
        },
      })
      c.header('content-type', 'text/event-stream; charset=utf-8')
      c.header('x-accel-buffering', 'no')
      return c.body(stream)
    }),
  )

  for (const [path, allow] of Object.entries(methods))
    api.all(path, (c) => methodNotAllowed(c, allow))
  api.all('/api/*', (c) => c.json({ problem: 'The API has no such address.' }, 404))

  api.onError((error, c) => {
    if (error instanceof Unreachable) return c.json({ problem: error.message }, 503)
    const where = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
    options.log([`Unexpected ${error.name} in the API`, ...where.slice(0, 8)].join('\n'))
    return c.json({ problem: 'Something went wrong inside Login Lab. Start a new run.' }, 500)
  })
  return api
}
