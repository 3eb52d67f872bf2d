import type { ApplicationOAuthScope, FusionAuthClient } from '@fusionauth/typescript-client'
import { decodeJwt } from 'jose'
import { describe, test } from 'vitest'
import { fieldsOf } from '../fusionauth/support/lab.ts'
import { openBrowser } from '../outside/support/browser.ts'
import { type Contract, ids } from './support/contract.ts'

type Scope = Partial<ApplicationOAuthScope>

/** What a call comes to: its status, and its answer where there is one. */
const settled = async <T>(
  call: Promise<{ readonly statusCode: number; readonly response: T }>,
): Promise<{ readonly status: number; readonly response: T | undefined }> => {
  try {
    const { statusCode, response } = await call
    return { status: statusCode, response }
  } catch (failure) {
    const { statusCode } = failure as { readonly statusCode?: number }
    return { status: statusCode ?? 0, response: undefined }
  }
}

/** Custom scopes and the consent to them: part of the contract. A FusionAuth needs a paid plan for both. */
export const scopePoints = (lab: () => Contract): void => {
  describe('Custom scopes', { timeout: 60_000 }, () => {
    const id = '6c6f6769-6e20-4c61-8200-0000000000d1'
    const api = (): FusionAuthClient => lab().client
    const create = (scope: Scope, scopeId = id) =>
      settled(api().createOAuthScope(ids.store, scopeId, { scope }))
    const forget = () => settled(api().deleteOAuthScope(ids.store, id))

    test('what one is when only its name is said, and when another name is given later', async () => {
      const made = await create({ name: 'login-lab:read' })
      const renamed = await settled(
        api().patchOAuthScope(ids.store, id, {
          scope: { name: 'login-lab:write' },
        }),
      )
      const { applicationId, required } = made.response?.scope ?? {}
      await forget()
      lab().settle(
        'custom scope',
        {
          status: made.status,
          applicationId: applicationId ?? null,
          required: required ?? null,
          renamed: [renamed.status, renamed.response?.scope?.name ?? null],
        },
        {
          inferred: {
            status: 200,
            applicationId: ids.store,
            required: false,
            renamed: [200, 'login-lab:read'],
          },
        },
      )
    })

    test('names that are refused', async () => {
      const names = ['openid', 'email', 'idp-link:x', 'two words']
      const statuses: number[] = []
      for (const name of names) statuses.push((await create({ name })).status)
      await forget()
      lab().settle('names of custom scopes', statuses, { inferred: [400, 400, 400, 400] })
    })

    test('the scopes of a new application, and what is ticked at its consent page', async () => {
      const application = await api().retrieveApplication(ids.store)
      const { email } =
        application.response.application?.oauthConfiguration?.providedScopePolicy ?? {}
      const asking = { relationship: 'ThirdParty', consentMode: 'AlwaysPrompt' }
      const change = (oauthConfiguration: object) =>
        settled(api().patchApplication(ids.store, { application: { oauthConfiguration } }))
      const browser = openBrowser()
      await lab().code({}, browser)
      const changed = await change(asking)
      const path = lab().authorizePath({ scope: 'openid email' })
      const shown = await lab().visit(path, browser)
      const page = (await shown.page?.text()) ?? ''
      await change({ relationship: 'FirstParty' })
      const fields = fieldsOf(page)
      lab().settle(
        'consent page',
        {
          policy: email ?? null,
          thirdParty: changed.status,
          openid: fields["scopeConsents['openid']"] ?? null,
          email: fields["scopeConsents['email']"] ?? null,
          isAsked: /scopeConsents\[(?:'|&#39;|&apos;)email/.test(page),
        },
        {
          inferred: {
            policy: { enabled: true, required: false },
            thirdParty: 200,
            openid: 'true',
            email: null,
            isAsked: true,
          },
        },
      )
    })

    test('the claims of an ID token in Compatibility', async () => {
      const handle = (scopeHandlingPolicy: string) =>
        api().patchApplication(ids.store, {
          application: { oauthConfiguration: { scopeHandlingPolicy } as object },
        })
      await handle('Compatibility')
      const { id_token: idToken } = await lab().loggedIn({ scope: 'openid profile' })
      await handle('Strict')
      const { email_verified: verified, given_name: name } = decodeJwt(String(idToken))
      const observed = { verified: typeof verified, name: typeof name }
      lab().settle('ID token in Compatibility', observed, {
        documented: { verified: 'boolean' },
        inferred: { verified: 'boolean', name: 'undefined' },
      })
    })
  })
}
