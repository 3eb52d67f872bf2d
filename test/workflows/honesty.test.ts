import { describe, expect, test } from 'vitest'
import { matchPublished } from '../../scenarios/catalogue/published.ts'
import type { WireRequest, WireResponse } from '../../scenarios/model/wire.ts'
import { playOn, runThrough, slugs } from '../support/play.ts'

const at = ({ method, url }: WireRequest): string => `${method} ${new URL(url).pathname}`

/** Routes that a tour cannot do without. */
const needed = {
  code: [
    'GET /',
    'GET /login',
    'GET /oauth2/authorize',
    'POST /oauth2/authorize',
    'GET /oauth2/consent',
    'GET /oauth-callback',
    'POST /oauth2/token',
    'GET /.well-known/jwks.json',
    'GET /shopping-cart',
    'GET /posts',
  ],
  password: [
    'GET /',
    'GET /login',
    'POST /login',
    'POST /oauth2/token',
    'GET /shopping-cart',
    'GET /posts',
  ],
  native: [
    'GET /',
    'GET /login',
    'POST /login',
    'POST /api/login',
    'POST /api/jwt/refresh',
    'GET /shopping-cart',
  ],
} as const

describe.each(Object.keys(needed) as (keyof typeof needed)[])(
  '%s login: no arrow is scripted',
  (login) => {
    test.each(needed[login])('without %s the tour comes apart', async (route) => {
      const gone: WireResponse = { status: 404, headers: [], body: '' }
      const run = await runThrough(
        { workflow: slugs[login] },
        (deliver) => (request, exchange) =>
          at(request) === route ? Promise.resolve(gone) : deliver(request, exchange),
      )
      const { missing } = matchPublished(await playOn(run).catch(() => run.state.trace))
      expect(missing.length).toBeGreaterThan(0)
    })
  },
)

test.each(Object.values(slugs))(
  'what the trace shows is what went over the wire: %s',
  async (workflow) => {
    const wire: unknown[] = []
    const run = await runThrough({ workflow }, (deliver) => async (request, exchange) => {
      const response = await deliver(request, exchange)
      wire.push({ ...request, status: null }, { method: null, url: request.url, ...response })
      return response
    })
    const trace = await playOn(run)
    const shown = trace.messages.flatMap(({ http }) => (http === null ? [] : [http]))
    const sorted = (parts: readonly unknown[]) =>
      parts.map((part) => JSON.stringify(part)).toSorted()
    expect(shown.length).toBeGreaterThan(30)
    expect(sorted(shown.map((http) => order(http)))).toEqual(
      sorted(wire.map((http) => order(http))),
    )
  },
)

/** One order of members, for comparing. */
const order = (part: unknown): unknown =>
  typeof part === 'object' && part !== null
    ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : part
