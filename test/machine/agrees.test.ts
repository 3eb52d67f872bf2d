import { expect, test } from 'vitest'
import { type Workflow, workflows } from '../../scenarios/catalogue/index.ts'
import { logIn } from '../../scenarios/catalogue/lessons.ts'
import { openTimeline, type Timeline } from '../../scenarios/engine/timeline.ts'
import type { DefenceSettings } from '../../scenarios/model/defence-settings.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import { memoryAt } from '../../scenarios/projections/memory.ts'
import { prepareRun } from '../../server/run.ts'
import { disagreements } from '../model/workflow/agree.ts'

/** Ways that walks at random seldom take, in the workflows and worlds in which they matter. */

const workflowOf = (...kind: readonly string[]): Workflow => {
  const found = workflows.find(({ client, login, sessionStrategy, fusionauth }) => {
    const own: readonly string[] = [client, login, sessionStrategy, fusionauth]
    return kind.every((word) => own.includes(word))
  })
  if (found === undefined) throw new Error(`There is no workflow ${kind.join(', ')}.`)
  return found
}

const renewing = workflowOf('webapp', 'authorization-code', 'session+refresh')
const shared = workflowOf('spa', 'native-at-fusionauth', 'parent-domain')
const displaced = workflowOf('spa', 'native-at-fusionauth', 'own-site')

const load: LabEvent = { type: 'learner.load', app: 'Store' }
const waiting = (minutes: number): LabEvent => ({ type: 'clock.advance', seconds: minutes * 60 })

/** Plays events, and says after each where the machine parts from the world. */
const play = async (
  workflow: Workflow,
  defences: Partial<DefenceSettings>,
  events: readonly LabEvent[],
): Promise<{ readonly timeline: Timeline; readonly parted: readonly string[] }> => {
  const { config } = await prepareRun({ workflow: workflow.slug, defences }, { rehearse: false })
  const timeline = await openTimeline(config)
  const parted: string[] = []
  for (const event of events) {
    expect(await timeline.act(event)).toBeNull()
    const found = disagreements(timeline, workflow, config, 'fidelity')
    parted.push(...found.map((one) => `${JSON.stringify(event)}: ${one}`))
  }
  timeline.close()
  return { timeline, parted }
}

const ways: readonly (readonly [
  string,
  Workflow,
  Partial<DefenceSettings>,
  readonly LabEvent[],
])[] = [
  [
    'a refresh token that is used for longer than it may live',
    renewing,
    {
      'refresh-token-minutes': 30,
      'refresh-token-absolute-minutes': 70,
      'session-idle-minutes': 5,
    },
    [...logIn(renewing, 'Store'), waiting(25), load, waiting(25), load],
  ],
  [
    'a login at Forums whose JWT takes the place of the Store’s',
    shared,
    {},
    [...logIn(shared, 'Store'), ...logIn(shared, 'Forums')],
  ],
  [
    'a thief who renews with the refresh token of an earlier login',
    renewing,
    { rotation: true, 'reuse-detection': true },
    [
      ...logIn(renewing, 'Store'),
      { type: 'hacker.steal', what: 'refresh-token' },
      { type: 'learner.open', app: 'Store' },
      { type: 'learner.login', app: 'Store' },
      { type: 'hacker.load' },
    ],
  ],
  [
    'a logout in the middle of an attack, which goes all the way to FusionAuth',
    renewing,
    { 'rp-initiated-logout': true },
    [...logIn(renewing, 'Store'), { type: 'hacker.attack', attack: 'half-logout' }],
  ],
]

test.each(ways)('machine and world agree after each step of %s', async (_, ...way) => {
  expect((await play(...way)).parted).toEqual([])
})

/** Of which applications FusionAuth keeps a refresh token. */
const kept = ({ recorder: { messages } }: Timeline): readonly string[] =>
  (
    memoryAt(messages, messages.length).find(({ where }) => where === 'FusionAuth.refreshTokens')
      ?.entries ?? []
  ).map(
    ({ value }) => (value as { readonly application: string }).application.split(' ').at(-1) ?? '',
  )

test('a logout at the Store revokes Forums’ refresh token where that lies in the shared cookie', async () => {
  const { timeline, parted } = await play(displaced, {}, [
    ...logIn(displaced, 'Store'),
    ...logIn(displaced, 'Forums'),
    load,
    { type: 'learner.logout', app: 'Store' },
  ])
  const { applications, now } = timeline.expectedState()
  const living = Object.entries(applications).filter(([, { refreshToken }]) => refreshToken > now)
  expect(parted).toEqual([])
  expect(living.map(([app]) => app)).toEqual(kept(timeline))
  expect(kept(timeline)).toEqual(['Store'])
})

test('who lost the shared cookie to Forums logs in again at the Store, and refreshes nothing', async () => {
  const { timeline } = await play(displaced, {}, [
    ...logIn(displaced, 'Store'),
    ...logIn(displaced, 'Forums'),
    { type: 'clock.expire', what: 'jwt' },
    load,
  ])
  expect(timeline.recorder.messages.at(-1)?.phase).toBe('relogin')
})
