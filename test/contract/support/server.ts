import { setTimeout as sleep } from 'node:timers/promises'
import { createStandIn } from '../../../server/fusionauth/stand-in/index.ts'
import { listen } from '../../../server/node/listen.ts'

/** The FusionAuth that the contract is held against. */
export interface ContractServer {
  readonly origin: string
  readonly apiKey: string
  /** False for the stand-in, whose inferences are then asserted. */
  readonly real: boolean
  /** Lets seconds pass: the stand-in's clock is moved, for a real server they are waited for. */
  pass(seconds: number): Promise<void>
  close(): Promise<void>
}

const standIn = async (): Promise<ContractServer> => {
  const apiKey = 'the-key-of-the-contract'
  let ahead = 0
  const clock = { now: () => Date.now() + ahead }
  const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) }
  const result = await listen(0, (origin) => createStandIn({ origin, clock, random, apiKey }).app)
  if (!result.ok) throw new Error(result.problem)
  return {
    origin: result.listening.origin,
    apiKey,
    real: false,
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
    pass: (seconds) => sleep(seconds * 1000),
    close: async () => undefined,
  }
}
