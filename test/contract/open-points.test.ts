/**
 * The questions about FusionAuth's wire that its public documents leave open or answer in two ways.
 * Runs against the stand-in, or against FUSIONAUTH_URL with FUSIONAUTH_API_KEY: then what was
 * observed is printed, and only what is documented can fail.
 */
import { createHash } from 'node:crypto'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../outside/support/browser.ts'
import { type Contract, ids, openContract } from './support/contract.ts'
import { answerPoints } from './answers.suite.ts'
import { keyPoints } from './keys.suite.ts'
import { rulePoints } from './rules.suite.ts'
import { scopePoints } from './scopes.suite.ts'
import { tenantPoints } from './tenants.suite.ts'
import { tokenPoints } from './tokens.suite.ts'

let lab: Contract

beforeAll(async () => {
  lab = await openContract()
}, 60_000)

afterAll(() => lab.close())

const errorOf = ({
  status,
  body,
}: {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}) => ({ status, error: body['error'], error_reason: body['error_reason'] })

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

describe('The token endpoint', { timeout: 60_000 }, () => {
  test('§12.1: the error of a code that nobody issued', async () => {
    lab.settle('§12.1 unknown code', errorOf(await lab.redeem('made-up')), {
      documented: { status: 400, error_reason: 'auth_code_not_found' },
      inferred: { status: 400, error: 'invalid_grant', error_reason: 'auth_code_not_found' },
    })
  })

  test('§12.1: the error of a code that was redeemed, and what it does to the tokens', async () => {
    const code = await lab.code()
    const { body } = await lab.redeem(code)
    const replay = errorOf(await lab.redeem(code))
    const after = await lab.refresh(text(body['refresh_token']))
    lab.settle(
      '§12.1 replayed code',
      { ...replay, refreshAfterwards: after.status },
      {
        documented: { status: 400, error_reason: 'auth_code_not_found' },
        inferred: {
          status: 400,
          error: 'invalid_grant',
          error_reason: 'auth_code_not_found',
          refreshAfterwards: 400,
        },
      },
    )
  })

  test('§12.2: what the refresh grant gives besides the tokens', async () => {
    const first = await lab.loggedIn()
    const { status, body } = await lab.refresh(text(first['refresh_token']))
    const observed = {
      status,
      refreshToken: body['refresh_token'] === first['refresh_token'] ? 'the same' : 'none or new',
      refreshTokenId: body['refresh_token_id'] === first['refresh_token_id'] ? 'the same' : 'other',
      scope: body['scope'] ?? 'absent',
      idToken: typeof body['id_token'],
    }
    lab.settle('§12.2 refresh grant', observed, {
      documented: { status: 200, idToken: 'string' },
      inferred: {
        status: 200,
        refreshToken: 'the same',
        refreshTokenId: 'the same',
        scope: 'absent',
        idToken: 'string',
      },
    })
  })

  test('§12.2: a one-time refresh token comes back as another value of the same id', async () => {
    const policy = (refreshTokenUsagePolicy: string) =>
      lab.tenantWith({ jwtConfiguration: { refreshTokenUsagePolicy } })
    await policy('OneTimeUse')
    try {
      const first = await lab.loggedIn()
      const { body } = await lab.refresh(text(first['refresh_token']))
      const again = await lab.refresh(text(first['refresh_token']))
      expect(text(body['refresh_token'])).not.toBe('')
      lab.settle(
        '§12.2 rotation',
        {
          rotated: body['refresh_token'] !== first['refresh_token'],
          sameId: body['refresh_token_id'] === first['refresh_token_id'],
          oldValue: errorOf(again),
        },
        {
          documented: {
            rotated: true,
            sameId: true,
            oldValue: {
              status: 400,
              error: 'invalid_grant',
              error_reason: 'refresh_token_not_found',
            },
          },
        },
      )
    } finally {
      await policy('Reusable')
    }
  })

  test('§12.9: the error of a wrong password', async () => {
    const answer = await lab.token({
      grant_type: 'password',
      username: lab.userCredentials.loginId,
      password: 'not the password',
    })
    lab.settle('§12.9 wrong password', errorOf(answer), {
      documented: { error_reason: 'invalid_user_credentials' },
      inferred: { status: 400, error: 'invalid_grant', error_reason: 'invalid_user_credentials' },
    })
  })

  test('§12.9: the error of a verifier that does not belong to the challenge', async () => {
    const challenge = createHash('sha256').update('v'.repeat(43)).digest('base64url')
    const pkce = { code_challenge: challenge, code_challenge_method: 'S256' }
    const wrong = await lab.redeem(await lab.code(pkce), { code_verifier: 'w'.repeat(43) })
    const missing = await lab.redeem(await lab.code(pkce))
    lab.settle(
      '§12.9 PKCE',
      { wrong: errorOf(wrong), missing: errorOf(missing) },
      {
        documented: { wrong: { status: 400 }, missing: { status: 400 } },
        inferred: {
          wrong: {
            status: 400,
            error: 'invalid_grant',
            error_reason: 'invalid_pkce_code_verifier',
          },
          missing: { status: 400, error: 'invalid_grant', error_reason: 'missing_code_verifier' },
        },
      },
    )
  })

  test('§12.9: the error of a grant that is switched off', async () => {
    const answer = await lab.token({
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: 'made-up',
    })
    lab.settle('§12.9 disabled grant', errorOf(answer), {
      documented: { status: 400, error_reason: 'grant_type_disabled' },
      inferred: { status: 400, error: 'unauthorized_client', error_reason: 'grant_type_disabled' },
    })
  })

  test('§12.9: the errors of a wrong secret and of none', async () => {
    const wrong = await lab.token({
      grant_type: 'refresh_token',
      refresh_token: 'made-up',
      client_secret: 'wrong',
    })
    const none = await lab.token({
      grant_type: 'refresh_token',
      refresh_token: 'made-up',
      client_secret: '',
    })
    lab.settle(
      '§12.9 client secret',
      { wrong: errorOf(wrong), none: errorOf(none) },
      {
        documented: { wrong: { status: 401, error: 'invalid_client' }, none: { status: 401 } },
        inferred: {
          wrong: {
            status: 401,
            error: 'invalid_client',
            error_reason: 'invalid_client_authentication',
          },
          none: {
            status: 401,
            error: 'invalid_client',
            error_reason: 'client_authentication_missing',
          },
        },
      },
    )
  })

  test('§12.11: the password grant by `username`, and by `loginId`', async () => {
    const { loginId, password } = lab.userCredentials
    const byUsername = await lab.token({ grant_type: 'password', username: loginId, password })
    const byLoginId = await lab.token({ grant_type: 'password', loginId, password })
    lab.settle(
      '§12.11 password grant',
      {
        username: byUsername.status,
        loginId: byLoginId.status,
      },
      { documented: { username: 200 }, inferred: { username: 200, loginId: 200 } },
    )
  })
})

