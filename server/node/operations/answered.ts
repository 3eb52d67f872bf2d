import type { Context, Hono } from 'hono'
import { TrieRouter } from 'hono/router/trie-router'

/** A request that was answered; nothing in it says which run it was about. */
export interface Answered {
  readonly method: string
  /** The pattern of its address, such as `/api/runs/:id/events`; `*` for an address that there is not. */
  readonly route: string
  readonly status: number
  /** Until the answer began. */
  readonly milliseconds: number
  /** The address of the client; '' when it is not known. */
  readonly client: string
}

/** Tells the pattern of a path; there are as many as routes and files, whatever is asked for. */
type PatternOf = (path: string) => string

/** @param isFile whether a path is that of a file which is served */
export const createPatternOf = (
  apps: readonly Pick<Hono, 'routes'>[],
  isFile: (path: string) => boolean,
): PatternOf => {
  const patterns = new Set(apps.flatMap(({ routes }) => routes.map(({ path }) => path)))
  const router = new TrieRouter<string>()
  for (const pattern of patterns) if (!pattern.includes('*')) router.add('ALL', pattern, pattern)
  return (path) => {
    const [[[found = null] = []]] = router.match('ALL', path)
    if (found !== null) return found
    if (!isFile(path)) return '*'
    return path.startsWith('/assets/') ? '/assets/*' : path
  }
}

type Fetch = (request: Request, env: object) => Response | Promise<Response>

/** What to do with a request that was answered, and how to tell what is told of it. */
export interface AnsweredOptions {
  readonly onAnswer: (answered: Answered) => void
  readonly patternOf: PatternOf
  readonly clientOf: (c: Pick<Context, 'env'>) => string
  /** Milliseconds on any clock that does not jump. */
  readonly now: () => number
}

/** Answers as before, and tells of each answer. */
export const tellingOfAnswers =
  (fetch: Fetch, { onAnswer, patternOf, clientOf, now }: AnsweredOptions): Fetch =>
  async (request, env) => {
    const start = now()
    const client = clientOf({ env })
    const response = await fetch(request, env)
    onAnswer({
      method: request.method,
      route: patternOf(new URL(request.url).pathname),
      status: response.status,
      milliseconds: now() - start,
      client,
    })
    return response
  }
