import { createHash } from 'node:crypto'
import { decodeJwt } from 'jose'
import { expect } from 'vitest'
import type { WireResponse } from '../../../scenarios/model/wire.ts'
import { fieldsOf, form, header, queryOf, setCookies } from '../support/lab.ts'
import { type openFresh, origin } from './support.ts'

/** Who logs in, and where. */
export interface Attempt {
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
  readonly loginId: string
  readonly password: string
}

const verifier = 'a verifier that is long enough for RFC 7636'.replaceAll(' ', '-')

/** Logs in with the code grant and PKCE, as a browser and an application do it; the answer to the token request. */
export const logInByCode = async (
  standIn: ReturnType<typeof openFresh>,
  { clientId, clientSecret, redirectUri, loginId, password }: Attempt,
): Promise<WireResponse> => {
  const jar = new Map<string, string>()
  const visit = async (path: string, fields?: Record<string, string>): Promise<WireResponse> => {
    const cookies = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await standIn.handle(
      {
        method: fields === undefined ? 'GET' : 'POST',
        url: new URL(path, origin).href,
        headers: [
          ['content-type', 'application/x-www-form-urlencoded'],
          ...(cookies === '' ? [] : [['cookie', cookies] as const]),
        ],
        body: form(fields ?? {}),
      },
      0,
    )
    for (const line of setCookies(response)) {
      const [, name = '', value = ''] = /^([^=]*)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    return response
  }
  const page = await visit(
    `/oauth2/authorize?${form({
      client_id: clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'openid offline_access',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    })}`,
  )
  expect(page.status).toBe(200)
  let hop = await visit('/oauth2/authorize', { ...fieldsOf(page.body), loginId, password })
  for (let hops = 0; hops < 3 && header(hop, 'location')?.startsWith('/') === true; hops++) {
    hop = await visit(header(hop, 'location') ?? '')
  }
  expect(header(hop, 'location')).toMatch(redirectUri)
  return visit('/oauth2/token', {
    grant_type: 'authorization_code',
    code: queryOf(hop).get('code') ?? '',
    redirect_uri: redirectUri,
    client_id: clientId,
    client_secret: clientSecret,
    code_verifier: verifier,
  })
}

/** The claims of the access token that the login brings. */
export const claimsAfterLogin = async (
  standIn: ReturnType<typeof openFresh>,
  attempt: Attempt,
): Promise<Record<string, unknown>> => {
  const response = await logInByCode(standIn, attempt)
  expect(response.status).toBe(200)
  return decodeJwt((JSON.parse(response.body) as { access_token: string }).access_token)
}
