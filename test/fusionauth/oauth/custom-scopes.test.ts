import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import { bodyOf, codesOf, freshId } from '../api/support.ts'
import {
  apiKey,
  fetchTokens,
  fieldsOf,
  header,
  type Lab,
  logIn,
  openLab,
  origin,
  queryOf,
  redeem,
  refresh,
  refusalOf,
  store,
  tokensOf,
} from '../support/lab.ts'

const scopes = `/api/application/${store}/scope`

type OAuth = NonNullable<Parameters<typeof openLab>[0]>['oauth']

/** A Store with custom scopes: each by its name, and whether it is required. */
const openWith = async (
  custom: Readonly<Record<string, boolean>>,
  oauth: OAuth = {},
): Promise<Lab> => {
  const lab = openLab({ oauth })
  for (const [index, [name, required]] of Object.entries(custom).entries()) {
    const scope = {
      defaultConsentDetail: `More of ${name}.`,
      defaultConsentMessage: `Use ${name}`,
      name,
      required,
    }
    expect((await lab.call('POST', `${scopes}/${freshId(index)}`, { scope })).status).toBe(200)
  }
  return lab
}

const thirdParty = (consentMode: 'AlwaysPrompt' | 'RememberDecision' = 'AlwaysPrompt'): OAuth => ({
  relationship: 'ThirdParty',
  consentMode,
})

const field = (scope: string): string => `scopeConsents['${scope}']`

const actionOf = (page: string): string =>
  (/<form action="([^"]*)"/.exec(page)?.[1] ?? '').replaceAll('&amp;', '&')

/** Logs in, ticks what is said, and gives the scopes of the token. */
const decide = async (lab: Lab, scope: string, ...ticked: readonly string[]): Promise<unknown> => {
  const page = await logIn(lab, { scope })
  expect(page.status).toBe(200)
  const fields = {
    ...fieldsOf(page.body),
    ...Object.fromEntries(ticked.map((name) => [field(name), 'true'])),
    action: 'allow',
  }
  const code = queryOf(await lab.visit(actionOf(page.body), fields)).get('code') ?? ''
  return scopeOf(tokensOf(await redeem(lab, code)).access_token)
}

const scopeOf = (token: string): unknown => decodeJwt(token)['scope']

