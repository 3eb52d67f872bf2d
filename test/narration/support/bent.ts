import { Unreachable } from '../../../scenarios/engine/ports.ts'
import type { LabEvent } from '../../../scenarios/model/event.ts'
import type { WireRequest, WireResponse } from '../../../scenarios/model/wire.ts'
import { openRun } from '../../../server/run.ts'
import { openBehind } from '../../real/support/behind.ts'
import { runThrough, slugs } from '../../support/play.ts'
import { carryOn, type Play } from './detours.ts'
import { made } from '../../support/texts.ts'

type Deliver = (request: WireRequest) => Promise<WireResponse>
type Bend = (request: WireRequest, deliver: Deliver) => Promise<WireResponse>

const inside: readonly LabEvent[] = [
  { type: 'learner.open', app: 'Store' },
  { type: 'learner.login', app: 'Store' },
  { type: 'learner.submit', app: 'Store', credentials: 'right' },
]

const at = ({ method, url }: WireRequest): string => `${method} ${new URL(url).pathname}`

/** Leaves all requests alone but those to one address. */
const only =
  (address: string, bend: Bend): Bend =>
  (request, deliver) =>
    at(request) === address ? bend(request, deliver) : deliver(request)

const answer =
  (status: number, headers: WireResponse['headers'], body: string): Bend =>
  () =>
    Promise.resolve({ status, headers: [['content-type', 'text/html'], ...headers], body })

/** FusionAuth asks for something that the lesson cannot give, after the password. */
const pageWith = (field: string, title: string): Bend =>
  only(
    'POST /oauth2/authorize',
    answer(
      200,
      [],
      `<title>${title}</title><form method="post" action="/x"><input name="${field}"></form>`,
    ),
  )

const changeRequest =
  (change: (request: WireRequest) => WireRequest): Bend =>
  (request, deliver) =>
    deliver(change(request))

const changeSetCookie =
  (change: (line: string) => string | null): Bend =>
  async (request, deliver) => {
    const response = await deliver(request)
    const headers = response.headers.flatMap(([name, value]) => {
      const line = name === 'set-cookie' ? change(value) : value
      return line === null ? [] : [[name, line] as const]
    })
    return { ...response, headers }
  }

/** Worlds in which something goes wrong that no lesson brings about. */
const bends: Readonly<
  Record<string, readonly [workflow: string, bend: Bend, events?: readonly LabEvent[]]>
