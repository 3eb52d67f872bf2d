import type { CookieVerdict, ReceivedCookie } from '../../scenarios/model/cookie.ts'
import type { HttpPart, Trace } from '../../scenarios/model/trace.ts'
import type { Json } from '../../scenarios/model/wire.ts'
import {
  start,
  store,
  login,
  cookie,
  set,
  remove,
  jar,
  sent,
  withheld,
  stored,
  page,
  form,
  json,
  redirect,
  writer,
  values,
  accessToken,
} from './fixture-words.ts'

const sessionCookie = (value: string) => cookie('store.session', value, 'store.example.com', null)
const refreshCookie = () =>
  cookie('store.refresh', values.refreshToken, 'store.example.com', 2_592_000)
const ssoCookie = () => cookie('fusionauth.sso', values.ssoSession, 'example.fusionauth.io', null)
const session = (expiresIn: number): Json => ({
  user: 'ada@example.com',
  expiresAt: start + expiresIn * 1000,
})
const cart = (fresh?: string): Partial<HttpPart> => {
  const plain = page('Your cart', 'Three things, Ada.')
  const line = `store.session=${fresh ?? ''}; Path=/; HttpOnly; Secure; SameSite=Lax`
  const cookies: [string, string][] = fresh === undefined ? [] : [['set-cookie', line]]
  return { ...plain, headers: [...(plain.headers ?? []), ...cookies] }
}

