import { createHash } from 'node:crypto'
import { describe, test } from 'vitest'
import { type Contract, ids } from './support/contract.ts'
import { errorOf, text } from './support/read.ts'

/** What clients are told at the token endpoint, at introspection and at userinfo: part of the contract. */
export const clientPoints = (lab: () => Contract): void => {
  describe('Clients', { timeout: 60_000 }, () => {
    const set = (oauthConfiguration: object) =>
      lab().api('PATCH', `/api/application/${ids.store}`, {
        body: { application: { oauthConfiguration } },
      })

    test('an unknown user at the password grant', async () => {
      const answer = await lab().token({
        grant_type: 'password',
        username: 'nobody@example.com',
        password: 'not the password',
      })
      lab().settle('§12.9 unknown user', errorOf(answer), {
        inferred: { status: 400, error: 'invalid_grant', error_reason: 'invalid_user_credentials' },
      })
    })

    test('the access token of a code that is redeemed twice', async () => {
      const code = await lab().code()
      const { body } = await lab().redeem(code)
      await lab().redeem(code)
      const authorization = `Bearer ${text(body['access_token'])}`
      const { status } = await lab().get('/oauth2/userinfo', { authorization })
      lab().settle('access token after a replay', status, { inferred: 200 })
    })

    test('without a secret where PKCE does instead: the code grant with and without it, a refresh', async () => {
      await set({ clientAuthenticationPolicy: 'NotRequiredWhenUsingPKCE' })
      const verifier = 'v'.repeat(43)
      const challenge = createHash('sha256').update(verifier).digest('base64url')
      const pkce = { code_challenge: challenge, code_challenge_method: 'S256' }
      const redeem = async (fields: Record<string, string>, verifying: Record<string, string>) =>
        lab().post('/oauth2/token', {
          grant_type: 'authorization_code',
          client_id: ids.store,
          redirect_uri: lab().redirectUri,
          code: await lab().code(fields),
          ...verifying,
        })
      const withIt = await redeem(pkce, { code_verifier: verifier })
      const without = await redeem({}, {})
      const refreshed = await lab().post('/oauth2/token', {
        grant_type: 'refresh_token',
        client_id: ids.store,
        refresh_token: text(withIt.body['refresh_token']),
      })
      await set({ clientAuthenticationPolicy: 'Required' })
      lab().settle(
        'PKCE instead of a secret',
        { withIt: withIt.status, without: without.status, refreshed: refreshed.status },
        { inferred: { withIt: 200, without: 401, refreshed: 401 } },
      )
    })

    test('whether to look at a one-time refresh token uses it up', async () => {
      const policy = (refreshTokenUsagePolicy: string) =>
        lab().tenantWith({ jwtConfiguration: { refreshTokenUsagePolicy } })
      await policy('OneTimeUse')
      const token = text((await lab().loggedIn())['refresh_token'])
      const look = async () => {
        const fields = { ...lab().credentials, token, token_type_hint: 'refresh_token' }
        const { status, body } = await lab().post('/oauth2/introspect', fields)
        return [status, body['active'] ?? null]
      }
      const observed = {
        first: await look(),
        second: await look(),
        refresh: (await lab().refresh(token)).status,
      }
      await policy('Reusable')
      lab().settle('look at a refresh token', observed, {
        inferred: { first: [200, true], second: [200, true], refresh: 200 },
      })
    })

    test('introspection of a token of another client', async () => {
      const tokens = await lab().loggedIn()
      const answer = await lab().post('/oauth2/introspect', {
        ...lab().forumsCredentials,
        token: text(tokens['access_token']),
      })
      // FusionAuth docs, OAuth, Introspect: 401.
      lab().settle('token of another client', errorOf(answer), {
        documented: { status: 401 },
        inferred: { status: 401, error: 'invalid_client', error_reason: 'invalid_client_id' },
      })
    })

    test('what userinfo repeats of the token in Compatibility', async () => {
      await set({ scopeHandlingPolicy: 'Compatibility' })
      const { access_token: token } = await lab().loggedIn({ nonce: 'of-the-contract' })
      const { body } = await lab().get('/oauth2/userinfo', {
        authorization: `Bearer ${text(token)}`,
      })
      await set({ scopeHandlingPolicy: 'Strict' })
      const asked = ['exp', 'gty', 'iat', 'jti', 'scope', 'sid', 'tid', 'tty', 'aud', 'iss', 'sub']
      const observed = asked.filter((name) => Object.hasOwn(body, name))
      lab().settle('userinfo in Compatibility', observed, { inferred: ['aud', 'iss', 'sub'] })
    })
  })
}
