import type { Hono } from 'hono'
import type { Increment } from '../../scenarios/engine/increment.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { RunState } from '../../scenarios/model/run.ts'
import { createApi, type ApiOptions } from '../../server/node/api.ts'
import { defaultBounds, type Bounds } from '../../server/node/bounds.ts'
import { createFakeRun, type FakeRun } from './fake-run.ts'
import type { Text } from '../../scenarios/model/text.ts'

/** What the API answers, read as JSON. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: {
    readonly id: string
    readonly state: RunState
    readonly increment: Increment
    readonly problem: string
    readonly field: string
    readonly nearest: string
    readonly reason: Text
  }
}

const workflows = ['webapp/oauth-code', 'webapp/oauth-password', 'webapp/native-login']

/** An API over fake runs, with a clock that tests move. */
export const createLab = (
  bounds: Partial<Bounds> = {},
  overrides: Partial<ApiOptions> = {},
): {
  readonly api: Hono
  readonly runs: FakeRun[]
  readonly log: string[]
  readonly stop: () => void
  readonly pass: (milliseconds: number) => void
} => {
  const runs: FakeRun[] = []
  const log: string[] = []
  const controller = new AbortController()
  let time = 0
  const api = createApi({
    fusionauth: 'stand-in',
    openRun: async (options) => {
      const run = createFakeRun(options)
      runs.push(run)
      return run
    },
    workflows,
    bounds: { ...defaultBounds, ...bounds },
    now: () => time,
    site: { names: [], anyAddress: false, publicOrigin: null },
    stopped: controller.signal,
    heartbeat: 60_000,
    log: (line) => log.push(line),
    ...overrides,
  })
  return {
    api,
    runs,
    log,
    stop: () => controller.abort(),
    pass: (milliseconds) => {
      time += milliseconds
    },
  }
}

const read = async (response: Response): Promise<Answer> => {
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? {} : JSON.parse(text),
  }
}

export const get = async (api: Hono, path: string, method = 'GET'): Promise<Answer> =>
  read(await api.request(path, { method }))

/** Posts a value as JSON, or text as it is. */
export const post = async (
  api: Hono,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> =>
  read(
    await api.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  )

/** Begins a run and gives its address. */
export const begin = async (api: Hono, workflow = 'webapp/oauth-code'): Promise<string> => {
  const { body } = await post(api, '/api/runs', { workflow })
  return `/api/runs/${body.id}`
}

export const openStore: LabEvent = { type: 'learner.open', app: 'Store' }
