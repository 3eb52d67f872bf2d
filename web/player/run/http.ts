import type { Increment } from '../../../scenarios/engine/increment.ts'
import type { RunState } from '../../../scenarios/model/run.ts'
import type { Trace } from '../../../scenarios/model/trace.ts'
import { pause } from './pause.ts'
import { type Text, textOf } from '../../../scenarios/model/text.ts'

/** Where the API is: relative to the page, so that the lab may live below a path. */
export const api = 'api'

/** What a learner is told when nobody answers. */
export const silent = textOf('problem.server-silent')

/** What the API answers; see `server/node/api.ts`. */
export interface Answer {
  readonly ok: boolean
  readonly status: number
  readonly etag: string | null
  /** Seconds after which to ask again (Retry-After); null when the answer says nothing of it. */
  readonly retryAfter: number | null
  readonly state?: RunState
  readonly rehearsal?: RunState['plan']
  readonly increment?: Increment
  readonly forks?: boolean
  readonly switches?: boolean
  /** Why it refused, in English, and as a text where there is one. */
  readonly problem?: string
  readonly reason?: Text
  readonly fusionauth?: Pick<Trace['fusionauth'], 'kind'>
}

/** Why the server refused. */
export const refusalOf = ({ reason, problem, status }: Answer): Text => {
  if (reason !== undefined) return reason
  return problem === undefined
    ? textOf('problem.server-status', { status })
    : textOf('verbatim', { english: problem })
}

interface RequestOptions {
  readonly body?: object
  readonly headers?: Readonly<Record<string, string>>
  /** True for what a server answers at once, when it is there. */
  readonly promptly?: boolean
}

/** Milliseconds that work may take before the server is asked whether it is there at all. */
const patience = 4_000

/** Milliseconds in which a server that is there says so. */
const prompt = 3_000

/** Runs a request that ends, with a TypeError or AbortError, after some milliseconds. */
const within = async <T>(
  milliseconds: number,
  request: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  const ending = new AbortController()
  const timer = setTimeout(() => ending.abort(), milliseconds)
  try {
    return await request(ending.signal)
  } finally {
    clearTimeout(timer)
  }
}

const isThere = (): Promise<boolean> =>
  within(prompt, (signal) => fetch(api, { signal })).then(
    () => true,
    () => false,
  )

/**
 * Runs a request that may take its time, and ends it when the server is not there any more: one that
 * hangs takes requests and answers none.
 */
const whileThere = async <T>(request: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const ending = new AbortController()
  const check = async (): Promise<void> => {
    if (ending.signal.aborted) return
    if (await isThere()) timer = setTimeout(() => void check(), patience)
    else ending.abort()
  }
  let timer = setTimeout(() => void check(), patience)
  try {
    return await request(ending.signal)
  } finally {
    ending.abort()
    clearTimeout(timer)
  }
}

const secondsOf = (header: string | null): number | null =>
  header !== null && /^\d{1,9}$/.test(header) ? Number(header) : null

/** A server that cannot reach its store of runs can do no more for a page than one that is silent. */
const isSilent = ({ status, reason }: Answer): boolean =>
  status === 503 && reason?.code === 'problem.store-silent'

/**
 * Asks the server that the page came from; null when nobody answers, or somebody who is not Login Lab, or
 * who cannot reach the runs.
 */
export const ask = async (
  method: string,
  path: string,
  { body, headers = {}, promptly = false }: RequestOptions = {},
): Promise<Answer | null> => {
  const init: RequestInit =
    body === undefined
      ? { method, headers }
      : {
          method,
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }
  const request = async (signal: AbortSignal): Promise<Answer | null> => {
    const response = await fetch(path, { ...init, signal })
    const { status } = response
    const etag = response.headers.get('etag')
    const retryAfter = secondsOf(response.headers.get('retry-after'))
    if (status === 304) return { ok: true, status, etag, retryAfter }
    if (response.headers.get('content-type')?.includes('application/json') !== true) return null
    const data: unknown = await response.json()
    const known = typeof data === 'object' && data !== null ? data : {}
    const answer: Answer = { ...known, ok: response.ok, status, etag, retryAfter }
    return isSilent(answer) ? null : answer
  }
  try {
    return await (promptly ? within(prompt, request) : whileThere(request))
  } catch {
    return null
  }
}

/** How often something is asked for again when the server has no time for it, and how many seconds apart at most. */
const mostTries = 3
const mostSeconds = 5

/** Asks for something to be done, and again when a server that has no time for it says when it may have. */
export const askInTime = async (path: string, options: RequestOptions): Promise<Answer | null> => {
  let answer = await ask('POST', path, options)
  for (let tries = 0; answer?.status === 429 && tries < mostTries; tries += 1) {
    await pause(Math.min(answer.retryAfter ?? 1, mostSeconds) * 1000)
    answer = await ask('POST', path, options)
  }
  return answer
}
