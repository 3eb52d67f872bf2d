import { describe, expect, test } from 'vitest'
import { lessonByName, type Workflow, workflows } from '../../scenarios/catalogue/index.ts'
import { stolenCredentialsOf } from '../../scenarios/machine/credentials.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { Message, Trace } from '../../scenarios/model/trace.ts'
import type { Json } from '../../scenarios/model/wire.ts'
import { done } from '../support/play.ts'

const race: LabEvent = { type: 'learner.race', app: 'Store' }

/** What the tour does until the first thing runs out: the user is at the Store then. */
const login = (row: Workflow): readonly LabEvent[] => {
  const tour = lessonByName(row, 'tour')?.events ?? []
  return tour.slice(
    0,
    tour.findIndex(({ type }) => type === 'clock.expire'),
  )
}

const play = (
  { slug: workflow }: Workflow,
  events: readonly LabEvent[],
  defences: Readonly<Record<string, Json>> = {},
): Promise<Trace> => done({ workflow, defences }, events, { rehearse: false })

/** The messages of the last event. */
const last = ({ messages }: Trace, step: LabEvent['type']): readonly Message[] =>
  messages.filter((message) => message.step === step)

const refreshes = (messages: readonly Message[]): readonly Message[] =>
  messages.filter(
    ({ from, kind, http }) =>
      from === 'Store' &&
      kind === 'request' &&
      (http?.url.endsWith('/api/jwt/refresh') || http?.body.includes('grant_type=refresh_token')),
  )

const withTabs = workflows.filter(({ client }) => client !== 'mobile')

describe.each(withTabs.map((row): [string, Workflow] => [row.slug, row]))('%s', (_, row) => {
  test('two tabs at once both get the cart, and always in the same order', async () => {
    const once = await play(row, [...login(row), race])
    const carts = last(once, 'learner.race').filter(
      ({ kind, to, http }) => kind === 'response' && to !== 'Store' && http?.status === 200,
    )
    expect(carts).toHaveLength(2)
    expect(await play(row, [...login(row), race])).toEqual(once)
  })
})

describe.each(workflows.map((row): [string, Workflow] => [row.slug, row]))('%s', (_, row) => {
  test('user and Hacker at once both get the cart', async () => {
    const [credential] = stolenCredentialsOf(row).toReversed()
    if (credential === undefined) throw new Error('nothing can be stolen here')
    const events: readonly LabEvent[] = [
      ...login(row),
      { type: 'hacker.steal', what: credential },
      { type: 'hacker.race' },
    ]
    const arrived = last(await play(row, events), 'hacker.race')
      .filter(
        ({ kind, from, http }) => kind === 'response' && from === 'Store' && http?.status === 200,
      )
      .map(({ to }) => to)
    expect(arrived).toContain('Hacker')
    expect(arrived).toContain(row.client === 'mobile' ? 'Mobile' : 'Browser')
  })
})

const renewable = workflows.filter(
  ({ sessionStrategy, client }) => sessionStrategy.endsWith('refresh') && client !== 'mobile',
)

describe.each(renewable.map((row): [string, Workflow] => [row.slug, row]))(
  '%s, when a refresh is due',
  (_, row) => {
    const due: readonly LabEvent[] = [
      ...login(row),
      { type: 'clock.expire', what: row.sessionStrategy.startsWith('session') ? 'session' : 'jwt' },
      race,
    ]
    const once = { rotation: true, 'reuse-detection': true }

    test('two tabs at once ask FusionAuth once, if the Store lets the second wait', async () => {
      const messages = last(await play(row, due, { ...once, 'single-flight': true }), race.type)
      expect(refreshes(messages)).toHaveLength(1)
      const waits = messages.filter(({ id }) => id.endsWith('.wait-for-refresh'))
      expect(waits).toMatchObject([{ from: 'Store', kind: 'self' }])
    })

    test('otherwise each shows the same refresh token, and the second shows a used one', async () => {
      const trace = await play(row, due, { ...once, 'single-flight': false })
      const messages = last(trace, race.type)
      const asked = refreshes(messages)
      expect(asked).toHaveLength(2)
      const statuses = asked.map(
        ({ exchange }) =>
          messages.find((one) => one.exchange === exchange && one.kind === 'response')?.http
            ?.status,
      )
      expect(statuses).toEqual([200, 400])
      // Both are on their way before either is answered: that is what "at once" means.
      const answer = messages.findIndex(
        ({ kind, exchange }) => kind === 'response' && exchange === asked[0]?.exchange,
      )
      expect(messages.indexOf(asked[1] as Message)).toBeLessThan(answer)
    })
  },
)
