import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { matchPublished } from '../../scenarios/catalogue/published.ts'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import type { RunRequest } from '../../scenarios/model/request.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { ruleIds } from '../../server/fusionauth/policies.ts'
import { settingsOf } from '../../scenarios/defences/presets.ts'
import { openRun } from '../../server/run.ts'
import { played, playOn, slugs } from '../support/play.ts'
import { type Behind, openBehind } from './support/behind.ts'

/** Whole tours run here, on a machine that may be busy; most of their time is waiting for JWTs. */
vi.setConfig({ testTimeout: 120_000, maxConcurrency: 16 })

let behind: Behind

beforeAll(async () => {
  behind = await openBehind()
  await behind.allowScripts()
})
afterAll(() => behind.close())

const openAt = async (request: RunRequest) => openRun(request, await behind.environment())

const jwts = 'webapp/oauth-authorization-code-grant-jwts-refresh-tokens-cookies'

const holding = ({ outcome }: Trace) => outcome.map(({ id, holds }) => [id, holds])

describe.concurrent('what a real FusionAuth plays', () => {
  test.each(workflows.map(({ slug }) => slug))('the whole tour of %s', async (workflow) => {
    const run = await openAt({ workflow })
    const trace = await playOn(run)
    const { differences = [] } = run.state
    run.close()
    const expected = await played({ workflow })
    expect(trace.fusionauth.kind).toBe('fusionauth')
    expect(holding(trace)).toEqual(holding(expected))
    expect(matchPublished(trace).missing).toEqual(matchPublished(expected).missing)
    expect(
      differences
        .filter(({ reason }) => reason === null)
        .map((one) => [one.message, sayEnglish(one.sentence)]),
    ).toEqual([])
  })

  test('a switch of an application or of the browser', async () => {
    const run = await openAt({ workflow: slugs.code, defences: { 'host-prefix': true } })
    const { messages } = await playOn(run)
    run.close()
    expect(messages.flatMap(({ received }) => received).map(({ name }) => name)).toContain(
      '__Host-sid',
    )
  })

  test('a switch of FusionAuth’s own, in the tenant of the run', async () => {
    const run = await openAt({ workflow: slugs.code, defences: { rotation: true } })
    const { messages } = await playOn(run)
    run.close()
    const tokens = messages.flatMap(({ received }) => received).filter(({ name }) => name === 'rt')
    expect(tokens.length).toBeGreaterThan(1)
  })

  test.each([
    ['attack-two-tab-race', slugs.code],
    ['attack-two-tab-race', jwts],
    ['attack-refresh-cookie-csrf', jwts],
    ['attack-revival', slugs.code],
    ['attack-login-csrf', slugs.code],
  ])(
    'an attack, with its defences off and with the Hacker as a customer: %s at %s',
    async (lesson, workflow) => {
      const run = await openAt({ workflow, lesson })
      const trace = await playOn(run)
      run.close()
      expect(holding(trace)).toEqual(holding(await played({ workflow, lesson })))
      expect(trace.outcome.find(({ id }) => id === lesson.replace('-', '.'))?.holds).toBe(true)
    },
  )

  test.each([
    ['refresh-theft-reusable', { 'refresh-token-minutes': 20 }],
    ['refresh-theft-victim-gone', { 'refresh-token-absolute-minutes': 24 * 60 }],
    ['half-logout', { 'sso-minutes': 5 }],
  ])(
    'an attack that is stopped by lives that are short at FusionAuth: %s',
    async (id, defences) => {
      const request = { workflow: slugs.code, lesson: `attack-${id}`, defences }
      const run = await openAt(request)
      const trace = await playOn(run)
      run.close()
      expect(holding(trace)).toEqual(holding(await played(request)))
      expect(trace.outcome.find((one) => one.id === `attack.${id}`)?.holds).toBe(false)
    },
  )

  test.each(ruleIds)('but no rule that every FusionAuth keeps to: %s', async (id) => {
    const [workflow] = workflows
    const usual = workflow === undefined ? true : settingsOf(workflow, 'fidelity', {})[id]
    const other = typeof usual === 'boolean' ? !usual : 307
    const opened = openAt({ workflow: slugs.code, defences: { [id]: other } })
    await expect(opened).rejects.toMatchObject({
      reason: { code: 'problem.fusionauth-defence', params: { name: id } },
    })
  })
})
