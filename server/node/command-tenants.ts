import type { RunTenants } from '../fusionauth/run-tenants.ts'
import { complain } from './command-line.ts'
import { openRunTenants } from './real.ts'
import { whenToldToStop } from './stopping.ts'

/** The tenants of a command's runs. */
export interface CommandTenants {
  readonly tenants: RunTenants
  /** Aborted by the first signal: then there is nothing more to print. */
  readonly stopped: AbortSignal
}

/**
 * Keeps the tenants of a command's runs. At SIGINT and SIGTERM they are taken away, and the command ends
 * as one that a signal has ended; a second signal ends it at once.
 */
export const openCommandTenants = (): CommandTenants => {
  const stopping = new AbortController()
  const tenants = openRunTenants(undefined, (line) => {
    complain(line, 0)
  })
  const stop = (): Promise<void> => {
    stopping.abort()
    complain('Takes its tenant at FusionAuth away, then ends. A second signal ends it at once.', 0)
    return tenants.close()
  }
  whenToldToStop(stop, 'signal')
  return { tenants, stopped: stopping.signal }
}
