import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import {
  fetchTokens,
  forums,
  openLab,
  refresh,
  refusalOf,
  secret,
  store,
  tenantId,
  tokensOf,
  userId,
} from './support/lab.ts'

const unknown = [400, 'invalid_grant', 'refresh_token_not_found']
const tenant = (jwtConfiguration: object) => ({
  tenant: { id: tenantId, name: 'Test', jwtConfiguration },
})
const day = 86_400

test('A refresh token brings new tokens of the same user, login time and scopes', async () => {
  const lab = openLab()
  const first = await fetchTokens(lab)
  lab.clock.advance(60)
  const second = tokensOf(await refresh(lab, first.refresh_token))
  const [before, after] = [decodeJwt(first.access_token), decodeJwt(second.access_token)]
  expect(after).toMatchObject({
    sub: before.sub,
    auth_time: before['auth_time'],
    scope: before['scope'],
    authenticationType: 'REFRESH_TOKEN',
  })
  expect(Number(after.iat) - Number(before.iat)).toBe(60)
})

test('A refreshed token names both grants', async () => {
  const lab = openLab()
  const { access_token: token } = tokensOf(
    await refresh(lab, (await fetchTokens(lab)).refresh_token),
  )
  expect(decodeJwt(token)['gty']).toEqual(['authorization_code', 'refresh_token'])
})

test('A reusable token comes back as it was, with its id and without a scope', async () => {
  const lab = openLab()
  const first = await fetchTokens(lab)
  const second = tokensOf(await refresh(lab, first.refresh_token))
  expect([second.refresh_token, second.refresh_token_id, second.scope]).toEqual([
    first.refresh_token,
    first.refresh_token_id,
    undefined,
  ])
})

test('A refreshed ID token has no nonce', async () => {
  const lab = openLab()
  const tokens = tokensOf(
    await refresh(lab, (await fetchTokens(lab, { nonce: 'n' })).refresh_token),
  )
  expect(decodeJwt(tokens.id_token ?? '')).not.toHaveProperty('nonce')
})

test('A missing refresh token is refused', async () => {
  expect(refusalOf(await refresh(openLab(), undefined))).toEqual([
    400,
    'invalid_request',
    'missing_refresh_token',
  ])
})

test.each(['made-up', '__proto__', 'constructor'])(
  'The refresh token "%s" is refused',
  async (value) => {
    const response = await refresh(openLab(), value)
    expect(refusalOf(response)).toEqual(unknown)
    expect(response.body).toContain('The refresh_token is invalid.')
  },
)

test('Another application may not use the token, and it lives on', async () => {
  const lab = openLab()
  const { refresh_token: token } = await fetchTokens(lab)
  const response = await refresh(lab, token, {
    client_id: forums,
    client_secret: 'the secret of the forums',
  })
  expect(refusalOf(response)).toEqual(unknown)
  expect((await refresh(lab, token)).status).toBe(200)
})

test('Fewer scopes may be asked for, and are named in the answer', async () => {
  const lab = openLab()
  const first = await fetchTokens(lab, { scope: 'openid offline_access email' })
  const second = tokensOf(await refresh(lab, first.refresh_token, { scope: 'openid' }))
  expect([second.scope, decodeJwt(second.access_token)['scope']]).toEqual(['openid', 'openid'])
})

test('More scopes are refused', async () => {
  const lab = openLab()
  const response = await refresh(lab, (await fetchTokens(lab)).refresh_token, {
    scope: 'openid email',
  })
  expect(refusalOf(response)).toEqual([400, 'invalid_scope', 'unknown_scope'])
})

test('A shorter life may be asked for', async () => {
  const lab = openLab()
  const tokens = tokensOf(
    await refresh(lab, (await fetchTokens(lab)).refresh_token, { expires_in: '60' }),
  )
  expect(tokens.expires_in).toBe(60)
})

