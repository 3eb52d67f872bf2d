import type { Clock, Random } from '../../../scenarios/engine/ports.ts'
import type { Change } from '../../../scenarios/model/trace.ts'
import type { WireRequest, WireResponse } from '../../../scenarios/model/wire.ts'
import {
  createStandIn,
  type Seed,
  type StandInOptions,
} from '../../../server/fusionauth/stand-in/index.ts'

export const origin = 'https://example.fusionauth.io'
export const apiKey = 'the-key-of-the-test'
export const tenantId = '10000000-0000-4000-8000-000000000001'
export const store = '20000000-0000-4000-8000-00000000000a'
export const forums = '20000000-0000-4000-8000-00000000000b'
export const userId = '30000000-0000-4000-8000-000000000001'
export const loginId = 'ada@example.com'
export const password = 'tea for two'
export const secret = 'the secret of the store'
export const redirectUri = 'https://store.example.com/oauth-callback'

/** A generator that gives the same bytes in every run of a test. */
export const countingRandom = (seed = 1): Random => {
  let state = seed
  return {
    bytes: (length) =>
      Uint8Array.from({ length }, () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
        return state >>> 24
      }),
  }
}

export const testClock = (
  start = Date.UTC(2026, 0, 1, 9),
): Clock & { advance(seconds: number): void } => {
  let now = start
  return {
    now: () => now,
    advance: (seconds) => {
      now += seconds * 1000
    },
  }
}

type Application = NonNullable<Seed['applications']>[number]

/** What a test changes in the usual seed. */
export interface Changes {
  readonly tenant?: Seed['tenant']
  readonly oauth?: Application['oauthConfiguration']
  readonly login?: Application['loginConfiguration']
  readonly user?: NonNullable<Seed['users']>[number]['user']
  readonly options?: Partial<StandInOptions>
}

const seedWith = ({ tenant, oauth, login, user }: Changes): Seed => ({
  tenant: { id: tenantId, name: 'Test', issuer: origin, ...tenant },
  applications: [store, forums].map((id, index) => ({
    id,
    name: index === 0 ? 'Store' : 'Forums',
    roles: [{ name: 'customer', isDefault: true }],
    loginConfiguration: { generateRefreshTokens: true, allowTokenRefresh: true, ...login },
    oauthConfiguration: {
      clientSecret: index === 0 ? secret : 'the secret of the forums',
      authorizedRedirectURLs:
        index === 0 ? [redirectUri] : ['https://forums.example.com/oauth-callback'],
      enabledGrants: ['authorization_code', 'password', 'refresh_token'] as const,
      generateRefreshTokens: true,
      ...oauth,
    },
  })),
  users: [
    {
      user: { id: userId, email: loginId, password, firstName: 'Ada', lastName: 'Winter', ...user },
      registrations: [{ applicationId: store }],
    },
  ],
})

type Fields = Readonly<Record<string, string | undefined>>

export const form = (fields: Fields): string => {
  const encoded = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined) encoded.set(name, value)
  return encoded.toString()
}

export const header = ({ headers }: WireResponse, name: string): string | undefined =>
  headers.find(([candidate]) => candidate === name)?.[1]

export const setCookies = ({ headers }: WireResponse): readonly string[] =>
  headers.filter(([name]) => name === 'set-cookie').map(([, value]) => value)