> = {
  'FusionAuth does not know the redirect_uri': [
    slugs.code,
    only(
      'GET /oauth2/authorize',
      changeRequest((request) => ({ ...request, url: request.url.replace('oauth-callback', 'x') })),
    ),
  ],
  'FusionAuth does not know the client secret': [
    slugs.code,
    only(
      'POST /oauth2/token',
      changeRequest((request) => ({
        ...request,
        body: request.body.replace(/client_secret=[^&]*/, 'client_secret=wrong'),
      })),
    ),
  ],
  'somebody else redeems the code first': [
    slugs.code,
    only('POST /oauth2/token', async (request, deliver) => {
      await deliver(request)
      return deliver(request)
    }),
  ],
  'the access token comes in place of the ID token': [
    slugs.code,
    only('POST /oauth2/token', async (request, deliver) => {
      const response = await deliver(request)
      const tokens = JSON.parse(response.body) as Readonly<Record<string, string>>
      return {
        ...response,
        body: JSON.stringify({ ...tokens, id_token: tokens['access_token'] }),
      }
    }),
  ],
  'nobody answers the token request': [
    slugs.code,
    only('POST /oauth2/token', (request) =>
      Promise.reject(new Unreachable(request.url, made('no answer within 10 s'))),
    ),
  ],
  'FusionAuth does not remember the browser': [
    slugs.code,
    changeSetCookie((line) => (line.startsWith('fusionauth.sso') ? null : line)),
  ],
  'the session cookie lives for a minute': [
    slugs.code,
    changeSetCookie((line) => (line.startsWith('sid=') ? `${line}; Max-Age=60` : line)),
    [
      ...inside,
      { type: 'clock.advance', seconds: 2000 },
      { type: 'fusionauth.stop' },
      { type: 'learner.load', app: 'Store' },
      { type: 'hacker.steal', what: 'session-id' },
      { type: 'hacker.load' },
    ],
  ],
  'the cookie of the JWT lives for a minute': [
    'webapp/oauth-authorization-code-grant-jwts-refresh-tokens-cookies',
    changeSetCookie((line) => (line.startsWith('jwt=') ? `${line}; Max-Age=60` : line)),
    [
      ...inside,
      { type: 'clock.advance', seconds: 120 },
      { type: 'fusionauth.stop' },
      { type: 'learner.load', app: 'Store' },
      { type: 'hacker.steal', what: 'jwt' },
      { type: 'hacker.load' },
    ],
  ],
  'the cookie of single sign-on lives for a minute': [
    slugs.code,
    changeSetCookie((line) =>
      line.startsWith('fusionauth.sso=') ? line.replace(/Max-Age=\d+/, 'Max-Age=60') : line,
    ),
    [
      ...inside,
      { type: 'clock.advance', seconds: 120 },
      { type: 'learner.open', app: 'Forums' },
      { type: 'learner.login', app: 'Forums' },
      { type: 'hacker.steal', what: 'sso-session' },
    ],
  ],
  'redirects in a circle': [
    slugs.code,
    only('GET /oauth2/authorize', (request) =>
      answer(302, [['location', request.url]], '')(request, () => Promise.reject(new Error())),
    ),
  ],
  'FusionAuth has something to say first': [
    slugs.code,
    only('GET /oauth2/authorize', answer(200, [], '<p>Maintenance tonight</p>')),
  ],
  'too many requests': [slugs.code, only('GET /shopping-cart', answer(429, [], '<p>Slow</p>'))],
  'a second factor': [slugs.code, pageWith('twoFactorId', 'Two-factor')],
  'a registration': [slugs.code, pageWith('registration.data.x', 'Registration')],
  'a verification': [slugs.code, pageWith('verificationId', 'Verification')],
  'a change of the password': [slugs.code, pageWith('changePasswordId', 'Change your password')],
  'a consent': [slugs.code, pageWith('scopeConsents', 'Consent')],
  'an error page': [slugs.code, only('POST /oauth2/authorize', answer(500, [], '<p>Error</p>'))],
  'an unknown page': [slugs.code, only('POST /oauth2/authorize', answer(200, [], '<p>Hello</p>'))],
}

export const bentPlays = async (): Promise<readonly Play[]> => {
  const plays: Play[] = []
  for (const [name, [workflow, bend, events = inside]] of Object.entries(bends)) {
    const run = await runThrough(
      { workflow },
      (deliver) => (request, exchange) => bend(request, (sent) => deliver(sent, exchange)),
    )
    plays.push(await carryOn(name, run, events))
  }
  return plays
}

/** What is done instead of waiting, at a FusionAuth that keeps its own time. */
export const realPlay = async (revokes: boolean): Promise<Play> => {
  const behind = await openBehind(undefined, (request, response) =>
    request.method === 'DELETE' && request.url.includes('/api/jwt/refresh') && !revokes
      ? new Response('', { status: 500 })
      : response,
  )
  try {
    const run = await openRun({ workflow: slugs.code }, await behind.environment())
    const name = revokes ? 'a real FusionAuth' : 'a real FusionAuth that does not revoke'
    return await carryOn(name, run, [
      ...inside,
      { type: 'clock.expire', what: 'refresh-token' },
      { type: 'learner.load', app: 'Store' },
    ])
  } finally {
    await behind.close()
  }
}

/** What is really waited for there, and what lives for too long. */
export const waitedPlays = async (): Promise<readonly Play[]> => {
  const behind = await openBehind()
  const workflow = 'webapp/oauth-authorization-code-grant-jwts-refresh-tokens-cookies'
  const ends: LabEvent = { type: 'clock.expire', what: 'jwt' }
  const load: LabEvent = { type: 'learner.load', app: 'Store' }
  try {
    const environment = await behind.environment()
    // In its tour a JWT runs out, and so lives for seconds; in the other lesson none does.
    const tour = await openRun({ workflow }, environment)
    const other = await openRun({ workflow, lesson: 'wrong-password' }, environment)
    return [
      await carryOn('a JWT that is waited for', tour, [
        ...inside,
        { type: 'clock.advance', seconds: 1 },
        { type: 'clock.advance', seconds: 60 },
        ends,
        load,
      ]),
      await carryOn('a JWT that lives on', other, [...inside, ends, load]),
    ]
  } finally {
    await behind.close()
  }
}
