import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import {
  apiKey,
  fetchTokens,
  fieldsOf,
  form,
  forums,
  header,
  type Lab,
  loginId,
  openLab,
  origin,
  password,
  queryOf,
  refresh,
  refusalOf,
  secret,
  store,
  tokensOf,
  userId,
} from '../support/lab.ts'

const grant = 'urn:ietf:params:oauth:grant-type:device_code'
const verification = `${origin}/oauth2/device?client_id=${store}`

const oauth = {
  enabledGrants: [grant, 'authorization_code', 'refresh_token'] as const,
  deviceVerificationURL: verification,
}

const client = { client_id: store, client_secret: secret }

interface Started {
  readonly device_code: string
  readonly user_code: string
  readonly verification_uri_complete: string
}

const post = (
  lab: Lab,
  path: string,
  fields: Record<string, string>,
  headers: [string, string][] = [],
) =>
  lab.ask({
    method: 'POST',
    url: origin + path,
    headers: [['content-type', 'application/x-www-form-urlencoded'], ...headers],
    body: form(fields),
  })

const start = async (lab: Lab): Promise<Started> => {
  const fields = { ...client, scope: 'openid offline_access' }
  const response = await post(lab, '/oauth2/device_authorize', fields)
  expect(response.status).toBe(200)
  return JSON.parse(response.body) as Started
}

const poll = (lab: Lab, { device_code: deviceCode }: Started, fields = {}) =>
  lab.tokenRequest({ grant_type: grant, device_code: deviceCode, ...client, ...fields })

/** The user opens the address on the device, types the code and logs in. */
const approveByPage = async (lab: Lab, { verification_uri_complete: address }: Started) => {
  const page = await lab.visit(address.slice(origin.length))
  const hop = await lab.visit('/oauth2/device', fieldsOf(page.body))
  const login = await lab.visit(header(hop, 'location') ?? '')
  const posted = { ...fieldsOf(login.body), loginId, password }
  const consent = await lab.visit('/oauth2/authorize', posted)
  const last = await lab.visit(header(consent, 'location') ?? '')
  return lab.visit(header(last, 'location') ?? '')
}

test('A device gets its code, the user a short one without letters that are mistaken', async () => {
  const response = await post(openLab({ oauth }), '/oauth2/device_authorize', client)
  expect(JSON.parse(response.body)).toEqual({
    device_code: expect.stringMatching(/^[\w-]{43}$/) as string,
    expires_in: 300,
    interval: 5,
    user_code: expect.stringMatching(/^[BCDFGHJ-NP-TV-Z2-9]{6}$/) as string,
    verification_uri: verification,
    verification_uri_complete: expect.stringContaining(`${verification}&user_code=`) as string,
  })
})

test('Until the user has approved, the device is told to wait', async () => {
  const lab = openLab({ oauth })
  expect(refusalOf(await poll(lab, await start(lab))).slice(0, 2)).toEqual([
    400,
    'authorization_pending',
  ])
})

test('When the user has logged in with the code, the device gets tokens, once', async () => {
  const lab = openLab({ oauth })
  const started = await start(lab)
  expect((await approveByPage(lab, started)).body).toContain('Your device is connected')
  const tokens = tokensOf(await poll(lab, started))
  expect(decodeJwt(tokens.access_token)).toMatchObject({ sub: userId, aud: store })
  expect(decodeJwt(tokens.access_token)['gty']).toEqual([grant])
  expect((await refresh(lab, tokens.refresh_token)).status).toBe(200)
  expect(refusalOf(await poll(lab, started))).toEqual([400, 'invalid_grant', 'invalid_device_code'])
})

test('The login for a device gives no code to anybody', async () => {
  const lab = openLab({ oauth })
  await approveByPage(lab, await start(lab))
  expect(lab.standIn.memory.codes.rows.size).toBe(0)
})

test('A device grant runs out', async () => {
  const lab = openLab({ oauth })
  const started = await start(lab)
  lab.clock.advance(300)
  expect(refusalOf(await poll(lab, started)).slice(0, 2)).toEqual([400, 'expired_token'])
})

test('A device code is worthless to another client', async () => {
  const lab = openLab({ oauth })
  const stolen = await poll(lab, await start(lab), {
    client_id: forums,
    client_secret: 'the secret of the forums',
  })
  expect(refusalOf(stolen)).toEqual([400, 'invalid_grant', 'invalid_device_code'])
})

test.each([
  [
    'a switched-off grant',
    { enabledGrants: ['authorization_code'] as const },
    client,
    'grant_type_disabled',
  ],
  [
    'no page for the code',
    { deviceVerificationURL: undefined },
    client,
    'missing_verification_uri',
  ],
  ['an unknown scope', {}, { ...client, scope: 'nonsense' }, 'unknown_scope'],
  ['no secret', {}, { client_id: store }, 'client_authentication_missing'],
])('With %s no device can begin', async (_, changes, fields, reason) => {
  const lab = openLab({ oauth: { ...oauth, ...changes } })
  const response = await post(lab, '/oauth2/device_authorize', fields)
  expect(refusalOf(response).at(2)).toBe(reason)
})

