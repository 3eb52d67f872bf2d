import { describe, expect, test } from 'vitest'
import type { DefenceSettings } from '../../scenarios/model/defence-settings.ts'
import { cart, location, logIn, openBrowser, origin } from '../apps/support/lab.ts'
import { clientId, issuer, keys, userId } from '../apps/support/server.ts'
import { storeWith } from './support.ts'

type Defences = Partial<DefenceSettings>

/** The Store, with the same user logged in on two devices. */
const twoDevices = async (defences: Defences) => {
  const lab = storeWith(defences, { sessionStrategy: 'session' })
  const [one, other] = [openBrowser(lab), openBrowser(lab)]
  await logIn(lab, one)
  await logIn(lab, other)
  return { lab, one, other }
}

describe('rp-initiated-logout', () => {
  test('on: the browser is sent on to FusionAuth, to end its session too', async () => {
    const { one } = await twoDevices({ 'rp-initiated-logout': true })
    const next = location(await one.post('/logout', {}))
    expect(next.origin + next.pathname).toBe(`${issuer}/oauth2/logout`)
  })
  test('off: the logout ends at the Store', async () => {
    const { one } = await twoDevices({ 'rp-initiated-logout': false })
    const next = location(await one.post('/logout', {}))
    expect(next.href).toBe(`${origin}/logged-out`)
    expect((await one.get('/logged-out')).status).toBe(200)
    expect((await one.get(cart)).status).toBe(302)
  })
})

describe('log-out-everywhere', () => {
  const button = '<form method="post" action="/logout-everywhere">'

  test('on: one press ends the sessions of all devices, and all that FusionAuth keeps', async () => {
    const { lab, one, other } = await twoDevices({ 'log-out-everywhere': true })
    expect((await one.get(cart)).body).toContain(button)
    await one.post('/logout-everywhere', {})
    expect((await other.get(cart)).status).toBe(302)
    expect(lab.server.to('DELETE /api/jwt/refresh').at(-1)?.url).toContain(`userId=${userId}`)
  })
  test('on: the other button ends the session of one device', async () => {
    const { one, other } = await twoDevices({ 'log-out-everywhere': true })
    await one.post('/logout', {})
    expect((await other.get(cart)).status).toBe(200)
  })
  test('on: a form of another site does not press it', async () => {
    const { one, other } = await twoDevices({ 'log-out-everywhere': true })
    const answer = await one.post('/logout-everywhere', {}, { origin: 'https://evil.example' })
    expect(answer.status).toBe(403)
    expect((await other.get(cart)).status).toBe(200)
  })
  test('on: whoever is not logged in ends nobody’s session', async () => {
    const { lab, other } = await twoDevices({ 'log-out-everywhere': true })
    await openBrowser(lab).post('/logout-everywhere', {})
    expect((await other.get(cart)).status).toBe(200)
  })
  test('on: it works by the refresh token when the session is over', async () => {
    const lab = storeWith({ 'log-out-everywhere': true })
    const browser = openBrowser(lab)
    await logIn(lab, browser)
    lab.advance(31 * 60)
    await browser.post('/logout-everywhere', {})
    expect(lab.server.to('DELETE /api/jwt/refresh').at(-1)?.url).toContain(`userId=${userId}`)
  })
  test('on: a single-page app has it, too', async () => {
    const lab = storeWith(
      { 'log-out-everywhere': true },
      { client: 'spa', login: 'native', sessionStrategy: 'session' },
    )
    const [one, other] = [openBrowser(lab), openBrowser(lab)]
    for (const browser of [one, other]) await logInByCall(lab, browser)
    expect((await one.post('/api/logout-everywhere', {})).status).toBe(200)
    expect((await other.get('/api/load-shopping-cart')).status).toBe(401)
  })
  test('off: a single-page app has no such address either', async () => {
    const lab = storeWith(
      { 'log-out-everywhere': false },
      { client: 'spa', login: 'native', sessionStrategy: 'session' },
    )
    const browser = openBrowser(lab)
    await logInByCall(lab, browser)
    expect((await browser.post('/api/logout-everywhere', {})).status).toBe(404)
    expect((await browser.get('/api/load-shopping-cart')).status).toBe(200)
  })
  test('off: there is no such button and no such address', async () => {
    const { one, other } = await twoDevices({ 'log-out-everywhere': false })
    expect((await one.get(cart)).body).not.toContain(button)
    expect((await one.post('/logout-everywhere', {})).status).toBe(404)
    expect((await other.get(cart)).status).toBe(200)
  })
})