describe('A custom scope appears at consent and in tokens', () => {
  test('A first-party application gets it without being asked, in both tokens', async () => {
    const lab = await openWith({ 'recipes:read': true })
    const tokens = await fetchTokens(lab, { scope: 'openid recipes:read' })
    expect(tokens.scope).toBe('openid recipes:read')
    expect(scopeOf(tokens.access_token)).toBe('openid recipes:read')
    expect(scopeOf(tokens.id_token ?? '')).toBe('openid recipes:read')
  })

  test('The page shows its message and detail; required ones first, which cannot be declined', async () => {
    const lab = await openWith({ 'a:optional': false, 'b:required': true }, thirdParty())
    const page = await logIn(lab, { scope: 'openid a:optional b:required' })
    expect(page.body).toMatch(/Use b:required[^]*More of b:required\.[^]*Use a:optional/)
    expect(fieldsOf(page.body)).toMatchObject({
      [field('b:required')]: 'true',
      [field('openid')]: 'true',
    })
    expect(fieldsOf(page.body)).not.toHaveProperty([field('a:optional')])
  })

  test('An optional scope is granted when it is ticked, and left out when it is not', async () => {
    const lab = await openWith({ one: false, two: false }, thirdParty())
    expect(await decide(lab, 'openid one two', 'two')).toBe('openid two')
    expect(await decide(lab, 'openid one two')).toBe('openid')
  })

  test('What is required is granted even if its field is taken out of the form', async () => {
    const lab = await openWith({ one: true }, thirdParty())
    const page = await logIn(lab, { scope: 'openid one' })
    const code = queryOf(await lab.visit(actionOf(page.body), { action: 'allow' })).get('code')
    expect(scopeOf(tokensOf(await redeem(lab, code ?? '')).access_token)).toBe('openid one')
  })

  test('A provided scope can be declined too, and its claims are left out with it', async () => {
    const lab = openLab({ oauth: thirdParty() })
    const page = await logIn(lab, { scope: 'openid email' })
    const fields = { ...fieldsOf(page.body), action: 'allow' }
    const code = queryOf(await lab.visit(actionOf(page.body), fields)).get('code') ?? ''
    expect(decodeJwt(tokensOf(await redeem(lab, code)).id_token ?? '')).not.toHaveProperty('email')
  })

  test('A provided scope that is required cannot be declined', async () => {
    const providedScopePolicy = { email: { enabled: true, required: true } }
    const lab = openLab({ oauth: { ...thirdParty(), providedScopePolicy } })
    expect(await decide(lab, 'openid email')).toBe('openid email')
  })

  test('It goes when it is deleted, and a refresh token that has it with it', async () => {
    const lab = await openWith({ one: true })
    const tokens = await fetchTokens(lab, { scope: 'openid offline_access one' })
    expect((await lab.call('DELETE', `${scopes}/${freshId(0)}`)).status).toBe(200)
    expect(refusalOf(await refresh(lab, tokens.refresh_token))).toEqual([
      400,
      'invalid_scope',
      'unknown_scope',
    ])
  })

  test('A device gets what its user has not declined', async () => {
    const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code'
    const lab = await openWith(
      { one: false, two: false },
      {
        ...thirdParty(),
        deviceVerificationURL: `${origin}/oauth2/device`,
        enabledGrants: [deviceGrant],
      },
    )
    const client = { client_id: store, client_secret: 'the secret of the store' }
    const asked = await lab.visit('/oauth2/device_authorize', {
      ...client,
      scope: 'openid one two',
    })
    const device = bodyOf<{ device_code: string; user_code: string }>(asked)
    const entered = { client_id: store, user_code: device.user_code }
    const start = await lab.visit('/oauth2/device', entered)
    const form = await lab.visit(header(start, 'location') ?? '')
    const typed = { ...fieldsOf(form.body), loginId: 'ada@example.com', password: 'tea for two' }
    const hop = await lab.visit('/oauth2/authorize', typed)
    const page = await lab.visit(header(hop, 'location') ?? '')
    const ticked = { ...fieldsOf(page.body), [field('two')]: 'true', action: 'allow' }
    await lab.visit(actionOf(page.body), ticked)
    const { device_code: deviceCode } = device
    const answer = await lab.tokenRequest({
      device_code: deviceCode,
      grant_type: deviceGrant,
      ...client,
    })
    expect(scopeOf(tokensOf(answer).access_token)).toBe('openid two')
  })

  test('The password grant knows it as well', async () => {
    const lab = await openWith({ one: true })
    const answer = await lab.tokenRequest({
      grant_type: 'password',
      username: 'ada@example.com',
      password: 'tea for two',
      scope: 'openid one',
      client_id: store,
      client_secret: 'the secret of the store',
    })
    expect(scopeOf(tokensOf(answer).access_token)).toBe('openid one')
  })
})

describe('A scope that is unknown, or switched off, is dealt with by unknownScopePolicy', () => {
  const off = { profile: { enabled: false, required: false } }

  test.each(['made-up', 'profile'])('Reject refuses %s', async (scope) => {
    const lab = openLab({ oauth: { providedScopePolicy: off } })
    const query = queryOf(await logIn(lab, { scope: `openid ${scope}` }))
    expect([query.get('error'), query.get('error_reason')]).toEqual([
      'invalid_scope',
      'unknown_scope',
    ])
  })

  test.each(['made-up', 'profile'])('Remove leaves %s out, and goes on', async (scope) => {
    const lab = openLab({ oauth: { providedScopePolicy: off, unknownScopePolicy: 'Remove' } })
    const { access_token: token } = await fetchTokens(lab, { scope: `openid ${scope}` })
    expect(scopeOf(token)).toBe('openid')
  })

  test.each(['made-up', 'profile'])('Allow lets %s through without consent', async (scope) => {
    const oauth = {
      ...thirdParty(),
      providedScopePolicy: off,
      unknownScopePolicy: 'Allow',
    } as const
    const lab = openLab({ oauth })
    expect((await logIn(lab, { scope: `openid ${scope}` })).body).not.toContain('checkbox')
    lab.jar.clear()
    expect(await decide(lab, `openid ${scope}`)).toBe(`openid ${scope}`)
  })
})

