import { expect, test } from 'vitest'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { done, slugs } from '../support/play.ts'

const login: readonly LabEvent[] = [
  { type: 'learner.open', app: 'Store' },
  { type: 'learner.login', app: 'Store' },
  { type: 'learner.submit', app: 'Store', credentials: 'right' },
]

const after: readonly LabEvent[] = [
  ...login,
  { type: 'learner.change-password' },
  { type: 'clock.expire', what: 'session' },
  { type: 'learner.load', app: 'Store' },
]

const playedWith = (on: boolean): Promise<Trace> =>
  done({ workflow: slugs.code, defences: { 'revoke-on-password-change': on } }, after)

/** What FusionAuth answered to the change. */
const statusOf = ({ messages }: Trace): number | null | undefined => {
  const asked = messages.find(({ http }) => http?.url?.endsWith('/api/user/change-password'))
  return messages.find(({ exchange, kind }) => exchange === asked?.exchange && kind === 'response')
    ?.http?.status
}

const lastPage = ({ messages }: Trace): string =>
  messages.findLast(({ to, kind }) => to === 'Browser' && kind === 'response')?.http?.body ?? ''

test('A new password ends the refresh token, and the user proves who they are with the new one', async () => {
  const trace = await playedWith(true)
  expect(lastPage(trace)).toContain('name="password"')
  const again = await done(
    { workflow: slugs.code, defences: { 'revoke-on-password-change': true } },
    [...after, { type: 'learner.submit', app: 'Store', credentials: 'right' }],
  )
  expect(lastPage(again)).toContain('Your cart, Ada Winter')
})

test('Where FusionAuth is told not to, the refresh token outlives the password', async () => {
  const trace = await playedWith(false)
  expect(statusOf(trace)).toBe(200)
  expect(lastPage(trace)).toContain('Your cart, Ada Winter')
})