/** A believable, hand-written record: login by code grant, a refresh, a stolen refresh token. */
export const fixtureTrace = (): Trace => {
  const w = writer()
  const callback = `${store}/callback`
  const authorize = `${login}/oauth2/authorize?${new URLSearchParams({
    client_id: 'store',
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid offline_access',
    state: values.state,
  }).toString()}`

  w.request('home', 'Browser', 'Store', 'GET', `${store}/`)
  w.response('home', 'Store', 'Browser', 200, 'OK · The Store', page('The Store', 'Welcome.'))

  w.chapter('login')
  w.request('start', 'Browser', 'Store', 'GET', `${store}/login`)
  w.response('start', 'Store', 'Browser', 302, '→ example.fusionauth.io', redirect(authorize), {
    changes: [set('Store.logins', values.state, { verifier: values.verifier })],
  })
  w.request('authorize', 'Browser', 'FusionAuth', 'GET', authorize)
  w.response(
    'authorize',
    'FusionAuth',
    'Browser',
    200,
    'OK · Log in',
    page('Log in', 'Name and password, please.'),
  )
  w.request(
    'submit',
    'Browser',
    'FusionAuth',
    'POST',
    `${login}/oauth2/authorize`,
    form({ loginId: 'ada@example.com', password: values.password, state: values.state }),
  )
  w.response(
    'submit',
    'FusionAuth',
    'Browser',
    302,
    '→ store.example.com/callback',
    redirect(
      `${callback}?code=${values.code}&state=${values.state}`,
      `fusionauth.sso=${values.ssoSession}; Path=/; HttpOnly; Secure; SameSite=Lax`,
    ),
    {
      received: [stored('fusionauth.sso', 'example.fusionauth.io')],
      changes: [
        jar('Browser', ssoCookie()),
        set('FusionAuth.ssoSessions', values.ssoSession, session(3600)),
        set('FusionAuth.codes', values.code, { client: 'store', expiresAt: start + 30_000 }),
      ],
    },
  )
  w.request(
    'callback',
    'Browser',
    'Store',
    'GET',
    `${callback}?code=${values.code}&state=${values.state}`,
    {},
    { cookies: [withheld('fusionauth.sso', 'example.fusionauth.io')] },
  )
  w.request(
    'token',
    'Store',
    'FusionAuth',
    'POST',
    `${login}/oauth2/token`,
    form({
      grant_type: 'authorization_code',
      code: values.code,
      client_secret: values.clientSecret,
      code_verifier: values.verifier,
    }),
  )
  w.response(
    'token',
    'FusionAuth',
    'Store',
    200,
    'OK · access_token, refresh_token',
    json({ access_token: accessToken(1), refresh_token: values.refreshToken, expires_in: 3600 }),
    {
      changes: [
        remove('FusionAuth.codes', values.code),
        set('FusionAuth.refreshTokens', values.refreshToken, session(2_592_000)),
      ],
    },
  )

  w.chapter('create-session')
  w.self('session-created', 'Store', 'Create a session that holds the user', {
    changes: [
      set('Store.appSessions', values.firstSession, session(1800)),
      remove('Store.logins', values.state, { verifier: values.verifier }),
    ],
  })
  w.response(
    'callback',
    'Store',
    'Browser',
    302,
    '→ /shopping-cart',
    redirect(
      '/shopping-cart',
      `store.session=${values.firstSession}; Path=/; HttpOnly; Secure; SameSite=Lax`,
      `store.refresh=${values.refreshToken}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=2592000`,
    ),
    {
      received: [
        stored('store.session', 'store.example.com'),
        stored('store.refresh', 'store.example.com'),
      ],
      changes: [
        jar('Browser', sessionCookie(values.firstSession)),
        jar('Browser', refreshCookie()),
      ],
    },
  )

  const loadCart = (agent: 'Browser' | 'Hacker', header: string, cookies: CookieVerdict[]) => {
    const part: Partial<HttpPart> = { headers: [['cookie', header]] }
    w.request('cart', agent, 'Store', 'GET', `${store}/shopping-cart`, part, { cookies })
  }
  const refresh = (now: number, old: string, next: string) => {
    w.request(
      'token',
      'Store',
      'FusionAuth',
      'POST',
      `${login}/oauth2/token`,
      form({ grant_type: 'refresh_token', refresh_token: values.refreshToken }),
    )
    w.response(
      'token',
      'FusionAuth',
      'Store',
      200,
      'OK · access_token',
      json({ access_token: accessToken(now), refresh_token: values.refreshToken }),
    )
    w.self('session-created', 'Store', 'Create a new session that holds the user', {
      changes: [
        remove('Store.appSessions', old, session(1800)),
        set('Store.appSessions', next, session(now + 1800)),
      ],
    })
  }
  const both = [
    sent('store.session', 'store.example.com'),
    sent('store.refresh', 'store.example.com'),
    withheld('fusionauth.sso', 'example.fusionauth.io'),
  ]

  w.chapter('load-cart')
  loadCart(
    'Browser',
    `store.session=${values.firstSession}; store.refresh=${values.refreshToken}`,
    both,
  )
  w.self('session-extended', 'Store', 'Find the session and extend it')
  w.response('cart', 'Store', 'Browser', 200, 'OK · Your cart', cart())

  w.pass(1801)
  w.chapter('refresh')
  loadCart(
    'Browser',
    `store.session=${values.firstSession}; store.refresh=${values.refreshToken}`,
    both,
  )
  refresh(1801, values.firstSession, values.secondSession)
  const renewed: ReceivedCookie[] = [stored('store.session', 'store.example.com')]
  w.response('cart', 'Store', 'Browser', 200, 'OK · Your cart', cart(values.secondSession), {
    received: renewed,
    changes: [jar('Browser', sessionCookie(values.secondSession))],
  })

  w.chapter('stolen-refresh-token')
  w.self('steal', 'Hacker', 'Steal the refresh token', {
    provenance: 'simulated',
    changes: [jar('Hacker', refreshCookie())],
  })
  loadCart('Hacker', `store.session=junk; store.refresh=${values.refreshToken}`, [
    sent('store.refresh', 'store.example.com', 'Hacker'),
  ])
  refresh(1802, 'junk', values.stolenSession)
  w.response('cart', 'Store', 'Hacker', 200, 'OK · Your cart', cart(values.stolenSession), {
    received: [stored('store.session', 'store.example.com', 'Hacker')],
    changes: [jar('Hacker', sessionCookie(values.stolenSession))],
  })

  return {
    version: 2,
    workflow: 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies',
    lesson: 'tour',
    fusionauth: { kind: 'stand-in', version: '1.69.0' },
    profile: 'fidelity',
    defences: {},
    seed: 'fixture',
    events: [],
    participants: ['Browser', 'Store', 'Forums', 'FusionAuth', 'Hacker'],
    messages: w.messages,
    dividers: [
      { before: 17, kind: 'session-expired' },
      { before: 22, kind: 'attack-vectors' },
    ],
    outcome: [{ id: 'hacker-sees-the-cart', holds: true, evidence: [27] }],
  }
}