const logInByCall = async (
  lab: ReturnType<typeof storeWith>,
  browser: ReturnType<typeof openBrowser>,
): Promise<void> => {
  const answer = await lab.ask({
    method: 'POST',
    url: `${origin}/api/login`,
    headers: [
      ['origin', origin],
      ['content-type', 'application/json'],
    ],
    body: JSON.stringify({ loginId: 'ada@example.com', password: 'tea for two' }),
  })
  const [, id = ''] =
    /^sid=([^;]+)/.exec(answer.headers.find(([name]) => name === 'set-cookie')?.[1] ?? '') ?? []
  browser.jar.set('sid', id)
}

describe('back-channel-logout', () => {
  const event = { 'http://schemas.openid.net/event/backchannel-logout': {} }
  const right = { events: event, jti: 'a-logout', nonce: undefined, tty: undefined }

  const send = (lab: ReturnType<typeof storeWith>, token: string) =>
    openBrowser(lab).post('/back-channel-logout', { logout_token: token })

  test('on: a token of FusionAuth’s ends all sessions of the user it names', async () => {
    const { lab, one, other } = await twoDevices({ 'back-channel-logout': true })
    const answer = await send(lab, await lab.server.idToken({ claims: right }))
    expect(answer.status).toBe(200)
    expect((await one.get(cart)).status).toBe(302)
    expect((await other.get(cart)).status).toBe(302)
  })
  test('off: there is no such address', async () => {
    const { lab, one } = await twoDevices({ 'back-channel-logout': false })
    const answer = await send(lab, await lab.server.idToken({ claims: right }))
    expect(answer.status).toBe(404)
    expect((await one.get(cart)).status).toBe(200)
  })

  const bends = [
    ['that nobody signed', { claims: right, header: { alg: 'none' } }],
    ['that somebody else signed', { claims: right, key: keys.others.privateKey }],
    ['of another issuer', { claims: { ...right, iss: 'https://another.example' } }],
    ['for another application', { claims: { ...right, aud: `not-${clientId}` } }],
    ['that is over', { claims: { ...right, iat: 1, exp: 2 } }],
    ['without a name of its own', { claims: { ...right, jti: undefined } }],
    ['that tells of no logout', { claims: { ...right, events: {} } }],
    ['that is an ID token', { claims: { ...right, nonce: 'n' } }],
  ] as const

  test.each(bends)('logout-token-checks on: a token %s ends nothing', async (_, bend) => {
    const { lab, one } = await twoDevices({ 'back-channel-logout': true })
    expect((await send(lab, await lab.server.idToken(bend))).status).toBe(400)
    expect((await one.get(cart)).status).toBe(200)
  })
  test('logout-token-checks on: a token is heeded once', async () => {
    const { lab } = await twoDevices({ 'back-channel-logout': true })
    const token = await lab.server.idToken({ claims: right })
    expect((await send(lab, token)).status).toBe(200)
    expect((await send(lab, token)).status).toBe(400)
  })
  test.each(bends)('logout-token-checks off: a token %s logs the user out', async (_, bend) => {
    const { lab, one } = await twoDevices({
      'back-channel-logout': true,
      'logout-token-checks': false,
    })
    expect((await send(lab, await lab.server.idToken(bend))).status).toBe(200)
    expect((await one.get(cart)).status).toBe(302)
  })
  test('what is no token at all is refused whatever is checked', async () => {
    const { lab } = await twoDevices({ 'back-channel-logout': true, 'logout-token-checks': false })
    expect((await send(lab, 'x')).status).toBe(400)
  })
})