test.each(['3601', '0', 'long'])('A life of "%s" seconds is refused', async (expiresIn) => {
  const lab = openLab()
  const response = await refresh(lab, (await fetchTokens(lab)).refresh_token, {
    expires_in: expiresIn,
  })
  expect(refusalOf(response)).toEqual([400, 'invalid_request', 'invalid_expires_in'])
})

test('A locked user is not refreshed', async () => {
  const lab = openLab({ user: { expiry: Date.UTC(2026, 0, 1, 10) } })
  const { refresh_token: token } = await fetchTokens(lab)
  lab.clock.advance(3600)
  expect(refusalOf(await refresh(lab, token))).toEqual([400, 'invalid_grant', 'user_expired'])
})

test('A fixed token ends thirty days after its issue, used or not', async () => {
  const lab = openLab()
  const { refresh_token: token } = await fetchTokens(lab)
  lab.clock.advance(30 * day - 1)
  expect((await refresh(lab, token)).status).toBe(200)
  lab.clock.advance(1)
  expect(refusalOf(await refresh(lab, token))).toEqual(unknown)
})

test('A sliding token begins anew with each use', async () => {
  const lab = openLab(tenant({ refreshTokenExpirationPolicy: 'SlidingWindow' }))
  const { refresh_token: token } = await fetchTokens(lab)
  for (let use = 0; use < 3; use++) {
    lab.clock.advance(29 * day)
    expect((await refresh(lab, token)).status).toBe(200)
  }
})

test('A sliding token ends when it is left alone', async () => {
  const lab = openLab(tenant({ refreshTokenExpirationPolicy: 'SlidingWindow' }))
  const { refresh_token: token } = await fetchTokens(lab)
  lab.clock.advance(30 * day)
  expect(refusalOf(await refresh(lab, token))).toEqual(unknown)
})

test('A sliding token with a maximum ends there, however busy it is', async () => {
  const lab = openLab(
    tenant({
      refreshTokenExpirationPolicy: 'SlidingWindowWithMaximumLifetime',
      refreshTokenTimeToLiveInMinutes: 10,
      refreshTokenSlidingWindowConfiguration: { maximumTimeToLiveInMinutes: 25 },
    }),
  )
  const { refresh_token: token } = await fetchTokens(lab)
  const answers: number[] = []
  for (let use = 0; use < 4; use++) {
    lab.clock.advance(9 * 60)
    answers.push((await refresh(lab, token)).status)
  }
  expect(answers).toEqual([200, 200, 400, 400])
})

test('A one-time token is replaced at each use, under the same id', async () => {
  const lab = openLab(tenant({ refreshTokenUsagePolicy: 'OneTimeUse' }))
  const first = await fetchTokens(lab)
  const second = tokensOf(await refresh(lab, first.refresh_token))
  expect(second.refresh_token).not.toBe(first.refresh_token)
  expect(second.refresh_token_id).toBe(first.refresh_token_id)
})

test('A one-time token that was used is refused, and its successor lives on by default', async () => {
  const lab = openLab(tenant({ refreshTokenUsagePolicy: 'OneTimeUse' }))
  const first = await fetchTokens(lab)
  const second = tokensOf(await refresh(lab, first.refresh_token))
  expect(refusalOf(await refresh(lab, first.refresh_token))).toEqual(unknown)
  expect((await refresh(lab, second.refresh_token)).status).toBe(200)
})

const onReuse = {
  refreshTokenUsagePolicy: 'OneTimeUse',
  refreshTokenRevocationPolicy: { onOneTimeTokenReuse: true },
}

test('A reuse can end the successor too: then thief and victim are both out', async () => {
  const lab = openLab(tenant(onReuse))
  const first = await fetchTokens(lab)
  const second = tokensOf(await refresh(lab, first.refresh_token))
  expect(refusalOf(await refresh(lab, first.refresh_token))).toEqual(unknown)
  expect(refusalOf(await refresh(lab, second.refresh_token))).toEqual(unknown)
})

test('A reuse ends this token only, not the user’s others', async () => {
  const lab = openLab(tenant(onReuse))
  const other = await fetchTokens(lab)
  const first = await fetchTokens(lab, { prompt: 'login' })
  await refresh(lab, first.refresh_token)
  await refresh(lab, first.refresh_token)
  expect((await refresh(lab, other.refresh_token)).status).toBe(200)
})

