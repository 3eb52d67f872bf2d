import { describe, expect, test } from 'vitest'
import { corrections } from '../narration/checks/corrections.ts'
import { workflowBySlug, workflows } from '../../scenarios/catalogue/index.ts'
import { matchPublished, publishedArrows } from '../../scenarios/catalogue/published.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { played } from '../support/play.ts'
import { publishedFacts } from './published-facts.ts'
import { type Fact, shows } from './published/notation.ts'

/** How many arrows each published diagram has, by its own numbering. */
// oxfmt-ignore
const counts: Readonly<Record<string, number>> = {
  'webapp/native-login-form-to-application-backend-jwts-refresh-tokens-cookies': 35,
  'webapp/native-login-form-to-application-backend-sessions': 30,
  'webapp/native-login-form-to-application-backend-sessions-refresh-tokens-cookies': 42,
  'webapp/oauth-authorization-code-grant-jwts-refresh-tokens-cookies': 37,
  'webapp/oauth-authorization-code-grant-sessions': 32,
  'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies': 44,
  'webapp/oauth-resource-owner-password-credentials-grant-jwts-refresh-tokens-cookies': 35,
  'webapp/oauth-resource-owner-password-credentials-grant-sessions': 30,
  'webapp/oauth-resource-owner-password-credentials-grant-sessions-refresh-tokens-cookies': 42,
  'spa/native-login-form-to-application-backend-jwts-refresh-tokens-cookies': 37,
  'spa/native-login-form-to-application-backend-sessions': 32,
  'spa/native-login-form-to-application-backend-sessions-refresh-tokens-cookies': 44,
  'spa/native-login-form-to-fusionauth-jwts-local-storage-refresh-tokens-cookies': 33,
  'spa/native-login-form-to-fusionauth-jwts-refresh-tokens-cookies': 42,
  'spa/native-login-form-to-fusionauth-same-domain-jwts-refresh-tokens-cookies': 36,
  'spa/oauth-authorization-code-grant-jwts-refresh-tokens-cookies': 49,
  'spa/oauth-authorization-code-grant-sessions': 44,
  'spa/oauth-authorization-code-grant-sessions-refresh-tokens-cookies': 56,
  'spa/oauth-implicit-grant-jwts-cookies': 38,
  'spa/oauth-implicit-grant-jwts-local-storage': 31,
  'spa/oauth-implicit-grant-sessions': 45,
  'spa/oauth-resource-owner-password-credentials-grant-jwts-refresh-tokens-cookies': 37,
  'spa/oauth-resource-owner-password-credentials-grant-sessions': 32,
  'spa/oauth-resource-owner-password-credentials-grant-sessions-refresh-tokens-cookies': 44,
  'mobile/native-login-form-to-application-backend-jwts-refresh-tokens': 22,
  'mobile/native-login-form-to-fusionauth-jwts-refresh-tokens': 20,
  'mobile/oauth-resource-owner-password-credentials-grant-jwts-refresh-tokens': 22,
}

const slugs = Object.keys(counts)
const factsOf = (slug: string): readonly Fact[] => publishedFacts.get(slug) ?? []
const arrowsOf = (slug: string) => {
  const workflow = workflowBySlug(slug)
  return workflow === undefined ? [] : publishedArrows(workflow)
}

const names: Readonly<Record<string, string>> = {
  sso: 'sso',
  session: 'sid',
  'refresh-token': 'rt',
  jwt: 'jwt',
}
const short = (roles: readonly string[] = []): readonly (string | undefined)[] =>
  roles.map((role) => names[role])

/** The facts that a trace shows, each after the one before. */
const found = ({ messages }: Pick<Trace, 'messages'>, facts: readonly Fact[]): readonly Fact[] => {
  const shown: Fact[] = []
  let since = 0
  for (const [index, message] of messages.entries()) {
    const fact = facts[shown.length]
    if (fact !== undefined && shows(message, messages.slice(since, index), fact)) {
      shown.push(fact)
      since = index + 1
    }
  }
  return shown
}

describe('the published diagrams', () => {
  test('are known with all their arrows', () => {
    const known = Object.fromEntries(
      [...publishedFacts].map(([slug, { length }]) => [slug, length]),
    )
    expect(known).toEqual(counts)
  })

  test('are those of the catalogue, arrow for arrow in number', () => {
    const rows = workflows.filter(({ published }) => published !== null)
    expect(Object.fromEntries(rows.map(({ slug, published }) => [slug, published]))).toEqual(counts)
  })

  test.each(slugs)('are composed of parts as they are drawn: %s', (slug) => {
    const composed = arrowsOf(slug).map((arrow): Fact => ({
      phase: arrow.phase,
      from: arrow.from,
      to: arrow.to,
      what:
        arrow.request === undefined
          ? String(arrow.status ?? arrow.kind)
          : `${arrow.request.method} ${arrow.request.paths.join('|')}`,
      location: arrow.location ?? null,
      sends: short(arrow.sends) as string[],
      carries: short(arrow.carries) as string[],
      sets: short(arrow.sets) as string[],
      errata: arrow.errata ?? [],
    }))
    expect(composed).toEqual(factsOf(slug))
    expect(arrowsOf(slug).map(({ n }) => n)).toEqual(composed.map((_, index) => index + 1))
  })

  test('show every known mistake somewhere', () => {
    const shown = new Set(
      slugs.flatMap((slug) => arrowsOf(slug).flatMap((one) => one.errata ?? [])),
    )
    expect([...shown].toSorted()).toEqual(Object.keys(corrections).toSorted())
  })
})

describe.each(slugs)('%s', (slug) => {
  test(`shows all ${counts[slug]} published arrows, in order`, async () => {
    const facts = factsOf(slug)
    expect(found(await played({ workflow: slug }), facts)).toEqual(facts)
  })

  test('tells which arrows are not in the published diagram', async () => {
    const { arrows, missing } = matchPublished(await played({ workflow: slug }))
    expect(missing).toEqual([])
    expect(arrows.filter((arrow) => arrow !== null)).toHaveLength(counts[slug] as number)
    expect(arrows).toContain(null)
  })
})

test.each(slugs)('a trace that lacks a chapter is not taken for complete: %s', async (slug) => {
  const trace = await played({ workflow: slug })
  const facts = factsOf(slug)
  for (const chapter of new Set(facts.map(({ phase }) => phase))) {
    const messages = trace.messages.filter(({ phase }) => phase !== chapter)
    expect(matchPublished({ ...trace, messages }).missing[0]?.phase).toBe(chapter)
    expect(facts[found({ messages }, facts).length]?.phase).toBe(chapter)
  }
})

test('a trace that lacks an arrow is not taken for complete', async () => {
  const trace = await played({
    workflow: slugs.find((slug) => slug.includes('code-grant-sessions-refresh')) as string,
  })
  const messages = trace.messages.filter(({ id }) => id !== 'refresh.create-session')
  expect(matchPublished({ ...trace, messages }).missing[0]).toMatchObject({
    n: 18,
    phase: 'refresh',
    kind: 'self',
  })
})

test('a redirect that leads elsewhere is not the published one', async () => {
  const trace = await played({ workflow: 'webapp/oauth-authorization-code-grant-sessions' })
  expect(matchPublished(trace).missing).toEqual([])
  const messages = trace.messages.map((message) => ({
    ...message,
    http: message.http && {
      ...message.http,
      headers: message.http.headers.map(([name, value]): [string, string] =>
        name === 'location' ? [name, '/elsewhere'] : [name, value],
      ),
    },
  }))
  expect(matchPublished({ ...trace, messages }).missing).not.toEqual([])
})
