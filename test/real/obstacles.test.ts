import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FusionAuthClient } from '@fusionauth/typescript-client'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { CommandResult, Run } from '../../scenarios/model/run.ts'
import { ids } from '../../server/fusionauth/ids.ts'
import { fusionAuthClient } from '../../server/fusionauth/port.ts'
import { createSocketTransport } from '../../server/node/sockets.ts'
import { openRun } from '../../server/run.ts'
import { slugs } from '../support/play.ts'
import { type Behind, openBehind } from './support/behind.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'

vi.setConfig({ testTimeout: 60_000 })

let behind: Behind

beforeEach(async () => {
  behind = await openBehind()
})
afterEach(() => behind.close())

/** An operator at work, in the tenant of the lessons. */
const operator = (): FusionAuthClient =>
  fusionAuthClient(
    { baseUrl: behind.origin, apiKey: behind.apiKey, tenantId: ids.tenant },
    createSocketTransport({ allowOrigin: behind.origin, timeoutMs: 5_000, maxBytes: 1_000_000 }),
    null,
  )

const opened = async (workflow: string = slugs.code): Promise<Run> =>
  openRun({ workflow }, await behind.environment())

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

/** What an operator may have switched on at a server, and the obstacle that comes of it. */
// oxfmt-ignore
const settings: readonly (readonly [string, (fusionauth: FusionAuthClient) => Promise<unknown>, string])[] = [
  ['password-change', (f) => f.patchUser(ids.user, { user: { passwordChangeRequired: true } }), 'change the password'],
  ['two-factor', (f) => f.patchUser(ids.user, { user: { twoFactor: { methods: [{ method: 'authenticator', secret: 'canary-authenticator' }] } } }), 'second factor'],
  ['consent', (f) => f.patchApplication(ids.Store, { application: { oauthConfiguration: { relationship: 'ThirdParty', consentMode: 'AlwaysPrompt' } as never } }), 'consent'],
  ['registration', async (f) => {
    await f.patchApplication(ids.Store, { application: { oauthConfiguration: { requireRegistration: true } } })
    await f.deleteRegistration(ids.user, ids.Store)
  }, 'register'],
]

test.each(settings)(
  'the page that FusionAuth shows for a %s is recognised and explained',
  async (name, change, words) => {
    const run = await opened()
    await change(operator())
    const result = await logIn(run)
    expect(result.ok ? '' : sayEnglish(result.problem)).toContain(words)
    expect(run.state.trace.messages.at(-1)).toMatchObject({ id: `login.${name}`, kind: 'self' })
  },
)

test('a demand for a new password is taken back when the next run begins', async () => {
  await opened()
  await operator().patchUser(ids.user, { user: { passwordChangeRequired: true } })
  expect(await logIn(await opened())).toEqual({ ok: true })
})

test('a registration that was lost is made again when the next run begins', async () => {
  await opened()
  await operator().deleteRegistration(ids.user, ids.Store)
  expect(await logIn(await opened(slugs.native))).toEqual({ ok: true })
})
