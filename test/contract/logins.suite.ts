import { describe, test } from 'vitest'
import { fieldsOf } from '../fusionauth/support/lab.ts'
import { type Browser, openBrowser } from '../outside/support/browser.ts'
import { type Contract, ids } from './support/contract.ts'

const other = { loginId: 'contract.login@example.com', password: 'other-of-the-contract' }

/** An unsigned request object (OpenID Connect Core §6.1). */
const unsigned = (claims: object): string =>
  [{ alg: 'none' }, claims].map((part) => btoa(JSON.stringify(part))).join('.') + '.'

/** Logins on the hosted pages: part of the contract. */
export const loginPoints = (lab: () => Contract): void => {
  describe('A login on the hosted pages', { timeout: 60_000 }, () => {
    const at = (path: string): URL => new URL(path, lab().origin)
    const store = `/api/application/${ids.store}`
    const path = `/api/user/${ids.other}`
    const outcome = ({ searchParams: query }: URL): string =>
      query.get('error') ?? (query.has('code') ? 'code' : 'neither')

    /** What a request comes to that may show no page. */
    const silently = async (browser: Browser, fields = {}): Promise<string> =>
      outcome((await lab().visit(lab().authorizePath({ prompt: 'none', ...fields }), browser)).url)

    /** A second user for as long as a point takes. */
    const withUser = async <T>(registration: object | null, ask: () => Promise<T>): Promise<T> => {
      const user = { email: other.loginId, password: other.password }
      await (registration === null
        ? lab().api('POST', path, { body: { user } })
        : lab().api('POST', `/api/user/registration/${ids.other}`, {
            body: { user, registration },
          }))
      try {
        return await ask()
      } finally {
        await lab().api('DELETE', `${path}?hardDelete=true`)
      }
    }

    test('`id_token_hint` of the user who is signed in, and of another', async () => {
      const observed = await withUser({ applicationId: ids.store }, async () => {
        const elsewhere = await openBrowser().logIn(at(lab().authorizePath()), other)
        const code = elsewhere.searchParams.get('code') ?? ''
        const { body: theirs } = await lab().redeem(code)
        const browser = openBrowser()
        const { body: own } = await lab().redeem(await lab().code({}, browser))
        return {
          own: await silently(browser, { id_token_hint: String(own['id_token']) }),
          other: await silently(browser, { id_token_hint: String(theirs['id_token']) }),
        }
      })
      lab().settle('id_token_hint at a login', observed, {
        inferred: { own: 'code', other: 'login_required' },
      })
    })

    test('`request`, `request_uri`, and a redirect address in a request object only', async () => {
      const browser = openBrowser()
      await lab().code({}, browser)
      const request = unsigned({ client_id: ids.store, redirect_uri: lab().redirectUri })
      const { pathname, search } = at(lab().authorizePath({ prompt: 'none', request }))
      const query = new URLSearchParams(search)
      query.delete('redirect_uri')
      const without = await lab().visit(`${pathname}?${query.toString()}`, browser)
      lab().settle(
        'request object',
        {
          request: await silently(browser, { request }),
          requestUri: await silently(browser, { request_uri: 'https://example.com/request' }),
          redirectUri: without.page?.status ?? outcome(without.url),
        },
        { inferred: { request: 'code', requestUri: 'code', redirectUri: 400 } },
      )
    })

    test('with which answer of a login single sign-on begins', async () => {
      const begins = (response: Response): boolean =>
        response.headers
          .getSetCookie()
          .some(
            (line) => line.startsWith('fusionauth.sso=') && !line.startsWith('fusionauth.sso=;'),
          )
      const fields = { ...lab().userCredentials, scope: 'openid', rememberDevice: 'true' }
      const hops = [await lab().submit(fields)]
      const cookies = new Map<string, string>()
      for (;;) {
        const last = hops.at(-1)
        for (const line of last?.headers.getSetCookie() ?? []) {
          const [, name = '', value = ''] = /^([^=]*)=([^;]*)/.exec(line) ?? []
          cookies.set(name, value)
        }
        const next = new URL(last?.headers.get('location') ?? 'none:', lab().origin)
        if (next.origin !== lab().origin || hops.length > 5) break
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
        hops.push(await fetch(next, { headers: { cookie }, redirect: 'manual' }))
      }
      lab().settle(
        'beginning of single sign-on',
        hops.map((hop) => `${hop.status}${begins(hop) ? ' with the cookie' : ''}`),
        { inferred: ['302', '302 with the cookie'] },
      )
    })

    test('how a user who is not registered is kept from an application that demands it', async () => {
      const demand = (requireRegistration: boolean) =>
        lab().api('PATCH', store, {
          body: { application: { oauthConfiguration: { requireRegistration } } },
        })
      await demand(true)
      const observed = await withUser(null, async () => {
        const browser = openBrowser()
        const shown = await lab().visit(lab().authorizePath(), browser)
        const fields = { ...fieldsOf((await shown.page?.text()) ?? ''), ...other }
        const { status } = await lab().submit({ ...other, scope: 'openid' })
        const { page } = await browser.send(at('/oauth2/authorize'), fields)
        return { status, ends: page === undefined ? 'at the application' : `page ${page.status}` }
      })
      await demand(false)
      lab().settle('required action', observed, { inferred: { status: 302, ends: 'page 200' } })
    })

    test('where a change of the password leads, and what becomes of single sign-on', async () => {
      const observed = await withUser({ applicationId: ids.store }, async () => {
        const browser = openBrowser()
        await browser.logIn(at(lab().authorizePath()), other)
        const before = await silently(browser)
        await lab().api('PATCH', path, { body: { user: { passwordChangeRequired: true } } })
        const shown = await lab().visit(lab().authorizePath({ prompt: 'login' }), browser)
        const login = { ...fieldsOf((await shown.page?.text()) ?? ''), ...other }
        const hop = await browser.send(at('/oauth2/authorize'), login)
        const password = 'changed-of-the-contract'
        const typed = { password, passwordConfirm: password }
        const form = { ...fieldsOf((await hop.page?.text()) ?? ''), ...typed }
        const after = hop.page === undefined ? hop : await browser.send(hop.url, form)
        return {
          before,
          page: hop.page?.status ?? 'none',
          leads: outcome(after.url),
          after: await silently(browser),
        }
      })
      lab().settle('change of the password at a login', observed, {
        inferred: { before: 'code', page: 200, leads: 'code', after: 'login_required' },
      })
    })

    test('a logout of all applications of which none says an address', async () => {
      const applications = [ids.store, ids.forums]
      const { response } = await lab().client.retrieveApplication(ids.store)
      const { logoutURL: before } = response.application?.oauthConfiguration ?? {}
      const { response: second } = await lab().client.retrieveApplication(ids.forums)
      const { logoutURL: secondBefore } = second.application?.oauthConfiguration ?? {}
      const say = async (addresses: readonly (string | null | undefined)[]) => {
        for (const [index, id] of applications.entries()) {
          const oauthConfiguration = {
            logoutBehavior: 'AllApplications',
            logoutURL: addresses[index] ?? null,
          }
          const body = { application: { oauthConfiguration } }
          await lab().api('PATCH', `/api/application/${id}`, { body })
        }
      }
      await say([])
      const { status } = await lab().get(`/oauth2/logout?client_id=${ids.store}`)
      await say([before, secondBefore])
      lab().settle('logout that nobody hears of', status, { inferred: 302 })
    })
  })
}
