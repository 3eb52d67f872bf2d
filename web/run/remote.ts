import type { LabEvent, Run, RunState } from '../../scenarios/vocabulary.ts'
import { createMirror, type Link, type Reply } from './mirror.ts'
import type { OpenOptions, Trouble } from './open.ts'

/** There is no API for runs at this address: nobody answers, or somebody else does. */
export class NoServer extends Error {
  constructor() {
    super('There is no Login Lab server at this address.')
    this.name = 'NoServer'
  }
}

interface Answer {
  readonly ok: boolean
  readonly status: number
  readonly id?: string
  readonly state?: RunState
  readonly problem?: string
}

const silent = 'The server does not answer. Check that it is running, then try again.'

/** Relative to the page, so that the lab may live below a path. */
const runs = 'api/runs'

/** Milliseconds between two words to the server about where the page looks. */
const seekEvery = 250

const ask = async (method: string, path: string, body?: object): Promise<Answer | null> => {
  const init: RequestInit =
    body === undefined
      ? { method }
      : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  try {
    const response = await fetch(path, init)
    const isJson = response.headers.get('content-type')?.includes('application/json') === true
    const data: unknown = isJson ? await response.json() : null
    const known = typeof data === 'object' && data !== null ? data : {}
    return { ...known, ok: response.ok && isJson, status: response.status }
  } catch {
    return null
  }
}

const reply = (answer: Answer | null): Reply => {
  if (answer === null) return { result: { ok: false, problem: silent } }
  const state = answer.state === undefined ? {} : { state: answer.state }
  if (answer.ok) return { result: { ok: true }, ...state }
  const problem = answer.problem ?? `The server answered with status ${answer.status}.`
  return { result: { ok: false, problem }, ...state }
}

/**
 * Opens a run on the server that this page came from.
 *
 * @throws NoServer when there is no API for runs; Error with the server's own sentence when it
 * refused
 */
export const openRemote = async (
  options: OpenOptions,
  onTrouble: (trouble: Trouble | null) => void,
): Promise<Run> => {
  const opened = await ask('POST', runs, options)
  if (opened === null || (opened.problem === undefined && !opened.ok)) throw new NoServer()
  if (opened.id === undefined || opened.state === undefined)
    throw new Error(opened.problem ?? `The server answered with status ${opened.status}.`)
  const base = `${runs}/${encodeURIComponent(opened.id)}`

  const live = new EventSource(`${base}/live`)
  let told: ReturnType<typeof setTimeout> | undefined
  let place = 0
  const flush = (): void => {
    told = undefined
    void ask('POST', `${base}/seek`, { to: place })
  }
  const link: Link = {
    send: async (event: LabEvent, at: number) => {
      clearTimeout(told)
      told = undefined
      return reply(await ask('POST', `${base}/events`, { event, at }))
    },
    seek: (to) => {
      place = to
      told ??= setTimeout(flush, seekEvery)
    },
    fork: async (at) => reply(await ask('POST', `${base}/fork`, { at })),
    switchTo: async (branch) => reply(await ask('POST', `${base}/branch`, { branch })),
    close: () => {
      clearTimeout(told)
      live.close()
      void fetch(base, { method: 'DELETE', keepalive: true }).catch(() => undefined)
    },
  }
  const mirror = createMirror(opened.state, link)
  const gone = (problem: string): void => {
    live.close()
    onTrouble({ problem, gone: true })
  }
  live.addEventListener('open', () => onTrouble(null))
  live.addEventListener('state', (event) => {
    mirror.absorb(JSON.parse(String(event.data)) as RunState)
  })
  live.addEventListener('end', (event) => {
    const { problem } = JSON.parse(String(event.data)) as { problem: string }
    gone(problem)
  })
  const look = async (): Promise<void> => {
    const answer = await ask('GET', base)
    if (answer === null) onTrouble({ problem: silent, gone: false })
    else if (answer.status === 404 || answer.status === 410)
      gone(answer.problem ?? 'The server does not know this run any more.')
  }
  live.addEventListener('error', () => void look())
  return mirror.run
}
