import { afterEach, expect, test, vi } from 'vitest'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { CommandResult, Run } from '../../scenarios/model/run.ts'
import { openRun } from '../../server/run.ts'
import { slugs } from '../support/play.ts'
import { inEnglish } from '../support/texts.ts'
import { type Behind, openBehind } from './support/behind.ts'

vi.setConfig({ testTimeout: 60_000 })

const jwts = 'webapp/oauth-authorization-code-grant-jwts-refresh-tokens-cookies'

let behind: Behind
afterEach(() => behind.close())

/** Opens a run with an API key that may not do something, which no run needs to begin. */
const forbidden = async (method: string, endpoint: string, workflow: string): Promise<Run> => {
  behind = await openBehind('canary-api-key-0123456789', undefined, {
    instead: (request) =>
      request.method === method && new URL(request.url).pathname.startsWith(endpoint)
        ? new Response(null, { status: 401 })
        : null,
  })
  return openRun({ workflow }, await behind.environment(2))
}

const saying = (result: CommandResult): string => (result.ok ? '' : sayEnglish(result.problem))

const login: readonly LabEvent[] = [
  { type: 'learner.open', app: 'Store' },
  { type: 'learner.login', app: 'Store' },
  { type: 'learner.submit', app: 'Store', credentials: 'right' },
]
const expire = (what: 'jwt' | 'refresh-token'): LabEvent => ({ type: 'clock.expire', what })

const after = async (run: Run, events: readonly LabEvent[]): Promise<readonly string[]> => {
  const said: string[] = []
  for (const event of events) said.push(saying(await run.send(event)))
  return said
}

test('a permission that is missing to set the lives of JWTs is named, once, and the step is done', async () => {
  const run = await forbidden('PATCH', '/api/tenant', jwts)
  const said = await after(run, login)
  expect(said).toEqual([expect.stringContaining('allow it PATCH for /api/tenant'), '', ''])
  expect(run.state.trace.messages.at(-1)?.http?.body).toContain('Your cart, Ada Winter')
  run.close()
})

test('a permission that is missing to set the lives of JWTs is named where one was to run out', async () => {
  const run = await forbidden('PATCH', '/api/tenant', jwts)
  const said = await after(run, [...login, expire('jwt')])
  expect(said.at(-1)).toContain('allow it PATCH for /api/tenant')
  run.close()
})

// oxfmt-ignore
test.each([
  ['DELETE', 'revoke refresh tokens'],
  ['GET', 'list refresh tokens'],
])('a permission that is missing to end what is over is named, at the message and in the problem: %s, to %s', async (method) => {
  const run = await forbidden(method, '/api/jwt/refresh', slugs.code)
  const said = await after(run, [...login, expire('refresh-token')])
  expect(said.at(-1)).toContain(`allow it ${method} for /api/jwt/refresh`)
  const message = run.state.trace.messages.at(-1)
  expect(inEnglish(message?.label ?? '')).toMatch(new RegExp(`lives on: it answered 401 to ${method} /api/jwt/refresh$`))
  run.close()
})
