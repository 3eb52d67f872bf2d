import { setTimeout } from 'node:timers/promises'
import type { RealFusionAuth } from '../fusionauth/host.ts'
import { type FusionAuthAnswer, ask, fusionAuthClient } from '../fusionauth/port.ts'
import { realRuns } from '../fusionauth/real-host.ts'
import { createRunTenants, type RunTenants } from '../fusionauth/run-tenants.ts'
import type { RunEnvironment } from '../run.ts'
import type { Pace } from '../fusionauth/take-down.ts'
import { type Bounds, defaultBounds, longestRealLife } from './bounds.ts'
import { type Problem, problemOf } from './problem.ts'
import { type Text, textOf } from '../../scenarios/model/text.ts'
import { originOf } from './setting.ts'
import { createSocketTransport, type Transport } from './sockets.ts'

/** A FusionAuth that answered and took the API key. */
export interface Connection {
  readonly origin: string
  readonly apiKey: string
  readonly version: string
  readonly transport: Transport
  /** The official client, for calls that belong to no lesson. */
  readonly client: () => ReturnType<typeof fusionAuthClient>
}

/** Longest wait for an answer of a real FusionAuth, in milliseconds. Nothing is tried twice. */
const timeoutMs = 10_000

/** Largest answer read from it, in bytes. */
const maxBytes = 2 * 1024 * 1024

const wrong = (reason: Text) => ({ ok: false, ...problemOf(reason) }) as const

/** Told by whoever reads it: no page holds names of a server's settings. */
const keySetting = 'FUSIONAUTH_API_KEY'

/** Why a FusionAuth cannot be used, in English and as data. */
type Unusable = { readonly ok: false } & Problem

const refusal = (version: FusionAuthAnswer<string> & { ok: false }): Text => {
  if (version.why !== 'refused') return version.reason
  const { status } = version
  if (status === 401 || status === 403)
    return textOf('setup.key-refused', { status, setting: keySetting })
  return textOf(status >= 300 && status < 400 ? 'setup.leads-on' : 'setup.version-status', {
    status,
  })
}

/**
 * Connects to a FusionAuth (or to the stand-in behind a socket): asks for its version, which needs a
 * valid API key. The address is configuration; no request of a learner can name another.
 */
export const connect = async (
  address: string,
  apiKey: string | undefined,
): Promise<{ readonly ok: true; readonly connection: Connection } | Unusable> => {
  const origin = originOf(address)?.origin
  // What stands before the host may be a password.
  if (origin === undefined)
    return wrong(textOf('setup.no-address', { address: address.replace(/\/\/.*@/s, '//…@') }))
  if (apiKey === undefined || apiKey === '')
    return wrong(textOf('setup.no-key', { setting: keySetting }))
  const transport = createSocketTransport({ allowOrigin: origin, timeoutMs, maxBytes })
  const client = () => fusionAuthClient({ baseUrl: origin, apiKey, tenantId: '' }, transport, null)
  const version = await ask(client().retrieveVersion(), (body) =>
    typeof body?.version === 'string' ? body.version : null,
  )
  return version.ok
    ? { ok: true, connection: { origin, apiKey, version: version.value, transport, client } }
    : wrong(textOf('setup.unusable', { origin, why: refusal(version) }))
}

/** Seconds that a JWT lives which a lesson lets run out. */
const defaultJwtSeconds = 10

/** Resolves after so many milliseconds, or at the signal. */
const wait = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined)
}

const usualPace: Pace = {
  retries: [1_000, 5_000, 30_000, 2 * 60_000, 10 * 60_000],
  atEnd: [1_000, 2_000],
}

/** The tenants of this process's runs; `tell` hears what was found of earlier ones. */
export const openRunTenants = (
  bounds: Pick<Bounds, 'realLifetime'> = defaultBounds,
  tell: (line: string) => void = () => undefined,
  pace: Pace = usualPace,
): RunTenants =>
  createRunTenants({
    instance: crypto.randomUUID(),
    longest: longestRealLife(bounds),
    now: () => Date.now(),
    tell,
    pace,
    wait,
  })

/** How runs go at a real FusionAuth. */
export interface RealOptions {
  readonly tenants?: RunTenants
  /** Seconds that a JWT lives which a lesson lets run out. */
  readonly jwtSeconds?: number
}

/**
 * The environment of runs against a real FusionAuth. Each run has a tenant of its own there, which is set
 * up when it begins and taken away when it is closed; what was left over before is taken away, too.
 */
export const realEnvironment = async (
  address: string,
  apiKey: string | undefined,
  { tenants = openRunTenants(), jwtSeconds = defaultJwtSeconds }: RealOptions = {},
): Promise<
  | { readonly ok: true; readonly environment: RunEnvironment & { readonly real: RealFusionAuth } }
  | Unusable
> => {
  const connected = await connect(address, apiKey)
  if (!connected.ok) return connected
  const { origin, version, transport, client, apiKey: key } = connected.connection
  tenants.tidy(client())
  return {
    ok: true,
    environment: {
      real: {
        origin,
        apiKey: key,
        about: { kind: 'fusionauth', version },
        handle: transport,
        realTime: () => Date.now(),
        wait,
        jwtSeconds,
        tenants,
        runs: realRuns,
      },
    },
  }
}
