import { expect, test } from 'vitest'
import {
  authorizePath,
  fieldsOf,
  header,
  logIn,
  loginId,
  openLab,
  password,
  queryOf,
  setCookies,
  tenantId,
} from './support/lab.ts'

test('The form carries every hidden field of FusionAuth’s default theme', async () => {
  const { body } = await openLab().visit(authorizePath({ nonce: 'n' }))
  const hidden = [...body.matchAll(/<input type="hidden" name="([^"]*)"/g)].map(([, name]) => name)
  expect(hidden).toEqual([
    'captcha_token',
    'client_id',
    'code_challenge',
    'dpop_jkt',
    'code_challenge_method',
    'metaData.device.name',
    'metaData.device.type',
    'nonce',
    'oauth_context',
    'max_age',
    'pendingIdPLinkId',
    'prompt',
    'redirect_uri',
    'response_mode',
    'response_type',
    'scope',
    'state',
    'tenantId',
    'timezone',
    'user_code',
    'showPasswordField',
    'userVerifyingPlatformAuthenticatorAvailable',
    '__cb_rememberDevice',
  ])
})

test('The hidden fields hold what the application asked for', async () => {
  const fields = fieldsOf((await openLab().visit(authorizePath({ nonce: 'n' }))).body)
  expect(fields).toMatchObject({
    nonce: 'n',
    state: 'xyz',
    scope: 'openid offline_access',
    tenantId,
  })
})

test.each([
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus='alert(1)",
  '</title><svg onload=alert(1)>',
])('A state of %j stands in the page as text, not as markup', async (state) => {
  const { body } = await openLab().visit(authorizePath({ state, login_hint: state, nonce: state }))
  expect(body).not.toContain(state)
  expect(fieldsOf(body)).toMatchObject({ state, loginId: state, nonce: state })
})

test('A hostile redirect_uri stands in the error page as text', async () => {
  const { body } = await openLab().visit(authorizePath({ redirect_uri: '<script>x</script>' }))
  expect(body).not.toContain('<script>')
})

test('Every visible field has a label', async () => {
  const { body } = await openLab().visit(authorizePath())
  expect(body).toMatch(/<label for="loginId">/)
  expect(body).toMatch(/<label for="password">/)
  expect(body).toMatch(/<label class="box"><input type="checkbox" name="rememberDevice"/)
})

test('The page runs no script and loads nothing from elsewhere', async () => {
  const { body } = await openLab().visit(authorizePath())
  expect(body).not.toMatch(/<script|<link|src=|@import|url\(/)
})

test('The page may not be framed, cached or leaked by a Referer', async () => {
  const page = await openLab().visit(authorizePath())
  expect(header(page, 'content-security-policy')).toContain("frame-ancestors 'none'")
  expect(header(page, 'x-frame-options')).toBe('DENY')
  expect(header(page, 'cache-control')).toBe('no-store')
  expect(header(page, 'referrer-policy')).toBe('no-referrer')
})

test('The error page has the same protection', async () => {
  const page = await openLab().visit('/oauth2/authorize')
  expect(header(page, 'content-security-policy')).toContain("frame-ancestors 'none'")
  expect(header(page, 'x-frame-options')).toBe('DENY')
})

test('An authorized origin may frame the page', async () => {
  const lab = openLab({ oauth: { authorizedOriginURLs: ['https://store.example.com'] } })
  const page = await lab.visit(authorizePath())
  expect(header(page, 'content-security-policy')).toContain(
    'frame-ancestors https://store.example.com',
  )
  expect(header(page, 'x-frame-options')).toBeUndefined()
})

test('The box "Keep me signed in" is ticked unless the instance says otherwise', async () => {
  const ticked = await openLab().visit(authorizePath())
  const unticked = await openLab({ options: { keepSignedIn: false } }).visit(authorizePath())
  expect(fieldsOf(ticked.body)['rememberDevice']).toBe('true')
  expect(fieldsOf(unticked.body)['rememberDevice']).toBeUndefined()
})

const failing = [
  ['A wrong password', { password: 'wrong' }],
  ['An unknown user', { loginId: 'nobody@example.com' }],
  ['A hostile login id', { loginId: '__proto__' }],
] as const

test.each(failing)('%s brings the form again, with one and the same message', async (_, typed) => {
  const page = await logIn(openLab(), {}, typed)
  expect(page.status).toBe(200)
  expect(page.body).toContain('Invalid login credentials.')
  expect(setCookies(page)).toEqual([])
})

test('The form that comes again remembers the login id and forgets the password', async () => {
  const page = await logIn(openLab(), {}, { password: 'wrong' })
  const fields = fieldsOf(page.body)
  expect([fields['loginId'], fields['password'], fields['state']]).toEqual([loginId, '', 'xyz'])
})

test('The form that comes again can be submitted, and leads on', async () => {
  const lab = openLab()
  const again = await logIn(lab, {}, { password: 'wrong' })
  const submitted = await lab.visit('/oauth2/authorize', { ...fieldsOf(again.body), password })
  expect(header(submitted, 'location')).toMatch(/^\/oauth2\/consent/)
})

test('Blank fields are marked as required', async () => {
  const page = await logIn(openLab(), {}, { loginId: '', password: '' })
  expect(page.body.match(/Required/g)).toHaveLength(2)
  expect(page.status).toBe(200)
})

test.each([
  ['locked', { active: false }, 'Your account has been locked.'],
  ['expired', { expiry: Date.UTC(2025, 0, 1) }, 'Your account has expired.'],
  ['due for a new password', { passwordChangeRequired: true }, 'You must change your password'],
])('A user who is %s is told so, and only after the right password', async (_, user, message) => {
  expect((await logIn(openLab({ user }))).body).toContain(message)
  expect((await logIn(openLab({ user }), {}, { password: 'wrong' })).body).not.toContain(message)
})

test('A user without a registration may log in, and the application is told', async () => {
  const lab = openLab({ oauth: { authorizedRedirectURLs: ['https://a.test/cb'] } })
  const forums = '20000000-0000-4000-8000-00000000000b'
  const response = await logIn(lab, { client_id: forums, redirect_uri: 'https://a.test/cb' })
  expect(queryOf(response).get('userState')).toBe('AuthenticatedNotRegistered')
})

test('An application may insist on a registration', async () => {
  const lab = openLab({
    oauth: { authorizedRedirectURLs: ['https://a.test/cb'], requireRegistration: true },
  })
  const forums = '20000000-0000-4000-8000-00000000000b'
  const response = await logIn(lab, { client_id: forums, redirect_uri: 'https://a.test/cb' })
  expect(response.body).toContain('You are not registered')
})

test('The login id may be typed in any case', async () => {
  expect((await logIn(openLab(), {}, { loginId: loginId.toUpperCase() })).status).toBe(302)
})

test('The minimum that FusionAuth accepts is enough, without any cookie', async () => {
  const lab = openLab()
  const fields = new URL(authorizePath(), 'https://x.test').searchParams
  const submitted = await lab.visit('/oauth2/authorize', {
    client_id: fields.get('client_id') ?? '',
    redirect_uri: fields.get('redirect_uri') ?? '',
    response_type: 'code',
    loginId,
    password,
  })
  expect(submitted.status).toBe(302)
})
