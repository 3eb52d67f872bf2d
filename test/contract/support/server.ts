import { setTimeout as sleep } from 'node:timers/promises'
import { createStandIn, type StandIn } from '../../../server/fusionauth/stand-in/index.ts'
import { listen } from '../../../server/node/listen.ts'

/** The FusionAuth that the contract is held against. */
export interface ContractServer {
  readonly origin: string
  readonly apiKey: string
  /** False for the stand-in, whose inferences are then asserted. */
  readonly real: boolean
  /** The time by the server's clock, in milliseconds. */
  now(): number
  /** Lets seconds pass: the stand-in's clock is moved, for a real server they are waited for. */
  pass(seconds: number): Promise<void>
  close(): Promise<void>
}

const standIn = async (): Promise<ContractServer> => {
  const apiKey = 'the-key-of-the-contract'
  let ahead = 0
  const clock = { now: () => Date.now() + ahead }
  const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) }
  const made: StandIn[] = []
  const result = await listen(0, (origin) => {
    const instance = createStandIn({ origin, clock, random, apiKey })
    made.push(instance)
    return instance.app
  })
  if (!result.ok) throw new Error(result.problem)
  // What every FusionAuth has that was ever started, its second own application for one.
  const text = JSON.stringify({ apiKeys: [{ key: apiKey, keyManager: true }] })
  for (const instance of made) {
    const set = await instance.kickstart({
      text,
      path: 'kickstart.json',
      env: () => undefined,
      include: () => Promise.resolve(undefined),
    })
    if (!set.ok) throw new Error(set.problem)
  }
  return {
    origin: result.listening.origin,
    apiKey,
    real: false,
    now: clock.now,
    pass: async (seconds) => {
      ahead += seconds * 1000
    },
    close: result.listening.close,
  }
}

/** FUSIONAUTH_URL with FUSIONAUTH_API_KEY, else the stand-in behind a socket. */
export const openServer = async (): Promise<ContractServer> => {
  const url = process.env['FUSIONAUTH_URL'] ?? ''
  const apiKey = process.env['FUSIONAUTH_API_KEY'] ?? ''
  if (url === '' && apiKey === '') return standIn()
  if (url === '' || apiKey === '')
    throw new Error('Set both FUSIONAUTH_URL and FUSIONAUTH_API_KEY, or none of them.')
  return {
    origin: new URL(url).origin,
    apiKey,
    real: true,
    now: () => Date.now(),
    pass: (seconds) => sleep(seconds * 1000),
    close: async () => undefined,
  }
}
