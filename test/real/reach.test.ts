import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { playsAtRealServer } from '../../server/fusionauth/reach.ts'
import { realEnvironment } from '../../server/node/real.ts'
import type { RunRequest } from '../../scenarios/model/request.ts'
import { openRun } from '../../server/run.ts'
import { playOn, slugs } from '../support/play.ts'
import { type Behind, openBehind } from './support/behind.ts'

/** Whole tours run here, on a machine that may be busy. */
vi.setConfig({ testTimeout: 60_000 })

let behind: Behind

beforeEach(async () => {
  behind = await openBehind()
})
afterEach(() => behind.close())

const openAt = async (request: RunRequest) => {
  const real = await realEnvironment(behind.origin, behind.apiKey)
  if (!real.ok) throw new Error(real.problem)
  return openRun(request, { ...real.environment, rehearse: false })
}

describe('what a real FusionAuth plays', () => {
  test.each(workflows.filter(playsAtRealServer).map(({ slug }) => slug))(
    'the whole tour of %s',
    async (workflow) => {
      const run = await openAt({ workflow })
      const { outcome } = await playOn(run)
      run.close()
      expect(outcome.find(({ id }) => id === 'hacker-sees-the-cart')?.holds).toBe(true)
    },
  )

  test.each(workflows.filter((one) => !playsAtRealServer(one)).map(({ slug }) => slug))(
    '%s is refused, and the reason told',
    async (workflow) => {
      await expect(openAt({ workflow })).rejects.toThrow(/runs on the stand-in only/)
    },
  )

  test('a switch of an application or of the browser', async () => {
    const run = await openAt({ workflow: slugs.code, defences: { 'host-prefix': true } })
    const { messages } = await playOn(run)
    run.close()
    expect(messages.flatMap(({ received }) => received).map(({ name }) => name)).toContain(
      '__Host-sid',
    )
  })

  test('no switch of FusionAuth’s own, which would change it for every run', async () => {
    await expect(openAt({ workflow: slugs.code, defences: { rotation: true } })).rejects.toThrow(
      /"rotation" is FusionAuth's own/,
    )
  })
})
