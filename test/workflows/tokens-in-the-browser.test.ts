import { describe, expect, test } from 'vitest'
import { workflows } from '../../scenarios/catalogue/index.ts'
import type { Workflow } from '../../scenarios/model/workflow.ts'
import type { Message, Trace } from '../../scenarios/model/trace.ts'
import { played } from '../support/play.ts'

/** What of a token reaches the user's browser, and whether scripts could read it there. */
interface TokenExposure {
  readonly scripts: readonly string[]
  readonly cookies: readonly string[]
}

const nothing: TokenExposure = { scripts: [], cookies: [] }

/** By login and session strategy of workflows in a browser, written down by hand. */
const promised = ({ login, sessionStrategy, backend }: Workflow): TokenExposure => {
  if (backend === 'bff') return nothing
  if (login === 'native-at-fusionauth')
    return { scripts: ['JWT', 'refresh token'], cookies: ['JWT', 'refresh token'] }
  if (login === 'implicit')
    return { scripts: ['JWT'], cookies: sessionStrategy === 'jwt-cookie' ? ['JWT'] : [] }
  if (sessionStrategy === 'session') return nothing
  if (sessionStrategy === 'session+refresh') return { scripts: [], cookies: ['refresh token'] }
  return { scripts: [], cookies: ['JWT', 'refresh token'] }
}

const jwtNames = new Set(['access_token', 'token', 'id_token'])
const refreshTokenNames = new Set(['refresh_token', 'refreshToken'])

/** Members of a JSON answer; none of any other. */
const membersOf = (body: string): Record<string, unknown> => {
  try {
    return JSON.parse(body) as Record<string, unknown>
  } catch {
    return {}
  }
}

/** Every token that FusionAuth gave out, with its kind: in a body, or in a fragment. */
const tokensOf = ({ messages }: Trace): ReadonlyMap<string, string> => {
  const tokens = new Map<string, string>()
  for (const { from, kind, http } of messages) {
    if (from !== 'FusionAuth' || kind !== 'response' || http === null) continue
    const location = http.headers.find(([name]) => name === 'location')?.[1] ?? ''
    const fragment = new URLSearchParams(location.split('#')[1] ?? '')
    for (const [name, value] of [...Object.entries(membersOf(http.body)), ...fragment]) {
      if (typeof value !== 'string') continue
      if (jwtNames.has(name)) tokens.set(value, 'JWT')
      if (refreshTokenNames.has(name)) tokens.set(value, 'refresh token')
    }
  }
  return tokens
}

const kindsIn = (texts: readonly string[], tokens: ReadonlyMap<string, string>): string[] =>
  [
    ...new Set(
      [...tokens]
        .filter(([value]) => texts.some((text) => text.includes(value)))
        .map(([, kind]) => kind),
    ),
  ].toSorted()

const answersTo = ({ messages }: Trace, who: Message['to']) =>
  messages.filter(({ to, kind }) => to === who && kind === 'response')

const isCookie = ([name]: readonly [string, string]) => name === 'set-cookie'

const exposureOf = (trace: Trace): TokenExposure => {
  const tokens = tokensOf(trace)
  const answers = answersTo(trace, 'Browser').flatMap(({ http }) => (http ? [http] : []))
  const cookies = answers.flatMap(({ headers }) =>
    headers.filter(isCookie).map(([, value]) => value),
  )
  const open = cookies.filter((cookie) => !/; HttpOnly/i.test(cookie))
  const readable = answers.flatMap(({ body, headers }) => [
    body,
    ...headers.filter((one) => !isCookie(one)).map(([, value]) => value),
  ])
  return {
    scripts: kindsIn([...readable, ...open], tokens),
    cookies: kindsIn(cookies, tokens),
  }
}

const inBrowsers = workflows.filter(({ client }) => client !== 'mobile')

describe.each(inBrowsers.map((workflow) => [workflow.slug, workflow] as const))(
  '%s',
  (slug, workflow) => {
    test('no other token gets into the browser than its row says, nor where scripts read it', async () => {
      const trace = await played({ workflow: slug })
      expect(tokensOf(trace).size).toBeGreaterThan(0)
      expect(exposureOf(trace)).toEqual(promised(workflow))
    })
  },
)

const onDevices = workflows.filter(({ client }) => client === 'mobile')

test.each(onDevices.map(({ slug }) => slug))(
  '%s: no cookie is ever set in the app',
  async (slug) => {
    const trace = await played({ workflow: slug })
    const answers = answersTo(trace, 'Mobile')
    const fromApplication = answers.filter(({ from }) => from === 'Store')
    expect(fromApplication.length).toBeGreaterThan(0)
    expect(fromApplication.flatMap(({ http }) => http?.headers.filter(isCookie) ?? [])).toEqual([])
    expect(
      kindsIn(
        answers.map(({ http }) => http?.body ?? ''),
        tokensOf(trace),
      ),
    ).toEqual(['JWT', 'refresh token'])
  },
)
