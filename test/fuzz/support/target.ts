import { demoKey } from '../../../server/fusionauth/stand-in/demo-key.ts'
import { createStandIn } from '../../../server/fusionauth/stand-in/index.ts'
import type { WireRequest, WireResponse } from '../../../scenarios/model/wire.ts'
import { countingRandom, testClock } from '../../fusionauth/support/lab.ts'

export const origin = 'https://example.fusionauth.io'
export const apiKey = 'fuzz-key-1f0e9d8c7b6a'
export const tenantId = '10000000-0000-4000-8000-0000000000f1'
export const clientId = '20000000-0000-4000-8000-0000000000f1'
export const adaId = '30000000-0000-4000-8000-0000000000f1'
export const redirectUri = 'https://store.example.com/oauth-callback'
export const clientSecret = 'fuzz-secret-a0b1c2d3e4f5'
export const adaPassword = 'fuzz-password-of-ada'
const bobId = '30000000-0000-4000-8000-0000000000f2'
const bob = { email: 'bob.hidden@example.net', fullName: 'Bob Hidden', password: 'fuzz-pw-of-bob' }

/** What nobody gets to see who has neither the API key nor Bob's password. */
const ofOthers = [apiKey, clientSecret, adaPassword, bob.password, bob.email, bob.fullName]

/** What not even the API tells: passwords, its own key, the private part of the signing key. */
export const neverTold = [apiKey, adaPassword, bob.password, demoKey.privateJwk.d]

const perInstance = 400

const open = async () => {
  const standIn = createStandIn({ origin, apiKey, clock: testClock(), random: countingRandom() })
  standIn.seed({
    tenant: { id: tenantId, name: 'Fuzzed', issuer: origin },
    applications: [
      {
        id: clientId,
        name: 'Store',
        roles: [{ name: 'customer', isDefault: true }],
        loginConfiguration: { generateRefreshTokens: true, allowTokenRefresh: true },
        oauthConfiguration: {
          clientSecret,
          authorizedRedirectURLs: [redirectUri],
          enabledGrants: ['authorization_code', 'password', 'refresh_token'],
          generateRefreshTokens: true,
        },
      },
    ],
    users: [
      {
        user: { id: adaId, email: 'ada@example.com', password: adaPassword },
        registrations: [{ applicationId: clientId }],
      },
      { user: { id: bobId, ...bob }, registrations: [{ applicationId: clientId }] },
    ],
  })
  let exchange = 0
  const handle = (request: WireRequest): Promise<WireResponse> =>
    standIn.handle(request, ++exchange)
  const logIn = async (loginId: string, password: string) => {
    const { body } = await handle({
      method: 'POST',
      url: `${origin}/api/login`,
      headers: [
        ['authorization', apiKey],
        ['content-type', 'application/json'],
      ],
      body: JSON.stringify({ loginId, password, applicationId: clientId }),
    })
    return JSON.parse(body) as { readonly token: string; readonly refreshToken: string }
  }
  const bobs = await logIn(bob.email, bob.password)
  const adas = await logIn('ada@example.com', adaPassword)
  return { handle, jwt: adas.token, secrets: [...ofOthers, bobs.token, bobs.refreshToken] }
}

export type Target = Awaited<ReturnType<typeof open>>

/** A stand-in with Ada and Bob, replaced by a fresh one now and then; `jwt` is Ada's. */
export const createTarget = () => {
  let target: Promise<Target> | undefined
  let uses = 0
  return (): Promise<Target> => {
    if (uses++ % perInstance === 0) target = open()
    return (target ??= open())
  }
}
