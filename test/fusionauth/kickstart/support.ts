import { createStandIn } from '../../../server/fusionauth/stand-in/index.ts'
import type { WireResponse } from '../../../scenarios/model/wire.ts'
import { countingRandom, testClock } from '../support/lab.ts'

export const origin = 'http://fusionauth:9011'

/** An instance as it is when nobody has touched it yet. */
export const openFresh = () =>
  createStandIn({ origin, clock: testClock(), random: countingRandom(), apiKey: 'first-key' })

type KickstartEnvironment = {
  readonly env?: Readonly<Record<string, string>>
  readonly files?: Readonly<Record<string, string>>
}

/** Runs a Kickstart on an instance. */
export const run = (
  standIn: ReturnType<typeof openFresh>,
  file: unknown,
  { env = {}, files = {} }: KickstartEnvironment = {},
) =>
  standIn.kickstart({
    path: 'kickstart.json',
    text: typeof file === 'string' ? file : JSON.stringify(file),
    env: (name) => env[name],
    include: async (path) => files[path],
  })

/** A call with a key; the answer. */
export const call = (
  standIn: ReturnType<typeof openFresh>,
  key: string,
  path: string,
  method = 'GET',
): Promise<WireResponse> =>
  standIn.handle({ method, url: origin + path, headers: [['authorization', key]], body: '' }, 0)
