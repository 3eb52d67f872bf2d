import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openBrowser } from '../../support/browser.ts'
import { apiKey, openProvider, type ProviderChanges, userId } from '../../support/provider.ts'

/** What a test changes in the usual application. */
export type DriverChanges = NonNullable<ProviderChanges['oauth']>

/**
 * An application of somebody at a free port, the stand-in that it is registered at, and a browser. The
 * application answers with what it is given by `serve`, and 404 before.
 */
export const openDriver = async (
  changes: (origin: string) => DriverChanges = () => ({}),
  callbackPath = '/callback',
) => {
  let answer: RequestListener = (_request, response) => response.writeHead(404).end()
  const server = createServer((request, response) => answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const callback = `${origin}${callbackPath}`
  const afterLogout = `${origin}/goodbye`
  const provider = await openProvider({
    oauth: { authorizedRedirectURLs: [callback, afterLogout], ...changes(origin) },
  })
  const browser = openBrowser()

  return {
    origin,
    callback,
    afterLogout,
    provider,
    browser,
    /** Lets the application answer. */
    serve: (listener: RequestListener): void => {
      answer = listener
    },
    /** Goes from a page of the application to the form and through it: the callback, not opened yet. */
    callbackFrom: async (path: string): Promise<URL> => {
      const { url } = await browser.visit(new URL(path, origin))
      return browser.logIn(url)
    },
    /** Asks the application by a script of its page: JSON, with the cookies of the browser. */
    post: async (path: string, body: unknown): Promise<globalThis.Response> => {
      const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await fetch(new URL(path, origin), {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin, cookie },
        body: JSON.stringify(body),
      })
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]*)=([^;]*)/.exec(line) ?? []
        browser.jar.set(name, value)
      }
      return response
    },
    /** Takes every refresh token of a user away, as an administrator would. */
    revoke: async (of: string = userId): Promise<void> => {
      const { ok, status } = await fetch(`${provider.origin}/api/jwt/refresh?userId=${of}`, {
        method: 'DELETE',
        headers: { authorization: apiKey },
      })
      if (!ok) throw new Error(`The refresh tokens were not revoked: ${status}`)
    },
    close: async (): Promise<void> => {
      server.closeAllConnections()
      server.close()
      await provider.close()
    },
  }
}

export type Driver = Awaited<ReturnType<typeof openDriver>>

/** The same callback with another value of a parameter, or without it. */
export const withParameter = (callback: URL, name: string, value: string | null): URL => {
  const changed = new URL(callback)
  if (value === null) changed.searchParams.delete(name)
  else changed.searchParams.set(name, value)
  return changed
}

export const scope = 'openid email profile offline_access'
