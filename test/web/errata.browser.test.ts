import { expect, test } from 'vitest'
import { errata } from '../../scenarios/catalogue/errata.ts'
import { openInPage } from '../../web/run/open.ts'
import { openStage, until } from './stage.ts'

const workflow = 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies'

const noteAt = async (step: string): Promise<string> => {
  const { lab } = await openStage({ workflow, step, openRun: openInPage })
  const told = (): string =>
    lab.shadowRoot?.querySelector('lab-story')?.shadowRoot?.textContent ?? ''
  await until('the message is told', () => told().includes('published diagram'))
  return told()
}

test('an arrow that the published diagram gets wrong says what is wrong', async () => {
  const told = await noteAt('refresh.token-request')
  expect(told).toContain('Arrow 16 of the published diagram.')
  expect(told).toContain(errata.E1)
})

test('an arrow that the published diagram leaves out says so', async () => {
  expect(await noteAt('login.jwks-request')).toContain('Not in the published diagram.')
})

test('an answer that rests on an assumption about FusionAuth says so', async () => {
  expect(await noteAt('refresh.token-response')).toContain('Unverified against a real server.')
})
