import type { MiddlewareHandler } from 'hono'
import type { Bindings } from '../transport/bridge.ts'
import type { ApplicationPorts, ApplicationSettings } from './settings.ts'

/** Header fields that a careless log copies with the rest. */
const loggedHeaders = ['authorization', 'cookie', 'x-refresh-token'] as const

/**
 * The application's own log of requests, as somebody left it on while looking for a fault: with
 * addresses and header fields in full. Where it is redacted, which is usual, no line of it can open
 * anything, and the world does not tell it.
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
