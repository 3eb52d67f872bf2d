import { expect, test } from 'vitest'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import { fullFrom, mostMessages } from '../../scenarios/model/most-messages.ts'
import type { CommandResult } from '../../scenarios/model/run.ts'
import { parseTrace } from '../../scenarios/recorded/parse.ts'
import { openRun } from '../../server/run.ts'
import { slugs } from '../support/play.ts'

const app = 'Store'

test.each<readonly [string, readonly LabEvent[]]>([
  ['loads', [{ type: 'learner.load', app }]],
  [
    'logins',
    [
      { type: 'learner.login', app },
      { type: 'learner.submit', app, credentials: 'right' },
      { type: 'learner.logout', app },
    ],
  ],
])('a run in a page that is full, of %s, can be saved and opened again', async (_, events) => {
  const run = await openRun({ workflow: slugs.code }, { maximumMessages: fullFrom })
  await run.send({ type: 'learner.open', app })
  if (events.length === 1) {
    await run.send({ type: 'learner.login', app })
    await run.send({ type: 'learner.submit', app, credentials: 'right' })
  }
  let last: CommandResult = { ok: true }
  for (let step = 0; last.ok && step < mostMessages; step += 1) {
    const event = events[step % events.length]
    if (event !== undefined) last = await run.send(event)
  }
  expect(last.ok ? null : sayEnglish(last.problem)).toBe(
    'This run is full (1900 messages). Go back and branch off, or start a new run.',
  )
  const { trace } = run.state
  expect(trace.messages.length).toBeGreaterThanOrEqual(fullFrom)
  expect(parseTrace(JSON.stringify(trace, null, 1))).toMatchObject({ ok: true })
  run.close()
})
