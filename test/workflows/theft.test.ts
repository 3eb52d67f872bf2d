import { describe, expect, test } from 'vitest'
import { workflows, lessonByName, type Workflow } from '../../scenarios/catalogue/index.ts'
import { stolenCredentialsOf } from '../../scenarios/machine/credentials.ts'
import { memoryAt } from '../../scenarios/projections/memory.ts'
import type { ExpiringCredential, StolenCredential } from '../../scenarios/model/credential.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { Message, Trace } from '../../scenarios/model/trace.ts'
import type { Json } from '../../scenarios/model/wire.ts'
import { done, played } from '../support/play.ts'

const tours = new Map<string, Promise<Trace>>()

/** The whole tour, played once for all that is asked of it. */
const tourOf = (workflow: string): Promise<Trace> => {
  const known = tours.get(workflow) ?? played({ workflow }, { rehearse: false })
  tours.set(workflow, known)
  return known
}

const phaseOf: Readonly<Record<StolenCredential, Message['phase']>> = {
  'refresh-token': 'stolen-refresh-token',
  'session-id': 'stolen-session-id',
  jwt: 'stolen-jwt',
  'sso-session': 'attack',
}

const lifetimeOf: Readonly<Record<StolenCredential, ExpiringCredential>> = {
  'refresh-token': 'refresh-token',
  'session-id': 'session',
  jwt: 'jwt',
  'sso-session': 'sso-session',
}

const holds = (trace: Trace, id: string) => trace.outcome.find((outcome) => outcome.id === id)

const messagesOf = (trace: Trace, numbers: readonly number[]): readonly Message[] =>
  trace.messages.filter(({ n }) => numbers.includes(n))

interface Held {
  readonly where: string
  readonly key: string
  readonly value: string
}

/** The text of a value in storage, or of a cookie in a jar. */
const textOf = (value: Json): string => {
  if (typeof value === 'string') return value
  const cookie = typeof value === 'object' && value !== null && 'value' in value ? value : null
  return typeof cookie?.['value'] === 'string' ? cookie['value'] : ''
}

/** What somebody has in hand after `n` messages. */
const held = (trace: Trace, who: string, n: number): readonly Held[] =>
  memoryAt(trace.messages, n)
    .filter(({ where }) => where.startsWith(`${who}.`) && !where.endsWith('.pages'))
    .flatMap(({ where, entries }) =>
      entries.map(({ key, value }) => ({ where, key, value: textOf(value) })),
    )

/** The first request of a theft's use: the one after the theft itself. */
const firstUse = (trace: Trace, credential: StolenCredential): Message => {
  const used = trace.messages.find(
    ({ phase, from, kind }) =>
      phase === phaseOf[credential] && from === 'Hacker' && kind === 'request',
  )
  if (used === undefined) throw new Error(`nothing is done with the stolen ${credential}`)
  return used
}

const cases = workflows.flatMap((workflow) =>
  stolenCredentialsOf(workflow).map((credential): [string, StolenCredential, Workflow] => [
    workflow.slug,
    credential,
    workflow,
  ]),
)

describe.each(cases)('%s: a stolen %s', (workflow, credential, row) => {
  const device = row.client === 'mobile' ? 'Mobile' : 'Browser'

  test('opens the victim’s cart', async () => {
    const trace = await tourOf(workflow)
    const outcome = holds(trace, `hacker-sees-the-cart.${phaseOf[credential]}`)
    expect(outcome?.holds).toBe(true)
    const [seen] = messagesOf(trace, outcome?.evidence ?? [])
    expect(seen).toMatchObject({ from: 'Store', to: 'Hacker', http: { status: 200 } })
    expect(seen?.http?.body).toContain('Enamel teapot, blue')
  })

  test('is the one thing that the Hacker holds before using it, and the very value of the user', async () => {
    const trace = await tourOf(workflow)
    const { n } = firstUse(trace, credential)
    const mine = held(trace, 'Hacker', n - 1)
    expect(mine).toHaveLength(1)
    const theirs = held(trace, device, n - 1).map(({ key, value }) => ({ key, value }))
    expect(theirs).toContainEqual({ key: mine[0]?.key, value: mine[0]?.value })
  })

  test('opens nothing once it has died', async () => {
    const tour = lessonByName(row, 'tour')?.events ?? []
    const stolen = tour.findIndex(({ type }) => type === 'hacker.steal')
    const before = tour.slice(0, stolen)
    const events: readonly LabEvent[] = [
      ...before,
      { type: 'hacker.steal', what: credential },
      { type: 'clock.expire', what: lifetimeOf[credential] },
      { type: 'hacker.load' },
    ]
    const trace = await done({ workflow }, events, { rehearse: false })
    expect(holds(trace, `hacker-sees-the-cart.${phaseOf[credential]}`)?.holds).toBe(false)
    expect(trace.messages.at(-1)?.to).toBe('Hacker')
  })
})

describe.each(workflows.map((workflow): [string, Workflow] => [workflow.slug, workflow]))(
  '%s',
  (workflow, row) => {
    test('a stolen session id or JWT is used without a question to FusionAuth about the user', async () => {
      const trace = await tourOf(workflow)
      const phases = ['stolen-session-id', 'stolen-jwt']
      const asked = trace.messages.filter(
        ({ phase, to, http }) =>
          phases.includes(phase) && to === 'FusionAuth' && !http?.url.endsWith('/jwks.json'),
      )
      expect(asked).toEqual([])
    })

    test(`single sign-on ${row.sso ? 'happens' : 'does not happen'}`, async () => {
      const trace = await tourOf(workflow)
      const outcome = holds(trace, 'single-sign-on')
      expect(outcome?.holds).toBe(row.client === 'mobile' ? undefined : row.sso)
    })
  },
)

describe.each(workflows.filter(({ sso, client }) => sso && client !== 'mobile'))(
  'at $slug',
  ({ slug: workflow }) => {
    test('the stolen session of FusionAuth opens Forums by its login link', async () => {
      const trace = await done(
        { workflow },
        [
          { type: 'learner.open', app: 'Store' },
          { type: 'learner.login', app: 'Store' },
          { type: 'learner.submit', app: 'Store', credentials: 'right' },
          { type: 'hacker.steal', what: 'sso-session' },
          { type: 'hacker.open', app: 'Forums' },
        ],
        { rehearse: false },
      )
      const last = trace.messages.at(-1)
      expect(last).toMatchObject({ from: 'Forums', to: 'Hacker', http: { status: 200 } })
      expect(last?.http?.body).toContain('Oiling a cutting board')
    })
  },
)

test('with the refresh token the Hacker ends up with a key of their own', async () => {
  for (const { slug: workflow, sessionStrategy } of workflows) {
    if (!sessionStrategy.endsWith('refresh')) continue
    const trace = await tourOf(workflow)
    const id = sessionStrategy.startsWith('session') ? 'hacker-owns-a-session' : 'hacker-owns-a-jwt'
    expect([workflow, holds(trace, id)?.holds]).toEqual([workflow, true])
  }
})
