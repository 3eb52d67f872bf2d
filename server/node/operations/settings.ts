import { readProxies } from './client-address.ts'
import type { Environment } from '../setting.ts'

/** How the server is operated: who stands before it, and what it tells of itself. */
export interface Operations {
  /** Proxies whose X-Forwarded-For is believed; addresses, ranges and their names. */
  readonly proxies: readonly string[]
}

/** What is wrong and what should be known; each a sentence. */
interface Remarks {
  readonly problems: string[]
  readonly warnings: string[]
}

const readTrust = (env: Environment, { problems }: Remarks): readonly string[] => {
  const proxies = readProxies(env['TRUST_PROXY'] ?? '')
  if (proxies === undefined)
    problems.push(
      'TRUST_PROXY must be the addresses or ranges of your proxies, such as 10.0.0.7, 10.0.0.0/8, loopback or uniquelocal, with commas between them.',
    )
  return proxies ?? []
}

/** Reads what concerns operations from environment variables, and adds its remarks. */
export const readOperations = (env: Environment, remarks: Remarks): Operations => ({
  proxies: readTrust(env, remarks),
})
