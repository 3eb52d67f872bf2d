import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { matchPublished } from '../../scenarios/catalogue/published.ts'
import { requestRefusal } from '../../scenarios/i18n/issues.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import { runRequestSchema } from '../../scenarios/model/request.ts'
import { createStandIn, type StandIn } from '../../server/fusionauth/stand-in/index.ts'
import { listen, type Listening } from '../../server/node/listen.ts'
import { realEnvironment } from '../../server/node/real.ts'
import { openRun } from '../../server/run.ts'
import { act, playOn, slugs } from '../support/play.ts'

/** Whole tours run here, on a machine that may be busy. */
vi.setConfig({ testTimeout: 60_000 })

const apiKey = 'canary-api-key-0123456789'
const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) }

let host: Listening
let standIn: StandIn

beforeEach(async () => {
  const result = await listen(0, (origin) => {
    standIn = createStandIn({ origin, clock: { now: () => Date.now() }, random, apiKey })
    return standIn.app
  })
  if (!result.ok) throw new Error(result.problem)
  host = result.listening
})

afterEach(() => host.close())

const opened = async (workflow: string) => {
  const real = await realEnvironment(host.origin, apiKey)
  if (!real.ok) throw new Error(real.problem)
  return openRun({ workflow }, real.environment)
}

const login: readonly LabEvent[] = [
  { type: 'learner.open', app: 'Store' },
  { type: 'learner.login', app: 'Store' },
  { type: 'learner.submit', app: 'Store', credentials: 'right' },
]

describe('a FusionAuth behind a socket', () => {
  test.each(Object.values(slugs))(
    'is set up by its API and plays the whole tour: %s',
    async (workflow) => {
      const trace = await playOn(await opened(workflow))
      expect(matchPublished(trace).missing).toEqual([])
      expect(trace.fusionauth).toEqual({ kind: 'fusionauth', version: '1.69.0' })
      expect(trace.outcome.find(({ id }) => id === 'hacker-sees-the-cart')?.holds).toBe(true)
    },
  )

  test('can be used twice: setting up again changes nothing for the second run', async () => {
    await playOn(await opened(slugs.code))
    const trace = await playOn(await opened(slugs.code))
    expect(matchPublished(trace).missing).toEqual([])
  })

  test('its API key and the client secrets are nowhere in the trace', async () => {
    const text = JSON.stringify(await playOn(await opened(slugs.native)))
    expect(text).not.toContain(apiKey)
    expect(text).not.toContain(Buffer.from(apiKey).toString('base64').slice(0, -2))
    expect(text).toContain('•••')
  })

  test('a password typed by the learner is nowhere in the trace', async () => {
    const run = await opened(slugs.password)
    await act(run, { type: 'learner.open', app: 'Store' })
    await act(run, { type: 'learner.login', app: 'Store' })
    const password = 'typed "by" hand & <kept>'
    await act(run, {
      type: 'learner.submit',
      app: 'Store',
      credentials: { loginId: 'ada@example.com', password },
    })
    const text = JSON.stringify(run.state.trace)
    for (const part of ['typed', 'by%22', 'kept']) expect(text).not.toContain(part)
  })

  test('the client secrets in force there are nowhere in the trace, in any spelling', async () => {
    const text = JSON.stringify(await playOn(await opened(slugs.code)))
    const secrets = [...standIn.memory.applications.values()].map(
      ({ oauthConfiguration }) => oauthConfiguration.clientSecret,
    )
    expect(secrets.length).toBeGreaterThan(1)
    for (const secret of secrets) {
      expect(text).not.toContain(secret)
      expect(text).not.toContain(Buffer.from(secret).toString('base64').replaceAll('=', ''))
    }
  })

  test('the password of the lesson is redacted too: the account is one of a real server', async () => {
    const trace = await playOn(await opened(slugs.native))
    expect(JSON.stringify(trace)).not.toContain('tea-for-two-1815')
  })

  test('its address comes from the configuration: a request that names one is refused', () => {
    const asked = {
      workflow: slugs.code,
      fusionauth: 'http://evil.test',
      origin: 'http://evil.test',
    }
    const { issues } = v.safeParse(runRequestSchema, asked)
    expect(issues && requestRefusal(issues).field).toBe('fusionauth')
  })

  test('time that has passed there cannot be taken back: such a run has no fork', async () => {
    const run = await opened(slugs.code)
    expect(run.fork).toBeUndefined()
    await act(run, { type: 'learner.open', app: 'Store' })
    const result = await run.send({ type: 'learner.login', app: 'Store' }, { at: 1 })
    expect(result).toMatchObject({ ok: false, problem: { code: 'problem.real-past' } })
  })

  test('stopped in the middle of a run, it is reported, and the run goes on', async () => {
    const run = await opened(slugs.code)
    for (const event of login) await act(run, event)
    await host.close()
    await act(run, { type: 'clock.expire', what: 'session' })
    await act(run, { type: 'learner.load', app: 'Store' })
    expect(run.state.trace.messages.at(-1)?.http?.status).toBe(502)
    await act(run, { type: 'learner.open', app: 'Store' })
    expect(run.state.trace.messages.at(-1)?.http?.status).toBe(200)
  })
})

/** Serves anything on a loopback port while `use` runs. */
const serving = async (listener: RequestListener, use: (origin: string) => Promise<void>) => {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

describe('something that is not a usable FusionAuth', () => {
  test('a wrong API key is named as the cause', async () => {
    const real = await realEnvironment(host.origin, 'wrong')
    expect(real).toMatchObject({ ok: false, problem: expect.stringContaining('API key') })
  })

  test('nobody listening is named as the cause', async () => {
    const origin = host.origin
    await host.close()
    const real = await realEnvironment(origin, apiKey)
    expect(real).toMatchObject({ ok: false, problem: expect.stringContaining(origin) })
  })

  test('a server that leads to another address is not followed, and that is said', async () => {
    await serving(
      (_, response) => response.writeHead(302, { location: 'http://evil.test/' }).end(),
      async (origin) => {
        const real = await realEnvironment(origin, apiKey)
        expect(real).toMatchObject({
          ok: false,
          problem: expect.stringContaining('leads to another address'),
        })
      },
    )
  })

  test('a server that answers with garbage is not taken for FusionAuth', async () => {
    await serving(
      (_, response) => response.end('<h1>It works!</h1>'),
      async (origin) => {
        const real = await realEnvironment(origin, apiKey)
        expect(real).toMatchObject({
          ok: false,
          problem: expect.stringContaining('cannot be used'),
        })
      },
    )
  })

  test.each(['ftp://x', 'no address', ''])(
    '"%s" is not the address of a FusionAuth',
    async (address) => {
      expect(await realEnvironment(address, apiKey)).toMatchObject({ ok: false })
    },
  )
})
