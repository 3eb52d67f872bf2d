import { decodeJwt } from 'jose'
import { describe, test } from 'vitest'
import { type Contract, ids } from './support/contract.ts'
import { text } from './support/read.ts'

/** Claims, and how the other endpoints refuse: part of the contract. */
export const claimPoints = (lab: () => Contract): void => {
  describe('Tokens and errors', { timeout: 60_000 }, () => {
    test('§12.4: what `sid` of the ID token names', async () => {
      const tokens = await lab().loggedIn()
      const { sid } = decodeJwt(text(tokens['id_token']))
      const names = sid === tokens['refresh_token_id'] ? 'the refresh token' : 'something else'
      lab().settle('§12.4 sid', names, { inferred: 'the refresh token' })
    })

    test('§12.6: the times of a JWT are seconds', async () => {
      const tokens = await lab().loggedIn()
      for (const name of ['access_token', 'id_token']) {
        const { exp = 0, iat = 0, auth_time: authTime } = decodeJwt(text(tokens[name]))
        lab().settle(
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
      const response = await fetch(`${lab().origin}/api/login`, {
        method: 'POST',
        headers: { authorization: lab().apiKey, 'content-type': 'application/json' },
        body: JSON.stringify({ applicationId: ids.store }),
      })
      const body = (await response.json()) as Record<string, object>
      lab().settle(
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
      const { id_token: idToken } = await lab().loggedIn()
      const status = async (headers: Record<string, string>) =>
        (await lab().get('/oauth2/userinfo', headers)).status
      lab().settle(
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
      const tokens = await lab().loggedIn()
      const token = text(tokens['access_token'])
      const ask = (fields: Record<string, string>) =>
        lab().post('/oauth2/introspect', { token, client_id: ids.store, ...fields })
      const right = await ask({ client_secret: lab().credentials.client_secret })
      const none = await ask({})
      const wrong = await ask({ client_secret: 'wrong' })
      lab().settle(
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
}
