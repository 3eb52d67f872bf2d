import type { CookieVerdict } from '../model/cookie.ts'
import type { HarCookie } from './har-cookies.ts'

/** A name with its value, as the format has headers and parameters. */
export interface NameValue {
  readonly name: string
  readonly value: string
}

export interface HarRequest {
  readonly method: string
  readonly url: string
  readonly httpVersion: string
  readonly cookies: readonly HarCookie[]
  readonly headers: readonly NameValue[]
  readonly queryString: readonly NameValue[]
  readonly postData?: {
    readonly mimeType: string
    readonly params: readonly NameValue[]
    readonly text: string
  }
  readonly headersSize: number
  readonly bodySize: number
}

export interface HarResponse {
  readonly status: number
  readonly statusText: string
  readonly httpVersion: string
  readonly cookies: readonly HarCookie[]
  readonly headers: readonly NameValue[]
  readonly content: { readonly size: number; readonly mimeType: string; readonly text?: string }
  readonly redirectURL: string
  readonly headersSize: number
  readonly bodySize: number
  /** Why there is no answer; Chromium's own name for it. */
  readonly _error?: string
}

/** A message of the trace that a half of an entry is. */
interface Half {
  readonly n: number
  readonly id: string
}

export interface HarEntry {
  readonly pageref?: string
  readonly startedDateTime: string
  readonly time: number
  readonly request: HarRequest
  readonly response: HarResponse
  readonly cache: Readonly<Record<string, never>>
  readonly timings: { readonly send: number; readonly wait: number; readonly receive: number }
  readonly connection: string
  readonly comment?: string
  readonly _from: string
  readonly _to: string
  readonly _phase: string
  readonly _exchange: number
  /** The exchange that caused this one; absent when an agent began it. */
  readonly _cause?: number
  readonly _request: Half
  readonly _response?: Half
  /** Cookies that the agent had and did not send, and because of which rule. */
  readonly _withheldCookies?: readonly (Pick<
    CookieVerdict,
    'name' | 'domain' | 'path' | 'source'
  > & { readonly reason: string })[]
  /** Which tab of the developer tools shows it. */
  readonly _resourceType: 'document' | 'fetch' | 'other'
}

export interface HarPage {
  readonly startedDateTime: string
  readonly id: string
  readonly title: string
  readonly pageTimings: { readonly onContentLoad: number; readonly onLoad: number }
}

/** An HTTP archive, version 1.2, as browsers' developer tools open it. */
export interface Har {
  readonly log: {
    readonly version: '1.2'
    readonly creator: { readonly name: string; readonly version: string; readonly comment: string }
    readonly pages: readonly HarPage[]
    readonly entries: readonly HarEntry[]
    readonly comment: string
  }
}
