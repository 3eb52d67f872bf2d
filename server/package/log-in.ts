import { fillIn, loginForm, type Page, readPage } from '../../scenarios/engine/page.ts'
import { StandInError } from './error.ts'
import type { Credentials, StandIn } from './types.ts'

type Fetch = StandIn['fetch']

/** More redirects than any login has. */
const maxHops = 20

/** What a browser shows, or the address that it is sent to at somebody else's. */
type Shown = { readonly page: Page } | { readonly left: URL }

/** A browser with cookies by name; redirects within the stand-in are followed. */
const openBrowser = (fetch: Fetch, origin: string) => {
  const jar = new Map<string, string>()

  const load = async (url: URL, body?: URLSearchParams): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, {
      headers: cookie === '' ? {} : { cookie },
      ...(body !== undefined && { method: 'POST', body }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]*)=([^;]*)/.exec(line) ?? []
      if (/;\s*max-age=0(?:;|$)/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }

  return async (start: URL, body?: URLSearchParams): Promise<Shown> => {
    let url = start
    let response = await load(url, body)
    for (let hop = 0; hop < maxHops; hop++) {
      const location = response.headers.get('location')
      if (location === null)
        return { page: readPage(url.href, response.status, await response.text(), false) }
      url = new URL(location, url)
      if (url.origin !== origin) return { left: url }
      response = await load(url)
    }
    throw new StandInError('login', `There are more than ${maxHops} redirects from ${start.href}.`)
  }
}

/** What a page says of itself, for a sentence. */
const says = ({ url, status, title, preformatted }: Page): string => {
  const words = [title, preformatted.replaceAll(/\s+/g, ' ').trim()].filter(Boolean).join(': ')
  return `${new URL(url).pathname} answered ${status} with "${words}"`
}

/** See `StandIn.logIn`. */
export const logIn = async (
  fetch: Fetch,
  origin: string,
  address: string | URL,
  { loginId, password }: Credentials,
): Promise<URL> => {
  if (!URL.canParse(String(address), origin))
    throw new StandInError('option', `"${String(address)}" is no address to log in at.`)
  const open = openBrowser(fetch, origin)
  const first = await open(new URL(address, origin))
  if ('left' in first) return first.left
  const form = loginForm(first.page)
  if (form === undefined)
    throw new StandInError(
      'login',
      `No login form came: ${says(first.page)}. Check client_id, redirect_uri and what else the address asks for.`,
    )
  const after = await open(new URL(form.action), fillIn(form, loginId, password, false))
  if ('left' in after) return after.left
  throw new StandInError(
    'login',
    loginForm(after.page) === undefined
      ? `After the login comes a page that logIn() does not answer: ${says(after.page)}. Send its form yourself, with fetch().`
      : `The login of "${loginId}" was refused. Check loginId and password, and that the Kickstart makes this user.`,
  )
}
