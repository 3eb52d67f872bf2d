import type { Random } from '../../../scenarios/engine/ports.ts'
import { headerOf, headerValues } from '../../../scenarios/engine/wire.ts'
import type { Change } from '../../../scenarios/model/trace.ts'
import type { WireRequest, WireResponse } from '../../../scenarios/model/wire.ts'
import { createApplication } from '../../../server/apps/application.ts'
import { fusionAuthProvider } from '../../../server/apps/provider/metadata.ts'
import type { ApplicationSettings } from '../../../server/apps/settings.ts'
import { serve } from '../../../server/transport/bridge.ts'
import { apiKey, clientId, clientSecret, issuer, scriptedServer, type Server } from './server.ts'
import { usualSettings } from '../../support/settings.ts'

export const origin = 'https://store.example.com'
export const cart = '/shopping-cart'

const random: Random = { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) }

/** The Store in front of a scripted FusionAuth. */
export const openStore = (changes: Partial<ApplicationSettings> = {}) => {
  let time = Date.UTC(2026, 0, 1, 9)
  const clock = { now: () => time }
  const server = scriptedServer(clock)
  const changed: Change[] = []
  const noted: string[] = []
  const { app } = createApplication(
    {
      name: 'Store',
      origin,
      protectedPath: cart,
      client: 'webapp',
      login: 'authorization-code',
      sessionStrategy: 'session+refresh',
      backend: 'api',
      fusionauthAt: 'own-site',
      defences: usualSettings,
      clientId,
      clientSecret,
      fusionauth: { baseUrl: issuer, apiKey, tenantId: '10000000-0000-4000-8000-000000000001' },
      provider: fusionAuthProvider('1.69.0'),
      issuer,
      ...changes,
    },
    {
      clock,
      tokenClock: clock,
      random,
      journal: {
        self: (_participant, name) => {
          noted.push(name)
        },
        changed: (where, op, key, before, after) => {
          changed.push({ where, op, key, before, after })
        },
      },
      call: server.call,
    },
  )
  const handle = serve(app)
  let exchange = 0
  return {
    server,
    changed,
    noted,
    advance: (seconds: number) => {
      time += seconds * 1000
    },
    ask: (request: WireRequest) => handle(request, ++exchange),
  }
}

export type Lab = ReturnType<typeof openStore>

type Headers = Readonly<Record<string, string | undefined>>

/** A browser with a jar as simple as can be; it follows nothing and shows every answer. */
export const openBrowser = (lab: Lab) => {
  const jar = new Map<string, string>()

  const send = async (
    method: string,
    path: string,
    { headers = {}, body = '' }: { headers?: Headers; body?: string } = {},
  ): Promise<WireResponse> => {
    const all: Headers = {
      cookie: jar.size === 0 ? undefined : [...jar].map((pair) => pair.join('=')).join('; '),
      ...(body === '' ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      ...headers,
    }
    const answer = await lab.ask({
      method,
      url: new URL(path, origin).href,
      headers: Object.entries(all).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value] as const],
      ),
      body,
    })
    for (const line of headerValues(answer.headers, 'set-cookie')) {
      const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split(/=(.*)/s)
      if (/max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }

  return {
    jar,
    get: (path: string, headers: Headers = {}) => send('GET', path, { headers }),
    /** Submits a form of the Store's own page. */
    post: (path: string, fields: Readonly<Record<string, string>>, headers: Headers = {}) =>
      send('POST', path, {
        headers: { origin, ...headers },
        body: new URLSearchParams(fields).toString(),
      }),
    /** Calls the API from a script of the Store's own page. */
    call: (path: string, body: unknown, headers: Headers = {}) =>
      send('POST', path, {
        headers: { origin, 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
  }
}

export type Browser = ReturnType<typeof openBrowser>

export const location = (answer: WireResponse): URL =>
  new URL(headerOf(answer.headers, 'location') ?? 'none:', origin)

/** The authorization request that the Store sends the browser with. */
export const beginLogin = async (lab: Lab, browser: Browser): Promise<URLSearchParams> => {
  const { searchParams } = location(await browser.get('/login'))
  lab.server.expect(searchParams.get('nonce') ?? '')
  return searchParams
}

/** The address that FusionAuth sends the browser back to. */
export const callback = (
  request: URLSearchParams,
  changes: Readonly<Record<string, string | undefined>> = {},
): string => {
  const all = { code: 'the-code', iss: issuer, state: request.get('state') ?? '', ...changes }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(all)) if (value !== undefined) query.set(name, value)
  return `/oauth-callback?${query.toString()}`
}

/** A whole login by the code grant; gives the answer at the callback. */
export const logIn = async (lab: Lab, browser: Browser): Promise<WireResponse> =>
  browser.get(callback(await beginLogin(lab, browser)))

/** The form of the password grant and of the native login. */
export const submitPassword = (browser: Browser, password = 'tea for two'): Promise<WireResponse> =>
  browser.post('/login', { loginId: 'ada@example.com', password })

export const cookiesSet = (answer: WireResponse): readonly string[] =>
  headerValues(answer.headers, 'set-cookie')

/** Whether an answer begins a session: hands out a session id. */
export const beginsSession = (answer: WireResponse): boolean =>
  cookiesSet(answer).some((line) => line.startsWith('sid=') && !/max-age=0/i.test(line))

export const form = (request: WireRequest | undefined): URLSearchParams =>
  new URLSearchParams(request?.body ?? '')

export const tokenRequests = ({ server }: { server: Server }) => server.to('POST /oauth2/token')
