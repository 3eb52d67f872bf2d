import type { Change } from '../../model/trace.ts'
import type { HeaderList, WireResponse } from '../../model/wire.ts'
import type { ExchangeResult, Exchanges } from '../agent/exchange.ts'
import { partHeaders } from '../agent/headers.ts'
import type { Page } from '../elements.ts'
import type { Clock } from '../ports.ts'
import { origin as originOf } from '../site.ts'
import { headerOf, redirects } from '../wire.ts'
import {
  type Announced,
  type CorsRefusal,
  corsCheck,
  needsPreflight,
  preflightAge,
  preflightCheck,
  preflightHeaders,
  unsafeHeaders,
} from './cors.ts'
import type { FetchAnswer, FetchRequest } from './page-script.ts'
import { type ContentPolicy, forbids } from './policy.ts'
import { type Text, textOf } from '../../model/text.ts'

/** More redirects than this are an error (Fetch standard §4.4). */
const maximumRedirects = 20

/** The page that asks, and what it may. */
export interface Asking {
  readonly page: Page
  readonly policy: ContentPolicy
}

export interface FetchPorts {
  readonly clock: Clock
  readonly exchanges: Exchanges
  /** An arrow of the browser to itself. */
  readonly note: (name: string, label: Text) => void
}

/** What the page will show with an answer, as changes of the trace. */
type Showing = (answer: FetchAnswer & { readonly ok: true }) => readonly Change[]

/** One request of a fetch, with what the redirects before it made of it. */
interface Leg {
  readonly url: string
  readonly method: string
  readonly headers: HeaderList
  readonly body: string
  /** What the Origin field says. */
  readonly origin: string
  readonly redirected: number
}

const blocked: FetchAnswer = { ok: false, why: 'blocked' }
const unreachable: FetchAnswer = { ok: false, why: 'unreachable' }

const readable = ({ status, headers, body }: WireResponse): FetchAnswer & { ok: true } => ({
  ok: true,
  status,
  // No script may see these two (forbidden response-header names).
  headers: headers.filter(([name]) => name !== 'set-cookie' && name !== 'set-cookie2'),
  body,
})

/** A script's `fetch`, with everything that a browser puts between a script and other origins. */
export const createFetch = ({ clock, exchanges, note }: FetchPorts) => {
  /** Answers of preflights that may still be relied on, and until when. */
  const permissions = new Map<string, number>()

  const refuse = ({ reason }: CorsRefusal): FetchAnswer => {
    note('blocked-by-cors', textOf('note.blocked-by-cors', { why: reason }))
    return blocked
  }

  const send = (
    { page }: Asking,
    leg: Leg,
    mode: 'cors' | 'no-cors',
    withCookies: boolean,
    changes: (response: WireResponse) => readonly Change[],
  ): Promise<ExchangeResult> => {
    const { method, url, headers, body, origin } = leg
    return exchanges.send({
      method,
      url,
      headers: partHeaders({
        page,
        method,
        url,
        given: headers,
        mode,
        destination: 'empty',
        origin,
      }),
      body,
      initiator: page.url,
      topLevel: false,
      withCookies,
      by: 'script',
      changes,
    })
  }

  /** Asks beforehand whether a request may be made; null when it may. */
  const ask = async (
    asking: Asking,
    leg: Leg,
    announced: Announced,
  ): Promise<FetchAnswer | null> => {
    const names = unsafeHeaders(announced.headers).join(',')
    const key = [leg.origin, leg.url, announced.credentials, announced.method, names].join(' ')
    if ((permissions.get(key) ?? 0) > clock.now()) return null
    const preflight: Leg = {
      ...leg,
      method: 'OPTIONS',
      headers: preflightHeaders(announced),
      body: '',
    }
    const answer = await send(asking, preflight, 'cors', false, () => [])
    if ('problem' in answer) return unreachable
    const refusal = preflightCheck(answer.response, announced)
    if (refusal !== null) return refuse(refusal)
    permissions.set(key, clock.now() + preflightAge(answer.response) * 1_000)
    return null
  }

  const follow = async (
    asking: Asking,
    request: FetchRequest,
    leg: Leg,
    shown: Showing,
  ): Promise<FetchAnswer> => {
    const { credentials = 'same-origin', mode = 'cors' } = request
    const { page, policy } = asking
    const self = originOf(page.url)
    const refusal = forbids(policy, page.url, { kind: 'connect', url: leg.url })
    if (refusal !== null) {
      note('blocked-by-csp', textOf('note.blocked-by-policy', { directive: refusal.directive }))
      return blocked
    }
    const crosses = self !== originOf(leg.url) || leg.origin === 'null'
    const withCookies = credentials === 'include' || (credentials === 'same-origin' && !crosses)
    const checks = crosses && mode === 'cors'
    const announced = { origin: leg.origin, method: leg.method, headers: leg.headers, credentials }
    if (checks && needsPreflight(leg.method, leg.headers)) {
      const problem = await ask(asking, leg, announced)
      if (problem !== null) return problem
    }
    const hidden = (response: WireResponse): CorsRefusal | null =>
      checks ? corsCheck(response, leg.origin, credentials) : null
    const answer = await send(asking, leg, mode, withCookies, (response) =>
      hidden(response) === null && !redirects(response.status) && mode === 'cors'
        ? shown(readable(response))
        : [],
    )
    if ('problem' in answer) return unreachable
    const { response } = answer
    const problem = hidden(response)
    if (problem !== null) return refuse(problem)
    const next = redirects(response.status) ? nextLeg(leg, response, self) : null
    if (next !== null) {
      if (next.redirected > maximumRedirects) return unreachable
      return follow(asking, request, next, shown)
    }
    return mode === 'cors' ? readable(response) : { ok: true, status: 0, headers: [], body: '' }
  }

  return (
    asking: Asking,
    url: string,
    request: FetchRequest,
    shown: Showing,
  ): Promise<FetchAnswer> => {
    const { method = 'GET', headers = [], body = '' } = request
    const target = URL.parse(url, asking.page.url)
    if (target === null || !/^https?:$/.test(target.protocol)) return Promise.resolve(unreachable)
    const origin = originOf(asking.page.url) ?? 'null'
    const leg = { url: target.href, method: method.toUpperCase(), headers, body, origin }
    return follow(asking, request, { ...leg, redirected: 0 }, shown)
  }
}

/** Where a redirect leads a fetch; through a third origin its own becomes unspeakable (§4.4 step 16). */
const nextLeg = (leg: Leg, { status, headers }: WireResponse, self: string | null): Leg | null => {
  const target = URL.parse(headerOf(headers, 'location') ?? '', leg.url)
  if (target === null || headerOf(headers, 'location') === null) return null
  const from = originOf(leg.url)
  const taints = from !== target.origin && from !== self
  const becomesGet =
    (status === 303 && !['GET', 'HEAD'].includes(leg.method)) ||
    ((status === 301 || status === 302) && leg.method === 'POST')
  return {
    url: target.href,
    method: becomesGet ? 'GET' : leg.method,
    headers: becomesGet
      ? leg.headers.filter(([name]) => !name.startsWith('content-'))
      : leg.headers,
    body: becomesGet ? '' : leg.body,
    origin: taints ? 'null' : leg.origin,
    redirected: leg.redirected + 1,
  }
}
