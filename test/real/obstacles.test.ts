import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FusionAuthClient } from '@fusionauth/typescript-client'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { CommandResult, Run } from '../../scenarios/model/run.ts'
import { openRun } from '../../server/run.ts'
import { slugs } from '../support/play.ts'
import { type Behind, openBehind, runThere } from './support/behind.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'

vi.setConfig({ testTimeout: 60_000 })

let behind: Behind

beforeEach(async () => {
  behind = await openBehind()
})
afterEach(() => behind.close())

const opened = async (): Promise<Run> =>
  openRun({ workflow: slugs.code }, await behind.environment())

const events: readonly LabEvent[] = [
  { type: 'learner.open', app: 'Store' },
  { type: 'learner.login', app: 'Store' },
  { type: 'learner.submit', app: 'Store', credentials: 'right' },
]

const logIn = async (run: Run): Promise<CommandResult> => {
  let result: CommandResult = { ok: true }
  for (const event of events) {
    result = await run.send(event)
  }
  return result
}

type There = ReturnType<typeof runThere>

/** What an operator may have switched on in the tenant of a run, and the obstacle that comes of it. */
// oxfmt-ignore
const settings: readonly (readonly [string, (fusionauth: FusionAuthClient, run: There) => Promise<unknown>, string])[] = [
  ['password-change', (f, { user }) => f.patchUser(user, { user: { passwordChangeRequired: true } }), 'change the password'],
  ['two-factor', (f, { user }) => f.patchUser(user, { user: { twoFactor: { methods: [{ method: 'authenticator', secret: 'canary-authenticator' }] } } }), 'second factor'],
  ['consent', (f, { Store }) => f.patchApplication(Store, { application: { oauthConfiguration: { relationship: 'ThirdParty', consentMode: 'AlwaysPrompt' } as never } }), 'consent'],
  ['registration', async (f, { user, Store }) => {
    await f.patchApplication(Store, { application: { oauthConfiguration: { requireRegistration: true } } })
    await f.deleteRegistration(user, Store)
  }, 'register'],
]

test.each(settings)(
  'the page that FusionAuth shows for a %s is recognised and explained',
  async (name, change, words) => {
    const run = await opened()
    const there = runThere(behind)
    await change(behind.operator(there.tenant), there)
    const result = await logIn(run)
    expect(result.ok ? '' : sayEnglish(result.problem)).toContain(words)
    expect(run.state.trace.messages.at(-1)).toMatchObject({ id: `login.${name}`, kind: 'self' })
  },
)

test('what is demanded of the user of one run is demanded of no other', async () => {
  await opened()
  const there = runThere(behind)
  const request = { user: { passwordChangeRequired: true } }
  await behind.operator(there.tenant).patchUser(there.user, request)
  expect(await logIn(await opened())).toEqual({ ok: true })
})
