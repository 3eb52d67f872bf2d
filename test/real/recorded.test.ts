import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { lessons, workflows } from '../../scenarios/catalogue/index.ts'
import { parseTrace } from '../../scenarios/recorded/parse.ts'
import { createRecordedRun } from '../../scenarios/recorded/run.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { openRun } from '../../server/run.ts'
import { Playback } from '../../web/player/playback.ts'
import { played, playOn, slugs } from '../support/play.ts'
import { openBehind } from './support/behind.ts'
import { command } from '../support/command.ts'
import { cases } from '../support/cases.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'

/** Programs start and whole tours run here, on a machine that may be busy. */
vi.setConfig({ testTimeout: 60_000 })

const loaded = (text: string): Trace => {
  const parsed = parseTrace(text)
  if (!parsed.ok) throw new Error(sayEnglish(parsed.problem))
  return parsed.trace
}

describe('a saved trace', () => {
  const all = workflows.flatMap((workflow) =>
    lessons(workflow).map(({ name }) => [workflow.slug, name] as const),
  )

  test.each(all)('is read as it was saved: %s, %s', async (workflow, lesson) => {
    const trace = await played({ workflow, lesson })
    expect(loaded(JSON.stringify(trace))).toEqual(trace)
  })

  test('that the command recorded from a server is played without it', async () => {
    const behind = await openBehind()
    const words = [slugs.code, '--fusionauth', behind.origin]
    const { out, status } = await command('trace', words, { FUSIONAUTH_API_KEY: behind.apiKey })
    await behind.close()
    expect(status).toBe(0)
    const run = createRecordedRun(loaded(out))
    expect(run.state.trace.fusionauth).toEqual({ kind: 'fusionauth', version: '1.69.0' })
    expect(run.state.trace.messages.length).toBeGreaterThan(50)
    expect(out).not.toContain(behind.apiKey)
  })

  test('of before there were profiles is one of the defaults', async () => {
    const { profile, ...old } = await played({ workflow: slugs.native })
    expect(profile).toBe('fidelity')
    expect(loaded(JSON.stringify(old)).profile).toBe('fidelity')
  })

  test('may have a mark after its last message', async () => {
    const trace = await played({ workflow: slugs.native })
    const dividers = [{ before: trace.messages.length + 1, kind: 'sso' as const }]
    expect(loaded(JSON.stringify({ ...trace, dividers })).dividers).toEqual(dividers)
  })

  test('keeps members that nobody knows', async () => {
    const trace = await played({ workflow: slugs.native })
    expect(loaded(JSON.stringify({ ...trace, later: { a: 1 } }))).toMatchObject({ later: { a: 1 } })
  })
})

/** Why a text is no trace, in English; '' when it is one. */
const refusalOf = (text: string): string => {
  const parsed = parseTrace(text)
  return parsed.ok ? '' : sayEnglish(parsed.problem)
}

type Tree = Record<string, unknown> & { messages: Record<string, unknown>[] }

