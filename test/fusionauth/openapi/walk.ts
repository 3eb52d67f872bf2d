import type { WireResponse } from '../../../scenarios/model/wire.ts'
import { generateMaterial } from '../../../server/fusionauth/stand-in/keys/demonstration.ts'
import { kinds } from '../../../server/fusionauth/stand-in/kept/kinds.ts'
import { searches } from '../../../server/fusionauth/stand-in/kept/searches.ts'
import {
  apiKey,
  authorizePath,
  fetchCode,
  fetchTokens,
  form,
  forums,
  type Lab,
  loginId,
  openLab,
  origin,
  password,
  redeem,
  refresh,
  secret,
  store,
  tenantId,
  tokensOf,
  userId,
} from '../support/lab.ts'

export interface Answer {
  readonly method: string
  /** Path without the query. */
  readonly path: string
  readonly response: WireResponse
}

const id = (n: number) => `50000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const nobody = id(999)

type Grants = NonNullable<NonNullable<Parameters<typeof openLab>[0]>['oauth']>['enabledGrants']

const everyGrant: Grants = [
  'authorization_code',
  'password',
  'refresh_token',
  'urn:ietf:params:oauth:grant-type:device_code',
]

/** A lab whose every answer is kept. */
const openRecorded = (answers: Answer[], changes: Parameters<typeof openLab>[0] = {}): Lab => {
  const lab = openLab({ ...changes, oauth: { enabledGrants: everyGrant, ...changes.oauth } })
  const keep = (method: string, url: string, response: WireResponse): WireResponse => {
    answers.push({ method, path: new URL(url, origin).pathname, response })
    return response
  }
  return {
    ...lab,
    ask: async (request) => keep(request.method, request.url, await lab.ask(request)),
    call: async (method, path, body, headers) =>
      keep(method, path, await lab.call(method, path, body, headers)),
    visit: async (path, fields) =>
      keep(fields === undefined ? 'GET' : 'POST', path, await lab.visit(path, fields)),
    tokenRequest: async (fields, headers) =>
      keep('POST', '/oauth2/token', await lab.tokenRequest(fields, headers)),
  }
}

const formPost = (lab: Lab, path: string, fields: Record<string, string>) =>
  lab.ask({
    method: 'POST',
    url: origin + path,
    headers: [
      ['content-type', 'application/x-www-form-urlencoded'],
      ['authorization', apiKey],
    ],
    body: form(fields),
  })

const bearer = (token: string): [string, string][] => [['authorization', `Bearer ${token}`]]

/** The same under another name. */
const renamed = (body: object): unknown =>
  JSON.parse(JSON.stringify(body).replaceAll(/"(name|email)":"/g, '"$1":"x'))

const setUp = async (lab: Lab): Promise<void> => {
  for (const [index, [path, body]] of [
    ['/api/tenant', { tenant: { name: 'Second', data: { plan: 'x' } } }],
    ['/api/application', { application: { name: 'Third' } }],
    [
      '/api/user',
      { user: { email: 'eve@example.com', password: 'eve-of-old', birthDate: '1990-02-01' } },
    ],
    ['/api/key/generate', { key: { name: 'Another', algorithm: 'RS256', length: 2048 } }],
    [
      '/api/api-key',
      { apiKey: { name: 'reader', permissions: { endpoints: { '/api/user': ['GET'] } } } },
    ],
    ['/api/user-action', { userAction: { name: 'Lock', temporal: true, preventLogin: true } }],
  ].entries() as IterableIterator<[number, [string, object]]>) {
    const headers: [string, string][] = [
      ['authorization', apiKey],
      ['x-fusionauth-tenantid', tenantId],
    ]
    const own = `${path}/${id(index)}`
    await lab.call('POST', own, body, headers)
    await lab.call('POST', own, body, headers)
    await lab.call('POST', path, renamed(body), headers)
    await lab.call('POST', path, {}, headers)
    await lab.call('POST', path, body, [])
    const short = path.replace('/generate', '')
    await lab.call('GET', `${short}/${id(index)}`)
    await lab.call('GET', `${short}/${nobody}`)
    await lab.call('GET', `${short}/none`)
    await lab.call('GET', short)
    await lab.call('PUT', `${short}/${id(index)}`, body)
    await lab.call('PATCH', `${short}/${id(index)}`, body)
  }
  await lab.call('POST', '/api/application', { application: { name: 'Where' } })
}

const accounts = async (lab: Lab): Promise<void> => {
  const registration = { applicationId: store, roles: ['customer'] }
  const made = { user: { email: 'fay@example.com', password: 'fay-of-old' }, registration }
  await lab.call('POST', '/api/user/registration', made)
  await lab.call('POST', `/api/user/registration/${userId}`, {
    registration: { applicationId: forums },
  })
  const own = `/api/user/registration/${userId}/${forums}`
  await lab.call('GET', own)
  await lab.call('PATCH', `/api/user/registration/${userId}`, {
    registration: { applicationId: forums, roles: ['customer'] },
  })
  await lab.call('PUT', `/api/user/registration/${userId}`, {
    registration: { applicationId: forums },
  })
  await lab.call('POST', '/api/user/registration', { registration: {} })
  await lab.call('DELETE', own)
  await lab.call('POST', '/api/user/search', {
    search: { queryString: 'a*', sortFields: [{ name: 'email' }] },
  })
  await lab.call('POST', '/api/user/search', { search: { query: '{}' } })
  await lab.call('GET', `/api/user/search?ids=${userId}`)
  await lab.call('DELETE', '/api/user/bulk', { userIds: [nobody], dryRun: true })
  await lab.call('GET', `/api/application/${store}/oauth-configuration`)
  const role = `/api/application/${store}/role/${id(1)}`
  await lab.call('POST', role, { role: { name: 'boss' } })
  await lab.call('PATCH', role, { role: { description: 'all of it' } })
  await lab.call('PUT', role, { role: { name: 'chief' } })
  await lab.call('DELETE', role)
  await lab.call('PATCH', '/api/system-configuration', {
    systemConfiguration: { data: { a: 'b' } },
  })
  await lab.call('PUT', '/api/system-configuration', {
    systemConfiguration: { reportTimezone: 'Europe/Vienna' },
  })
  await lab.call('GET', '/api/system-configuration')
  await lab.call('GET', '/api/health')
  await lab.call('GET', `/api/user?loginId=${loginId}`)
  await lab.call('GET', '/api/user')
  await lab.call('POST', `/api/application/${store}/role`, { role: { name: 'king' } })
  await lab.call('GET', '/api/system/version')
  await lab.call('GET', '/api/status')
  await lab.call('POST', '/api/key/import', { key: { name: 'Imported', secret: 'hush' } })
  const { publicPem: publicKey } = generateMaterial('ES256', { bytes: () => new Uint8Array() })
  await lab.call('POST', `/api/key/import/${id(1)}`, { key: { name: 'Also', publicKey } })
  await lab.call('POST', '/api/key/import', { key: { name: 'None', publicKey: 'PEM' } })
}

const examples: Readonly<Record<string, string>> = { consentId: id(7), type: 'OpenIDConnect' }

/** What is only kept: made, shown, changed and deleted. */
const keep = async (lab: Lab): Promise<void> => {
  await lab.call('POST', `/api/entity/type/${store}`, { entityType: { name: 'Thing' } })
  await lab.call('POST', `/api/entity/${store}`, { entity: { name: 'One' } })
  for (const { path, asks, member, needs, single, methods } of kinds) {
    const collection = path.replace(':', store)
    const own = single === true ? collection : `${collection}/${id(6)}`
    const given = needs === '' ? {} : { [needs]: examples[needs] ?? 'text' }
    const body = { [asks ?? member]: given }
    for (const method of ['POST', 'GET', 'PUT', 'PATCH', 'DELETE']) {
      if (methods?.includes(method) === false) continue
      await lab.call(method, own, method === 'GET' ? undefined : body)
    }
    if (single !== true) await lab.call('POST', collection, body)
  }
  await lab.call('POST', '/api/user/import', {})
}

/** Searches among what is there, by both methods where both are described. */
const search = async (lab: Lab): Promise<void> => {
  for (const { path } of searches) {
    await lab.call('POST', path, { search: { numberOfResults: 2 } })
    await lab.call('POST', path, { search: { orderBy: '?' } })
  }
  for (const kind of ['application', 'key', 'tenant']) {
    await lab.call('POST', `/api/${kind}/search`, { search: { name: '*' } })
    await lab.call('GET', `/api/${kind}/search?name=*`)
  }
}

const action = (expiry: number) => ({
  action: {
    actioneeUserId: userId,
    actionerUserId: userId,
    userActionId: id(5),
    expiry,
    comment: 'why',
  },
})

const prevented = async (lab: Lab): Promise<void> => {
  const later = lab.clock.now() + 60_000
  const taken = await lab.call('POST', '/api/user/action', action(later))
  const taking = JSON.parse(taken.body) as { action: { id: string } }
  await lab.call('POST', '/api/user/action', { action: {} })
  await lab.call('POST', '/api/login', { loginId, password, applicationId: store })
  await lab.call('GET', `/api/user/action?userId=${userId}`)
  await lab.call('GET', `/api/user/action/${taking.action.id}`)
  await lab.call('PUT', `/api/user/action/${taking.action.id}`, action(later + 1))
  await lab.call('DELETE', `/api/user/action/${taking.action.id}`, {
    action: { actionerUserId: userId },
  })
}

const logins = async (lab: Lab): Promise<void> => {
  const login = (changes: object = {}) =>
    lab.call('POST', '/api/login', { loginId, password, applicationId: store, ...changes })
  const first = JSON.parse((await login()).body) as { token: string; refreshToken: string }
  await login({ applicationId: forums })
  await login({ password: '' })
  await login({ password: 'wrong' })
  await lab.call('PUT', `/api/login/${userId}/${store}`)
  await lab.call('PUT', '/api/login', { userId, applicationId: store })
  await lab.call('PUT', '/api/login', {})
  await lab.call('POST', '/api/jwt/refresh', { refreshToken: first.refreshToken }, [])
  await lab.call('POST', '/api/jwt/refresh', { refreshToken: 'none' }, [])
  await lab.call('GET', '/api/jwt/validate', undefined, bearer(first.token))
  await lab.call(
    'GET',
    `/api/jwt/issue?applicationId=${store}&refreshToken=${first.refreshToken}`,
    undefined,
    bearer(first.token),
  )
  await lab.call('GET', '/api/jwt/issue', undefined, bearer(first.token))
  await lab.call('POST', '/api/jwt/vend', { claims: { a: 1 }, timeToLiveInSeconds: 5 })
  await lab.call('POST', '/api/jwt/vend', { keyId: nobody })
  await lab.call('GET', '/api/jwt/public-key')
  await lab.call('GET', `/api/jwt/public-key?applicationId=${store}`)
  const listed = await lab.call('GET', `/api/jwt/refresh?userId=${userId}`)
  const [token] = (JSON.parse(listed.body) as { refreshTokens: { id: string }[] }).refreshTokens
  await lab.call('GET', `/api/jwt/refresh/${token?.id}`)
  await lab.call('DELETE', `/api/jwt/refresh/${token?.id}`)
  await lab.call('DELETE', '/api/jwt/refresh')
  await lab.call('DELETE', `/api/jwt/refresh?userId=${userId}`)
  await lab.call('POST', '/api/logout', { global: true })
  const forgotten = await lab.call('POST', '/api/user/forgot-password', { loginId })
  const { changePasswordId } = JSON.parse(forgotten.body) as { changePasswordId: string }
  await lab.call('GET', `/api/user/change-password/${changePasswordId}`)
  await lab.call('POST', `/api/user/change-password/${changePasswordId}`, { password: 'short' })
  await lab.call('POST', `/api/user/change-password/${changePasswordId}`, { password })
  await lab.call('POST', '/api/user/change-password', {
    loginId,
    currentPassword: password,
    password,
  })
  for (const what of ['email', 'registration']) {
    const path = `/api/user/verify-${what}`
    const again = await lab.call('PUT', `${path}?email=${loginId}&applicationId=${store}`)
    await lab.call('POST', path, JSON.parse(again.body))
    await lab.call('POST', path, {})
  }
}

const oauth = async (lab: Lab): Promise<void> => {
  const code = await fetchCode(lab, { nonce: 'n', scope: 'openid offline_access email profile' })
  const tokens = tokensOf(await redeem(lab, code))
  await redeem(lab, code)
  await refresh(lab, tokens.refresh_token)
  await refresh(lab, 'none')
  const client = { client_id: store, client_secret: secret }
  await lab.tokenRequest({ grant_type: 'password', username: loginId, password, ...client })
  await lab.tokenRequest({
    grant_type: 'password',
    username: loginId,
    password: 'wrong',
    ...client,
  })
  await lab.tokenRequest({ grant_type: 'magic', ...client })
  await lab.tokenRequest({})
  await lab.call('GET', '/oauth2/userinfo', undefined, bearer(tokens.access_token))
  await lab.call('GET', '/oauth2/userinfo', undefined, bearer('none'))
  await formPost(lab, '/oauth2/introspect', { token: tokens.access_token, ...client })
  await formPost(lab, '/oauth2/introspect', client)
  const authorized = await formPost(lab, '/oauth2/device_authorize', { ...client, scope: 'openid' })
  await formPost(lab, '/oauth2/device_authorize', {})
  const device = JSON.parse(authorized.body) as { device_code: string; user_code: string }
  await lab.tokenRequest({
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    device_code: device.device_code,
    ...client,
  })
  await lab.call('GET', `/oauth2/device/validate?client_id=${store}&user_code=${device.user_code}`)
  await lab.visit(authorizePath({ client_id: nobody }))
  await lab.call('GET', '/.well-known/jwks.json')
  await lab.call('GET', '/.well-known/openid-configuration')
  await fetchTokens(lab)
}

const due = async (answers: Answer[]): Promise<void> => {
  const changes: readonly Parameters<typeof openLab>[0][] = [
    { user: { passwordChangeRequired: true } },
    {
      tenant: {
        id: tenantId,
        name: 'Test',
        emailConfiguration: {
          verifyEmail: true,
          unverified: { behavior: 'Gated' },
          verificationStrategy: 'FormField',
        },
      },
      user: { verified: false },
    },
  ]
  for (const change of changes) {
    const lab = openRecorded(answers, change)
    await lab.call('POST', '/api/login', { loginId, password, applicationId: store })
    await lab.tokenRequest({
      grant_type: 'password',
      username: loginId,
      password,
      client_id: store,
      client_secret: secret,
    })
  }
}

/** Everything that an ordinary life asks of FusionAuth, right and wrong; every answer that came. */
export const walk = async (): Promise<readonly Answer[]> => {
  const answers: Answer[] = []
  await oauth(openRecorded(answers))
  await logins(openRecorded(answers))
  await accounts(openRecorded(answers))
  const keeping = openRecorded(answers)
  await keep(keeping)
  await search(keeping)
  const lab = openRecorded(answers)
  await setUp(lab)
  await prevented(lab)
  for (const path of ['user-action', 'user', 'application', 'api-key', 'key', 'tenant'].entries()) {
    const [index, name] = path
    await lab.call('DELETE', `/api/${name}/${id([5, 2, 1, 4, 3, 0][index] ?? 0)}?hardDelete=true`)
  }
  await due(answers)
  return answers
}
