/** Values of another type that FusionAuth's JSON library converts. */
import { expect, test } from 'vitest'
import { openLab, store, tenantId, userId } from '../support/lab.ts'
import { bodyOf, codesOf } from './support.ts'

const application = `/api/application/${store}`

test.each([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  [' true ', true],
  ['false', false],
  ['FALSE', false],
  ['', false],
])('The text %j is the truth value %j', async (given, meant) => {
  const answer = await openLab().call('PATCH', application, {
    application: { verifyRegistration: given, verificationEmailTemplateId: userId },
  })
  expect(bodyOf(answer)).toMatchObject({ application: { verifyRegistration: meant } })
})

test.each([
  ['77', 77],
  [' 77 ', 77],
  ['', 3600],
])('The text %j is the number %j', async (given, meant) => {
  const jwtConfiguration = { timeToLiveInSeconds: given }
  const answer = await openLab().call('PATCH', `/api/tenant/${tenantId}`, {
    tenant: { jwtConfiguration },
  })
  expect(bodyOf(answer)).toMatchObject({
    tenant: { jwtConfiguration: { timeToLiveInSeconds: meant } },
  })
})

test.each([
  [12_345_678, '12345678'],
  [true, 'true'],
])('The value %j is a text where a text is asked for', async (given, meant) => {
  const answer = await openLab().call('PATCH', `/api/user/${userId}`, {
    user: { firstName: given },
  })
  expect(bodyOf(answer)).toMatchObject({ user: { firstName: meant } })
})

test('An instant may stand in quotes', async () => {
  const answer = await openLab().call('POST', '/api/user/action', {
    action: { expiry: '9223372036854775807', actioneeUserId: userId },
  })
  expect(codesOf(answer)).toEqual([
    400,
    '[blank]action.actionerUserId',
    '[blank]action.userActionId',
  ])
})

test('A role is given by its name alone, and gets an id as any other', async () => {
  const lab = openLab()
  const roles = ['admin', { name: 'user', isDefault: true }]
  const answer = await lab.call('PUT', application, { application: { name: 'Shop', roles } })
  expect(bodyOf(answer)).toMatchObject({
    application: {
      roles: [
        { id: expect.stringMatching(/^[0-9a-f-]{36}$/), isDefault: false, name: 'admin' },
        { isDefault: true, name: 'user' },
      ],
    },
  })
})

test('So are the method of a second factor and the field of a search', async () => {
  const lab = openLab()
  const user = await lab.call('PATCH', `/api/user/${userId}`, {
    user: { twoFactor: { methods: ['authenticator'] } },
  })
  expect(bodyOf(user)).toMatchObject({
    user: { twoFactor: { methods: [{ method: 'authenticator' }] } },
  })
  const search = { queryString: '*', sortFields: ['email'] }
  expect((await lab.call('POST', '/api/user/search', { search })).status).toBe(200)
})

test.each([
  ['verifyRegistration', 'maybe'],
  ['verifyRegistration', 'yes'],
  ['verifyRegistration', 1],
  ['verifyRegistration', []],
  ['name', {}],
  ['roles', 'admin'],
  ['roles', [7]],
])('What cannot be meant is refused: %s %j', async (name, given) => {
  const answer = await openLab().call('PATCH', application, { application: { [name]: given } })
  expect(answer.status).toBe(400)
  expect(answer.body).toContain('[couldNotConvert]application.')
})

test.each(['1.5', 'soon', '0x10', '1e3', '9007199254740993', true])(
  'What is no whole number is refused: %j',
  async (given) => {
    const answer = await openLab().call('PATCH', `/api/tenant/${tenantId}`, {
      tenant: { httpSessionMaxInactiveInterval: given },
    })
    expect(codesOf(answer)).toEqual([400, '[couldNotConvert]tenant.httpSessionMaxInactiveInterval'])
  },
)
