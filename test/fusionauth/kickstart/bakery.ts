/** A small Kickstart: a bakery, its baker, and whatever a test adds. */
import type { Attempt } from './login.ts'
import { call, openFresh, run } from './support.ts'

export const key = 'a-key-of-the-file'
export const applicationId = 'a0000000-0000-4000-8000-00000000000a'
export const tenantId = 'a0000000-0000-4000-8000-0000000000ff'
export const userId = 'a0000000-0000-4000-8000-000000000001'
export const objectId = 'a0000000-0000-4000-8000-00000000000e'
export const defaultTheme = '75a068fd-e94b-451a-9aeb-3ddb9a3b5987'

export const attempt: Attempt = {
  clientId: applicationId,
  clientSecret: 'secret of the bakery',
  redirectUri: 'http://localhost:8080/oauth-redirect',
  loginId: 'baker@example.com',
  password: 'flour and water',
}

export const post = (url: string, body: object) => ({ method: 'POST', url, body })
export const patch = (url: string, body: object) => ({ method: 'PATCH', url, body })

export const oauthConfiguration = {
  authorizedRedirectURLs: [attempt.redirectUri],
  clientSecret: attempt.clientSecret,
  enabledGrants: ['authorization_code', 'refresh_token'],
  generateRefreshTokens: true,
}

export const application = (changes: object = {}) =>
  post(`/api/application/${applicationId}`, {
    application: { name: 'Bakery', roles: [{ name: 'baker' }], oauthConfiguration, ...changes },
  })

export const registration = post(`/api/user/registration/${userId}`, {
  user: { email: attempt.loginId, password: attempt.password },
  registration: { applicationId, roles: ['baker'] },
})

export const loaded = async (
  requests: readonly unknown[],
  file: object = {},
  environment: Parameters<typeof run>[2] = {},
) => {
  const standIn = openFresh()
  const result = await run(standIn, { apiKeys: [{ key }], requests, ...file }, environment)
  if (!result.ok) throw new Error(result.problem)
  return { standIn, notes: result.notes }
}

export const problemOf = async (requests: readonly unknown[], file: object = {}) => {
  const result = await run(openFresh(), { apiKeys: [{ key }], requests, ...file })
  return result.ok ? '' : result.problem
}

export const shown = async (
  standIn: ReturnType<typeof openFresh>,
  path: string,
): Promise<unknown> => JSON.parse((await call(standIn, key, path)).body)