describe('a text that is no trace is refused, and the place is named', () => {
  // oxfmt-ignore
  const breaks: readonly (readonly [string, (trace: Tree) => unknown, string])[] = [
    ['another version', (t) => (t['version'] = 3), 'version must be 2, and is 3'],
    ['no workflow', (t) => delete t['workflow'], 'workflow must be text that is not empty, and is missing'],
    ['another FusionAuth', (t) => (t['fusionauth'] = { kind: 'other', version: '1' }), 'fusionauth.kind must be one of "stand-in", "fusionauth"'],
    ['another profile', (t) => (t['profile'] = 'soft'), 'profile must be one of "fidelity", "hardened"'],
    ['an event without a type', (t) => (t['events'] = [{}]), 'events[0].type must be who.verb'],
    ['a stranger', (t) => (t['participants'] = ['Eve']), 'participants[0] must be one of'],
    ['a participant twice', (t) => (t['participants'] = ['Store', 'Store']), 'participants must be a list of participants, each once'],
    ['messages that are no list', (t) => (t['messages'] = {} as never), 'messages must be a list, and is an object'],
    ['a message without headers', (t) => (t.messages[0] = { ...t.messages[0], http: { method: 'GET', url: 'https://x.example/', status: null, body: '' } }), 'messages[0].http.headers must be a list, and is missing'],
    ['a script for an address', (t) => (t.messages[0] = { ...t.messages[0], http: { method: 'GET', url: 'javascript:alert(1)', status: null, headers: [], body: '' } }), 'messages[0].http.url must be an http or https address'],
    ['a header in capitals', (t) => (t.messages[0] = { ...t.messages[0], http: { method: 'GET', url: 'https://x.example/', status: null, headers: [['Host', 'x']], body: '' } }), 'messages[0].http.headers[0] must be a pair'],
    ['a response without a status', (t) => (t.messages[1] = { ...t.messages[1], http: { method: null, url: 'https://x.example/', status: null, headers: [], body: '' } }), 'messages[1].http.status must be a whole number'],
    ['a time that is none', (t) => (t.messages[2] = { ...t.messages[2], at: '2026-13-01T00:00:00.000Z' }), 'messages[2].at must be a time'],
    ['a number left out', (t) => t.messages.splice(3, 1), 'messages[3].n must be 4, and is 5'],
    ['an id twice', (t) => (t.messages[3] = { ...t.messages[3], id: t.messages[0]?.['id'] }), 'for a second time'],
    ['a message between strangers', (t) => (t['participants'] = ['Store']), 'not among the participants'],
    ['a divider beyond the end', (t) => (t['dividers'] = [{ before: 9999, kind: 'sso' }]), 'dividers[0].before lies beyond'],
    ['evidence that is not there', (t) => (t['outcome'] = [{ id: 'x', holds: true, evidence: [9999] }]), 'outcome[0].evidence names a message beyond'],
  ]

  test.each(breaks)('%s', async (_, change, problem) => {
    const trace = JSON.parse(JSON.stringify(await played({ workflow: slugs.native }))) as Tree
    change(trace)
    expect(refusalOf(JSON.stringify(trace))).toContain(problem)
  })

  test.each([
    ['', 'cannot be read as JSON'],
    ['{', 'cannot be read as JSON'],
    ['null', 'The trace must be an object, and is null'],
    ['[]', 'The trace must be an object, and is a list'],
    ['{"__proto__":{"version":1}}', 'version must be 2, and is missing'],
  ])('%j', (text, problem) => {
    expect(refusalOf(text)).toContain(problem)
  })

  test('whatever JSON it is: a sentence, never an error', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const parsed = parseTrace(text)
        expect(parsed.ok ? '' : sayEnglish(parsed.problem)).toMatch(
          /^This is no trace of Login Lab: .*\.$/s,
        )
      }),
      cases(2_000),
    )
  })

  test('whatever is done to one place of a trace: it is read, or the place is named', async () => {
    const trace = await played({ workflow: slugs.native })
    const paths: (readonly (string | number)[])[] = []
    const walk = (value: unknown, path: readonly (string | number)[]): void => {
      paths.push(path)
      if (value === null || typeof value !== 'object') return
      for (const [key, member] of Object.entries(value))
        walk(member, [...path, Array.isArray(value) ? Number(key) : key])
    }
    walk(trace, [])
    const set = (value: unknown, path: readonly (string | number)[], to: unknown): unknown => {
      const [key, ...rest] = path
      if (key === undefined) return to
      if (Array.isArray(value))
        return value.map((item: unknown, index) => (index === key ? set(item, rest, to) : item))
      return Object.fromEntries(
        Object.entries(value as object).map(([name, item]) => [
          name,
          name === key ? set(item, rest, to) : item,
        ]),
      )
    }
    fc.assert(
      fc.property(fc.nat(paths.length - 1), fc.jsonValue(), (index, value) => {
        const text = JSON.stringify(set(trace, paths[index] ?? [], value))
        const parsed = parseTrace(text)
        if (parsed.ok) createRecordedRun(parsed.trace).close()
        else expect(sayEnglish(parsed.problem)).toMatch(/^This is no trace/)
      }),
      cases(300),
    )
  })
})

describe('a recorded run', () => {
  test('has no fork and refuses what is done, with what to do instead', async () => {
    const run = createRecordedRun(await played({ workflow: slugs.code }))
    expect(run.fork).toBeUndefined()
    expect(run.switchTo).toBeUndefined()
    expect(await run.send({ type: 'learner.open', app: 'Store' })).toEqual({
      ok: false,
      problem: { code: 'problem.recording', params: { workflow: slugs.code } },
    })
    expect(run.state.trace.messages.length).toBeGreaterThan(0)
  })

  test('is played by the player like any other', async () => {
    const run = createRecordedRun(await played({ workflow: slugs.code }))
    const playback = new Playback(run, () => undefined)
    await playback.seek(10)
    await playback.forward()
    expect(playback.state.cursor).toBe(11)
    playback.dispose()
  })

  test('shows what the run showed that it was recorded from', async () => {
    const live = await openRun({ workflow: slugs.code })
    await playOn(live)
    const run = createRecordedRun(loaded(JSON.stringify(live.state.trace)))
    expect(run.state.trace).toEqual(live.state.trace)
    expect(run.state.now).toBe(live.state.now)
  })
})
