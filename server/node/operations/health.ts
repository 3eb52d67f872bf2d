import { Hono, type Context } from 'hono'
import { securityHeaders, type Site } from '../guard.ts'

/** What the server knows of its own health. */
export interface HealthOptions {
  readonly site: Site
  /** Whether runs can be opened: what they are kept in answers. */
  readonly isReady: () => Promise<boolean>
  /** Whether the server has been told to stop. */
  readonly isStopping: () => boolean
  /** Milliseconds that `isReady` may take. */
  readonly patience?: number
}

/** Orchestrators ask every few seconds and give up after one or more. */
const usualPatience = 2000

/** False when the promise is false, fails, or takes too long. */
const isSoon = async (answer: () => Promise<boolean>, patience: number): Promise<boolean> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, patience, false)
  })
  try {
    return await Promise.race([answer(), late])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}

/**
 * `/healthz`: whether the process serves. `/readyz`: whether it should be sent learners, 503 when
 * not. They are for whoever watches the server, under whatever name it asks, and say nothing else.
 */
export const createHealth = ({
  site,
  isReady,
  isStopping,
  patience = usualPatience,
}: HealthOptions): Hono => {
  const health = new Hono()
  const answer = (c: Context, good: boolean): Response =>
    c.text(good ? 'ok\n' : 'unavailable\n', good ? 200 : 503)
  health.get('/healthz', securityHeaders(site), (c) => answer(c, true))
  health.get('/readyz', securityHeaders(site), async (c) =>
    answer(c, !isStopping() && (await isSoon(isReady, patience))),
  )
  return health
}
