import { FusionAuthClient } from '@fusionauth/typescript-client'
import { type Call, Unreachable } from '../../scenarios/engine/ports.ts'
import { WireRESTClient } from './rest.ts'
import { type NetworkText, type Text, textOf } from '../../scenarios/model/text.ts'
import { sayNetworkEnglish } from '../../scenarios/i18n/en/network.ts'

/** Where FusionAuth is and how an application authenticates there. Base URL alone tells stand-in from real. */
export interface FusionAuthAccess {
  /** Origin of FusionAuth, no trailing slash. */
  readonly baseUrl: string
  readonly apiKey: string
  readonly tenantId: string
  /** Where another server than FusionAuth answers what FusionAuth answers at the paths named. */
  readonly paths?: ReadonlyMap<string, string>
}

const ownPaths: ReadonlyMap<string, string> = new Map()

/** The official client, speaking over `call`; `cause` is the exchange that needs it. */
export const fusionAuthClient = (
  access: FusionAuthAccess,
  call: Call,
  cause: number | null,
): FusionAuthClient => {
  const client = new FusionAuthClient(access.apiKey, access.baseUrl, access.tenantId)
  client.clientBuilder = {
    build: <RT, ERT>(host: string) =>
      new WireRESTClient<RT, ERT>(host, call, cause, access.paths ?? ownPaths),
  }
  return client
}

/** FusionAuth's answer as a value: what was asked for, a refusal, or nothing usable. */
export type FusionAuthAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: 'refused'; readonly status: number }
  | {
      readonly ok: false
      readonly why: 'unreachable' | 'unusable'
      /** In English, for a page. */
      readonly problem: string
      readonly reason: Text
    }

const statusOf = (failure: unknown): number | null =>
  typeof failure === 'object' &&
  failure !== null &&
  'statusCode' in failure &&
  typeof failure.statusCode === 'number'
    ? failure.statusCode
    : null

const unusable = (reason: NetworkText) =>
  ({ ok: false, why: 'unusable', problem: sayNetworkEnglish(reason), reason }) as const

/** Waits for a call of the client and reads from its answer what the caller needs; null means unusable. */
export const ask = async <R, T>(
  request: Promise<{ readonly statusCode: number; readonly response: R }>,
  read: (response: R, status: number) => T | null,
): Promise<FusionAuthAnswer<T>> => {
  try {
    const { response, statusCode } = await request
    const value = read(response, statusCode)
    return value === null
      ? unusable(textOf('network.lacks', { status: statusCode }))
      : { ok: true, value }
  } catch (failure) {
    if (failure instanceof Unreachable)
      return {
        ok: false,
        why: 'unreachable',
        problem: failure.message,
        reason: failure.reason,
      }
    const status = statusOf(failure)
    if (status === null) return unusable(textOf('network.no-json'))
    return status >= 500
      ? unusable(textOf('network.status', { status }))
      : { ok: false, why: 'refused', status }
  }
}
