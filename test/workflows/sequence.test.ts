import { describe, expect, test } from 'vitest'
import { matchPublished, publishedArrows } from '../../scenarios/catalogue/published.ts'
import { workflowBySlug, workflows } from '../../scenarios/catalogue/index.ts'
import type { Message } from '../../scenarios/vocabulary.ts'
import { played } from '../support/play.ts'
import { publishedFacts } from './published-facts.ts'

const counts: Readonly<Record<string, number>> = {
  'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies': 44,
  'webapp/oauth-resource-owner-password-credentials-grant-sessions-refresh-tokens-cookies': 42,
  'webapp/native-login-form-to-application-backend-sessions-refresh-tokens-cookies': 42,
}

const pathOf = (message: Message): string => new URL(message.http?.url ?? 'about:blank').pathname

/** What a message of a trace shows, in the words of the facts; cookies of extra messages included. */
const shows = (message: Message, since: readonly Message[], fact: string): boolean => {
  const [, phase, from, to, what = ''] =
    /^\d+ ([a-z-]+): (\w+) > (\w+) ([^<=!]*?)(?= to | <- | => | !|$)/.exec(fact) ?? []
  if (message.phase !== phase || message.from !== from || message.to !== to) return false
  const names = (mark: string): string[] =>
    (fact.match(new RegExp(`${mark} ((?:(?:sso|sid|rt) ?)+)`))?.[1] ?? '')
      .trim()
      .split(' ')
      .filter(Boolean)
  const cookie = (name: string): string => (name === 'sso' ? 'fusionauth.sso' : name)
  const carried = message.http?.headers.find(([name]) => name === 'cookie')?.[1] ?? ''
  const planted = [...since, message].flatMap(
    ({ http }) =>
      http?.headers.filter(([name]) => name === 'set-cookie').map(([, value]) => value) ?? [],
  )
  const location = message.http?.headers.find(([name]) => name === 'location')?.[1]
  const wanted = / to (\/[a-z-]+)/.exec(fact)?.[1]
  if (!names('<-').every((name) => carried.includes(`${cookie(name)}=`))) return false
  if (!names('=>').every((name) => planted.some((value) => value.startsWith(`${cookie(name)}=`))))
    return false
  if (wanted !== undefined && new URL(location ?? '', message.http?.url).pathname !== wanted)
    return false
  if (what === 'self') return message.kind === 'self'
  if (/^\d+$/.test(what))
    return message.kind === 'response' && message.http?.status === Number(what)
  const [method, paths = ''] = what.split(' ')
  return (
    message.kind === 'request' &&
    message.http?.method === method &&
    paths.split('|').includes(pathOf(message))
  )
}

describe.each(Object.keys(counts))('%s', (slug) => {
  const facts = publishedFacts[slug] ?? []

  test(`shows all ${counts[slug]} published arrows, in order`, async () => {
    const trace = await played({ workflow: slug })
    const found: string[] = []
    let since = 0
    for (const [index, message] of trace.messages.entries()) {
      const fact = facts[found.length]
      if (fact !== undefined && shows(message, trace.messages.slice(since, index), fact)) {
        found.push(fact)
        since = index + 1
      }
    }
    expect(found).toEqual(facts)
    expect(facts).toHaveLength(counts[slug] as number)
  })

  test('tells which arrows are not in the published diagram', async () => {
    const trace = await played({ workflow: slug })
    const { arrows, missing } = matchPublished(trace)
    expect(missing).toEqual([])
    const extra = trace.messages.filter((_, index) => arrows[index] === null)
    expect(extra.map(({ id }) => id).some((id) => id.endsWith('.jwks-request'))).toBe(true)
    expect(arrows.filter((arrow) => arrow !== null)).toHaveLength(counts[slug] as number)
  })

  test('names the published arrows as the facts do', () => {
    const workflow = workflowBySlug(slug)
    const arrows = workflow === undefined ? [] : publishedArrows(workflow)
    const head = (n: number, phase: string, from: string, to: string) =>
      `${n} ${phase}: ${from} > ${to}`
    expect(arrows.map(({ n, phase, from, to }) => head(n, phase, from, to))).toEqual(
      facts.map((fact) => /^\d+ [a-z-]+: \w+ > \w+/.exec(fact)?.[0]),
    )
  })
})

test('every workflow of the catalogue is checked against its published diagram', () => {
  expect(workflows.map(({ slug }) => slug)).toEqual(Object.keys(counts))
})

test('a trace that lacks an arrow is not taken for complete', async () => {
  const trace = await played({ workflow: Object.keys(counts)[0] as string })
  const cut = {
    ...trace,
    messages: trace.messages.filter(({ id }) => id !== 'refresh.create-session'),
  }
  const { missing } = matchPublished(cut)
  expect(missing[0]).toMatchObject({ n: 18, phase: 'refresh', kind: 'self' })
})
