import { describe, expect, test } from 'vitest'
import { lessonByName, type Workflow, workflows } from '../../scenarios/catalogue/index.ts'
import { expiringCredentialsOf } from '../../scenarios/machine/credentials.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { done, slugs } from '../support/play.ts'

const login: readonly LabEvent[] = [
  { type: 'learner.open', app: 'Store' },
  { type: 'learner.login', app: 'Store' },
  { type: 'learner.submit', app: 'Store', credentials: 'right' },
]
const load: LabEvent = { type: 'learner.load', app: 'Store' }
const forums: readonly LabEvent[] = [
  { type: 'learner.open', app: 'Forums' },
  { type: 'learner.login', app: 'Forums' },
]
const wait = (seconds: number): LabEvent => ({ type: 'clock.advance', seconds })
const code = { workflow: slugs.code }

/** What the last step did, in arrows. */
const lastStep = (trace: Trace): readonly string[] => {
  const marks = trace.dividers.map(({ before }) => before)
  const start = Math.max(
    0,
    ...marks,
    ...trace.messages.filter(({ step }) => step === 'learner.open').map(({ n }) => n + 1),
  )
  return trace.messages
    .filter(({ n }) => n >= start)
    .filter(({ kind }) => kind === 'request')
    .map(
      ({ from, to, http }) =>
        `${from} > ${to} ${http?.method} ${new URL(http?.url ?? '').pathname}`,
    )
}

const cart = 'Browser > Store GET /shopping-cart'
const refresh = 'Store > FusionAuth POST /oauth2/token'

test('within its life the session answers alone', async () => {
  const trace = await done(code, [...login, wait(29 * 60), load])
  expect(lastStep(trace)).toEqual([cart])
})

test('after the session’s life the Store refreshes', async () => {
  const trace = await done(code, [...login, wait(31 * 60), load])
  expect(lastStep(trace)).toEqual([cart, refresh])
})

test('each use gives the session its whole life again', async () => {
  const trace = await done(code, [...login, wait(29 * 60), load, wait(29 * 60), load])
  expect(lastStep(trace)).toEqual([cart])
})

test('after the refresh token’s life only a login helps', async () => {
  const trace = await done(code, [...login, wait(30 * 86_400 + 60), load])
  expect(lastStep(trace).slice(0, 3)).toEqual([cart, refresh, 'Browser > Store GET /login'])
  expect(trace.messages.at(-1)?.http?.body).toContain('type="password"')
})

test('within the life of FusionAuth’s session Forums needs no password', async () => {
  const trace = await done(code, [...login, wait(59 * 60), ...forums])
  expect(lastStep(trace).at(-1)).toBe('Browser > Forums GET /posts')
})

test('after the life of FusionAuth’s session Forums gets the form', async () => {
  const trace = await done(code, [...login, wait(61 * 60), ...forums])
  expect(lastStep(trace).at(-1)).toBe('Browser > FusionAuth GET /oauth2/authorize')
  expect(trace.messages.at(-1)?.http?.body).toContain('type="password"')
})

test.each([
  ['session', 30 * 60],
  ['sso-session', 3_600],
  ['refresh-token', 30 * 86_400],
] as const)(
  'letting the %s expire moves the protocol clock just past its end',
  async (what, life) => {
    const before = await done(code, login)
    const after = await done(code, [...login, { type: 'clock.expire', what }, load])
    const ended = Date.parse(before.messages.at(-1)?.at ?? '')
    const next = Date.parse(after.messages[before.messages.length]?.at ?? '')
    expect(next - ended).toBeGreaterThan((life - 60) * 1_000)
    expect(next - ended).toBeLessThan((life + 60) * 1_000)
  },
)

describe.each(workflows.map((row): [string, Workflow] => [row.slug, row]))('%s', (slug, row) => {
  const device = row.client === 'mobile' ? 'Mobile' : 'Browser'
  const [key] = expiringCredentialsOf(row)
  const minutes = key === 'session' ? 30 : 10
  const tour = lessonByName(row, 'tour')?.events ?? []
  const start = tour.slice(
    0,
    tour.findIndex(({ type }) => type === 'clock.expire'),
  )

  /** Requests of the load that comes after some minutes, as from, to and path. */
  const after = async (passed: number): Promise<readonly string[]> => {
    const trace = await done({ workflow: slug }, [...start, wait(passed * 60), load], {
      rehearse: false,
    })
    const begin = trace.dividers.find(({ kind }) => kind === 'time-passed')?.before ?? 0
    return trace.messages
      .filter(({ n, kind }) => n >= begin && kind === 'request')
      .map(({ from, to, http }) => `${from} > ${to} ${new URL(http?.url ?? '').pathname}`)
  }

  test(`within its life the ${key} alone opens the Store`, async () => {
    const requests = await after(minutes - 1)
    expect(requests).toHaveLength(1)
    expect(requests[0]).toMatch(new RegExp(`^${device} > Store /(api/load-)?shopping-cart$`))
  })

  test(`after it FusionAuth has to be asked, or the user`, async () => {
    const requests = await after(minutes + 1)
    expect(requests.some((request) => request.includes('> FusionAuth /'))).toBe(
      row.sso || row.login === 'native-at-fusionauth' || row.sessionStrategy.endsWith('refresh'),
    )
  })
})
