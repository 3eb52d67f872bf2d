import { fillIn, loginForm, readPage } from '../../../scenarios/engine/page.ts'
import { loginId, password } from './provider.ts'

const hops = 10

/** A browser as small as a test can bear: cookies by name, redirects followed by hand. */
export const openBrowser = () => {
  const jar = new Map<string, string>()

  const load = async (url: URL, body?: URLSearchParams): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: cookie === '' ? {} : { cookie },
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]*)=([^;]*)/.exec(line) ?? []
      if (line.includes('Max-Age=0')) jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }

  /** Where a redirect leads; undefined when the answer is a page. */
  const leads = (response: Response, from: URL): URL | undefined => {
    const location = response.headers.get('location')
    return location === null ? undefined : new URL(location, from)
  }

  /** Follows redirects within the provider and gives the first address outside, or the page. */
  const follow = async (
    url: URL,
    first: Response,
  ): Promise<{ readonly url: URL; readonly page: Response | undefined }> => {
    let at = url
    let response = first
    for (let hop = 0; hop < hops; hop++) {
      const next = leads(response, at)
      if (next === undefined) return { url: at, page: response }
      if (next.origin !== url.origin) return { url: next, page: undefined }
      at = next
      response = await load(at)
    }
    throw new Error(`More than ${hops} redirects from ${url.href}`)
  }

  /** Opens an address; a login form on the way is filled in. Gives the address of the callback. */
  const logIn = async (
    start: URL,
    typed: { readonly loginId?: string; readonly password?: string } = {},
  ): Promise<URL> => {
    const seen = await follow(start, await load(start))
    if (seen.page === undefined) return seen.url
    const html = await seen.page.text()
    const form = loginForm(readPage(seen.url.href, seen.page.status, html, false))
    if (form === undefined) throw new Error(`No login form at ${seen.url.href}: ${html}`)
    const fields = fillIn(form, typed.loginId ?? loginId, typed.password ?? password, true)
    const target = new URL(form.action)
    const after = await follow(target, await load(target, fields))
    if (after.page !== undefined) throw new Error('The login was refused.')
    return after.url
  }

  /** Opens an address without ever filling in a form. */
  const visit = async (start: URL) => follow(start, await load(start))

  /** Sends a form and follows where that leads. */
  const send = async (target: URL, fields: Readonly<Record<string, string>>) =>
    follow(target, await load(target, new URLSearchParams(fields)))

  return { jar, logIn, send, visit }
}

export type Browser = ReturnType<typeof openBrowser>