describe('A remembered decision holds for each scope', () => {
  test('What was declined stays so, and nobody is asked again', async () => {
    const lab = await openWith({ one: false, two: false }, thirdParty('RememberDecision'))
    await decide(lab, 'openid one two', 'one')
    const { access_token: token } = await fetchTokens(lab, { scope: 'openid one two' })
    expect(scopeOf(token)).toBe('openid one')
  })

  test('What was declined is asked for again once it is required', async () => {
    const lab = await openWith({ one: false }, thirdParty('RememberDecision'))
    await decide(lab, 'openid one')
    await lab.call('PATCH', `${scopes}/${freshId(0)}`, { scope: { required: true } })
    expect(await decide(lab, 'openid one')).toBe('openid one')
  })

  test('A new decision leaves what it is not about as it was', async () => {
    const lab = await openWith(
      { a: false, b: false, c: false, d: false },
      thirdParty('RememberDecision'),
    )
    await decide(lab, 'openid a b c', 'a')
    await lab.call('PATCH', `${scopes}/${freshId(1)}`, { scope: { required: true } })
    await lab.call('PATCH', `${scopes}/${freshId(2)}`, { scope: { required: true } })
    expect(await decide(lab, 'openid c d')).toBe('openid c')
    const { access_token: token } = await fetchTokens(lab, { scope: 'openid a d' })
    expect(scopeOf(token)).toBe('openid a')
    expect((await logIn(lab, { scope: 'openid b' })).body).toContain('asks for access')
  })
})

describe('A custom scope is kept as FusionAuth keeps it', () => {
  test('It is of its application, optional when nothing is said, and keeps its name', async () => {
    const lab = openLab()
    const own = `${scopes}/${freshId(0)}`
    const made = await lab.call('POST', own, { scope: { name: 'one' } })
    expect(bodyOf(made)).toMatchObject({
      scope: { applicationId: store, id: freshId(0), name: 'one', required: false },
    })
    const put = await lab.call('PUT', own, {
      scope: { description: 'd', name: 'two', required: 'true' },
    })
    expect(bodyOf(put)).toMatchObject({ scope: { description: 'd', name: 'one', required: true } })
  })

  test('It is shown with its application', async () => {
    const lab = await openWith({ one: true })
    expect(bodyOf(await lab.call('GET', `/api/application/${store}`))).toMatchObject({
      application: { scopes: [{ id: freshId(0), name: 'one', required: true }] },
    })
    const changed = { application: { name: 'Shop' } }
    expect(bodyOf(await lab.call('PATCH', `/api/application/${store}`, changed))).toMatchObject({
      application: { name: 'Shop', scopes: [{ name: 'one' }] },
    })
  })

  test.each([
    'openid',
    'offline_access',
    'email',
    'idp-link:x',
    'source-entity:x',
    'target-entity:x',
    'two words',
  ])('The name %s is refused', async (name) => {
    const answer = await openLab().call('POST', scopes, { scope: { name } })
    expect(codesOf(answer)).toEqual([400, '[invalid]scope.name'])
  })

  test('A name is there once in an application', async () => {
    const lab = openLab()
    await lab.call('POST', scopes, { scope: { name: 'one' } })
    expect(codesOf(await lab.call('POST', scopes, { scope: { name: 'one' } }))).toEqual([
      400,
      '[duplicate]scope.name',
    ])
    const keyOfAll: [string, string][] = [['authorization', apiKey]]
    const forums = scopes.replace('0a/', '0b/')
    expect((await lab.call('POST', forums, { scope: { name: 'one' } }, keyOfAll)).status).toBe(200)
  })
})

test('scopeHandlingPolicy Compatibility tells who the user is in both tokens, whatever the scopes', async () => {
  const lab = openLab({ oauth: { scopeHandlingPolicy: 'Compatibility' } })
  const tokens = await fetchTokens(lab, { scope: 'openid' })
  const told = { email: 'ada@example.com', email_verified: true }
  expect(decodeJwt(tokens.access_token)).toMatchObject(told)
  expect(decodeJwt(tokens.id_token ?? '')).toMatchObject(told)
})
