import { randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { RunRequest } from '../../scenarios/model/request.ts'
import { type Text, textOf } from '../../scenarios/model/text.ts'
import { createRecentIds } from './recent-ids.ts'
import type { Opened, RunLookup, Runs, RunsOptions } from './runs-interface.ts'
import { isAtRest, remaining, serveRun, type ServedRun } from './served-run.ts'
import { readBody, type RunRecord } from './store/store.ts'
import type { Turn } from './take-turn.ts'

/** 144 bits from the operating system: an id is a key, so it must be beyond guessing. */
const newId = (): string => randomBytes(18).toString('base64url')

/** How often a command is begun anew because another node was faster. */
const mostTries = 3

/** The runs of a server. */
export const createRuns = (options: RunsOptions): Runs => {
  const { openRun, bounds, store, now, metrics } = options
  const served = new Map<string, ServedRun>()
  /** Their learners hear why they are gone. */
  const expired = createRecentIds()
  /** Their pages have left: an opening that is late gives way. */
  const abandoned = createRecentIds()
  const opening = new Set<string>()
  /** Runs that are being made again; who asks meanwhile waits for the same. */
  const remaking = new Map<string, Promise<RunLookup>>()
  let isClosed = false

  const drop = (id: string, reason: Text | null): void => {
    const run = served.get(id)
    served.delete(id)
    run?.close(reason)
  }
  /** A run that is kept is let go of; another one is over. */
  const release = (run: ServedRun): void => {
    if (!run.isKept) expired.add(run.id)
    drop(run.id, run.isKept ? null : textOf('problem.run-expired'))
    if (run.isKept) metrics.runFolded()
    else metrics.runEnded()
  }
  const sweep = (): void => {
    for (const run of served.values()) {
      if (run.turns.isIdle && remaining(run, bounds, now()) <= 0) release(run)
      // Another node may have carried on what somebody follows here; a silent store is asked again.
      else if (run.followers > 0 && run.isKept) void find(run.id).catch(() => undefined)
    }
  }
  /** Seconds until the first of some runs may be over. */
  const soonest = (some: readonly ServedRun[]): number => {
    metrics.refused('runs')
    const left = some.map((run) => remaining(run, bounds, now()))
    return Math.max(1, Math.ceil(Math.min(...left, bounds.realLifetime) / 1000))
  }
  /** Makes room for one run more of a client; seconds until there may be some, or 0. */
  const makeRoom = (client: string | null): number => {
    sweep()
    const own = [...served.values()].filter((run) => !run.isKept && run.client === client)
    if (own.length >= bounds.clientRuns) return soonest(own)
    if (served.size + opening.size + remaking.size < bounds.runs) return 0
    const idle = [...served.values()].filter((run) => run.isKept && isAtRest(run))
    const [oldest] = idle.toSorted((a, b) => a.usedAt - b.usedAt)
    if (oldest !== undefined) {
      release(oldest)
      return 0
    }
    return soonest([...served.values()])
  }

  const atOnce: Turn = (work) => work()

  const remake = async (
    id: string,
    { revision, body }: RunRecord,
    turn: Turn = atOnce,
  ): Promise<RunLookup> => {
    const request = readBody(body)
    if (request === null) return { kind: 'unknown' }
    const old = served.get(id)
    const seconds = old === undefined ? makeRoom(null) : 0
    if (seconds > 0) return { kind: 'full', seconds }
    const engine = await turn(() => openRun(request))
    if ('problem' in engine) return { kind: 'unknown' }
    metrics.runRemade(request.workflow)
    if (old !== undefined && served.get(id) === old) {
      old.exchange(engine, revision)
      return { kind: 'open', opened: old }
    }
    const { history: _history, ...begun } = request
    const opened = serveRun(id, engine, {
      options: begun,
      client: null,
      bounds,
      revision,
      usedAt: now(),
    })
    served.set(id, opened)
    return { kind: 'open', opened }
  }

  const usable = (run: ServedRun): RunLookup => ({ kind: 'open', opened: run.use(now()) })

  /** Finds a run as the store has it. One that is served is exchanged, so this is done in its turn. */
  const lookUp: Runs['find'] = async (id, { revision, turn } = {}) => {
    if (isClosed) return { kind: 'unknown' }
    const here = served.get(id)
    if (here?.isKept === false) {
      if (remaining(here, bounds, now()) > 0) return usable(here)
      release(here)
      return { kind: 'expired' }
    }
    const kept = await store.read(id)
    if (kept === null && here !== undefined && here.revision === revision) {
      // The store has lost it, and whoever asks has seen nothing newer.
      if (await store.write(id, { revision, body: here.body }, 0)) return usable(here)
    }
    if (kept === null || kept === 'ended') {
      drop(id, textOf('problem.run-closed'))
      return { kind: expired.has(id) ? 'expired' : 'unknown' }
    }
    if (here?.revision === kept.revision) return usable(here)
    const making = remaking.get(id) ?? remake(id, kept, turn)
    remaking.set(id, making)
    try {
      return await making
    } finally {
      remaking.delete(id)
    }
  }

  const find: Runs['find'] = async (id, asking) => {
    const here = served.get(id)
    if (here === undefined) return lookUp(id, asking)
    // What is at work in it may not be kept yet; it is as it is.
    if (!here.turns.isIdle) return usable(here)
    return (await here.turns.take(() => lookUp(id, asking))) ?? usable(here)
  }

  /** Keeps what a command has made of a run; false when another node has kept something else. */
  const keep = async (opened: ServedRun, before: string): Promise<boolean> => {
    const { body } = opened
    if (!opened.isKept || body === before) return opened.advance(body !== before)
    const { revision } = opened
    // Until it is kept nobody knows what the run has become.
    opened.doubt()
    const isKept = await store.write(opened.id, { revision: revision + 1, body }, revision)
    return isKept && opened.settle(revision + 1)
  }

  const command: Runs['command'] = async (id, act, asking = {}) => {
    const { revision } = asking
    for (let tries = 0; tries < mostTries; tries += 1) {
      const found = await lookUp(id, asking)
      if (found.kind !== 'open') return found
      const { opened } = found
      if (revision !== undefined && opened.revision !== revision) return { kind: 'changed', opened }
      const before = opened.body
      const result = await act(opened.run)
      const { ended } = opened
      if (ended.aborted) return { kind: 'ended', reason: ended.reason as Text }
      if (await keep(opened, before)) return { kind: 'done', opened: opened.use(now()), result }
    }
    return { kind: 'busy' }
  }

  /**
   * The run of an id that is taken, where it is the one that is asked for and nothing was done in it yet:
   * a request may be sent again by a proxy whose node ended before it answered (RFC 9110 §9.2.2).
   */
  const openedBefore = async (id: string, request: RunRequest, turn: Turn): Promise<Opened> => {
    const found = await find(id, { turn })
    if (found.kind !== 'open') return { kind: 'left' }
    const { opened } = found
    const { history: _history, ...begun } = request
    const isSame = opened.revision === 1 && isDeepStrictEqual(opened.options, begun)
    return isSame ? { kind: 'opened', opened } : { kind: 'taken' }
  }

  return {
    count: () => served.size,
    sweep,
    find,
    command: async (id, act, asking) => {
      const here = served.get(id)
      // Whether it has had its time is judged in its turn.
      const found: RunLookup =
        here === undefined ? await lookUp(id, asking) : { kind: 'open', opened: here }
      if (found.kind !== 'open') return found
      return (await found.opened.turns.take(() => command(id, act, asking))) ?? { kind: 'busy' }
    },
    end: async (id, reason) => {
      abandoned.add(id)
      const kept = served.has(id) ? null : await store.read(id)
      const wasThere = served.has(id) || (kept !== null && kept !== 'ended')
      if (wasThere) metrics.runEnded()
      drop(id, reason)
      await store.end(id)
      return wasThere
    },
    open: async (request, { id = newId(), gone, turn = atOnce, client = null } = {}) => {
      if (served.has(id)) return openedBefore(id, request, turn)
      if (opening.has(id)) return { kind: 'taken' }
      const seconds = makeRoom(client)
      if (seconds > 0) return { kind: 'full', seconds }
      const hasLeft = (): boolean => isClosed || gone?.aborted === true || abandoned.has(id)
      opening.add(id)
      try {
        const run = await turn(async () => (hasLeft() ? null : openRun(request)))
        if (run === null) return { kind: 'left' }
        // Opening is one long breath; that somebody has left is only heard after it.
        await new Promise((resolve) => {
          setImmediate(resolve)
        })
        if ('problem' in run) return { kind: 'refused', refusal: run }
        const { history: _history, ...begun } = request
        const opened = serveRun(id, run, {
          options: begun,
          client,
          bounds,
          revision: 1,
          usedAt: now(),
        })
        const isMine =
          !hasLeft() &&
          (!opened.isKept || (await store.write(id, { revision: 1, body: opened.body }, 0)))
        if (!isMine) {
          opened.close(null)
          return hasLeft() ? { kind: 'left' } : await openedBefore(id, request, turn)
        }
        served.set(id, opened)
        metrics.runOpened(request.workflow)
        return { kind: 'opened', opened }
      } finally {
        opening.delete(id)
      }
    },
    follow: ({ id }) => {
      const run = served.get(id)
      return run === undefined || run.followers >= bounds.followers ? undefined : run.follow(now)
    },
    close: () => {
      isClosed = true
      for (const id of served.keys()) drop(id, textOf('problem.lab-stopped'))
    },
  }
}