test('A reuse by another application ends nothing', async () => {
  const lab = openLab(tenant(onReuse))
  const first = await fetchTokens(lab)
  const second = tokensOf(await refresh(lab, first.refresh_token))
  await refresh(lab, first.refresh_token, {
    client_id: forums,
    client_secret: 'the secret of the forums',
  })
  expect((await refresh(lab, second.refresh_token)).status).toBe(200)
})

const withGrace = { ...onReuse, refreshTokenOneTimeUseConfiguration: { gracePeriodInSeconds: 10 } }

test('Within the grace period the old value brings the current token, not yet another', async () => {
  const lab = openLab(tenant(withGrace))
  const first = await fetchTokens(lab)
  const second = tokensOf(await refresh(lab, first.refresh_token))
  lab.clock.advance(9)
  expect(tokensOf(await refresh(lab, first.refresh_token)).refresh_token).toBe(second.refresh_token)
  expect((await refresh(lab, second.refresh_token)).status).toBe(200)
})

test('After the grace period the old value counts as a reuse', async () => {
  const lab = openLab(tenant(withGrace))
  const first = await fetchTokens(lab)
  const second = tokensOf(await refresh(lab, first.refresh_token))
  lab.clock.advance(10)
  expect(refusalOf(await refresh(lab, first.refresh_token))).toEqual(unknown)
  expect(refusalOf(await refresh(lab, second.refresh_token))).toEqual(unknown)
})

test('A rotated token of a fixed policy never outlives the first one', async () => {
  const lab = openLab(tenant({ refreshTokenUsagePolicy: 'OneTimeUse' }))
  const first = await fetchTokens(lab)
  lab.clock.advance(29 * day)
  const second = tokensOf(await refresh(lab, first.refresh_token))
  lab.clock.advance(day)
  expect(refusalOf(await refresh(lab, second.refresh_token))).toEqual(unknown)
})

test.each([
  [false, 3600],
  [true, 60],
])(
  'An application’s own JWT settings count only when enabled: %s gives %i s',
  async (enabled, life) => {
    const lab = openLab()
    const jwtConfiguration = { enabled, timeToLiveInSeconds: 60 }
    await lab.call('PATCH', `/api/application/${store}`, { application: { jwtConfiguration } })
    expect((await fetchTokens(lab)).expires_in).toBe(life)
  },
)

test('A refresh token that was revoked by its id is refused', async () => {
  const lab = openLab()
  const tokens = await fetchTokens(lab)
  await lab.call('DELETE', `/api/jwt/refresh/${tokens.refresh_token_id}`)
  expect(refusalOf(await refresh(lab, tokens.refresh_token))).toEqual(unknown)
})

test('A public client refreshes without a secret', async () => {
  const lab = openLab({ oauth: { clientAuthenticationPolicy: 'NotRequired' } })
  const { refresh_token: token } = await fetchTokens(lab)
  expect((await refresh(lab, token, { client_secret: undefined })).status).toBe(200)
  expect((await refresh(lab, token, { client_secret: secret })).status).toBe(200)
})

test('The answer names the user', async () => {
  const lab = openLab()
  expect(tokensOf(await refresh(lab, (await fetchTokens(lab)).refresh_token)).userId).toBe(userId)
})

test('A token with a scope that the application has come to refuse is revoked', async () => {
  const lab = openLab({ oauth: { unknownScopePolicy: 'Allow' } })
  const { refresh_token: token } = await fetchTokens(lab, { scope: 'offline_access extra' })
  const oauthConfiguration = { unknownScopePolicy: 'Reject' }
  await lab.call('PATCH', `/api/application/${store}`, { application: { oauthConfiguration } })
  expect(refusalOf(await refresh(lab, token))).toEqual([400, 'invalid_scope', 'unknown_scope'])
  expect(refusalOf(await refresh(lab, token))).toEqual(unknown)
})
