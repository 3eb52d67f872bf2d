import {
  FusionAuthClient,
  type KeyAlgorithm,
  type UserActionRequest,
} from '@fusionauth/typescript-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createStandIn, type StandIn } from '../../../server/fusionauth/stand-in/index.ts'
import { listen, type Listening } from '../../../server/node/listen.ts'
import {
  apiKey,
  countingRandom,
  loginId,
  password,
  store,
  testClock,
  userId,
} from '../support/lab.ts'
import { freshId } from './support.ts'

let listening: Listening
let standIn: StandIn
let client: FusionAuthClient
const clock = testClock()

beforeEach(async () => {
  const result = await listen(0, (origin) => {
    standIn = createStandIn({ origin, clock, random: countingRandom(), apiKey })
    standIn.seed({
      applications: [
        { id: store, name: 'Store', loginConfiguration: { generateRefreshTokens: true } },
      ],
      users: [
        {
          user: { id: userId, email: loginId, password },
          registrations: [{ applicationId: store }],
        },
      ],
    })
    return standIn.app
  })
  if (!result.ok) throw new Error(result.problem)
  listening = result.listening
  client = new FusionAuthClient(apiKey, listening.origin)
})

afterEach(() => listening.close())

/** The status of a refusal. */
const refused = async (call: Promise<unknown>): Promise<number | undefined> => {
  try {
    await call
  } catch (answer) {
    return (answer as { readonly statusCode?: number }).statusCode
  }
  throw new Error('The call was not refused.')
}

const logIn = (typed = password) => client.login({ applicationId: store, loginId, password: typed })

test('It makes, changes and takes away an API key', async () => {
  const id = freshId(1)
  const permissions = { endpoints: { '/api/user': ['GET'] } }
  const made = await client.createAPIKey(id, { apiKey: { name: 'reader', permissions } })
  expect((await client.retrieveAPIKey(id)).response.apiKey?.key).toBe(made.response.apiKey?.key)
  expect((await client.patchAPIKey(id, { apiKey: { name: 'n' } })).response.apiKey?.name).toBe('n')
  await client.updateAPIKey(id, { apiKey: { name: 'm', permissions } })
  const reader = new FusionAuthClient(made.response.apiKey?.key ?? '', listening.origin)
  expect((await reader.retrieveUser(userId)).statusCode).toBe(200)
  expect(await refused(reader.deactivateUser(userId))).toBe(401)
  await client.deleteAPIKey(id)
  expect(await refused(client.retrieveAPIKey(id))).toBe(404)
})

test('It updates, switches off and on, and deletes an application and its roles', async () => {
  const role = freshId(2)
  await client.createApplicationRole(store, role, { role: { name: 'boss' } })
  await client.patchApplicationRole(store, role, { role: { description: 'all of it' } })
  const renamed = await client.updateApplicationRole(store, role, { role: { name: 'chief' } })
  expect(renamed.response.role?.name).toBe('chief')
  await client.deleteApplicationRole(store, role)
  await client.updateApplication(store, { application: { name: 'Shop' } })
  await client.deactivateApplication(store)
  expect((await client.retrieveInactiveApplications()).response.applications?.[0]?.name).toBe(
    'Shop',
  )
  await client.reactivateApplication(store)
  const { oauthConfiguration } = (await client.retrieveOauthConfiguration(store)).response
  expect(oauthConfiguration?.clientId).toBe(store)
  await client.deleteApplication(store)
  expect(await refused(client.retrieveApplication(store))).toBe(404)
})

test('It updates a tenant and deletes one', async () => {
  const id = freshId(3)
  await client.createTenant(id, { tenant: { name: 'Other' } })
  const updated = await client.updateTenant(id, { tenant: { name: 'Another' } })
  expect(updated.response.tenant?.name).toBe('Another')
  await client.deleteTenant(id)
  expect(await refused(client.retrieveTenant(id))).toBe(404)
})

test('It renames a key and deletes it', async () => {
  const id = freshId(4)
  const algorithm = 'RS256' as KeyAlgorithm
  await client.generateKey(id, { key: { name: 'Mine', algorithm, length: 2048 } })
  expect((await client.updateKey(id, { key: { name: 'Ours' } })).response.key?.name).toBe('Ours')
  await client.deleteKey(id)
  expect(await refused(client.retrieveKey(id))).toBe(404)
})

