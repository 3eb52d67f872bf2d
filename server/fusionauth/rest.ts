import type IRESTClient from '@fusionauth/typescript-client/build/src/IRESTClient.js'
import type { Call } from '../../scenarios/engine/ports.ts'
import type { WireResponse } from '../../scenarios/model/wire.ts'
import { headerOf } from '../../scenarios/engine/wire.ts'

/** What the official client resolves with, and rejects with when the status is not 2xx. */
interface Result {
  readonly statusCode: number
  readonly response?: unknown
  readonly exception?: unknown
  wasSuccessful(): boolean
}

/** JSON under any of its names: a server may call its keys `application/jwk-set+json` (RFC 7517 §8.5). */
const result = (response: WireResponse): Result => {
  const good = response.status >= 200 && response.status < 300
  const content: unknown = /^application\/(?:[\w.-]+\+)?json/i.test(
    headerOf(response.headers, 'content-type') ?? '',
  )
    ? JSON.parse(response.body)
    : undefined
  return {
    statusCode: response.status,
    ...(good ? { response: content } : { exception: content }),
    wasSuccessful: () => good,
  }
}

/** Values that the official client leaves out of a form body. */
const empty = new Set(['', 'null', 'undefined'])

/**
 * The HTTP layer of `@fusionauth/typescript-client`, replaced at its own extension point
 * (`clientBuilder`) by one that speaks over the recorded wire: so each call is a message of the trace.
 * It sends what the client's own layer sends; only the transport differs.
 */
export class WireRESTClient<RT, ERT> implements IRESTClient<RT, ERT> {
  readonly #call: Call
  readonly #cause: number | null
  readonly #host: string
  readonly #paths: ReadonlyMap<string, string>
  readonly #headers = new Map<string, string>()
  readonly #parameters: [string, string][] = []
  #path = ''
  #method = 'GET'
  #body = ''

  /** `paths` leads from FusionAuth's paths to those of another server; a path not in it stays. */
  constructor(host: string, call: Call, cause: number | null, paths: ReadonlyMap<string, string>) {
    this.#host = host
    this.#call = call
    this.#cause = cause
    this.#paths = paths
  }

  withAuthorization(key: string): this {
    return key === null || key === undefined ? this : this.withHeader('authorization', key)
  }

  withUriSegment(segment: string | number): this {
    if (segment !== null && segment !== undefined)
      this.#path = `${this.#path.replace(/\/$/, '')}/${segment}`
    return this
  }

  withFormData(body: URLSearchParams): this {
    const kept = [...(body ?? [])].filter(([, value]) => !empty.has(value))
    this.#body = new URLSearchParams(kept).toString()
    return this.withHeader('content-type', 'application/x-www-form-urlencoded')
  }

  withHeader(key: string, value: string): this {
    this.#headers.set(key.toLowerCase(), value)
    return this
  }

  withJSONBody(body: object): this {
    this.#body = JSON.stringify(body)
    return this.withHeader('content-type', 'application/json')
  }

  withMethod(method: string): this {
    this.#method = method
    return this
  }

  withUri(uri: string): this {
    this.#path = uri
    return this
  }

  withParameter(name: string, value: unknown): this {
    this.#parameters.push([name, String(value)])
    return this
  }

  withCredentials(): this {
    return this
  }

  withResponseHandler(): this {
    return this
  }

  withErrorResponseHandler(): this {
    return this
  }

  async go(): Promise<never> {
    const url = new URL(`${this.#host}${this.#paths.get(this.#path) ?? this.#path}`)
    for (const [name, value] of this.#parameters) url.searchParams.append(name, value)
    const answer = await this.#call(
      {
        method: this.#method,
        url: url.href,
        headers: [['host', url.host], ['accept', '*/*'], ...this.#headers],
        body: this.#body,
      },
      this.#cause,
    )
    const outcome = result(answer)
    if (!outcome.wasSuccessful()) throw outcome
    // The client's methods give the result its type; the interface cannot express that here.
    return outcome as never
  }
}
