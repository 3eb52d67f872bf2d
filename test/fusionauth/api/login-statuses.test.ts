import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import { forums, openLab, store, userId } from '../support/lab.ts'
import { bodyOf, codesOf, freshId, login } from './support.ts'

const gated = (strategy: 'ClickableLink' | 'FormField') => ({
  tenant: {
    emailConfiguration: {
      verifyEmail: true,
      verificationStrategy: strategy,
      unverified: { behavior: 'Gated' as const },
    },
  },
  user: { verified: false },
})

describe('212: an address that is not verified', () => {
  test('The user comes without a token', async () => {
    const response = await login(openLab(gated('ClickableLink')))
    expect(response.status).toBe(212)
    expect(Object.keys(bodyOf<object>(response))).toEqual(['user'])
  })

  test('A form that asks for the id gets it, and can verify with it once', async () => {
    const lab = openLab(gated('FormField'))
    const { emailVerificationId: verificationId } = bodyOf<{ emailVerificationId: string }>(
      await login(lab),
    )
    const verify = () => lab.call('POST', '/api/user/verify-email', { verificationId }, [])
    expect((await verify()).status).toBe(200)
    expect((await login(lab)).status).toBe(200)
    expect((await verify()).status).toBe(404)
  })

  test('The id runs out', async () => {
    const lab = openLab(gated('FormField'))
    const { emailVerificationId: verificationId } = bodyOf<{ emailVerificationId: string }>(
      await login(lab),
    )
    lab.clock.advance(86_400)
    const late = await lab.call('POST', '/api/user/verify-email', { verificationId }, [])
    expect(late.status).toBe(404)
  })

  test('Where that is allowed, the user logs in all the same', async () => {
    const tenant = { emailConfiguration: { verifyEmail: true } }
    expect((await login(openLab({ tenant, user: { verified: false } }))).status).toBe(200)
  })

  test('A new user is unverified where addresses are verified, unless that is skipped', async () => {
    const lab = openLab(gated('ClickableLink'))
    const make = async (email: string, skipVerification: boolean) => {
      const user = { email, password: 'eve-of-old' }
      const body = { user, skipVerification }
      return bodyOf<{ user: { verified: boolean } }>(await lab.call('POST', '/api/user', body)).user
    }
    expect((await make('eve@example.com', false)).verified).toBe(false)
    expect((await make('fay@example.com', true)).verified).toBe(true)
  })
})

describe('213: a registration that is not verified', () => {
  test('The id that a form gets verifies the registration', async () => {
    const lab = openLab()
    await lab.call('PATCH', `/api/application/${forums}`, {
      application: {
        verifyRegistration: true,
        verificationEmailTemplateId: forums,
        verificationStrategy: 'FormField',
        unverified: { behavior: 'Gated' },
      },
    })
    await lab.call('POST', `/api/user/registration/${userId}`, {
      registration: { applicationId: forums },
    })
    const response = await login(lab, { applicationId: forums })
    expect(response.status).toBe(213)
    const { registrationVerificationId: verificationId } = bodyOf<{
      registrationVerificationId: string
    }>(response)
    const mixedUp = await lab.call('POST', '/api/user/verify-email', { verificationId }, [])
    expect(mixedUp.status).toBe(404)
    await lab.call('POST', '/api/user/verify-registration', { verificationId }, [])
    expect((await login(lab, { applicationId: forums })).status).toBe(200)
    expect((await login(lab, { applicationId: store })).status).toBe(200)
  })
})

describe('203: a password that has to be changed', () => {
  test.each([
    ['Administrative', { user: { passwordChangeRequired: true } }, 0],
    ['Expired', { tenant: { maximumPasswordAge: { enabled: true, days: 30 } } }, 30 * 86_400],
    [
      'Validation',
      { tenant: { passwordValidationRules: { minLength: 20, validateOnLogin: true } } },
      0,
    ],
  ] as const)('The reason %s is told', async (reason, changes, seconds) => {
    // The seed's password of 11 characters stands from a time when it was long enough.
    const lab = openLab(changes)
    lab.clock.advance(seconds)
    const response = await login(lab)
    expect(response.status).toBe(203)
    expect(bodyOf(response)).toEqual({
      changePasswordId: expect.any(String) as string,
      changePasswordReason: reason,
    })
  })
})

describe('PUT: a ping', () => {
  const path = `/api/login/${userId}/${store}`

  test('notes the login and gives a JWT of the type PING, without a refresh token', async () => {
    const lab = openLab()
    lab.clock.advance(5)
    const response = await lab.call('PUT', path)
    const { token, refreshToken, user } = bodyOf<{
      token: string
      refreshToken?: string
      user: { lastLoginInstant: number }
    }>(response)
    expect(decodeJwt(token)).toMatchObject({ authenticationType: 'PING', aud: store, sub: userId })
    expect([response.status, refreshToken]).toEqual([200, undefined])
    expect(user.lastLoginInstant).toBe(lab.clock.now())
  })

  test('answers 202 when the user is not registered', async () => {
    expect((await openLab().call('PUT', `/api/login/${userId}/${forums}`)).status).toBe(202)
  })

  test('needs the API key', async () => {
    expect(codesOf(await openLab().call('PUT', path, undefined, []))).toEqual([401])
  })

  test('finds nobody who is not there', async () => {
    expect(codesOf(await openLab().call('PUT', `/api/login/${freshId(1)}/${store}`))).toEqual([404])
  })

  test('is refused to a locked user', async () => {
    expect(codesOf(await openLab({ user: { active: false } }).call('PUT', path))).toEqual([423])
  })

  test('takes its facts from the body as well', async () => {
    const lab = openLab()
    expect((await lab.call('PUT', '/api/login', { userId, applicationId: store })).status).toBe(200)
    expect(codesOf(await lab.call('PUT', '/api/login', {}))).toEqual([400, '[blank]userId'])
  })
})
