import { createServer } from 'node:http'
import { exportJWK, generateKeyPair } from 'jose'
import { type Configuration, Provider } from 'oidc-provider'

/** A client as it is registered at the provider. */
export interface Client {
  readonly id: string
  readonly secret: string
  readonly origin: string
}

/** A user whom the provider takes at any password. */
export const account = { id: 'ada', name: 'Ada Winter', email: 'ada@example.com' }

const configuration = async (clients: readonly Client[]): Promise<Configuration> => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  return {
    clients: clients.map(({ id, secret, origin }) => ({
      client_id: id,
      client_secret: secret,
      redirect_uris: [`${origin}/oauth-callback`],
      post_logout_redirect_uris: [`${origin}/logged-out`],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_post',
    })),
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'op' }] },
    cookies: { keys: ['a key for the cookies of a test'] },
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
    conformIdTokenClaims: false,
    findAccount: () => ({ accountId: account.id, claims: () => ({ sub: account.id, ...account }) }),
    // FusionAuth gives a refresh token without asking for consent each time.
    issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    ttl: { RefreshToken: 86_400 },
  }
}

/** A certified OpenID provider that we did not write, on the loopback address. */
export const openProvider = async (clients: readonly Client[]) => {
  const http = createServer()
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve)
  })
  const address = http.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const issuer = `http://127.0.0.1:${port}`
  const provider = new Provider(issuer, await configuration(clients))
  const handle = provider.callback()
  http.on('request', (request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  return {
    issuer,
    close: () =>
      new Promise<void>((resolve) => {
        http.closeAllConnections()
        http.close(() => resolve())
      }),
  }
}
