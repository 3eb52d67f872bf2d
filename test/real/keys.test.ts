import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRun } from '../../server/run.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { slugs } from '../support/play.ts'
import { type Behind, openBehind } from './support/behind.ts'

let behind: Behind

beforeAll(async () => {
  behind = await openBehind()
})

afterAll(() => behind.close())

test('the keys of a FusionAuth that is not ours are not replaced, and who asks is told why', async () => {
  const run = await openRun({ workflow: slugs.code }, await behind.environment())
  const offered = run.state.decisionPoints.at(-1)?.choices.map(({ event }) => event.type)
  const results = [
    await run.send({ type: 'fusionauth.add-key' }),
    await run.send({ type: 'fusionauth.rotate-key' }),
  ]
  run.close()
  expect(offered).not.toContain('fusionauth.rotate-key')
  expect(results.map((result) => (result.ok ? '' : sayEnglish(result.problem)))).toEqual([
    'The signing keys of a real FusionAuth are not ours to replace.',
    'The signing keys of a real FusionAuth are not ours to replace.',
  ])
})
