import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import type { DefenceSettings } from '../../scenarios/model/defence-settings.ts'
import { blueprint } from '../../server/fusionauth/blueprint.ts'
import { idsOf } from '../../server/fusionauth/ids.ts'
import { rulesOf } from '../../server/fusionauth/policies.ts'
import {
  authorizePath,
  fetchCode,
  fetchTokens,
  fieldsOf,
  forums,
  header,
  loginId,
  logIn,
  openLab,
  origin,
  password,
  queryOf,
  redeem,
  redirectUri,
  refresh,
  secret,
  store,
  tenantId,
  tokensOf,
} from '../fusionauth/support/lab.ts'
import { usualSettings } from '../support/settings.ts'

const pkce = {
  code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  code_challenge_method: 'S256',
}
const code_verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'

/** A stand-in that is set up as a run with these switches sets it up. */
const labWith = (defences: Partial<DefenceSettings>) => {
  const settings = { ...usualSettings, ...defences }
  const plan = blueprint({
    origins: { Store: 'https://store.example.com', Forums: 'https://forums.example.com' },
    secrets: { Store: secret, Forums: secret },
    issuer: origin,
    login: 'authorization-code',
    settings,
  })
  const oauth = plan.applications.find(({ id }) => id === idsOf('fidelity').Store)
  return openLab({
    tenant: { ...plan.tenant, id: tenantId },
    oauth: oauth?.oauthConfiguration,
    options: { rules: rulesOf(settings) },
  })
}

type Lab = ReturnType<typeof labWith>

const statusOf = async (answer: ReturnType<typeof redeem>) => (await answer).status

describe('rotation', () => {
  const renewed = async (lab: Lab) => {
    const first = await fetchTokens(lab)
    return { first, second: tokensOf(await refresh(lab, first.refresh_token)) }
  }
  test('on: each use puts a new refresh token in the place of the old', async () => {
    const lab = labWith({ rotation: true })
    const { first, second } = await renewed(lab)
    expect(second.refresh_token).not.toBe(first.refresh_token)
    expect(await statusOf(refresh(lab, first.refresh_token))).toBe(400)
  })
  test('off: it stays as it is', async () => {
    const { first, second } = await renewed(labWith({ rotation: false }))
    expect(second.refresh_token).toBe(first.refresh_token)
  })
  test.each([
    [true, 400],
    [false, 200],
  ] as const)(
    'with reuse-detection %s the new one ends with %s after the old was used again',
    async (on, status) => {
      const lab = labWith({ rotation: true, 'reuse-detection': on })
      const { first, second } = await renewed(lab)
      await refresh(lab, first.refresh_token)
      expect(await statusOf(refresh(lab, second.refresh_token))).toBe(status)
    },
  )
  test.each([
    [0, 400],
    [30, 200],
  ])('grace-seconds %s: so long the old one is answered with %s', async (seconds, status) => {
    const lab = labWith({ rotation: true, 'grace-seconds': seconds })
    const { first } = await renewed(lab)
    lab.clock.advance(Math.max(0, seconds - 1))
    expect(await statusOf(refresh(lab, first.refresh_token))).toBe(status)
    lab.clock.advance(2)
    expect(await statusOf(refresh(lab, first.refresh_token))).toBe(400)
  })
})

describe('lifetimes', () => {
  test.each([
    [1, 200, 400],
    [43_200, 200, 200],
  ])(
    'refresh-token-minutes %s: %s before a minute is over, then %s',
    async (minutes, before, after) => {
      const lab = labWith({ 'refresh-token-minutes': minutes })
      const { refresh_token: token } = await fetchTokens(lab)
      lab.clock.advance(59)
      expect(await statusOf(refresh(lab, token))).toBe(before)
      lab.clock.advance(2)
      expect(await statusOf(refresh(lab, token))).toBe(after)
    },
  )
  test.each([
    [0, 200],
    [3, 400],
  ])(
    'refresh-token-absolute-minutes %s: a token that is used every minute is answered with %s after three',
    async (longest, status) => {
      const lab = labWith({ 'refresh-token-absolute-minutes': longest })
      const { refresh_token: token } = await fetchTokens(lab)
      for (const minute of [1, 2]) {
        lab.clock.advance(60)
        expect([minute, await statusOf(refresh(lab, token))]).toEqual([minute, 200])
      }
      lab.clock.advance(61)
      expect(await statusOf(refresh(lab, token))).toBe(status)
    },
  )
  test.each([10, 60])('jwt-minutes %s: so long a JWT lives', async (minutes) => {
    const { access_token: token } = await fetchTokens(labWith({ 'jwt-minutes': minutes }))
    const { exp = 0, iat = 0 } = decodeJwt(token)
    expect(exp - iat).toBe(minutes * 60)
  })
  test.each([
    [5, 200],
    [60, 302],
  ])(
    'sso-minutes %s: after four idle minutes nobody is asked, after six more a login is answered with %s',
    async (minutes, status) => {
      const lab = labWith({ 'sso-minutes': minutes })
      await logIn(lab)
      lab.clock.advance(4 * 60)
      expect((await logIn(lab)).status).toBe(302)
      lab.clock.advance(6 * 60)
      expect((await lab.visit(authorizePath())).status).toBe(status)
    },
  )
})

describe('pkce-required', () => {
  test.each([
    [true, 'error'],
    [false, 'code'],
  ] as const)('%s: a request without a challenge is answered with %s', async (on, name) => {
    expect(queryOf(await logIn(labWith({ 'pkce-required': on }))).has(name)).toBe(true)
  })
})

