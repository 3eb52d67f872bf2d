import { afterEach, describe, expect, it } from 'vitest'
import type { LabEvent } from '../../../scenarios/model/event.ts'
import { readConfig } from '../../../server/node/config.ts'
import { openerFor } from '../../../server/node/open.ts'
import { createLog, type Log, type LogSettings } from '../../../server/node/operations/log.ts'
import type { BeginRun } from '../../../server/node/runs-interface.ts'
import { serveLab, type Lab } from '../../../server/node/serve.ts'
import { slugs } from '../../support/play.ts'

const labs: Lab[] = []

afterEach(async () => {
  await Promise.all(labs.splice(0).map((lab) => lab.stop()))
})

const sentence = 'A sentence for whoever operates this.'

/** A log, and the lines that it wrote. */
const createHeard = async (settings: Partial<LogSettings> = {}) => {
  const lines: string[] = []
  const log = await createLog({ level: 'trace', clients: false, ...settings }, (text) => {
    lines.push(text)
  })
  return { log, lines }
}

/** Serves, and gives the way to ask. */
const serve = async (log: Log, openRun?: BeginRun) => {
  const read = readConfig({ PORT: '0' })
  if (!read.ok) throw new Error(read.problems.join())
  const result = await serveLab(read.config, {
    openRun: openRun ?? openerFor(read.config),
    workflows: [slugs.code],
    assets: new Map(),
    log: log.error,
    onAnswer: log.answered,
  })
  if (!result.ok) throw new Error(result.problem)
  const { lab } = result
  labs.push(lab)
  return (method: string, path: string, body?: unknown): Promise<Response> =>
    fetch(new URL(path, lab.url), {
      method,
      headers: { 'content-type': 'application/json', 'user-agent': 'canary-agent' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
}

/** A server over real runs that logs, and what it wrote. */
const startLogging = async (settings: Partial<LogSettings> = {}) => {
  const { log, lines } = await createHeard(settings)
  return { ask: await serve(log), lines }
}

describe('a log without a level', () => {
  it('is plain sentences for a person', async () => {
    const { log, lines } = await createHeard({ level: null })
    log.warn(sentence)
    expect(lines).toEqual([`${sentence}\n`])
  })

  it('says nothing of requests', async () => {
    const { ask, lines } = await startLogging({ level: null })
    await ask('GET', '/api')
    expect(lines).toEqual([])
  })
})

describe('a log with a level', () => {
  it('is JSON, one object a line', async () => {
    const { log, lines } = await createHeard({ level: 'warn' })
    log.warn(sentence)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^\{.*\}\n$/)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'warn', msg: sentence })
  })

  it('says nothing below its level', async () => {
    const { log, lines } = await createHeard({ level: 'warn' })
    log.info(sentence)
    expect(lines).toEqual([])
  })

  it('says of a request its method, pattern, status and time, and not who asked', async () => {
    const { ask, lines } = await startLogging({ level: 'info' })
    await ask('GET', '/api/runs/AAAAAAAAAAAAAAAAAAAAAAAA?have=canary')
    const { level, time, pid, hostname, ...said } = JSON.parse(lines.join(''))
    expect(said).toEqual({
      msg: 'request',
      method: 'GET',
      route: '/api/runs/:id',
      status: 404,
      ms: expect.any(Number),
    })
    expect([level, typeof time, typeof pid, typeof hostname]).toEqual([
      'info',
      'string',
      'number',
      'string',
    ])
  })

  it('says who asked when it is told to', async () => {
    const { ask, lines } = await startLogging({ level: 'info', clients: true })
    await ask('GET', '/api')
    expect(JSON.parse(lines.join(''))).toMatchObject({ client: '127.0.0.1' })
  })
})

describe('the log of a tour, at the level that says most', () => {
  const password = 'canary-password-1'
  const loginId = 'canary-login@example.com'

  it('names no run, and nothing that a learner or a page sent', async () => {
    const { ask, lines } = await startLogging({ level: 'trace', clients: false })
    const opened = (await (await ask('POST', '/api/runs', { workflow: slugs.code })).json()) as {
      id: string
    }
    const run = `/api/runs/${opened.id}`
    const events: readonly LabEvent[] = [
      { type: 'learner.open', app: 'Store' },
      { type: 'learner.login', app: 'Store' },
      { type: 'learner.submit', app: 'Store', credentials: { loginId, password } },
    ]
    for (const event of events)
      expect((await ask('POST', `${run}/events`, { event })).status).toBe(200)
    await ask('POST', `${run}/events`, { event: { type: password } })
    await ask('GET', `${run}?have=canary-have`)
    await ask('GET', `/${password}/${opened.id}?canary-query`)
    await ask('DELETE', run)
    expect(lines).toHaveLength(8)
    const text = lines.join('')
    expect(text).not.toContain(opened.id)
    expect(text).not.toMatch(/canary/i)
  })

  it('says of what should never happen where it was, and not what was sent', async () => {
    const { log, lines } = await createHeard()
    const ask = await serve(log, () => Promise.reject(new Error(password)))
    expect((await ask('POST', '/api/runs', { workflow: slugs.code })).status).toBe(500)
    expect(lines.join('')).toContain('Unexpected Error in the API')
    expect(lines.join('')).not.toContain(password)
  })
})

describe('LOG_LEVEL and LOG_CLIENTS', () => {
  const read = (env: Record<string, string>) => {
    const result = readConfig(env)
    return result.ok ? result.config.operations.log : result.problems.join()
  }

  it('say how much, and whether who asked is told', () => {
    expect(read({})).toEqual({ level: null, clients: false })
    expect(read({ LOG_LEVEL: 'info', LOG_CLIENTS: '1' })).toEqual({ level: 'info', clients: true })
  })

  it.each([
    [{ LOG_LEVEL: 'inf' }, 'The nearest is info'],
    [{ LOG_LEVEL: 'INFO' }, 'LOG_LEVEL must be one of trace, debug'],
    [{ LOG_CLIENTS: 'yes' }, 'LOG_CLIENTS must be 1'],
  ])('%j is refused', (env, problem) => {
    expect(read(env)).toContain(problem)
  })
})
