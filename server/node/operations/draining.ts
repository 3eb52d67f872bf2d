import type { Server } from 'node:http'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'

type Fetch = (request: Request, env: object) => Response | Promise<Response>

/** Answers that are being made; a stream counts until it begins. */
export interface InFlight {
  /** Answers as before, and counts. */
  counting(fetch: Fetch): Fetch
  readonly count: () => number
}

export const createInFlight = (): InFlight => {
  let count = 0
  return {
    count: () => count,
    counting: (fetch) => async (request, env) => {
      count += 1
      try {
        return await fetch(request, env)
      } finally {
        count -= 1
      }
    },
  }
}

/** Milliseconds that answers in the making may take when the server stops. */
const mostInFlight = 5000

/** Milliseconds that connections may take to hear their last words. */
const mostLastWords = 1000

/** Milliseconds between two looks. */
const interval = 50

/** Resolves when no answer is being made, at two looks in a row: a connection that was just taken has not said yet what it wants. */
const quiet = async (inFlight: InFlight): Promise<void> => {
  let still = 0
  for (let waited = 0; still < 2 && waited < mostInFlight; waited += interval) {
    await sleep(interval)
    still = inFlight.count() === 0 ? still + 1 : 0
  }
}

/** Turns of the event loop without a new connection after which none waits to be taken. */
const idleTurns = 3

/**
 * Gives the way to take the connections that the system has accepted and this program has not yet: a
 * listener that is closed resets them. Node takes one in a turn of its event loop.
 */
const createTaking = (server: Server): (() => Promise<void>) => {
  let taken = 0
  server.on('connection', () => {
    taken += 1
  })
  return async () => {
    for (let idle = 0, turns = 0; idle < idleTurns && turns < 1000; turns += 1) {
      const before = taken
      await nextTurn()
      idle = taken === before ? idle + 1 : 0
    }
  }
}

/** What is stopped, and how. */
export interface DrainingOptions {
  readonly server: Server
  readonly inFlight: InFlight
  /** Milliseconds in which a proxy finds out that learners should be sent elsewhere. */
  readonly drain: number
  /** Aborted at once: from then on the server is not ready. */
  readonly stopping: AbortController
  /** Aborted when the last request is answered: runs end, and their followers hear why. */
  readonly stopped: AbortController
}

/**
 * Gives the way to stop a server so that nobody is cut off. It serves on while it drains, and asks for
 * a new connection after each answer, so that a proxy sends what comes next elsewhere; it takes no
 * more connections after that, finishes what it is at, and ends those that follow a run.
 */
export const createStop = ({
  server,
  inFlight,
  drain,
  stopping,
  stopped,
}: DrainingOptions): (() => Promise<void>) => {
  server.prependListener('request', (_request, response) => {
    if (stopping.signal.aborted) response.setHeader('connection', 'close')
  })
  const takeWaiting = createTaking(server)
  const stop = async (): Promise<void> => {
    stopping.abort()
    await sleep(drain)
    await takeWaiting()
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
    await quiet(inFlight)
    stopped.abort()
    const idle = setInterval(() => server.closeIdleConnections(), interval)
    const late = setTimeout(() => server.closeAllConnections(), mostLastWords)
    await closed
    clearInterval(idle)
    clearTimeout(late)
  }
  let ending: Promise<void> | undefined
  return () => (ending ??= stop())
}
