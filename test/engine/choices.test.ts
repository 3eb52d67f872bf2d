import { describe, expect, test } from 'vitest'
import { logIn } from '../../scenarios/catalogue/lessons.ts'
import { type Workflow, workflows } from '../../scenarios/catalogue/index.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import { openRun } from '../../server/run.ts'
import { act } from '../support/play.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { sameEvent } from '../../scenarios/model/same-event.ts'

const workflowOf = (client: Workflow['client'], login: Workflow['login']): Workflow => {
  const found = workflows.find((row) => row.client === client && row.login === login)
  if (found === undefined) throw new Error(`no ${client} logs in by ${login}`)
  return found
}

/** What a learner is told who asks for an event after the login, and whether it was offered. */
const asked = async (
  workflow: Workflow,
  event: LabEvent,
): Promise<{ readonly problem: string | null; readonly isOffered: boolean }> => {
  const run = await openRun({ workflow: workflow.slug }, { rehearse: false })
  try {
    for (const one of logIn(workflow, 'Store')) await act(run, one)
    const offered = run.state.decisionPoints.at(-1)?.choices ?? []
    const result = await run.send(event)
    return {
      problem: result.ok ? null : sayEnglish(result.problem),
      isOffered: offered.some((choice) => sameEvent(choice.event, event)),
    }
  } finally {
    run.close()
  }
}

const phone = workflowOf('mobile', 'native')
const noSso = workflowOf('webapp', 'native')

const never: readonly (readonly [string, Workflow, LabEvent, string])[] = [
  [
    'two tabs of an app on a phone',
    phone,
    { type: 'learner.race', app: 'Store' },
    'An app on a phone is open once: it has no two tabs.',
  ],
  [
    'Forums on a phone',
    phone,
    { type: 'learner.open', app: 'Forums' },
    'The app on the phone is the Store’s: nobody uses Forums here.',
  ],
  [
    'logging out everywhere, where it is switched off',
    noSso,
    { type: 'learner.logout-everywhere' },
    'Logging out everywhere is switched off here.',
  ],
  [
    'a key that signs, where a session opens the applications',
    noSso,
    { type: 'fusionauth.rotate-key' },
    'What opens the applications here is a session, and no JWT: no key has anything to do with it.',
  ],
  [
    'an application opened by the Hacker, without single sign-on',
    noSso,
    { type: 'hacker.open', app: 'Forums' },
    'Only FusionAuth’s own session opens an application by its login link, and there is none here.',
  ],
]

describe('what a workflow never has', () => {
  test.each(never)(
    '%s: is not offered, and who asks is told why',
    async (_, workflow, event, why) => {
      expect(await asked(workflow, event)).toEqual({ problem: why, isOffered: false })
    },
  )
})

test('what may come later is offered, with what to do first', async () => {
  const event = { type: 'learner.race', app: 'Forums' } as const
  expect(await asked(noSso, event)).toEqual({ problem: 'Open Forums first.', isOffered: true })
})

test('while FusionAuth is stopped, that is why nothing can be revoked', async () => {
  const run = await openRun({ workflow: noSso.slug }, { rehearse: false })
  for (const one of logIn(noSso, 'Store')) await act(run, one)
  await act(run, { type: 'fusionauth.stop' })
  expect(await run.send({ type: 'fusionauth.revoke' })).toEqual({
    ok: false,
    problem: { code: 'choice.fusionauth-stopped', params: {} },
  })
  run.close()
})
