import {
  array,
  assert,
  constantFrom,
  type Arbitrary,
  integer,
  oneof,
  property,
  record,
  string,
  tuple,
  constant,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Run } from '../../scenarios/model/run.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { openRun } from '../../server/run.ts'
import { messageAddress, runAddress } from '../../web/features/share/run-address.ts'
import { eventOf, eventWords, wordOf, type SharedEvent } from '../../web/player/run-link/events.ts'
import { sharedRun } from '../../web/player/run-link/lines.ts'
import { openShared, type UnknownRun } from '../../web/player/run-link/open.ts'
import { rebuild } from '../../web/player/run-link/rebuild.ts'
import { readRun, writeRun, type SharedLine } from '../../web/player/run-link/text.ts'
import { act, slugs } from '../support/play.ts'
import { cases } from '../support/cases.ts'

const anyEvent: Arbitrary<SharedEvent> = oneof(
  constantFrom(...eventWords).map((word) => eventOf(word) as SharedEvent),
  record({
    type: constant('clock.advance' as const),
    seconds: integer({ min: 1, max: 10 * 365 * 24 * 60 * 60 }),
  }),
)

/** Lines of which each further one shares some events with the one before. */
const anyLines: Arbitrary<readonly SharedLine[]> = tuple(
  array(anyEvent, { maxLength: 30 }),
  array(tuple(integer({ min: 0, max: 999_999 }), integer({ min: 0, max: 30 }), array(anyEvent)), {
    maxLength: 6,
  }),
).map(([first, branches]) => {
  const lines: SharedLine[] = [{ at: null, events: first }]
  for (const [at, shared, own] of branches)
    lines.push({ at, events: [...(lines.at(-1)?.events ?? []).slice(0, shared), ...own] })
  return lines
})

describe('the text of a run', () => {
  test('is read back as it was written, whatever was done', () => {
    assert(
      property(anyLines, (lines) => {
        expect(readRun(writeRun(lines))).toEqual({ ok: true, lines })
      }),
      cases(1000),
    )
  })

  test('needs no escaping in an address', () => {
    assert(
      property(anyLines, (lines) => {
        const text = writeRun(lines)
        const address = new URL(`https://lab.example/#run=${text}&step=a.b`)
        expect(address.hash).toBe(`#run=${text}&step=a.b`)
        expect(new URLSearchParams(address.hash.slice(1)).get('run')).toBe(text)
      }),
    )
  })

  test('has one word for each event, and one event for each word', () => {
    expect(new Set(eventWords).size).toBe(eventWords.length)
    for (const word of eventWords) expect(wordOf(eventOf(word) as SharedEvent)).toBe(word)
  })

  test('survives anything that somebody puts there', () => {
    assert(
      property(
        oneof(
          string({ unit: 'binary' }),
          string().map((rest) => `1~${rest}`),
        ),
        (text) => {
          const read = readRun(text)
          if (read.ok) expect(readRun(writeRun(read.lines))).toEqual(read)
        },
      ),
      cases(2000),
    )
  })

  test.each([
    ['', { kind: 'version', found: '' }],
    ['2~open-store', { kind: 'version', found: '2' }],
    ['1', { kind: 'version', found: '1' }],
    ['1~opne-store', { kind: 'unknown', word: 'opne-store', near: 'open-store' }],
    ['1~wait-0', { kind: 'unknown', word: 'wait-0' }],
    ['1~wait-99999999999', { kind: 'unknown' }],
    ['1~open-store~16.hack', { kind: 'branch', found: '16' }],
    ['1~open-store~16_2.hack', { kind: 'branch', found: '16_2' }],
    ['1~open-store~1_1.__proto__', { kind: 'unknown', word: '__proto__' }],
    [`1~${'hack.'.repeat(5000)}`, { kind: 'too-long' }],
    [`1${'~'.repeat(120)}`, { kind: 'too-long' }],
    [`1~${Array(500).fill('hack').join('.')}`, { kind: 'too-long' }],
  ])('%j is refused, and what is wrong is named', (text, problem) => {
    expect(readRun(text)).toMatchObject({ ok: false, problem })
  })
})

