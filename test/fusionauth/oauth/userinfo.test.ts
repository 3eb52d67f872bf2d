import { expect, test } from 'vitest'
import { fetchTokens, type Lab, openLab, origin, store, userId } from '../support/lab.ts'

const ask = async (lab: Lab, token: string | undefined, method = 'GET') => {
  const headers: [string, string][] = [['authorization', `Bearer ${token}`]]
  const response = await lab.ask({ method, url: `${origin}/oauth2/userinfo`, headers, body: '' })
  return { status: response.status, claims: JSON.parse(response.body) as Record<string, unknown> }
}

const compatibility = { oauth: { scopeHandlingPolicy: 'Compatibility' } } as const

test('Compatible, userinfo tells e-mail, application and roles without any scope', async () => {
  const lab = openLab(compatibility)
  const { access_token: token } = await fetchTokens(lab, { scope: 'offline_access' })
  const { status, claims } = await ask(lab, token)
  expect(status).toBe(200)
  expect(claims).toMatchObject({
    sub: userId,
    email: 'ada@example.com',
    applicationId: store,
    roles: ['customer'],
  })
  expect(Object.keys(claims)).not.toContain('exp')
})

test('Compatible, an ID token will do', async () => {
  const lab = openLab(compatibility)
  const { id_token: token } = await fetchTokens(lab)
  expect(await ask(lab, token, 'POST')).toMatchObject({ status: 200, claims: { sub: userId } })
})

test('Strict, an ID token is not suitable', async () => {
  const lab = openLab()
  const { id_token: token } = await fetchTokens(lab)
  expect(await ask(lab, token)).toMatchObject({ status: 400, claims: { error: 'invalid_token' } })
})