describe('Tokens and errors', { timeout: 60_000 }, () => {
  test('§12.4: what `sid` of the ID token names', async () => {
    const tokens = await lab.loggedIn()
    const { sid } = decodeJwt(text(tokens['id_token']))
    const names = sid === tokens['refresh_token_id'] ? 'the refresh token' : 'something else'
    lab.settle('§12.4 sid', names, { inferred: 'the refresh token' })
  })

  test('§12.6: the times of a JWT are seconds', async () => {
    const tokens = await lab.loggedIn()
    for (const name of ['access_token', 'id_token']) {
      const { exp = 0, iat = 0, auth_time: authTime } = decodeJwt(text(tokens[name]))
      lab.settle(
        `§12.6 ${name}`,
        {
          seconds: iat < 100_000_000_000,
          lifetime: exp - iat,
          authTime: typeof authTime,
        },
        { documented: { seconds: true, lifetime: 3600, authTime: 'number' } },
      )
    }
  })

  test('§12.6: field errors are a map of lists, and both members stand there', async () => {
    const response = await fetch(`${lab.origin}/api/login`, {
      method: 'POST',
      headers: { authorization: lab.apiKey, 'content-type': 'application/json' },
      body: JSON.stringify({ applicationId: ids.store }),
    })
    const body = (await response.json()) as Record<string, object>
    lab.settle(
      '§12.6 Errors',
      {
        status: response.status,
        isMap: !Array.isArray(body['fieldErrors']),
        members: Object.keys(body).toSorted(),
        loginId: Array.isArray((body['fieldErrors'] as Record<string, unknown>)['loginId']),
      },
      {
        documented: { status: 400, isMap: true, loginId: true },
        inferred: {
          status: 400,
          isMap: true,
          members: ['fieldErrors', 'generalErrors'],
          loginId: true,
        },
      },
    )
  })

  test('§12.5: userinfo without a token, with a made-up one, and with an ID token', async () => {
    const { id_token: idToken } = await lab.loggedIn()
    const status = async (headers: Record<string, string>) =>
      (await lab.get('/oauth2/userinfo', headers)).status
    lab.settle(
      '§12.5 userinfo',
      {
        none: await status({}),
        madeUp: await status({ authorization: 'Bearer made.up.token' }),
        idToken: await status({ authorization: `Bearer ${text(idToken)}` }),
      },
      { documented: { none: 401 }, inferred: { none: 401, madeUp: 401, idToken: 400 } },
    )
  })

  test('§12.10: introspection without a secret, and with a wrong one', async () => {
    const tokens = await lab.loggedIn()
    const token = text(tokens['access_token'])
    const ask = (fields: Record<string, string>) =>
      lab.post('/oauth2/introspect', { token, client_id: ids.store, ...fields })
    const right = await ask({ client_secret: lab.credentials.client_secret })
    const none = await ask({})
    const wrong = await ask({ client_secret: 'wrong' })
    lab.settle(
      '§12.10 introspect',
      {
        right: [right.status, right.body['active']],
        none: none.status,
        wrong: wrong.status,
      },
      {
        documented: { right: [200, true] },
        inferred: { right: [200, true], none: 200, wrong: 401 },
      },
    )
  })
})

