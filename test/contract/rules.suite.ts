import { createHash } from 'node:crypto'
import { decodeJwt } from 'jose'
import { describe, test } from 'vitest'
import { type Contract, ids } from './support/contract.ts'
import { errorOf, text } from './support/read.ts'

/** Rules of 1.60 to 1.69.3 that FusionAuth's documents name without saying all: part of the contract. */
export const rulePoints = (lab: () => Contract): void => {
  describe('Rules that are named and not told in full', { timeout: 60_000 }, () => {
    test('userinfo: the reasons for a token that is malformed, forged or has run out', async () => {
      const { access_token: accessToken } = await lab().loggedIn()
      const good = text(accessToken)
      const forged = `${good.slice(0, good.lastIndexOf('.'))}.${'A'.repeat(342)}`
      const { response } = await lab().client.vendJWT({
        claims: { aud: ids.store, sub: ids.user, scope: 'openid', tty: 'at' },
        timeToLiveInSeconds: 1,
      })
      const why = async (token: string, scheme = 'Bearer') =>
        errorOf(await lab().get('/oauth2/userinfo', { authorization: `${scheme} ${token}` }))
      const observed = {
        malformed: await why('made-up'),
        otherScheme: await why('made-up', 'Basic'),
        forged: await why(forged),
      }
      await lab().pass(3)
      const inferred = (reason: string) => ({
        status: 401,
        error: 'invalid_token',
        error_reason: reason,
      })
      lab().settle(
        'userinfo reasons',
        { ...observed, expired: await why(text(response.token)) },
        {
          inferred: {
            malformed: inferred('access_token_malformed'),
            otherScheme: inferred('access_token_malformed'),
            forged: inferred('access_token_invalid'),
            expired: inferred('access_token_expired'),
          },
        },
      )
    })

    test('the token endpoint: a request that is no form', async () => {
      const response = await fetch(`${lab().origin}/oauth2/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ grant_type: 'refresh_token', ...lab().credentials }),
      })
      const body = (await response.json()) as Record<string, unknown>
      lab().settle('token request in JSON', errorOf({ status: response.status, body }), {
        inferred: { status: 400, error: 'invalid_request', error_reason: 'missing_grant_type' },
      })
    })

    test('`resource` where the application lists none: at the login, at the redemption, at a refresh', async () => {
      const resource = 'https://cart.example.com/api'
      const redeemed = await lab().redeem(await lab().code({ resource }), { resource })
      const refreshed = await lab().token({
        grant_type: 'refresh_token',
        refresh_token: text(redeemed.body['refresh_token']),
        resource,
      })
      const fragment = await lab().redeem(await lab().code({ resource: `${resource}#items` }))
      lab().settle(
        'resource that is passed over',
        { redeemed: redeemed.status, refreshed: refreshed.status, fragment: fragment.status },
        {
          documented: { refreshed: 200 },
          inferred: { redeemed: 200, refreshed: 200, fragment: 200 },
        },
      )
    })

    test('`resource` where the application lists some: a code asked for with one, redeemed without', async () => {
      const resource = 'https://cart.example.com/api'
      const list = (authorizedResourceUris: readonly string[] | null) =>
        lab().client.patchApplication(ids.store, {
          application: { oauthConfiguration: { authorizedResourceUris } },
        } as object)
      await list([resource])
      try {
        const code = await lab().code({ resource })
        const without = errorOf(await lab().redeem(code))
        const again = errorOf(await lab().redeem(code, { resource }))
        const { body } = await lab().redeem(await lab().code({ resource }), { resource })
        await list(null)
        const { body: later } = await lab().refresh(text(body['refresh_token']))
        lab().settle(
          'resource that is needed',
          {
            without,
            again: again.error,
            audience: decodeJwt(text(body['access_token'])).aud,
            unlisted: decodeJwt(text(later['access_token'])).aud,
          },
          {
            documented: {
              without: { status: 400, error: 'invalid_target' },
              audience: [ids.store, resource],
            },
            inferred: {
              without: { status: 400, error: 'invalid_target', error_reason: 'unknown' },
              again: 'invalid_grant',
              audience: [ids.store, resource],
              unlisted: ids.store,
            },
          },
        )
      } finally {
        await list(null)
      }
    })

    test('the redirect pattern of which one table says that it is invalid, and another matches with it', async () => {
      const { response } = await lab().client.retrieveApplication(ids.forums)
      const given = response.application?.oauthConfiguration?.authorizedRedirectURLs ?? []
      const status = async (authorizedRedirectURLs: readonly string[]): Promise<number> => {
        const application = {
          oauthConfiguration: {
            authorizedRedirectURLs,
            authorizedURLValidationPolicy: 'AllowWildcards',
          },
        }
        const url = `${lab().origin}/api/application/${ids.forums}`
        const { status: code } = await fetch(url, {
          method: 'PATCH',
          headers: {
            authorization: lab().apiKey,
            'content-type': 'application/merge-patch+json',
            'x-fusionauth-tenantid': ids.tenant,
          },
          body: JSON.stringify({ application }),
        })
        return code
      }
      const contradicted = await status([...given, 'https://example.com/*/par*tial/*'])
      const twice = await status([...given, 'https://example.com/*mid*'])
      await status(given)
      lab().settle(
        'patterns of redirect addresses',
        { contradicted, twice },
        { documented: { twice: 400 }, inferred: { contradicted: 200, twice: 400 } },
      )
    })

    test('a client secret by HTTP Basic: as it stands, form-encoded, and empty for a public client', async () => {
      const awkward = 'a+b/c=%41'
      const set = (oauthConfiguration: object) =>
        lab().client.patchApplication(ids.forums, { application: { oauthConfiguration } })
      const ask = async (pair: string) => {
        const response = await fetch(`${lab().origin}/oauth2/token`, {
          method: 'POST',
          headers: { authorization: `Basic ${btoa(pair)}` },
          body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'made-up' }),
        })
        const body = (await response.json()) as Record<string, unknown>
        return text(body['error_reason'])
      }
      const { response } = await lab().client.retrieveApplication(ids.forums)
      const before = response.application?.oauthConfiguration ?? {}
      await set({ clientSecret: awkward })
      const raw = await ask(`${ids.forums}:${awkward}`)
      const encoded = await ask(`${ids.forums}:${encodeURIComponent(awkward)}`)
      await set({ clientAuthenticationPolicy: 'NotRequired' })
      const empty = await ask(`${ids.forums}:`)
      await set({
        clientSecret: before.clientSecret,
        clientAuthenticationPolicy: before.clientAuthenticationPolicy,
      })
      const passed = 'refresh_token_not_found'
      lab().settle(
        'HTTP Basic',
        { raw, encoded, empty },
        { documented: { raw: passed }, inferred: { raw: passed, encoded: passed, empty: passed } },
      )
    })

    test('a verifier whose hash is the challenge, though it is short', async () => {
      const challenge = createHash('sha256').update('short').digest('base64url')
      const pkce = { code_challenge: challenge, code_challenge_method: 'S256' }
      const { status } = await lab().redeem(await lab().code(pkce), { code_verifier: 'short' })
      lab().settle('short verifier', status, { inferred: 200 })
    })
  })
}
