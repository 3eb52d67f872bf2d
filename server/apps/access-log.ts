import type { MiddlewareHandler } from 'hono'
import type { Bindings } from '../transport/bridge.ts'
import type { ApplicationPorts, ApplicationSettings } from './settings.ts'

/** Header fields that hold credentials. */
const loggedHeaders = ['authorization', 'cookie', 'x-refresh-token'] as const

/**
 * Middleware that logs each request with its address and these header fields in full, as a debug log
 * that was left on does. Where `log-redaction` is on, which is the default, no line holds a credential,
 * and the journal records none.
 */
export const accessLog = (
  { name, defences }: ApplicationSettings,
  { clock, journal }: ApplicationPorts,
): MiddlewareHandler<{ Bindings: Bindings }> => {
  let lines = 0
  return async ({ req }, next) => {
    if (defences['log-redaction']) return next()
    lines += 1
    const { pathname, search } = new URL(req.url)
    const headers = loggedHeaders.flatMap((field) => {
      const value = req.header(field)
      return value === undefined ? [] : [[field, value] as const]
    })
    journal.changed(`${name}.log`, 'set', String(lines), null, {
      time: new Date(clock.now()).toISOString(),
      request: `${req.method} ${pathname}${search}`,
      ...Object.fromEntries(headers),
    })
    return next()
  }
}