test('A confidential client polls with its secret only', async () => {
  const lab = openLab({ oauth })
  const started = await start(lab)
  await approveByPage(lab, started)
  expect((await poll(lab, started, { client_secret: undefined })).status).toBe(401)
  expect((await poll(lab, started)).status).toBe(200)
})

test('A user code that was approved is not approved once more, by anybody', async () => {
  const lab = openLab({ oauth })
  const started = await start(lab)
  await approveByPage(lab, started)
  const typed = { client_id: store, user_code: started.user_code }
  const again = await lab.visit('/oauth2/device', typed)
  expect([again.status, again.body.includes('The user_code is invalid.')]).toEqual([200, true])
})

test('A missing device code is named', async () => {
  const lab = openLab({ oauth })
  const response = await lab.tokenRequest({ grant_type: grant, ...client })
  expect(refusalOf(response).at(2)).toBe('missing_device_code')
})

test('A wrong user code brings the page again', async () => {
  const lab = openLab({ oauth })
  const page = await lab.visit('/oauth2/device', { client_id: store, user_code: 'AAAAAA' })
  expect([page.status, page.body.includes('The user_code is invalid.')]).toEqual([200, true])
})

test('A user code may be typed in small letters and with a dash', async () => {
  const lab = openLab({ oauth })
  const { user_code: code } = await start(lab)
  const typed = `${code.slice(0, 3)}-${code.slice(3)}`.toLowerCase()
  const hop = await lab.visit('/oauth2/device', { client_id: store, user_code: typed })
  expect(header(hop, 'location')).toContain(`user_code=${code}`)
})

test('The end page of a device takes no login that has no user code', async () => {
  const lab = openLab({ oauth })
  const query = {
    client_id: store,
    response_type: 'code',
    redirect_uri: `${origin}/oauth2/device-complete`,
  }
  expect((await lab.visit(`/oauth2/authorize?${form(query)}`)).status).toBe(400)
})

test('A code that ran out during the login ends at a page that says so', async () => {
  const lab = openLab({ oauth })
  const started = await start(lab)
  const hop = await lab.visit('/oauth2/device', { client_id: store, user_code: started.user_code })
  lab.clock.advance(301)
  const refused = await lab.visit(header(hop, 'location') ?? '')
  expect(queryOf(refused).get('error_reason')).toBe('user_code_expired')
  const page = await lab.visit((header(refused, 'location') ?? '').replace(origin, ''))
  expect(page.body).toContain('Your device is not connected')
})

test.each([
  ['a waiting code', {}, 200],
  ['a wrong code', { user_code: 'AAAAAA' }, 400],
  ['no code', { user_code: '' }, 400],
  ['another application', { client_id: forums }, 400],
])('The validation of %s', async (_, fields, status) => {
  const lab = openLab({ oauth })
  const { user_code: code } = await start(lab)
  const query = { client_id: store, user_code: code, ...fields }
  const response = await lab.visit(`/oauth2/device/validate?${form(query)}`)
  expect(response.status).toBe(status)
  if (status === 200) expect(response.body).toBe('')
})

test('A page of the application’s own approves with the user’s access token', async () => {
  const lab = openLab({ oauth })
  const { access_token: token } = await fetchTokens(lab)
  const started = await start(lab)
  const fields = { client_id: store, token, user_code: started.user_code }
  const approved = await post(lab, '/oauth2/device/approve', fields, [['authorization', apiKey]])
  expect(JSON.parse(approved.body)).toMatchObject({ deviceGrantStatus: 'Approved', userId })
  expect((await poll(lab, started)).status).toBe(200)
})

test('A token that is none approves nothing', async () => {
  const lab = openLab({ oauth })
  const started = await start(lab)
  const fields = { ...client, token: 'a.b.c', user_code: started.user_code }
  expect((await post(lab, '/oauth2/device/approve', fields)).status).toBe(401)
  expect(refusalOf(await poll(lab, started)).at(1)).toBe('authorization_pending')
})

test('An ID token approves nothing', async () => {
  const lab = openLab({ oauth })
  const { id_token: token = '' } = await fetchTokens(lab)
  const started = await start(lab)
  const fields = { ...client, token, user_code: started.user_code }
  expect(refusalOf(await post(lab, '/oauth2/device/approve', fields)).slice(0, 2)).toEqual([
    400,
    'invalid_token',
  ])
  expect(refusalOf(await poll(lab, started)).at(1)).toBe('authorization_pending')
})

test('What a user code stands for is told to its client and to the holder of the API key', async () => {
  const lab = openLab({ oauth })
  const { user_code: code } = await start(lab)
  const byClient = await post(lab, '/oauth2/device/user-code', { ...client, user_code: code })
  const headers: [string, string][] = [['authorization', apiKey]]
  const byKey = await post(lab, '/oauth2/device/user-code', { user_code: code }, headers)
  expect(JSON.parse(byClient.body)).toMatchObject({ client_id: store, user_code: code })
  expect(byKey.body).toBe(byClient.body)
  const stranger = await post(lab, '/oauth2/device/user-code', {
    client_id: store,
    user_code: code,
  })
  expect(stranger.status).toBe(401)
})
