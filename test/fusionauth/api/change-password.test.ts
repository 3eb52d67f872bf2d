import { describe, expect, test } from 'vitest'
import { fetchTokens, loginId, openLab, password, refresh, userId } from '../support/lab.ts'
import { bodyOf, codesOf, lives, login, refreshTokenOf } from './support.ts'

const another = 'coffee for two'

const forgotten = async (lab: ReturnType<typeof openLab>) =>
  bodyOf<{ changePasswordId: string }>(
    await lab.call('POST', '/api/user/forgot-password', { loginId }),
  ).changePasswordId

describe('With an id', () => {
  test('A forgotten password is set anew without the old one, and without an API key', async () => {
    const lab = openLab()
    const path = `/api/user/change-password/${await forgotten(lab)}`
    expect((await lab.call('POST', path, { password: another }, [])).status).toBe(200)
    expect((await login(lab)).status).toBe(404)
    expect((await login(lab, { password: another })).status).toBe(200)
  })

  test('The id works once', async () => {
    const lab = openLab()
    const path = `/api/user/change-password/${await forgotten(lab)}`
    await lab.call('POST', path, { password: another }, [])
    expect(codesOf(await lab.call('POST', path, { password }, []))).toEqual([404])
  })

  test('The id runs out after ten minutes', async () => {
    const lab = openLab()
    const path = `/api/user/change-password/${await forgotten(lab)}`
    lab.clock.advance(599)
    expect((await lab.call('GET', path, undefined, [])).status).toBe(200)
    lab.clock.advance(1)
    expect((await lab.call('GET', path, undefined, [])).status).toBe(404)
    expect((await lab.call('POST', path, { password: another }, [])).status).toBe(404)
  })

  test('The id that a login told lifts the duty to change', async () => {
    const lab = openLab({ user: { passwordChangeRequired: true } })
    const { changePasswordId } = bodyOf<{ changePasswordId: string }>(await login(lab))
    await lab.call('POST', `/api/user/change-password/${changePasswordId}`, { password: another })
    expect((await login(lab, { password: another })).status).toBe(200)
  })

  test('A password against the rules is refused, and the id stays good', async () => {
    const lab = openLab()
    const path = `/api/user/change-password/${await forgotten(lab)}`
    expect(codesOf(await lab.call('POST', path, { password: 'short' }))).toEqual([
      400,
      '[tooShort]password',
    ])
    expect((await lab.call('POST', path, { password: another })).status).toBe(200)
  })

  test('The one-time password that comes back logs in once, for a minute', async () => {
    const lab = openLab()
    const change = async (next: string) =>
      bodyOf<{ oneTimePassword: string }>(
        await lab.call('POST', `/api/user/change-password/${await forgotten(lab)}`, {
          password: next,
        }),
      )
    const { oneTimePassword } = await change(another)
    const once = { oneTimePassword, loginId: undefined, password: undefined }
    expect((await login(lab, once)).status).toBe(200)
    expect((await login(lab, once)).status).toBe(404)
    const late = await change(password)
    lab.clock.advance(60)
    expect((await login(lab, late)).status).toBe(404)
  })
})

describe('With the old password', () => {
  const path = '/api/user/change-password'

  test('An API key is needed', async () => {
    const body = { loginId, currentPassword: password, password: another }
    const lab = openLab()
    expect(codesOf(await lab.call('POST', path, body, []))).toEqual([401])
    const response = await lab.call('POST', path, body)
    expect([response.status, response.body]).toEqual([200, ''])
    expect((await login(lab, { password: another })).status).toBe(200)
  })

  test('A wrong one is answered with 400', async () => {
    const body = { loginId, currentPassword: 'wrong', password: another }
    expect(codesOf(await openLab().call('POST', path, body))).toEqual([
      400,
      '[invalid]currentPassword',
    ])
  })

  test('Blanks are named', async () => {
    expect(codesOf(await openLab().call('POST', path, { password: another }))).toEqual([
      400,
      '[blank]loginId',
      '[blank]currentPassword',
    ])
  })
})

describe('onPasswordChanged', () => {
  const ways: readonly (readonly [
    string,
    (lab: ReturnType<typeof openLab>) => Promise<unknown>,
  ])[] = [
    [
      'a change with an id',
      async (lab) =>
        lab.call('POST', `/api/user/change-password/${await forgotten(lab)}`, {
          password: another,
        }),
    ],
    [
      'a patch of the user',
      (lab) => lab.call('PATCH', `/api/user/${userId}`, { user: { password: another } }),
    ],
  ]

  test.each(ways)(
    'By default %s ends all refresh tokens and the SSO session',
    async (_, change) => {
      const lab = openLab()
      const token = await refreshTokenOf(lab)
      const tokens = await fetchTokens(lab)
      expect(lab.standIn.memory.ssoSessions.rows.size).toBe(1)
      await change(lab)
      expect(await lives(lab, token)).toBe(false)
      expect((await refresh(lab, tokens.refresh_token)).status).toBe(400)
      expect(lab.standIn.memory.ssoSessions.rows.size).toBe(0)
    },
  )

  test.each(ways)('Switched off, %s ends nothing', async (_, change) => {
    const lab = openLab({
      tenant: { jwtConfiguration: { refreshTokenRevocationPolicy: { onPasswordChanged: false } } },
    })
    const token = await refreshTokenOf(lab)
    await change(lab)
    expect(await lives(lab, token)).toBe(true)
  })
})

test.each([
  ['requireMixedCase', 'all small letters', '[singleCase]user.password'],
  ['requireNonAlpha', 'OnlyLetters', '[onlyAlpha]user.password'],
  ['requireNumber', 'no number here', '[requireNumber]user.password'],
])('The rule %s holds for new users', async (rule, typed, code) => {
  const lab = openLab({ tenant: { passwordValidationRules: { [rule]: true } } })
  const user = { email: 'eve@example.com', password: typed }
  expect(codesOf(await lab.call('POST', '/api/user', { user }))).toEqual([400, code])
})
