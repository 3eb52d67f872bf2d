import { describe, expect, test } from 'vitest'
import { forums, loginId, openLab, password, store, userId } from '../support/lab.ts'
import { bodyOf, codesOf, freshId, lives, login, refreshTokenOf } from './support.ts'

const lock = freshId(1)
const userAction = { name: 'Suspension', temporal: true, preventLogin: true }

const open = async (changes: Parameters<typeof openLab>[0] = {}) => {
  const lab = openLab(changes)
  await lab.call('POST', `/api/user-action/${lock}`, { userAction })
  return lab
}

type Lab = Awaited<ReturnType<typeof open>>

const act = async (lab: Lab, changes: object = {}) => {
  const expiry = lab.clock.now() + 60_000
  const action = { actioneeUserId: userId, actionerUserId: userId, userActionId: lock, expiry }
  return lab.call('POST', '/api/user/action', { action: { ...action, ...changes } })
}

const idOf = (response: Awaited<ReturnType<typeof act>>) =>
  bodyOf<{ action: { id: string } }>(response).action.id

describe('An action that prevents the login', () => {
  test('is answered with 409, and the login says which', async () => {
    const lab = await open()
    const actionId = idOf(await act(lab))
    const response = await login(lab)
    expect(response.status).toBe(409)
    expect(bodyOf(response)).toMatchObject({
      actions: [{ actionId, actionerUserId: userId, name: 'Suspension' }],
    })
  })

  test('tells nothing to somebody who does not know the password', async () => {
    const lab = await open()
    await act(lab)
    expect(codesOf(await login(lab, { password: 'wrong' }))).toEqual([404])
  })

  test('ends by itself', async () => {
    const lab = await open()
    await act(lab)
    lab.clock.advance(60)
    expect((await login(lab)).status).toBe(200)
  })

  test('may hold for one application only', async () => {
    const lab = await open()
    await act(lab, { applicationIds: [forums] })
    expect((await login(lab, { applicationId: forums })).status).toBe(409)
    expect((await login(lab, { applicationId: store })).status).toBe(200)
  })

  test('is given another end, and is cancelled', async () => {
    const lab = await open()
    const path = `/api/user/action/${idOf(await act(lab))}`
    const expiry = lab.clock.now() + 600_000
    await lab.call('PUT', path, { action: { actionerUserId: userId, expiry, comment: 'longer' } })
    lab.clock.advance(60)
    expect((await login(lab)).status).toBe(409)
    const cancelled = await lab.call('DELETE', path, { action: { actionerUserId: userId } })
    expect(bodyOf(cancelled)).toMatchObject({
      action: { comment: 'longer', history: { historyItems: [{ comment: 'longer' }, {}] } },
    })
    expect((await login(lab)).status).toBe(200)
  })

  test('by default ends the refresh tokens of the user (onLoginPrevented)', async () => {
    const lab = await open()
    const token = await refreshTokenOf(lab)
    await act(lab)
    expect(await lives(lab, token)).toBe(false)
  })

  test('leaves them where the tenant says so', async () => {
    const lab = await open({
      tenant: { jwtConfiguration: { refreshTokenRevocationPolicy: { onLoginPrevented: false } } },
    })
    const token = await refreshTokenOf(lab)
    await act(lab)
    expect(await lives(lab, token)).toBe(true)
  })

  test('may last for ever', async () => {
    const lab = await open()
    await act(lab, { expiry: 9_223_372_036_854_776_000 })
    lab.clock.advance(1e9)
    expect((await login(lab)).status).toBe(409)
  })

  test('is listed as active and as preventing', async () => {
    const lab = await open()
    const id = idOf(await act(lab))
    const list = async (query: string) =>
      bodyOf<{ actions: { id: string }[] }>(
        await lab.call('GET', `/api/user/action?userId=${userId}${query}`),
      ).actions.map((one) => one.id)
    expect(await list('&active=true')).toEqual([id])
    expect(await list('&preventingLogin=true')).toEqual([id])
    expect(await list('&active=false')).toEqual([])
    lab.clock.advance(60)
    expect(await list('&active=false')).toEqual([id])
    expect(await list('&preventingLogin=true')).toEqual([])
  })

  test.each([
    ['without an end', { expiry: undefined }, '[blank]action.expiry'],
    ['that is over already', { expiry: 1 }, '[invalid]action.expiry'],
    ['on nobody', { actioneeUserId: freshId(9) }, '[invalid]action.actioneeUserId'],
    ['by nobody', { actionerUserId: undefined }, '[blank]action.actionerUserId'],
    ['of no kind', { userActionId: freshId(9) }, '[invalid]action.userActionId'],
    ['with an option that it lacks', { option: 'none' }, '[invalid]action.option'],
    [
      'at an unknown application',
      { applicationIds: [freshId(9)] },
      '[invalid]action.applicationIds',
    ],
  ])('An action %s is refused', async (_, changes, code) => {
    expect(codesOf(await act(await open(), changes))).toEqual([400, code])
  })

  test('A kind that prevents the login has to have an end', async () => {
    const response = await openLab().call('POST', '/api/user-action', {
      userAction: { ...userAction, temporal: false },
    })
    expect(codesOf(response)).toEqual([400, '[invalid]userAction.preventLogin'])
  })
})

describe('Too many wrong passwords', () => {
  const failing = (onPasswordReset = false) => ({
    tenant: {
      failedAuthenticationConfiguration: {
        actionCancelPolicy: { onPasswordReset },
        actionDuration: 3,
        actionDurationUnit: 'MINUTES' as const,
        resetCountInSeconds: 60,
        tooManyAttempts: 3,
        userActionId: lock,
      },
    },
  })
  const fail = async (lab: Lab, times: number) => {
    for (let n = 0; n < times; n++) await login(lab, { password: 'wrong' })
  }

  test('lock the account for a while', async () => {
    const lab = await open(failing())
    await fail(lab, 3)
    expect((await login(lab)).status).toBe(409)
    lab.clock.advance(180)
    expect((await login(lab)).status).toBe(200)
  })

  test('count at every door', async () => {
    const lab = await open(failing())
    await fail(lab, 2)
    await lab.tokenRequest({
      grant_type: 'password',
      username: loginId,
      password: 'wrong',
      client_id: store,
      client_secret: 'the secret of the store',
    })
    expect((await login(lab)).status).toBe(409)
  })

  test('are forgotten after a while, and by a right one', async () => {
    const lab = await open(failing())
    await fail(lab, 2)
    lab.clock.advance(60)
    await fail(lab, 2)
    expect((await login(lab)).status).toBe(200)
    await fail(lab, 2)
    expect((await login(lab)).status).toBe(200)
  })

  test('do nothing where no action is named', async () => {
    const lab = await open()
    await fail(lab, 20)
    expect((await login(lab)).status).toBe(200)
  })

  test.each([
    [true, 200],
    [false, 409],
  ])('A new password lifts the lock when onPasswordReset is %s', async (lifts, status) => {
    const lab = await open(failing(lifts))
    await fail(lab, 3)
    const { changePasswordId } = bodyOf<{ changePasswordId: string }>(
      await lab.call('POST', '/api/user/forgot-password', { loginId }),
    )
    await lab.call('POST', `/api/user/change-password/${changePasswordId}`, { password })
    expect((await login(lab)).status).toBe(status)
  })
})
