import { expect, test } from 'vitest'
import { workflows } from '../../scenarios/catalogue/index.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { createStandIn } from '../../server/fusionauth/stand-in/index.ts'
import { listen } from '../../server/node/listen.ts'
import { command } from '../support/command.ts'
import { harProblems } from '../support/har-shape.ts'
import { played, slugs } from '../support/play.ts'

const trace = (words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  command('trace', words, env)

test('--list prints the slugs, one a line', async () => {
  const { status, out } = await trace(['--list'])
  expect(status).toBe(0)
  expect(out.trim().split('\n')).toEqual(workflows.map(({ slug }) => slug))
})

test('a workflow is printed as the JSON of its tour, and nothing else', async () => {
  const { status, out, error } = await trace([slugs.native])
  expect(status).toBe(0)
  expect(error).toBe('')
  expect(JSON.parse(out)).toEqual(await played({ workflow: slugs.native }))
})

test('a lesson and a seed are taken at their word', async () => {
  const { out } = await trace([slugs.code, '--lesson', 'outage', '--seed', 'apple'])
  expect(JSON.parse(out)).toMatchObject({ lesson: 'outage', seed: 'apple' })
})

test.each([
  ['mermaid', /^sequenceDiagram\n/],
  ['plantuml', /^@startuml\n[\s\S]*@enduml\s*$/],
])('as %s it is a diagram with every message', async (format, shape) => {
  const { status, out } = await trace([slugs.code, '--format', format])
  const { messages } = await played({ workflow: slugs.code })
  expect(status).toBe(0)
  expect(out).toMatch(shape)
  expect(out.match(/->/g)?.length).toBeGreaterThanOrEqual(messages.length)
})

test('as har it is an HTTP archive with every exchange', async () => {
  const { status, out } = await trace([slugs.native, '--format', 'har'])
  const { messages } = await played({ workflow: slugs.native })
  const archive = JSON.parse(out) as { readonly log: { readonly entries: readonly unknown[] } }
  expect(status).toBe(0)
  expect(harProblems(archive)).toEqual([])
  const requests = messages.filter(({ kind }) => kind === 'request')
  expect(archive.log.entries).toHaveLength(requests.length)
})

test.each([
  ['en', '## What came of it'],
  ['es', '## Qué resultó'],
])('as markdown it is an article, in %s', async (language, heading) => {
  const { status, out } = await trace([slugs.code, '--format', 'markdown', '--language', language])
  expect(status).toBe(0)
  expect(out).toContain(heading)
  expect(out).toContain('```mermaid\nsequenceDiagram\n')
})

test.each(['login.token-request', '12'])('until %s it holds what was before', async (until) => {
  const { status, out } = await trace([slugs.code, '--until', until])
  expect(status).toBe(0)
  expect((JSON.parse(out) as Trace).messages.at(-1)?.id).toBe('login.token-request')
})

test.each([
  [['webapp/oauth-authorization-code-grant'], 'There is no workflow'],
  [[slugs.code, '--until', 'login.tokens-request'], 'The nearest is "login.token-request"'],
  [[slugs.code, '--until', '1000'], 'The nearest is "74"'],
  [[slugs.code, '--lesson', 'tuor'], 'The nearest is "tour"'],
  [[slugs.code, '--format', 'jsom'], 'The nearest is "json"'],
  [[slugs.code, '--format', 'markdonw'], 'The nearest is "markdown"'],
  [[slugs.code, '--language', 'esp'], 'The nearest is "es"'],
  [[slugs.code, '--defence', 'x=1'], 'There is no defence "x"'],
  [[slugs.code, '--colour', 'red'], '--colour'],
  [[], 'Name one workflow'],
  [[slugs.code, slugs.native], 'Name one workflow'],
] as const)('%j is refused with one clear line and status 2', async (words, problem) => {
  const { status, out, error } = await trace(words)
  expect(status).toBe(2)
  expect(out).toBe('')
  expect(error.trim().split('\n')).toHaveLength(1)
  expect(error).toContain(problem)
})

test('without an API key a FusionAuth cannot be used', async () => {
  const { status, error } = await trace([slugs.code, '--fusionauth', 'http://127.0.0.1:1'], {
    FUSIONAUTH_API_KEY: '',
  })
  expect(status).toBe(2)
  expect(error).toContain('FUSIONAUTH_API_KEY')
})

test('a run that breaks down ends with status 1, and its messages so far are printed', async () => {
  const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) }
  const apiKey = 'test-key'
  const host = await listen(0, (origin) => {
    const { app } = createStandIn({ origin, clock: { now: () => Date.now() }, random, apiKey })
    return {
      fetch: (request, env) =>
        request.url.endsWith('/oauth2/token')
          ? new Response('', { status: 500 })
          : app.fetch(request, env),
    }
  })
  if (!host.ok) throw new Error(host.problem)
  const { listening } = host
  const { status, out, error } = await trace([slugs.code, '--fusionauth', listening.origin], {
    FUSIONAUTH_API_KEY: apiKey,
  })
  await listening.close()
  expect(status).toBe(1)
  expect(error).toContain('The run stopped early')
  const { messages } = JSON.parse(out) as Trace
  expect(messages.at(-1)?.http?.status).toBe(502)
  expect(out).not.toContain(apiKey)
})
