import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { programOf } from '../../support/debian.ts'
import { apiKey, clientId, clientSecret } from '../support/provider.ts'
import { type Agent, openAgent } from './support/agent.ts'
import { type Driver, openDriver } from './support/driver.ts'

const program = programOf('oidc-agent', 'oidc-agent-cli')

/** The client puts a password into its form as it is, so this one has nothing to encode. */
const alan = {
  id: '30000000-0000-4000-8000-00000000000a',
  email: 'alan@example.com',
  password: 'bletchley-1940',
}

describe.skipIf(program === null)('oidc-agent', () => {
  let driver: Driver
  let agent: Agent

  beforeEach(async () => {
    driver = await openDriver(() => ({
      enabledGrants: ['password', 'refresh_token'],
    }))
    const { ok } = await fetch(`${driver.provider.origin}/api/user/registration/${alan.id}`, {
      method: 'POST',
      headers: { authorization: apiKey, 'content-type': 'application/json' },
      body: JSON.stringify({ user: alan, registration: { applicationId: clientId } }),
    })
    expect(ok).toBe(true)
    agent = openAgent(program ?? '')
  })

  afterEach(async () => {
    agent.close()
    await driver.close()
  })

  const logIn = (password = alan.password) =>
    agent.run('oidc-gen', [
      'lab',
      '--manual',
      '--flow=password',
      `--op-username=${alan.email}`,
      `--op-password=${password}`,
      `--client-id=${clientId}`,
      `--client-secret=${clientSecret}`,
      `--issuer=${driver.provider.origin}`,
      '--redirect-uri=http://localhost:4242',
      '--scope=openid offline_access',
      '--pw-env',
      '--prompt=none',
      '--confirm-yes',
    ])

  const tokenBy = (...words: readonly string[]) => agent.run('oidc-token', [...words, 'lab'])

  test('logs in with a password', async () => {
    expect(await logIn()).toMatchObject({ status: 0, problem: '' })
    expect((await tokenBy()).out).toMatch(/^ey/)
  })

  test('refreshes when it is asked for a new token', async () => {
    await logIn()
    const { out: before } = await tokenBy()
    const { out: after } = await tokenBy('--force-new')
    expect(after).toMatch(/^ey/)
    expect(after).not.toBe(before)
  })

  test('gives no token when the refresh token was revoked: it waits for a new login', async () => {
    await logIn()
    await driver.revoke(alan.id)
    expect(await agent.run('oidc-token', ['--force-new', 'lab'], 3)).toEqual({
      status: null,
      out: '',
      problem: '',
    })
  })

  test('is told that the password is wrong', async () => {
    expect((await logIn('enigma')).problem).toContain('invalid_grant')
  })
})