const traces = new Map<string, Trace>()

/** A run that remembers its branches, as a player does. */
const watched = async (workflow: string): Promise<Run> => {
  traces.clear()
  const run = await openRun({ workflow, seed: 'shared' })
  run.subscribe(({ branch, trace }) => traces.set(branch, trace))
  return run
}

const again = async (run: Run): Promise<Run> => {
  const { trace } = run.state
  const { lines } = sharedRun(run.state, traces)
  const address = runAddress(new URL('https://lab.example/x/?lang=es#step=a'), trace, lines, null)
  const read = readRun(new URLSearchParams(address.hash.slice(1)).get('run') ?? '')
  if (!read.ok) throw new Error('the link cannot be read')
  const other = await openRun({ workflow: trace.workflow, seed: trace.seed })
  expect(await rebuild(other, read.lines)).toEqual({ ok: true })
  return other
}

const begin = [
  { type: 'learner.open', app: 'Store' },
  { type: 'learner.login', app: 'Store' },
] as const satisfies readonly SharedEvent[]

describe('a link to a run', () => {
  test('makes the same run again, to the letter', async () => {
    const run = await watched(slugs.code)
    for (const event of begin) await act(run, event)
    await act(run, { type: 'learner.submit', app: 'Store', credentials: 'right' })
    await act(run, { type: 'clock.expire', what: 'session' })
    await act(run, { type: 'learner.load', app: 'Store' })
    const other = await again(run)
    expect(other.state.trace).toEqual(run.state.trace)
  })

  test('makes the run again when it is opened', async () => {
    const run = await openRun({ workflow: slugs.code }, { rehearse: false })
    const told: UnknownRun[] = []
    const shared = openShared(
      writeRun([{ at: null, events: begin }]),
      async () => ({ run, place: 'page' }),
      (unknown) => told.push(unknown),
    )
    const opened = await shared({ workflow: slugs.code }, () => undefined)
    expect(told).toEqual([])
    expect(opened.run.state.trace.events).toEqual(begin)
    run.close()
  })

  test('makes the branch again, with those that it came from', async () => {
    const run = await watched(slugs.code)
    for (const event of begin) await act(run, event)
    await act(run, { type: 'learner.submit', app: 'Store', credentials: 'right' })
    await act(run, { type: 'clock.expire', what: 'session' })
    await run.send(
      { type: 'learner.submit', app: 'Store', credentials: 'wrong-password' },
      { at: 6 },
    )
    await act(run, { type: 'learner.submit', app: 'Store', credentials: 'right' })
    await run.send({ type: 'fusionauth.stop' })
    await run.send({ type: 'clock.advance', seconds: 60 }, { at: 8 })
    expect(run.state.branches).toHaveLength(3)
    const other = await again(run)
    expect(other.state.trace).toEqual(run.state.trace)
    expect(other.state.branches).toEqual(run.state.branches)
    // After a reload only the branch that is shown has been looked at.
    expect(sharedRun(run.state, new Map()).lines).toEqual(sharedRun(run.state, traces).lines)
    expect(other.state.branch).toBe(run.state.branch)
  })

  test.each([
    ['wrong-password', 'ada@example.com', 'my-real-password'],
    ['wrong-password', 'somebody@real.example', 'tea-for-two-1815'],
  ] as const)(
    'tells of typed words only that they were %s',
    async (credentials, loginId, password) => {
      const run = await watched(slugs.native)
      for (const event of begin) await act(run, event)
      await act(run, { type: 'learner.submit', app: 'Store', credentials: { loginId, password } })
      const { lines, leavesOutTyped } = sharedRun(run.state, traces)
      expect(leavesOutTyped).toBe(true)
      expect(lines[0]?.events.at(-1)).toEqual({
        type: 'learner.submit',
        app: 'Store',
        credentials,
      })
      const link = runAddress(new URL('https://lab.example/'), run.state.trace, lines, null).href
      for (const secret of [loginId, password]) {
        expect(link).not.toContain(secret)
        expect(link).not.toContain(encodeURIComponent(secret))
      }
    },
  )

  test('tells of typed words that opened a session only that they were right', async () => {
    const run = await watched(slugs.native)
    for (const event of begin) await act(run, event)
    for (const credentials of ['wrong-password', 'right'] as const)
      await act(run, { type: 'learner.submit', app: 'Store', credentials })
    const { trace } = run.state
    const typed = trace.events.map((event) =>
      event.type === 'learner.submit'
        ? { ...event, credentials: { loginId: 'me', password: '•••' } }
        : event,
    )
    const shared = sharedRun({ ...run.state, trace: { ...trace, events: typed } }, new Map())
    expect(shared.leavesOutTyped).toBe(true)
    expect(shared.lines[0]?.events).toEqual(trace.events)
  })

  test('holds no value of the run: no token, code, cookie or password', async () => {
    const run = await watched(slugs.code)
    for (const event of begin) await act(run, event)
    await act(run, { type: 'learner.submit', app: 'Store', credentials: 'right' })
    const { trace } = run.state
    const { lines } = sharedRun(run.state, traces)
    const step = trace.messages.at(-1)?.id ?? null
    const { href } = runAddress(new URL('https://lab.example/'), trace, lines, step)
    const known =
      /^https:\/\/lab\.example\/\?workflow=[a-z/-]+&seed=shared#run=1~[a-z.-]+&step=[a-z.-]+$/
    expect(href).toMatch(known)
  })

  test('ends where a step is refused, with the run’s own words', async () => {
    const run = await openRun({ workflow: slugs.code })
    const result = await rebuild(run, [{ at: null, events: [{ type: 'hacker.load' }] }])
    expect(result).toEqual({
      ok: false,
      problem: { code: 'choice.nothing-stolen', params: {} },
    })
    expect(run.state.trace.messages).toEqual([])
  })

  test('in a run that cannot branch does what was done on the last line', async () => {
    const run = await openRun({ workflow: slugs.code })
    const open: SharedEvent = { type: 'learner.open', app: 'Store' }
    const { fork: _, ...unforked } = run
    const plain: Run = {
      ...unforked,
      get state() {
        return run.state
      },
    }
    const lines: readonly SharedLine[] = [
      { at: null, events: [open, { type: 'learner.login', app: 'Store' }] },
      { at: 2, events: [open, { type: 'learner.open', app: 'Forums' }] },
    ]
    expect(await rebuild(plain, lines)).toEqual({ ok: true })
    expect(run.state.trace.events).toEqual(lines[1]?.events)
  })
})

