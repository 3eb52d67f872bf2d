import { FusionAuthClient } from '@fusionauth/typescript-client'
import { expect } from 'vitest'
import { blueprint } from '../../../server/fusionauth/blueprint.ts'
import { demoUser } from '../../../server/fusionauth/ids.ts'
import type { Blueprint } from '../../../server/fusionauth/plan.ts'
import { provision } from '../../../server/fusionauth/provision.ts'
import { remove } from '../../../server/fusionauth/remove.ts'
import { openBrowser } from '../../outside/support/browser.ts'
import { openServer } from './server.ts'

/** Ids of the contract's own tenant, so that it touches nothing else there. */
export const ids = {
  tenant: '6c6f6769-6e20-4c61-8200-0000000000c0',
  store: '6c6f6769-6e20-4c61-8200-0000000000ca',
  forums: '6c6f6769-6e20-4c61-8200-0000000000cb',
  user: '6c6f6769-6e20-4c61-8200-0000000000cc',
  keys: ['6c6f6769-6e20-4c61-8200-0000000000cd', '6c6f6769-6e20-4c61-8200-0000000000ce'],
  /** Of a second user, for as long as a point takes. */
  other: '6c6f6769-6e20-4c61-8200-0000000000cf',
  /** Of whatever else a point makes and takes away again. */
  made: '6c6f6769-6e20-4c61-8200-0000000000d0',
} as const

const origins = { Store: 'https://store.example.com', Forums: 'https://forums.example.com' }
const secrets = { Store: 'the-contract-secret-1', Forums: 'the-contract-secret-2' }

const plan = (issuer: string): Blueprint => {
  const usual = blueprint({ origins, secrets, issuer, login: 'any' })
  const idOf = [ids.store, ids.forums]
  // The usual key is there only after `npm run provision`; without a key FusionAuth takes its own.
  const {
    accessTokenKeyId: _,
    idTokenKeyId: __,
    ...jwtConfiguration
  } = usual.tenant.jwtConfiguration ?? {}
  return {
    tenant: { ...usual.tenant, id: ids.tenant, name: 'Login Lab contract', jwtConfiguration },
    applications: usual.applications.map((application, index) => ({
      ...application,
      id: idOf[index] ?? '',
      name: `${application.name} contract`,
    })),
    users: usual.users.map(({ user }) => ({
      user: { ...user, id: ids.user },
      registrations: idOf.map((applicationId) => ({ applicationId })),
    })),
  }
}

type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> }

interface ApiCall {
  /** What is sent, as JSON. */
  readonly body?: unknown
  readonly type?: string
  /** The tenant that the header names; null for none. */
  readonly tenant?: string | null
  readonly key?: string
}

const reading = async (response: Response): Promise<Answer> => {
  const text = await response.text()
  const json = response.headers.get('content-type')?.startsWith('application/json') === true
  const body = (json && text !== '' ? JSON.parse(text) : {}) as Answer['body']
  return { status: response.status, body }
}

