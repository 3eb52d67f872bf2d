/**
 * Runs one contestant in a process of its own and prints what the driver has to know, as one line of
 * JSON. Each signs an access token and an ID token with RS256 and the same 2048-bit key.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { importJWK, SignJWT } from 'jose'
import { OAuth2Server } from 'oauth2-mock-server'
import { Provider } from 'oidc-provider'
import { demoKey } from '../../../server/fusionauth/stand-in/demo-key.ts'
import { createStandIn } from '../../../server/fusionauth/stand-in/index.ts'
import { listen } from '../../../server/node/listen.ts'
import { systemRandom } from '../../../server/system-random.ts'
import { client, type Contestant, user, usualClaims } from './contestant.ts'

const jwk = { ...demoKey.privateJwk, alg: 'RS256', use: 'sig', kid: demoKey.kid }

const standIn = async (): Promise<Contestant> => {
  const result = await listen(0, (origin) => {
    const made = createStandIn({
      origin,
      clock: { now: () => Date.now() },
      random: systemRandom(),
      apiKey: 'bench',
    })
    made.seed({
      tenant: { id: usualClaims.tid, name: 'Bench', issuer: origin },
      applications: [
        {
          id: client.clientId,
          name: 'Bench',
          oauthConfiguration: {
            clientSecret: client.clientSecret,
            authorizedRedirectURLs: [client.redirectUri],
            generateRefreshTokens: true,
          },
        },
      ],
      users: [
        {
          user: { email: user.loginId, password: user.password },
          registrations: [{ applicationId: client.clientId }],
        },
      ],
    })
    return made.app
  })
  if (!result.ok) throw new Error(result.problem)
  const { origin } = result.listening
  return {
    ...client,
    authorize: `${origin}/oauth2/authorize`,
    token: `${origin}/oauth2/token`,
    scope: 'openid offline_access',
    hasForm: true,
  }
}

/** Access tokens as JWTs need a resource there; refresh tokens are kept as they are, as FusionAuth's. */
const oidcProvider = async (): Promise<Contestant> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(origin, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [client.redirectUri],
        grant_types: ['authorization_code', 'refresh_token'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: ['bench'] },
    issueRefreshToken: () => true,
    rotateRefreshToken: () => false,
    features: {
      resourceIndicators: {
        enabled: true,
        defaultResource: () => 'https://api.example.com',
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'api',
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  })
  const handle = provider.callback()
  server.on('request', (request, response) => void handle(request, response))
  return {
    ...client,
    authorize: `${origin}/auth`,
    token: `${origin}/token`,
    scope: 'openid api',
    hasForm: true,
  }
}

const mockServer = async (): Promise<Contestant> => {
  const server = new OAuth2Server()
  await server.issuer.keys.add(jwk)
  await server.start(0, '127.0.0.1')
  const { port } = server.address()
  const origin = `http://127.0.0.1:${port}`
  return {
    ...client,
    authorize: `${origin}/authorize`,
    token: `${origin}/token`,
    scope: 'openid offline_access',
    hasForm: false,
  }
}

/** A server that only reads the request, signs twice and answers: what no contestant can beat. */
const bare = async (): Promise<Contestant> => {
  const key = await importJWK(jwk, 'RS256')
  const sign = () => {
    const now = Math.floor(Date.now() / 1000)
    return new SignJWT({ ...usualClaims, iat: now, exp: now + 3600 })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: demoKey.kid })
      .sign(key)
  }
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      void (async () => {
        const tokens = { access_token: await sign(), id_token: await sign(), refresh_token: 'same' }
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify(tokens))
      })()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { ...client, authorize: '', token: `${origin}/token`, scope: 'openid', hasForm: false }
}

const contestants = new Map([
  ['stand-in', standIn],
  ['oidc-provider', oidcProvider],
  ['oauth2-mock-server', mockServer],
  ['bare', bare],
])

const start = contestants.get(process.argv[2] ?? '')
if (start === undefined) throw new Error(`One of ${[...contestants.keys()].join(', ')}`)
process.stdout.write(`${JSON.stringify(await start())}\n`)

/** Whoever started it may ask how much processor time it has used, in microseconds. */
process.on('message', () => {
  const { user: own, system } = process.cpuUsage()
  process.send?.(own + system)
})
