import { expect, test } from 'vitest'
import {
  authorizePath,
  fetchCode,
  fetchTokens,
  type Lab,
  logIn,
  openLab,
  redeem,
  refresh,
  tenantId,
} from './support/lab.ts'

const of = ({ changed }: Lab, where: string) => changed.filter((change) => change.where === where)

test('A code is reported when it is given out, in words that a learner can read', async () => {
  const lab = openLab()
  const code = await fetchCode(lab)
  expect(of(lab, 'FusionAuth.codes')).toEqual([
    {
      where: 'FusionAuth.codes',
      op: 'set',
      key: code,
      before: null,
      after: {
        user: 'ada@example.com',
        application: 'Store',
        redirectUri: 'https://store.example.com/oauth-callback',
        scopes: ['openid', 'offline_access'],
        codeChallenge: null,
        createdAt: '2026-01-01T09:00:00.000Z',
        expiresAt: '2026-01-01T09:00:30.000Z',
      },
    },
  ])
})

test('A code is reported as gone when it is redeemed', async () => {
  const lab = openLab()
  const code = await fetchCode(lab)
  await redeem(lab, code)
  expect(of(lab, 'FusionAuth.codes').at(-1)).toMatchObject({ op: 'delete', key: code, after: null })
})

test('A code that ran out is reported as gone when that is noticed', async () => {
  const lab = openLab()
  const code = await fetchCode(lab)
  lab.clock.advance(31)
  expect(of(lab, 'FusionAuth.codes')).toHaveLength(1)
  await redeem(lab, code)
  expect(of(lab, 'FusionAuth.codes').at(-1)).toMatchObject({ op: 'delete', key: code })
})

test('The beginning of an SSO session is reported with its end', async () => {
  const lab = openLab()
  await logIn(lab)
  expect(of(lab, 'FusionAuth.ssoSessions')).toMatchObject([
    {
      op: 'set',
      key: lab.jar.get('fusionauth.sso'),
      before: null,
      after: {
        user: 'ada@example.com',
        createdAt: '2026-01-01T09:00:00.000Z',
        expiresAt: '2026-01-01T10:00:00.000Z',
      },
    },
  ])
})

test('A single sign-on is reported as a later end of the session', async () => {
  const lab = openLab()
  await logIn(lab)
  lab.clock.advance(60)
  await logIn(lab)
  expect(of(lab, 'FusionAuth.ssoSessions').at(-1)).toMatchObject({
    op: 'set',
    before: { expiresAt: '2026-01-01T10:00:00.000Z' },
    after: { expiresAt: '2026-01-01T10:01:00.000Z' },
  })
})

test('An SSO session that ran out is reported as gone when the browser comes back', async () => {
  const lab = openLab()
  await logIn(lab)
  lab.clock.advance(3600)
  await lab.visit(authorizePath())
  expect(of(lab, 'FusionAuth.ssoSessions').at(-1)).toMatchObject({ op: 'delete', after: null })
})

test('A refresh token is reported with its end, thirty days later', async () => {
  const lab = openLab()
  const { refresh_token: token, refresh_token_id: id } = await fetchTokens(lab)
  expect(of(lab, 'FusionAuth.refreshTokens')).toMatchObject([
    {
      op: 'set',
      key: token,
      after: {
        id,
        user: 'ada@example.com',
        application: 'Store',
        expiresAt: '2026-01-31T09:00:00.000Z',
      },
    },
  ])
})

test('A use of a reusable token changes nothing, and reports nothing', async () => {
  const lab = openLab()
  const { refresh_token: token } = await fetchTokens(lab)
  await refresh(lab, token)
  expect(of(lab, 'FusionAuth.refreshTokens')).toHaveLength(1)
})

test('A rotation is reported as one token gone and one come, under the same id', async () => {
  const lab = openLab({
    tenant: {
      id: tenantId,
      name: 'T',
      jwtConfiguration: { refreshTokenUsagePolicy: 'OneTimeUse' },
    },
  })
  const { refresh_token: token, refresh_token_id: id } = await fetchTokens(lab)
  await refresh(lab, token)
  expect(of(lab, 'FusionAuth.refreshTokens').slice(1)).toMatchObject([
    { op: 'delete', key: token, before: { id } },
    { op: 'set', before: null, after: { id } },
  ])
})

test('A refresh token that ran out is reported as gone when it is used', async () => {
  const lab = openLab()
  const { refresh_token: token } = await fetchTokens(lab)
  lab.clock.advance(43_200 * 60)
  await refresh(lab, token)
  expect(of(lab, 'FusionAuth.refreshTokens').at(-1)).toMatchObject({ op: 'delete', key: token })
})

test('The world can be set up without a word in the journal', () => {
  expect(openLab().changed).toEqual([])
})

test('No password is ever reported', async () => {
  const lab = openLab()
  await fetchTokens(lab)
  expect(JSON.stringify(lab.changed)).not.toContain('tea for two')
})
