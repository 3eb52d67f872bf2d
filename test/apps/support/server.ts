import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { Unreachable } from '../../../scenarios/engine/ports.ts'
import type { Clock } from '../../../scenarios/engine/ports.ts'
import type { WireRequest, WireResponse } from '../../../scenarios/model/wire.ts'
import { made } from '../../support/texts.ts'

export const issuer = 'https://login.example.net'
export const clientId = '20000000-0000-4000-8000-00000000000a'
export const clientSecret = 'the+secret/of the Store=é'
export const userId = '30000000-0000-4000-8000-000000000001'
export const apiKey = 'the-api-key-of-the-test'

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>

const ours: KeyPair = await generateKeyPair('RS256', { extractable: true })
const others: KeyPair = await generateKeyPair('RS256', { extractable: true })
const elliptic: KeyPair = await generateKeyPair('ES256', { extractable: true })

/** Keys that a bent server signs with; only `ours` is published under the kid `k1`. */
export const keys = { ours, others, elliptic }

export const published = async (pair: KeyPair, kid?: string, alg = 'RS256') => ({
  ...(await exportJWK(pair.publicKey)),
  use: 'sig',
  alg,
  ...(kid === undefined ? {} : { kid }),
})

export const json = (body: unknown, status = 200): WireResponse => ({
  status,
  headers: [['content-type', 'application/json; charset=UTF-8']],
  body: JSON.stringify(body),
})

export const empty = (status: number): WireResponse => ({ status, headers: [], body: '' })

type Claims = Readonly<Record<string, unknown>>

/** A token, right unless bent: `undefined` takes a claim or a header member away. */
export interface Bend {
  readonly claims?: Claims
  readonly header?: Readonly<Record<string, string | undefined>>
  readonly key?: KeyPair['privateKey'] | Uint8Array
}

const without = (values: Claims): Claims =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

const encoded = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url')

type Answers = (request: WireRequest) => WireResponse | Promise<WireResponse>

/**
 * A FusionAuth that answers as a test wants: rightly, until a test bends the ID token or puts another
 * answer at a path. It remembers each request.
 */
export const scriptedServer = (clock: Clock) => {
  const calls: WireRequest[] = []
  const answers = new Map<string, Answers>()
  let nonce = ''
  let count = 0

  const usualClaims = (): Claims => {
    const now = Math.floor(clock.now() / 1000)
    return {
      iss: issuer,
      sub: userId,
      aud: clientId,
      iat: now,
      exp: now + 3600,
      name: 'Ada Winter',
      email: 'ada@example.com',
    }
  }

  const signed = async (usual: Claims, bend: Bend): Promise<string> => {
    const header = without({ alg: 'RS256', typ: 'JWT', kid: 'k1', ...bend.header })
    const claims = without({ ...usual, ...bend.claims })
    if (header['alg'] === 'none') return `${encoded(header)}.${encoded(claims)}.`
    return new SignJWT(claims)
      .setProtectedHeader({ ...header, alg: String(header['alg']) })
      .sign(bend.key ?? keys.ours.privateKey)
  }

  const idToken = (bend: Bend = {}): Promise<string> =>
    signed({ ...usualClaims(), nonce: nonce === '' ? undefined : nonce, tty: 'idt' }, bend)

  /** A JWT for an API, which names its user as those of the Login API do. */
  const accessToken = (bend: Bend = {}): Promise<string> =>
    signed({ ...usualClaims(), tty: 'at' }, bend)

  const tokens = async (bend: Bend = {}, members: Claims = {}) => {
    count += 1
    return without({
      access_token: `opaque-access-${count}`,
      token_type: 'Bearer',
      expires_in: 3600,
      id_token: await idToken(bend),
      refresh_token: `refresh-${count}`,
      userId,
      ...members,
    })
  }

  const form = ({ body }: WireRequest) => new URLSearchParams(body)

  const usual: Readonly<Record<string, Answers>> = {
    'POST /oauth2/token': async (request) =>
      json(
        form(request).get('grant_type') === 'refresh_token'
          ? await tokens({ claims: { nonce: undefined } })
          : await tokens(),
      ),
    'POST /api/login': () =>
      json({
        token: 'opaque-jwt-of-the-login-api',
        refreshToken: 'refresh-native-1',
        user: { id: userId, email: 'ada@example.com', fullName: 'Ada Winter' },
      }),
    'POST /api/jwt/refresh': async () =>
      json({ token: await accessToken(), refreshToken: 'refresh-native-1' }),
    'GET /.well-known/jwks.json': async () => json({ keys: [await published(keys.ours, 'k1')] }),
    'DELETE /api/jwt/refresh': () => empty(200),
  }

  const at = ({ method, url }: WireRequest) => `${method} ${new URL(url).pathname}`

  return {
    calls,
    tokens,
    idToken,
    accessToken,
    /** Requests to one address, such as `POST /oauth2/token`. */
    to: (address: string) => calls.filter((call) => at(call) === address),
    /** Puts an answer at an address. */
    answer: (address: string, give: Answers) => answers.set(address, give),
    /** Lets every code be answered with a bent ID token. */
    bend: (bend: Bend) => answers.set('POST /oauth2/token', async () => json(await tokens(bend))),
    /** The connection to an address breaks. */
    cut: (address: string) =>
      answers.set(address, ({ url }) =>
        Promise.reject(new Unreachable(url, made('it did not answer'))),
      ),
    /** The nonce that the next ID token carries. */
    expect: (value: string) => {
      nonce = value
    },
    call: async (request: WireRequest): Promise<WireResponse> => {
      calls.push(request)
      const give = answers.get(at(request)) ?? usual[at(request)]
      return give === undefined ? empty(404) : give(request)
    },
  }
}

export type Server = ReturnType<typeof scriptedServer>