describe('client-authentication', () => {
  test.each([
    [true, 401],
    [false, 200],
  ] as const)('%s: whoever has the code and not the secret gets %s', async (on, status) => {
    const lab = labWith({ 'client-authentication': on })
    const answer = redeem(lab, await fetchCode(lab), { client_secret: undefined })
    expect(await statusOf(answer)).toBe(status)
  })
})

describe('exact-redirect-uris', () => {
  const elsewhere = { redirect_uri: 'https://evil.example.com/oauth-callback' }
  test('on: a neighbour gets no code', async () => {
    const answer = await logIn(labWith({ 'exact-redirect-uris': true }), elsewhere)
    expect(answer.status).toBe(400)
  })
  test('off: a neighbour gets the code', async () => {
    const lab = labWith({ 'exact-redirect-uris': false })
    const answer = await logIn(lab, elsewhere)
    expect(header(answer, 'location')).toMatch(
      /^https:\/\/evil\.example\.com\/oauth-callback\?code=/,
    )
    const code = queryOf(answer).get('code') ?? ''
    expect(await statusOf(redeem(lab, code, elsewhere))).toBe(200)
  })
  test.each([
    'https://evil.test/oauth-callback',
    'https://store.example.com.evil.test/oauth-callback',
    'https://a.b.example.com/oauth-callback',
    'https://evil.test/.example.com/oauth-callback',
    'http://store.example.com/oauth-callback',
    'https://store.example.com/a/b',
    'https://store.example.com/..',
    'https://x@store.example.com/oauth-callback',
    'https://store.example.com:444/oauth-callback',
    'https://store.example.com/oauth-callback?more=yes',
    'https://store.example.com/oauth-callback#more',
  ])('off: %s is still refused', async (redirect_uri) => {
    const answer = await logIn(labWith({ 'exact-redirect-uris': false }), { redirect_uri })
    expect(answer.status).toBe(400)
  })
})

describe('redirect-after-login', () => {
  test.each([302, 303, 307] as const)('%s is the status after the form', async (status) => {
    const lab = labWith({ 'redirect-after-login': status })
    const page = await lab.visit(authorizePath())
    const posted = { ...fieldsOf(page.body), loginId, password }
    const first = await lab.visit('/oauth2/authorize', posted)
    expect(first.status).toBe(status)
    const hop = header(first, 'location') ?? ''
    // A browser sends the form again after a 307, and after no other.
    const last = await lab.visit(hop, status === 307 ? posted : undefined)
    expect(last.status).toBe(status === 307 ? 307 : 302)
    expect(header(last, 'location')).toContain(`${redirectUri}?code=`)
  })
})

describe('codes-once', () => {
  test.each([
    [true, 400],
    [false, 200],
  ] as const)('%s: a second use of a code is answered with %s', async (on, status) => {
    const lab = labWith({ 'codes-once': on })
    const code = await fetchCode(lab)
    const first = tokensOf(await redeem(lab, code))
    expect(await statusOf(redeem(lab, code))).toBe(status)
    expect(await statusOf(refresh(lab, first.refresh_token))).toBe(status)
  })
})

describe('verifier-check', () => {
  test.each([
    [true, 400],
    [false, 200],
  ] as const)('%s: a code is redeemed without its verifier with %s', async (on, status) => {
    const lab = labWith({ 'verifier-check': on })
    expect(await statusOf(redeem(lab, await fetchCode(lab, pkce)))).toBe(status)
  })
  test.each([
    [true, 400],
    [false, 200],
  ] as const)(
    '%s: a verifier whose challenge was taken off is answered with %s',
    async (on, status) => {
      const lab = labWith({ 'verifier-check': on })
      expect(await statusOf(redeem(lab, await fetchCode(lab), { code_verifier }))).toBe(status)
    },
  )
})

describe('client-match', () => {
  test.each([
    [true, 400],
    [false, 200],
  ] as const)('%s: Forums refreshes with a token of the Store: %s', async (on, status) => {
    const lab = labWith({ 'client-match': on })
    const { refresh_token: token } = await fetchTokens(lab)
    expect(await statusOf(refresh(lab, token, { client_id: forums }))).toBe(status)
  })
  test.each([
    [true, 400],
    [false, 200],
  ] as const)('%s: Forums redeems a code of the Store: %s', async (on, status) => {
    const lab = labWith({ 'client-match': on })
    const code = await fetchCode(lab, { client_id: store })
    expect(await statusOf(redeem(lab, code, { client_id: forums }))).toBe(status)
  })
})

describe('scope-check', () => {
  const wider = { scope: 'openid offline_access email' }
  test('on: a refresh widens no scope', async () => {
    const lab = labWith({ 'scope-check': true })
    expect(await statusOf(refresh(lab, (await fetchTokens(lab)).refresh_token, wider))).toBe(400)
  })
  test('off: it does, and the answer says so', async () => {
    const lab = labWith({ 'scope-check': false })
    const answer = await refresh(lab, (await fetchTokens(lab)).refresh_token, wider)
    expect(tokensOf(answer).scope).toBe(wider.scope)
    expect(decodeJwt(tokensOf(answer).access_token)['scope']).toBe(wider.scope)
  })
})

describe('revoke-on-password-change', () => {
  test.each([
    [true, 400],
    [false, 200],
  ] as const)(
    '%s: after a change of the password the refresh token is answered with %s',
    async (on, status) => {
      const lab = labWith({ 'revoke-on-password-change': on })
      const { refresh_token: token } = await fetchTokens(lab)
      const changed = await lab.call('POST', '/api/user/change-password', {
        loginId,
        currentPassword: password,
        password: 'a new one that is long',
      })
      expect(changed.status).toBe(200)
      expect(await statusOf(refresh(lab, token))).toBe(status)
    },
  )
})
