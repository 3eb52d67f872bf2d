import { describe, test } from 'vitest'
import { type Contract, ids } from './support/contract.ts'
import { codesOf, text } from './support/read.ts'

const user = {
  email: 'contract.other@example.com',
  password: 'other-of-the-contract',
  firstName: 'Contrary',
  fullName: 'Contrary Otherwise',
}
const day = 86_400_000

/** Accounts, and what stands in the way of a login by the Login API: part of the contract. */
export const userPoints = (lab: () => Contract): void => {
  describe('Accounts', { timeout: 60_000 }, () => {
    const path = `/api/user/${ids.other}`
    const forget = () => lab().api('DELETE', `${path}?hardDelete=true`)

    /** A second user, registered with the Store, for as long as a point takes. */
    const withUser = async <T>(fields: object, ask: () => Promise<T>): Promise<T> => {
      const body = {
        user: { ...user, ...fields },
        registration: { applicationId: ids.store },
        sendSetPasswordEmail: false,
      }
      await lab().api('POST', `/api/user/registration/${ids.other}`, { body })
      try {
        return await ask()
      } finally {
        await forget()
      }
    }

    const login = (password = user.password) =>
      lab().api('POST', '/api/login', {
        body: { loginId: user.email, password, applicationId: ids.store },
      })

    test('a text by which users are looked for', async () => {
      const found = async (queryString: string): Promise<unknown> => {
        const body = { search: { queryString } }
        return (await lab().api('POST', '/api/user/search', { body })).body['total'] ?? null
      }
      const observed = await withUser({}, async () => ({
        part: await found('ther@example'),
        otherCase: await found('CONTRARY'),
        star: await found('contr*wise'),
        none: await found('contr.*wise'),
      }))
      lab().settle('text of a user search', observed, {
        inferred: { part: 1, otherCase: 1, star: 1, none: 0 },
      })
    })

    test('the codes of a password that breaks the rules', async () => {
      const rules = {
        minLength: 8,
        maxLength: 20,
        requireMixedCase: true,
        requireNonAlpha: true,
        requireNumber: true,
      }
      await lab().tenantWith({ passwordValidationRules: rules })
      const refuse = async (password: string) =>
        codesOf(await lab().api('POST', path, { body: { user: { ...user, password } } }))
      const [short, long] = [await refuse('a'), await refuse('a'.repeat(21))]
      await lab().tenantWith({
        passwordValidationRules: {
          ...rules,
          maxLength: 256,
          requireMixedCase: false,
          requireNonAlpha: false,
          requireNumber: false,
        },
      })
      const rest = [
        '[onlyAlpha]user.password',
        '[requireNumber]user.password',
        '[singleCase]user.password',
      ]
      lab().settle(
        'codes of a password',
        { short, long },
        {
          inferred: {
            short: [400, ...rest, '[tooShort]user.password'],
            long: [400, ...rest, '[tooLong]user.password'],
          },
        },
      )
    })

    test('how many days a month and a year are for which an account is locked', async () => {
      const action = `/api/user-action/${ids.made}`
      const userAction = { name: 'Login Lab contract', temporal: true, preventLogin: true }
      await lab().api('POST', action, { body: { userAction } })
      const daysOf = (actionDurationUnit: string) =>
        withUser({}, async () => {
          await lab().tenantWith({
            failedAuthenticationConfiguration: {
              actionDuration: 1,
              actionDurationUnit,
              tooManyAttempts: 1,
              userActionId: ids.made,
            },
          })
          await login('not the password')
          const { body } = await lab().api('GET', `/api/user/action?userId=${ids.other}`)
          const [taken] = (body['actions'] ?? []) as readonly { readonly expiry?: number }[]
          return taken?.expiry === undefined ? null : Math.round((taken.expiry - lab().now()) / day)
        })
      const observed = { month: await daysOf('MONTHS'), year: await daysOf('YEARS') }
      await lab().tenantWith({
        failedAuthenticationConfiguration: { tooManyAttempts: 5, userActionId: null },
      })
      await lab().api('DELETE', `${action}?hardDelete=true`)
      lab().settle('a month and a year', observed, { inferred: { month: 30, year: 365 } })
    })

    test('whether a second factor is asked for before a due change of the password', async () => {
      const twoFactor = {
        methods: [{ method: 'authenticator', secret: btoa('twenty bytes of ours') }],
      }
      const fields = { twoFactor, passwordChangeRequired: true }
      const { status } = await withUser(fields, () => login())
      lab().settle('second factor and change of the password', status, { inferred: 242 })
    })

    test('when the Login API says that an address is not verified', async () => {
      const template = `/api/email/template/${ids.made}`
      const emailTemplate = {
        name: 'Login Lab contract',
        defaultSubject: 'Contract',
        defaultHtmlTemplate: 'Contract',
        defaultTextTemplate: 'Contract',
        fromEmail: 'contract@example.com',
      }
      await lab().api('POST', template, { body: { emailTemplate } })
      const statusWhen = async (behavior: string): Promise<number> => {
        await lab().tenantWith({
          emailConfiguration: {
            verifyEmail: true,
            verificationEmailTemplateId: ids.made,
            unverified: { behavior },
          },
        })
        return withUser({ verified: false }, async () => (await login()).status)
      }
      const observed = { gated: await statusWhen('Gated'), allow: await statusWhen('Allow') }
      await lab().tenantWith({
        emailConfiguration: { verifyEmail: false, verificationEmailTemplateId: null },
      })
      await lab().api('DELETE', template)
      lab().settle('address that is not verified', observed, {
        inferred: { gated: 212, allow: 200 },
      })
    })

    test('whether a lock ends the sessions of an account, by what `onLoginPrevented` says', async () => {
      const refreshed = async (onLoginPrevented: boolean) => {
        const refreshTokenRevocationPolicy = { onLoginPrevented }
        await lab().tenantWith({ jwtConfiguration: { refreshTokenRevocationPolicy } })
        return withUser({}, async () => {
          const { body } = await login()
          await lab().api('DELETE', path)
          await lab().api('PUT', `${path}?reactivate=true`)
          const refreshToken = text(body['refreshToken'])
          return (await lab().api('POST', '/api/jwt/refresh', { body: { refreshToken } })).status
        })
      }
      const observed = { no: await refreshed(false), yes: await refreshed(true) }
      lab().settle('sessions of a locked account', observed, { inferred: { no: 200, yes: 400 } })
    })

    test('how a refresh is refused where the application allows none by this API', async () => {
      const allow = (allowTokenRefresh: boolean) =>
        lab().api('PATCH', `/api/application/${ids.store}`, {
          body: { application: { loginConfiguration: { allowTokenRefresh } } },
        })
      const refused = await withUser({}, async () => {
        const { body } = await login()
        await allow(false)
        const refreshToken = text(body['refreshToken'])
        return codesOf(await lab().api('POST', '/api/jwt/refresh', { body: { refreshToken } }))
      })
      await allow(true)
      lab().settle('refresh that is not allowed', refused, {
        inferred: [400, '[TokenRefreshDisabled]'],
      })
    })
  })
}
