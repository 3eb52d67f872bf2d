import { describe, test } from 'vitest'
import { openBrowser } from '../outside/support/browser.ts'
import { type Contract, ids } from './support/contract.ts'
import { text } from './support/read.ts'

/** What the hosted pages answer, and single sign-on: part of the contract. */
export const hostedPoints = (lab: () => Contract): void => {
  describe('Hosted pages', { timeout: 60_000 }, () => {
    test('§12.8: the status of a refused login', async () => {
      const response = await lab().submit({
        ...lab().userCredentials,
        password: 'not the password',
      })
      const html = await response.text()
      lab().settle(
        '§12.8 refused login',
        {
          status: response.status,
          form: html.includes('name="password"'),
        },
        { inferred: { status: 200, form: true } },
      )
    })

    test('§12.8: an authorization request that nobody may be sent back with', async () => {
      const strange = await lab().get(
        lab().authorizePath({ redirect_uri: 'https://evil.example/' }),
      )
      const nobody = await lab().get(lab().authorizePath({ client_id: ids.user }))
      // The page on Authorize says 400, and others measured 200: see the reports of the stand-in.
      lab().settle('§12.8 no way back', [strange.status, nobody.status], { inferred: [400, 400] })
    })

    test('§12.7: `tenantId` may be left out at authorize and at logout', async () => {
      const callback = await openBrowser().logIn(
        new URL(lab().authorizePath(), lab().origin),
        lab().userCredentials,
      )
      const out = await lab().get(`/oauth2/logout?client_id=${ids.store}`)
      lab().settle(
        '§12.7 tenantId',
        {
          code: callback.searchParams.has('code'),
          logout: out.status < 400,
        },
        { inferred: { code: true, logout: true } },
      )
    })

    test('§12.3: what logout answers, and what it does to tokens and to single sign-on', async () => {
      const browser = openBrowser()
      const { body } = await lab().redeem(await lab().code({}, browser))
      const query = new URLSearchParams({
        client_id: ids.store,
        post_logout_redirect_uri: lab().afterLogout,
      })
      const out = await lab().visit(`/oauth2/logout?${query.toString()}`, browser)
      const silent = await lab().visit(lab().authorizePath({ prompt: 'none' }), browser)
      const refresh = await lab().refresh(text(body['refresh_token']))
      lab().settle(
        '§12.3 logout',
        {
          answer: out.page === undefined ? 'redirect' : `page ${out.page.status}`,
          singleSignOn: silent.url.searchParams.get('error') ?? 'lives on',
          refreshToken: refresh.status === 200 ? 'lives on' : 'revoked',
        },
        {
          documented: { singleSignOn: 'login_required' },
          inferred: {
            answer: 'page 200',
            singleSignOn: 'login_required',
            refreshToken: 'lives on',
          },
        },
      )
    })

    test('§12.10: whether a use gives single sign-on its whole life again', async () => {
      const life = 6
      await lab().tenantWith({ httpSessionMaxInactiveInterval: life })
      try {
        const browser = openBrowser()
        await lab().code({}, browser)
        const silently = async (): Promise<string> => {
          const { url } = await lab().visit(lab().authorizePath({ prompt: 'none' }), browser)
          return url.searchParams.get('error') ?? 'signed in'
        }
        await lab().pass(life - 2)
        const used = await silently()
        await lab().pass(life - 2)
        const afterUse = await silently()
        await lab().pass(life + 1)
        const afterRest = await silently()
        lab().settle(
          '§12.10 sliding',
          { used, afterUse, afterRest },
          {
            documented: { used: 'signed in', afterRest: 'login_required' },
            inferred: { used: 'signed in', afterUse: 'signed in', afterRest: 'login_required' },
          },
        )
      } finally {
        await lab().tenantWith({ httpSessionMaxInactiveInterval: 3600 })
      }
    })
  })
}
