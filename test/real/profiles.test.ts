import { describe, expect, test, vi } from 'vitest'
import { matchPublished } from '../../scenarios/catalogue/published.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { openRun } from '../../server/run.ts'
import { act, played, playOn, slugs } from '../support/play.ts'
import { openBehind } from './support/behind.ts'
import { command } from '../support/command.ts'

/** Programs start and whole tours run here, on a machine that may be busy. */
vi.setConfig({ testTimeout: 60_000 })

const login: readonly LabEvent[] = [
  { type: 'learner.open', app: 'Store' },
  { type: 'learner.login', app: 'Store' },
  { type: 'learner.submit', app: 'Store', credentials: 'right' },
  { type: 'clock.expire', what: 'session' },
  { type: 'learner.load', app: 'Store' },
]

/** Values of the Store's refresh token cookie, in the order in which the Browser got them. */
const refreshTokens = ({ messages }: Trace): readonly unknown[] =>
  messages.flatMap(({ changes }) =>
    changes
      .filter(({ where, op, key }) => where === 'Browser.jar' && op === 'set' && key.includes('rt'))
      .map(({ after }) => (after as { readonly value?: unknown }).value),
  )

describe.each(Object.values(slugs))('%s', (workflow) => {
  test('names the profile in the trace, FusionAuth’s defaults when none is asked for', async () => {
    expect((await played({ workflow })).profile).toBe('fidelity')
    expect((await played({ workflow, profile: 'hardened' })).profile).toBe('hardened')
  })

  test('goes through the whole tour when FusionAuth is hardened', async () => {
    expect(matchPublished(await played({ workflow, profile: 'hardened' })).missing).toEqual([])
  })

  test.each([
    ['fidelity', 1],
    ['hardened', 2],
  ] as const)(
    '%s: after a login and a refresh there were %i refresh tokens',
    async (profile, count) => {
      const behind = await openBehind()
      const run = await openRun({ workflow, profile }, await behind.environment())
      for (const event of login) await act(run, event)
      await behind.close()
      expect(new Set(refreshTokens(run.state.trace)).size).toBe(count)
    },
  )
})

test('runs of both profiles at one server do not turn each other’s settings', async () => {
  const behind = await openBehind()
  const open = async (profile: 'fidelity' | 'hardened') =>
    openRun({ workflow: slugs.code, profile }, await behind.environment())
  const [usual, strict] = [await open('fidelity'), await open('hardened')]
  for (const event of login) {
    await act(usual, event)
    await act(strict, event)
  }
  expect(new Set(refreshTokens(usual.state.trace)).size).toBe(1)
  expect(new Set(refreshTokens(strict.state.trace)).size).toBe(2)
  await behind.close()
})

test('an unknown profile is refused with the nearest one', async () => {
  const { status, error } = await command('trace', [slugs.code, '--profile', 'hard'])
  expect(status).toBe(2)
  expect(error).toContain('There is no profile "hard". The nearest is "hardened".')
})

test('two runs of one profile and one seed are one trace', async () => {
  const request = { workflow: slugs.code, profile: 'hardened' } as const
  const one = await playOn(await openRun(request))
  expect(JSON.stringify(await playOn(await openRun(request)))).toBe(JSON.stringify(one))
})
