import { createHash, randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { fillIn, readPage } from '../../../scenarios/engine/page.ts'
import { type Contestant, user } from './contestant.ts'

interface Answer {
  readonly status: number
  readonly location: string | undefined
  readonly cookies: readonly string[]
  readonly body: string
}

const send = (
  agent: Agent,
  url: string,
  body: string | undefined,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST'
    const form = body !== undefined && {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
    }
    const sent = request(url, { agent, method, headers: { ...headers, ...form } }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          location: response.headers.location,
          cookies: response.headers['set-cookie'] ?? [],
          body: text,
        }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })

const hops = 12

/** A browser and an application that use one contestant, over connections that stay open. */
export const createUser = (contestant: Contestant) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const jar = new Map<string, string>()
  const { clientId: client_id, clientSecret: client_secret, redirectUri: redirect_uri } = contestant

  const load = async (url: string, body?: string): Promise<Answer> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await send(agent, url, body, cookie === '' ? {} : { cookie })
    for (const line of answer.cookies) {
      const [, name = '', value = ''] = /^([^=]*)=([^;]*)/.exec(line) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }

  /** Follows redirects and fills in forms until the callback is reached. */
  const authorize = async (start: string): Promise<URL> => {
    let url = start
    let answer = await load(url)
    for (let hop = 0; hop < hops; hop++) {
      if (answer.location !== undefined) {
        url = new URL(answer.location, url).href
        if (url.startsWith(redirect_uri)) return new URL(url)
        answer = await load(url)
        continue
      }
      const form = readPage(url, answer.status, answer.body, false).forms[0]
      if (form === undefined) throw new Error(`no form at ${url}: ${answer.body}`)
      url = form.action
      answer = await load(url, fillIn(form, user.loginId, user.password, true).toString())
    }
    throw new Error(`no callback after ${hops} hops`)
  }

  const tokens = async (fields: Record<string, string>): Promise<Record<string, string>> => {
    const body = new URLSearchParams({ ...fields, client_id, client_secret }).toString()
    const answer = await send(agent, contestant.token, body, {})
    if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.body}`)
    const read = JSON.parse(answer.body) as Record<string, string>
    for (const name of ['access_token', 'id_token'])
      if (read[name]?.split('.').length !== 3) throw new Error(`${name} is no signed JWT`)
    return read
  }

  return {
    /** The code flow with PKCE; whoever is logged in already gets no form. */
    codeFlow: async () => {
      const code_verifier = randomBytes(32).toString('base64url')
      const query = new URLSearchParams({
        client_id,
        redirect_uri,
        response_type: 'code',
        scope: contestant.scope,
        state: randomBytes(8).toString('base64url'),
        code_challenge: createHash('sha256').update(code_verifier).digest('base64url'),
        code_challenge_method: 'S256',
      })
      const callback = await authorize(`${contestant.authorize}?${query.toString()}`)
      const code = callback.searchParams.get('code') ?? ''
      return tokens({ grant_type: 'authorization_code', code, redirect_uri, code_verifier })
    },
    refresh: (refreshToken: string) =>
      tokens({ grant_type: 'refresh_token', refresh_token: refreshToken, scope: contestant.scope }),
    forgetCookies: () => jar.clear(),
    close: () => agent.destroy(),
  }
}

export type User = ReturnType<typeof createUser>