/** A server that is set up, and the requests that the points need. */
export const openContract = async () => {
  const server = await openServer()
  const client = new FusionAuthClient(server.apiKey, server.origin)
  const made = plan(server.origin)
  const { clientSecrets } = await provision(client, made)
  client.setTenantId(ids.tenant)
  const redirectUri = made.applications[0]?.oauthConfiguration.authorizedRedirectURLs[0] ?? ''
  const afterLogout = made.applications[0]?.oauthConfiguration.authorizedRedirectURLs[1] ?? ''
  const credentials = {
    client_id: ids.store,
    client_secret: clientSecrets.get(ids.store) ?? secrets.Store,
  }

  const post = async (path: string, fields: Record<string, string>): Promise<Answer> =>
    reading(
      await fetch(server.origin + path, { method: 'POST', body: new URLSearchParams(fields) }),
    )

  const token = (fields: Record<string, string>): Promise<Answer> =>
    post('/oauth2/token', { ...credentials, ...fields })

  const authorizePath = (fields: Record<string, string> = {}): string =>
    `/oauth2/authorize?${new URLSearchParams({
      client_id: ids.store,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'openid offline_access',
      ...fields,
    }).toString()}`

  /** A request to the JSON APIs, in the contract's tenant; whatever comes of it is an answer. */
  const api = async (method: string, path: string, call: ApiCall = {}): Promise<Answer> => {
    const { body, type = 'application/json', tenant = ids.tenant, key = server.apiKey } = call
    return reading(
      await fetch(server.origin + path, {
        method,
        headers: {
          authorization: key,
          ...(tenant === null ? {} : { 'x-fusionauth-tenantid': tenant }),
          ...(body === undefined ? {} : { 'content-type': type }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
  }

  const userCredentials = { loginId: demoUser.loginId, password: demoUser.password }

  /** The code that a login brings; `browser` keeps the session. */
  const code = async (fields = {}, browser = openBrowser()): Promise<string> => {
    const start = new URL(authorizePath(fields), server.origin)
    const callback = await browser.logIn(start, userCredentials)
    return callback.searchParams.get('code') ?? ''
  }

  const redeem = (value: string, fields: Record<string, string> = {}): Promise<Answer> =>
    token({ grant_type: 'authorization_code', code: value, redirect_uri: redirectUri, ...fields })

  const settled: string[] = []
  const assumed: string[] = []

  return {
    ...server,
    client,
    /** The names of the points that were settled so far. */
    settled: settled as readonly string[],
    /** Those of them at which something is inferred. */
    assumed: assumed as readonly string[],
    redirectUri,
    afterLogout,
    credentials,
    /** Those of the second application. */
    forumsCredentials: {
      client_id: ids.forums,
      client_secret: clientSecrets.get(ids.forums) ?? secrets.Forums,
    },
    userCredentials,
    api,
    post,
    token,
    authorizePath,
    code,
    redeem,
    get: async (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
      reading(await fetch(server.origin + path, { headers, redirect: 'manual' })),
    /** The form of the login page, posted without its page: no cookie, the least that is needed. */
    submit: (fields: Record<string, string>): Promise<Response> =>
      fetch(`${server.origin}/oauth2/authorize`, {
        method: 'POST',
        body: new URLSearchParams({
          client_id: ids.store,
          redirect_uri: redirectUri,
          response_type: 'code',
          ...fields,
        }),
        redirect: 'manual',
      }),
    visit: (path: string, browser = openBrowser()) => browser.visit(new URL(path, server.origin)),
    loggedIn: async (fields = {}) => (await redeem(await code(fields))).body,
    refresh: (value: string) => token({ grant_type: 'refresh_token', refresh_token: value }),
    tenantWith: (tenant: object) => client.patchTenant(ids.tenant, { tenant }),
    /** Takes away what was set up. */
    close: async (): Promise<void> => {
      await remove(client, made)
      await server.close()
    },

    /**
     * Settles a point. The stand-in has to do what was inferred; what a real server does is printed
     * next to it. What is documented both have to do.
     */
    settle: (
      point: string,
      observed: unknown,
      { inferred, documented }: { readonly inferred?: unknown; readonly documented?: object },
    ): void => {
      settled.push(point)
      if (inferred !== undefined) assumed.push(point)
      if (documented !== undefined) expect(observed).toMatchObject(documented)
      if (inferred === undefined) return
      if (!server.real) {
        expect(observed).toEqual(inferred)
        return
      }
      const same = JSON.stringify(observed) === JSON.stringify(inferred)
      console.info(
        `${point}: ${same ? 'as inferred' : 'NOT as inferred'}\n` +
          `  observed ${JSON.stringify(observed)}\n  inferred ${JSON.stringify(inferred)}`,
      )
    },
  }
}

export type Contract = Awaited<ReturnType<typeof openContract>>
