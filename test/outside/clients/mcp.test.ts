import { decodeJwt } from 'jose'
import { afterEach, expect, test } from 'vitest'
import { clientId, clientSecret } from '../support/provider.ts'
import { describeClient } from './support/describe.ts'
import { type Driver, type DriverChanges, openDriver, scope } from './support/driver.ts'

interface Tokens {
  readonly access_token: string
  readonly refresh_token?: string
}

interface ClientAuth {
  auth(
    provider: unknown,
    options: { readonly serverUrl: string; readonly authorizationCode?: string },
  ): Promise<'AUTHORIZED' | 'REDIRECT'>
}

/** What a host of MCP keeps for the client: here in memory, for one server. */
const createHost = (redirectUrl: string, secret: string | null) => {
  const sent: URL[] = []
  let tokens: Tokens | undefined
  let verifier = ''
  return {
    sent,
    redirectUrl,
    clientMetadata: { redirect_uris: [redirectUrl], client_name: 'A host', scope },
    state: () => 'of the host',
    clientInformation: () => ({
      client_id: clientId,
      ...(secret === null ? {} : { client_secret: secret }),
    }),
    tokens: () => tokens,
    saveTokens: (saved: Tokens) => {
      tokens = saved
    },
    redirectToAuthorization: (url: URL) => {
      sent.push(url)
    },
    saveCodeVerifier: (saved: string) => {
      verifier = saved
    },
    codeVerifier: () => verifier,
    invalidateCredentials: (what: string) => {
      if (what === 'tokens' || what === 'all') tokens = undefined
    },
  }
}

describeClient('the client of the MCP SDK', ({ load }) => {
  let driver: Driver

  afterEach(() => driver.close())

  /** An MCP server that names the stand-in as its authorization server (RFC 9728), and a host. */
  const open = async (
    changes: (resource: string) => DriverChanges,
    secret: string | null = clientSecret,
  ) => {
    driver = await openDriver((origin) => changes(`${origin}/mcp`))
    const resource = `${driver.origin}/mcp`
    driver.serve(({ url = '' }, response) => {
      if (!url.startsWith('/.well-known/oauth-protected-resource')) response.statusCode = 404
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ resource, authorization_servers: [driver.provider.origin] }))
    })
    const { auth } = await load<ClientAuth>('@modelcontextprotocol/sdk/client/auth.js')
    const host = createHost(driver.callback, secret)
    return { host, resource, ask: (code?: string) => auth(host, options(resource, code)) }
  }

  const options = (serverUrl: string, code?: string) => ({
    serverUrl,
    ...(code === undefined ? {} : { authorizationCode: code }),
  })

  /** To the form and through it; the callback, whose code is not redeemed yet. */
  const answered = async ({ host, ask }: Awaited<ReturnType<typeof open>>): Promise<URL> => {
    expect(await ask()).toBe('REDIRECT')
    return driver.browser.logIn(host.sent.at(-1) ?? new URL('about:blank'))
  }

  const logIn = async (opened: Awaited<ReturnType<typeof open>>): Promise<Tokens> => {
    const { searchParams } = await answered(opened)
    expect(await opened.ask(searchParams.get('code') ?? '')).toBe('AUTHORIZED')
    return opened.host.tokens() ?? { access_token: '' }
  }

  const audienceOf = ({ access_token: token }: Tokens) => decodeJwt(token).aud

  test('gets a token for a resource that the application lists', async () => {
    const opened = await open((resource) => ({ authorizedResourceUris: [resource] }))
    expect(audienceOf(await logIn(opened))).toEqual([clientId, opened.resource])
  })

  test('gets a token for the application where it lists no resource', async () => {
    const opened = await open(() => ({}))
    expect(audienceOf(await logIn(opened))).toBe(clientId)
  })

  test('is refused a resource that is not among those that are listed', async () => {
    const opened = await open(() => ({ authorizedResourceUris: ['https://other.example.com/mcp'] }))
    await opened.ask()
    const { url } = await driver.browser.visit(opened.host.sent.at(-1) ?? new URL('about:blank'))
    expect(url.searchParams.get('error')).toBe('invalid_target')
  })

  test('logs in as a public client', async () => {
    const opened = await open(
      (resource) => ({
        authorizedResourceUris: [resource],
        clientAuthenticationPolicy: 'NotRequired',
      }),
      null,
    )
    expect(audienceOf(await logIn(opened))).toEqual([clientId, opened.resource])
  })

  test('finds the state of its host in the callback', async () => {
    const opened = await open(() => ({}))
    expect((await answered(opened)).searchParams.get('state')).toBe('of the host')
  })

  test('refreshes for the same resource', async () => {
    const opened = await open((resource) => ({ authorizedResourceUris: [resource] }))
    const before = await logIn(opened)
    expect(await opened.ask()).toBe('AUTHORIZED')
    const after = opened.host.tokens() ?? before
    expect(after.access_token).not.toBe(before.access_token)
    expect(audienceOf(after)).toEqual([clientId, opened.resource])
  })

  test('drops its tokens and asks for a login when the refresh token was revoked', async () => {
    const opened = await open((resource) => ({ authorizedResourceUris: [resource] }))
    await logIn(opened)
    await driver.revoke()
    expect(await opened.ask()).toBe('REDIRECT')
    expect(opened.host.tokens()).toBeUndefined()
  })
})
