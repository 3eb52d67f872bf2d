import { describe, expect, test } from 'vitest'
import { workflows, type Workflow } from '../../scenarios/catalogue/index.ts'
import { matchPublished } from '../../scenarios/catalogue/published.ts'
import type { Message, Trace } from '../../scenarios/model/trace.ts'
import { played } from '../support/play.ts'

const only = (choose: (workflow: Workflow) => boolean): Workflow => {
  const [found, ...more] = workflows.filter(choose)
  if (found === undefined || more.length > 0) throw new Error('not one workflow')
  return found
}

const textOf = ({ http }: Message): string => JSON.stringify(http)

/** All that a user agent sent and got. */
const seenBy = (who: Message['from'], { messages }: Trace): readonly Message[] =>
  messages.filter(({ from, to }) => from === who || to === who)

const tokensFor = ({ messages }: Trace): readonly string[] =>
  messages
    .filter(({ from, to, id }) => from === 'FusionAuth' && to === 'Store' && id.includes('token'))
    .flatMap(({ http }) => {
      const { access_token, refresh_token } = JSON.parse(http?.body ?? '{}') as {
        access_token?: string
        refresh_token?: string
      }
      return [access_token ?? '', refresh_token ?? ''].filter((token) => token !== '')
    })

describe('a single-page application with a backend for frontend', () => {
  const { slug } = only(({ backend }) => backend === 'bff')

  test('has no published diagram, and single sign-on', async () => {
    const trace = await played({ workflow: slug })
    expect(trace.outcome.find(({ id }) => id === 'single-sign-on')?.holds).toBe(true)
    expect(workflows.find((one) => one.slug === slug)?.published).toBeNull()
    expect(matchPublished(trace)).toEqual({ arrows: [], missing: [] })
  })

  test('keeps every token out of the browser, whatever the browser does', async () => {
    const trace = await played({ workflow: slug })
    const tokens = tokensFor(trace)
    expect(tokens.length).toBeGreaterThan(2)
    const seen = seenBy('Browser', trace).map(textOf).join('\n')
    for (const token of tokens) expect(seen).not.toContain(token)
    expect(seen).not.toMatch(/eyJ[\w-]+\.eyJ/)
  })

  test('is not the workflow that hands a script its tokens', async () => {
    const other = only(
      ({ client, login, sessionStrategy }) =>
        [client, login, sessionStrategy].join() === 'spa,implicit,jwt-cookie',
    )
    const seen = seenBy('Browser', await played({ workflow: other.slug }))
    expect(seen.map(textOf).join('\n')).toMatch(/eyJ[\w-]+\.eyJ/)
  })
})

describe('a mobile app with the code grant and PKCE', () => {
  const { slug } = only(
    ({ client, login }) => client === 'mobile' && login === 'authorization-code',
  )
  const redemption = ({ messages }: Trace): URLSearchParams => {
    const request = messages.find(
      ({ from, to, http }) =>
        from === 'Mobile' && to === 'FusionAuth' && http?.url.endsWith('/oauth2/token'),
    )
    return new URLSearchParams(request?.http?.body)
  }

  test('lets the system’s browser see the password, and itself never', async () => {
    const trace = await played({ workflow: slug })
    const typed = trace.messages.filter(({ http }) => http?.body.includes('tea-for-two-1815'))
    expect(typed.length).toBeGreaterThan(0)
    expect(new Set(typed.map(({ from, to }) => `${from} > ${to}`))).toEqual(
      new Set(['Browser > FusionAuth']),
    )
  })

  test('redeems the code with the verifier of its challenge, and without a secret', async () => {
    const trace = await played({ workflow: slug })
    const authorize = trace.messages.find(({ id }) => id === 'login.authorize-request')
    const asked = new URL(authorize?.http?.url ?? 'about:blank').searchParams
    const sent = redemption(trace)
    const hash = await crypto.subtle.digest(
      'SHA-256',
      new TextEncoder().encode(sent.get('code_verifier') ?? ''),
    )
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect(asked.get('code_challenge')).toBe(Buffer.from(hash).toString('base64url'))
    expect(sent.has('client_secret')).toBe(false)
  })

  test('gets a new refresh token with every refresh', async () => {
    const trace = await played({ workflow: slug })
    const kept = trace.messages.flatMap(({ changes }) =>
      changes.filter(({ where, key }) => where === 'Mobile.device' && key === 'refresh_token'),
    )
    const values = kept.flatMap(({ op, after }) => (op === 'set' ? [after] : []))
    expect(values.length).toBeGreaterThan(1)
    expect(new Set(values).size).toBe(values.length)
  })
})

describe('the cookies of today', () => {
  const rows = workflows.filter(
    ({ client, login, fusionauth }) =>
      client === 'spa' && login === 'native-at-fusionauth' && fusionauth === 'own-site',
  )

  test('concern two published workflows', () => {
    expect(rows).toHaveLength(2)
  })

  test.each(rows)('break $slug at the refresh', async ({ slug }) => {
    const trace = await played({ workflow: slug, lesson: 'broken-today' })
    expect(trace.defences).toEqual({
      'third-party-cookies': 'blocked',
      'token-cookie-same-site': 'lax',
    })
    const answer = trace.messages.find(({ id }) => id === 'login.login-api-response')
    expect(answer?.received.map(({ name, stored, rule }) => [name, stored, rule])).toEqual([
      ['access_token', false, 'third-party'],
      ['refresh_token', false, 'third-party'],
    ])
    const refusal = trace.messages.find(({ id }) => id === 'refresh.jwt-refresh-response')
    expect(refusal?.http?.status).toBe(400)
    expect(trace.messages.filter(({ id }) => id.endsWith('.login-again'))).toHaveLength(1)
  })

  test.each(rows)('break it by SameSite alone too: $slug', async ({ slug }) => {
    const trace = await played({
      workflow: slug,
      lesson: 'broken-today',
      defences: { 'third-party-cookies': 'allowed' },
    })
    const answer = trace.messages.find(({ id }) => id === 'login.login-api-response')
    expect(answer?.received.map(({ stored }) => stored)).toEqual([false, false])
    expect(answer?.received[0]?.rule).toContain('same-site')
    const refusal = trace.messages.find(({ id }) => id === 'refresh.jwt-refresh-response')
    expect(refusal?.http?.status).toBe(400)
  })

  test('leave a FusionAuth on the parent domain alone', async () => {
    const { slug } = only(({ fusionauth }) => fusionauth === 'parent-domain')
    const trace = await played({
      workflow: slug,
      defences: { 'third-party-cookies': 'blocked', 'token-cookie-same-site': 'lax' },
    })
    const refreshed = trace.messages.find(({ id }) => id === 'refresh.jwt-refresh-response')
    expect(refreshed?.http?.status).toBe(200)
  })
})