/** A cookie jar as simple as a test can bear: the last value of each name. */
const createJar = () => {
  const jar = new Map<string, string>()
  return {
    jar,
    take: (response: WireResponse) => {
      for (const line of setCookies(response)) {
        const [pair = ''] = line.split(';')
        const name = pair.slice(0, pair.indexOf('='))
        if (line.includes('Max-Age=0')) jar.delete(name)
        else jar.set(name, pair.slice(name.length + 1))
      }
    },
    text: () => [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
  }
}

/** An instance with a Store, a Forums and Ada; and a browser with a jar. */
export const openLab = (changes: Changes = {}) => {
  const clock = testClock()
  const changed: Change[] = []
  const journal = {
    self: () => undefined,
    changed: (
      where: string,
      op: Change['op'],
      key: string,
      before: Change['before'],
      after: Change['after'],
    ) => {
      changed.push({ where, op, key, before, after })
    },
  }
  const standIn = createStandIn({
    origin,
    clock,
    random: countingRandom(),
    journal,
    apiKey,
    ...changes.options,
  })
  standIn.seed(seedWith(changes))
  const browser = createJar()
  let exchange = 0

  const ask = (request: WireRequest): Promise<WireResponse> => standIn.handle(request, ++exchange)

  const visit = async (path: string, fields?: Fields | string): Promise<WireResponse> => {
    const body = typeof fields === 'string' ? fields : form(fields ?? {})
    const headers: (readonly [string, string])[] = []
    if (browser.jar.size > 0) headers.push(['cookie', browser.text()])
    if (fields !== undefined) headers.push(['content-type', 'application/x-www-form-urlencoded'])
    const method = fields === undefined ? 'GET' : 'POST'
    const response = await ask({ method, url: new URL(path, origin).href, headers, body })
    browser.take(response)
    return response
  }

  const call = (
    method: string,
    path: string,
    body?: unknown,
    headers: WireRequest['headers'] = [['authorization', apiKey]],
  ): Promise<WireResponse> =>
    ask({
      method,
      url: origin + path,
      headers: body === undefined ? headers : [...headers, ['content-type', 'application/json']],
      body: body === undefined ? '' : JSON.stringify(body),
    })

  const tokenRequest = (fields: Fields, headers: WireRequest['headers'] = []) =>
    ask({
      method: 'POST',
      url: `${origin}/oauth2/token`,
      headers: [['content-type', 'application/x-www-form-urlencoded'], ...headers],
      body: form(fields),
    })

  return { standIn, clock, changed, jar: browser.jar, ask, visit, call, tokenRequest }
}

export type Lab = ReturnType<typeof openLab>

/** An authorization request of the Store; undefined takes a parameter away. */
export const authorizePath = (fields: Fields = {}): string =>
  `/oauth2/authorize?${form({
    client_id: store,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid offline_access',
    state: 'xyz',
    ...fields,
  })}`

const unescape = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** The hidden and visible fields of a form, as a browser would post them. */
export const fieldsOf = (page: string): Record<string, string> => {
  const inputs = [...page.matchAll(/<input\b[^>]*>/g)].map(([input]) => input)
  return Object.fromEntries(
    inputs
      .filter((input) => !input.includes('type="checkbox"') || / checked\b/.test(input))
      .map((input) => [
        unescape(/ name="([^"]*)"/.exec(input)?.[1] ?? ''),
        unescape(/ value="([^"]*)"/.exec(input)?.[1] ?? ''),
      ]),
  )
}

const follow = async (lab: Lab, response: WireResponse): Promise<WireResponse> => {
  const hop = header(response, 'location')
  return hop?.startsWith('/') === true ? lab.visit(hop) : response
}

/** Opens the form, submits it and follows the hops; gives the last answer. A live SSO session needs no form. */
export const logIn = async (
  lab: Lab,
  fields: Fields = {},
  typed: Fields = {},
): Promise<WireResponse> => {
  const page = await lab.visit(authorizePath(fields))
  if (page.status !== 200) return follow(lab, page)
  const posted = { ...fieldsOf(page.body), loginId, password, ...typed }
  return follow(lab, await lab.visit('/oauth2/authorize', posted))
}

export const queryOf = (response: WireResponse): URLSearchParams =>
  new URL(header(response, 'location') ?? 'none:').searchParams

/** Logs in and gives the code. */
export const fetchCode = async (lab: Lab, fields: Fields = {}): Promise<string> =>
  queryOf(await logIn(lab, fields)).get('code') ?? ''

/** The token request that redeems a code of the Store. */
export const redeem = (lab: Lab, code: string, fields: Fields = {}) =>
  lab.tokenRequest({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    client_id: store,
    client_secret: secret,
    ...fields,
  })

export interface Tokens {
  readonly access_token: string
  readonly expires_in: number
  readonly id_token?: string
  readonly refresh_token?: string
  readonly refresh_token_id?: string
  readonly scope?: string
  readonly token_type: string
  readonly userId: string
}

export const tokensOf = (response: WireResponse): Tokens => JSON.parse(response.body) as Tokens

/** Logs in by the code flow and gives the tokens. */
export const fetchTokens = async (lab: Lab, fields: Fields = {}): Promise<Tokens> =>
  tokensOf(await redeem(lab, await fetchCode(lab, fields)))

/** The token request that refreshes for the Store. */
export const refresh = (lab: Lab, refreshToken: string | undefined, fields: Fields = {}) =>
  lab.tokenRequest({
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    client_id: store,
    client_secret: secret,
    ...fields,
  })

export interface OAuthError {
  readonly error: string
  readonly error_reason: string
  readonly error_description: string
}

/** Status, error and reason of a refusal. */
export const refusalOf = (response: WireResponse) => {
  const { error, error_reason: reason } = JSON.parse(response.body) as OAuthError
  return [response.status, error, reason]
}
