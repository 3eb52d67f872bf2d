import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Contract } from './support/contract.ts'
import { errorOf, text } from './support/read.ts'

/** What the token endpoint gives and refuses: part of the contract. */
export const tokenEndpointPoints = (lab: () => Contract): void => {
  describe('The token endpoint', { timeout: 60_000 }, () => {
    test('§12.1: the error of a code that nobody issued', async () => {
      lab().settle('§12.1 unknown code', errorOf(await lab().redeem('made-up')), {
        documented: { status: 400, error_reason: 'auth_code_not_found' },
        inferred: { status: 400, error: 'invalid_grant', error_reason: 'auth_code_not_found' },
      })
    })

    test('§12.1: the error of a code that was redeemed, and what it does to the tokens', async () => {
      const code = await lab().code()
      const { body } = await lab().redeem(code)
      const replay = errorOf(await lab().redeem(code))
      const after = await lab().refresh(text(body['refresh_token']))
      lab().settle(
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
      const first = await lab().loggedIn()
      const { status, body } = await lab().refresh(text(first['refresh_token']))
      const observed = {
        status,
        refreshToken: body['refresh_token'] === first['refresh_token'] ? 'the same' : 'none or new',
        refreshTokenId:
          body['refresh_token_id'] === first['refresh_token_id'] ? 'the same' : 'other',
        scope: body['scope'] ?? 'absent',
        idToken: typeof body['id_token'],
      }
      lab().settle('§12.2 refresh grant', observed, {
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
        lab().tenantWith({ jwtConfiguration: { refreshTokenUsagePolicy } })
      await policy('OneTimeUse')
      try {
        const first = await lab().loggedIn()
        const { body } = await lab().refresh(text(first['refresh_token']))
        const again = await lab().refresh(text(first['refresh_token']))
        expect(text(body['refresh_token'])).not.toBe('')
        lab().settle(
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
      const answer = await lab().token({
        grant_type: 'password',
        username: lab().userCredentials.loginId,
        password: 'not the password',
      })
      lab().settle('§12.9 wrong password', errorOf(answer), {
        documented: { error_reason: 'invalid_user_credentials' },
        inferred: { status: 400, error: 'invalid_grant', error_reason: 'invalid_user_credentials' },
      })
    })

    test('§12.9: the error of a verifier that does not belong to the challenge', async () => {
      const challenge = createHash('sha256').update('v'.repeat(43)).digest('base64url')
      const pkce = { code_challenge: challenge, code_challenge_method: 'S256' }
      const wrong = await lab().redeem(await lab().code(pkce), { code_verifier: 'w'.repeat(43) })
      const missing = await lab().redeem(await lab().code(pkce))
      lab().settle(
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
      const answer = await lab().token({
        grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
        device_code: 'made-up',
      })
      lab().settle('§12.9 disabled grant', errorOf(answer), {
        documented: { status: 400, error_reason: 'grant_type_disabled' },
        inferred: {
          status: 400,
          error: 'unauthorized_client',
          error_reason: 'grant_type_disabled',
        },
      })
    })

    test('§12.9: the errors of a wrong secret and of none', async () => {
      const wrong = await lab().token({
        grant_type: 'refresh_token',
        refresh_token: 'made-up',
        client_secret: 'wrong',
      })
      const none = await lab().token({
        grant_type: 'refresh_token',
        refresh_token: 'made-up',
        client_secret: '',
      })
      lab().settle(
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
      const { loginId, password } = lab().userCredentials
      const byUsername = await lab().token({ grant_type: 'password', username: loginId, password })
      const byLoginId = await lab().token({ grant_type: 'password', loginId, password })
      lab().settle(
        '§12.11 password grant',
        {
          username: byUsername.status,
          loginId: byLoginId.status,
        },
        { documented: { username: 200 }, inferred: { username: 200, loginId: 200 } },
      )
    })
  })
}
