import { createStandIn, type Seed } from '../../../server/fusionauth/stand-in/index.ts'
import { listen } from '../../../server/node/listen.ts'

export const apiKey = 'the-key-of-the-outside-tests'
export const tenantId = '10000000-0000-4000-8000-00000000000f'
export const clientId = '20000000-0000-4000-8000-00000000000f'
export const clientSecret = 'a secret with spaces, & signs: 100 %'
export const userId = '30000000-0000-4000-8000-00000000000f'
export const loginId = 'grace@example.com'
export const password = 'nanoseconds & wire'
export const redirectUri = 'http://127.0.0.1:9/callback'
export const afterLogout = 'http://127.0.0.1:9/goodbye'

type SeededApplication = NonNullable<Seed['applications']>[number]

/** What a test changes in the usual provider. */
export interface ProviderChanges {
  readonly oauth?: SeededApplication['oauthConfiguration']
  readonly login?: SeededApplication['loginConfiguration']
  readonly tenant?: Seed['tenant']
}

/** One application and one user, at an issuer that is the address itself. */
const seedAt = (issuer: string, { oauth, login, tenant }: ProviderChanges): Seed => ({
  tenant: { id: tenantId, name: 'Outside', issuer, ...tenant },
  applications: [
    {
      id: clientId,
      name: 'Outside',
      roles: [{ name: 'customer', isDefault: true }],
      loginConfiguration: { generateRefreshTokens: true, allowTokenRefresh: true, ...login },
      oauthConfiguration: {
        clientSecret,
        authorizedRedirectURLs: [redirectUri, afterLogout],
        enabledGrants: [
          'authorization_code',
          'password',
          'refresh_token',
          'urn:ietf:params:oauth:grant-type:device_code',
        ],
        generateRefreshTokens: true,
        deviceVerificationURL: `${issuer}/oauth2/device`,
        logoutBehavior: 'RedirectOnly',
        ...oauth,
      },
    },
  ],
  users: [
    {
      user: { id: userId, email: loginId, password, firstName: 'Grace', lastName: 'Winter' },
      registrations: [{ applicationId: clientId }],
    },
  ],
})

/** The stand-in at a loopback socket, in real time but for `pass`, with real randomness. */
export const openProvider = async (changes: ProviderChanges = {}) => {
  let ahead = 0
  const clock = { now: () => Date.now() + ahead }
  const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) }
  const result = await listen(0, (origin) => {
    const standIn = createStandIn({ origin, clock, random, apiKey })
    standIn.seed(seedAt(origin, changes))
    return standIn.app
  })
  if (!result.ok) throw new Error(result.problem)
  const { origin, close } = result.listening
  return {
    origin,
    close,
    /** Moves the provider's clock on, in seconds. */
    pass: (seconds: number) => {
      ahead += seconds * 1000
    },
  }
}

export type Provider = Awaited<ReturnType<typeof openProvider>>