tenantPoints(() => lab)
tokenPoints(() => lab)
keyPoints(() => lab)
rulePoints(() => lab)
scopePoints(() => lab)

describe('Hosted pages', { timeout: 60_000 }, () => {
  test('§12.8: the status of a refused login', async () => {
    const response = await lab.submit({ ...lab.userCredentials, password: 'not the password' })
    const html = await response.text()
    lab.settle(
      '§12.8 refused login',
      {
        status: response.status,
        form: html.includes('name="password"'),
      },
      { inferred: { status: 200, form: true } },
    )
  })

  test('§12.8: an authorization request that nobody may be sent back with', async () => {
    const strange = await lab.get(lab.authorizePath({ redirect_uri: 'https://evil.example/' }))
    const nobody = await lab.get(lab.authorizePath({ client_id: ids.user }))
    // The page on Authorize says 400, and others measured 200: see the reports of the stand-in.
    lab.settle('§12.8 no way back', [strange.status, nobody.status], { inferred: [400, 400] })
  })

  test('§12.7: `tenantId` may be left out at authorize and at logout', async () => {
    const callback = await openBrowser().logIn(
      new URL(lab.authorizePath(), lab.origin),
      lab.userCredentials,
    )
    const out = await lab.get(`/oauth2/logout?client_id=${ids.store}`)
    lab.settle(
      '§12.7 tenantId',
      {
        code: callback.searchParams.has('code'),
        logout: out.status < 400,
      },
      { inferred: { code: true, logout: true } },
    )
  })

  test('§12.3: what logout answers, and what it does to tokens and to single sign-on', async () => {
    const browser = openBrowser()
    const { body } = await lab.redeem(await lab.code({}, browser))
    const query = new URLSearchParams({
      client_id: ids.store,
      post_logout_redirect_uri: lab.afterLogout,
    })
    const out = await lab.visit(`/oauth2/logout?${query.toString()}`, browser)
    const silent = await lab.visit(lab.authorizePath({ prompt: 'none' }), browser)
    const refresh = await lab.refresh(text(body['refresh_token']))
    lab.settle(
      '§12.3 logout',
      {
        answer: out.page === undefined ? 'redirect' : `page ${out.page.status}`,
        singleSignOn: silent.url.searchParams.get('error') ?? 'lives on',
        refreshToken: refresh.status === 200 ? 'lives on' : 'revoked',
      },
      {
        documented: { singleSignOn: 'login_required' },
        inferred: {
          answer: 'page 200',
          singleSignOn: 'login_required',
          refreshToken: 'lives on',
        },
      },
    )
  })

  test('§12.10: whether a use gives single sign-on its whole life again', async () => {
    const life = 6
    await lab.tenantWith({ httpSessionMaxInactiveInterval: life })
    try {
      const browser = openBrowser()
      await lab.code({}, browser)
      const silently = async (): Promise<string> => {
        const { url } = await lab.visit(lab.authorizePath({ prompt: 'none' }), browser)
        return url.searchParams.get('error') ?? 'signed in'
      }
      await lab.pass(life - 2)
      const used = await silently()
      await lab.pass(life - 2)
      const afterUse = await silently()
      await lab.pass(life + 1)
      const afterRest = await silently()
      lab.settle(
        '§12.10 sliding',
        { used, afterUse, afterRest },
        {
          documented: { used: 'signed in', afterRest: 'login_required' },
          inferred: { used: 'signed in', afterUse: 'signed in', afterRest: 'login_required' },
        },
      )
    } finally {
      await lab.tenantWith({ httpSessionMaxInactiveInterval: 3600 })
    }
  })
})

// Last, because it looks at what was asked before.
answerPoints(() => lab)
