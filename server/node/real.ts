import { fusionAuthClient } from '../fusionauth/port.ts'
import { ask } from '../fusionauth/port.ts'
import { ids } from '../fusionauth/blueprint.ts'
import { provision } from '../fusionauth/provision.ts'
import type { RunSurroundings } from '../run.ts'
import { createSocketTransport } from './sockets.ts'

type Real =
  | { readonly ok: true; readonly surroundings: RunSurroundings }
  | { readonly ok: false; readonly problem: string }

/** Longest wait for an answer of a real FusionAuth, in milliseconds. */
const timeoutMs = 10_000

/** Largest answer read from it, in bytes. */
const maxBytes = 2 * 1024 * 1024

/**
 * The surroundings of runs against a real FusionAuth (or the stand-in behind a socket). It is asked
 * for its version, which needs a valid API key, and set up at the beginning of each run.
 */
export const realSurroundings = async (
  address: string,
  apiKey: string | undefined,
): Promise<Real> => {
  const origin = URL.parse(address)?.origin
  if (origin === undefined || !/^https?:/.test(origin))
    return {
      ok: false,
      problem: `"${address}" is not the address of a FusionAuth. It must begin with http:// or https://.`,
    }
  if (apiKey === undefined || apiKey === '')
    return { ok: false, problem: 'A FusionAuth needs an API key: put it into FUSIONAUTH_API_KEY.' }
  const transport = createSocketTransport({ allowOrigin: origin, timeoutMs, maxBytes })
  const access = { baseUrl: origin, apiKey, tenantId: ids.tenant }
  const version = await ask(
    fusionAuthClient({ ...access, tenantId: '' }, transport, null).retrieveVersion(),
    (body) => (typeof body.version === 'string' ? body.version : null),
  )
  if (!version.ok) {
    const why =
      version.why === 'refused'
        ? `it refused the API key with status ${version.status}`
        : version.problem
    return { ok: false, problem: `FusionAuth at ${origin} cannot be used: ${why}.` }
  }
  return {
    ok: true,
    surroundings: {
      real: {
        origin,
        apiKey,
        tenantId: ids.tenant,
        about: { kind: 'fusionauth', version: version.value },
        handle: transport,
        realTime: () => Date.now(),
        prepare: (plan) =>
          provision(fusionAuthClient({ ...access, tenantId: '' }, transport, null), plan),
      },
    },
  }
}