test('It changes, locks, unlocks and finds users', async () => {
  await client.patchUser(userId, { user: { lastName: 'Winter' } })
  await client.updateUser(userId, { user: { email: loginId, firstName: 'Ada' } })
  await client.deactivateUser(userId)
  expect(await refused(logIn())).toBe(423)
  await client.reactivateUser(userId)
  expect((await logIn()).statusCode).toBe(200)
  const byQuery = await client.searchUsersByQuery({ search: { queryString: 'ada' } })
  const byIds = await client.searchUsersByIds([userId, freshId(9)])
  expect([byQuery.response.total, byIds.response.total]).toEqual([1, 1])
  const dry = await client.deleteUsersByQuery({ queryString: '*', dryRun: true, hardDelete: true })
  expect(dry.response.userIds).toEqual([userId])
  await client.deactivateUsersByIds([userId])
  expect(await refused(logIn())).toBe(423)
})

test('It changes and takes away a registration', async () => {
  const registration = { applicationId: store, timezone: 'Europe/Vienna' }
  await client.patchRegistration(userId, { registration })
  await client.updateRegistration(userId, { registration })
  const shown = await client.retrieveRegistration(userId, store)
  expect(shown.response.registration?.timezone).toBe('Europe/Vienna')
  await client.deleteRegistration(userId, store)
  expect((await logIn()).statusCode).toBe(202)
})

test('It locks an account with a user action, modifies it and cancels it', async () => {
  const id = freshId(5)
  const userAction: UserActionRequest['userAction'] = {
    name: 'Suspension',
    temporal: true,
    preventLogin: true,
  }
  await client.createUserAction(id, { userAction })
  const expiry = clock.now() + 60_000
  const facts = { actioneeUserId: userId, actionerUserId: userId, userActionId: id, expiry }
  const taken = await client.actionUser({ action: facts })
  const actionId = taken.response.action?.id ?? ''
  expect(await refused(logIn())).toBe(409)
  expect((await client.retrieveActionsPreventingLogin(userId)).response.actions?.length).toBe(1)
  await client.modifyAction(actionId, { action: { actionerUserId: userId, expiry: expiry + 1 } })
  await client.cancelAction(actionId, { action: { actionerUserId: userId } })
  expect((await logIn()).statusCode).toBe(200)
  expect((await client.retrieveAction(actionId)).response.action?.name).toBe('Suspension')
  await client.deactivateUserAction(id)
  await client.reactivateUserAction(id)
  await client.deleteUserAction(id)
  expect(await refused(client.retrieveUserAction(id))).toBe(404)
})

test('It changes a forgotten password', async () => {
  const { response } = await client.forgotPassword({ loginId, sendForgotPasswordEmail: false })
  const id = response.changePasswordId ?? ''
  const owner = await client.retrieveUserByChangePasswordId(id)
  expect(owner.response.user?.id).toBe(userId)
  await client.checkChangePasswordUsingId(id)
  const changed = await client.changePassword(id, { password: 'coffee for two' })
  expect(changed.response.oneTimePassword).toMatch(/^.{20,}$/)
  expect((await logIn('coffee for two')).statusCode).toBe(200)
})

test('It verifies an address and a registration', async () => {
  const email = await client.generateEmailVerificationId(loginId)
  await client.verifyEmailAddress({ verificationId: email.response.verificationId ?? '' })
  await client.verifyEmailAddressByUserId({ userId })
  expect(await refused(client.verifyEmailAddressByUserId({ userId: freshId(9) }))).toBe(404)
  const again = await client.resendRegistrationVerification(loginId, store)
  await client.verifyUserRegistration({ verificationId: again.response.verificationId ?? '' })
})

test('It pings a login', async () => {
  expect((await client.loginPing(userId, store, '127.0.0.1')).statusCode).toBe(200)
  const body = await client.loginPingWithRequest({ userId, applicationId: store })
  expect(body.response.user?.id).toBe(userId)
})

test('It reads and writes the system configuration', async () => {
  const changes = { systemConfiguration: { reportTimezone: 'Europe/Vienna' } }
  await client.patchSystemConfiguration(changes)
  await client.updateSystemConfiguration(changes)
  const { systemConfiguration } = (await client.retrieveSystemConfiguration()).response
  expect(systemConfiguration?.reportTimezone).toBe('Europe/Vienna')
})