test('a link to a message names workflow, seed and message, and nothing else of the address', () => {
  const trace = {
    workflow: 'webapp/a',
    lesson: 'outage',
    seed: 's',
    profile: 'hardened',
    defences: {},
  } as Trace
  const address = messageAddress(new URL('https://lab.example/?x=1#y'), trace, 'login.a-request')
  expect(address.href).toBe(
    'https://lab.example/?workflow=webapp/a&lesson=outage&seed=s&profile=hardened#step=login.a-request',
  )
})

describe('the switches of a run go along in its links', () => {
  const trace = {
    workflow: 'webapp/a',
    lesson: 'attack-csrf',
    seed: 's',
    profile: 'fidelity',
    defences: { 'origin-check': false },
  } as unknown as Trace

  test('as the address asks for them: one at its usual value counts against an attack’s own', () => {
    const here = new URL('https://lab.example/?workflow=webapp/a&defence=same-site=lax')
    expect(messageAddress(here, trace, null).search).toBe(
      '?workflow=webapp/a&lesson=attack-csrf&seed=s&defence=same-site=lax',
    )
  })

  test('as the trace tells them, where the address asks for none', () => {
    expect(messageAddress(new URL('https://lab.example/'), trace, null).search).toContain(
      'defence=origin-check=false',
    )
  })
})
