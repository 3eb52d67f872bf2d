import { describe, expect, inject, test } from 'vitest'
import type { Difference } from '../../scenarios/model/difference.ts'
import type { Run } from '../../scenarios/model/run.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { fixtureRun } from '../support/fixture-run.ts'
import { find, handing, openHere, openPlayer, until } from './player.ts'
import { made } from '../support/texts.ts'
import { layers } from '../../web/router/layers.ts'
import version1 from '../recorded/version-1.trace.json' with { type: 'json' }

const workflow = 'webapp/native-login-form-to-application-backend-sessions-refresh-tokens-cookies'

const file = (text: string): File => new File([text], 'saved.json', { type: 'application/json' })

const textOf = (lab: Element, ...path: string[]): string =>
  find(lab, ...path).shadowRoot?.textContent ?? ''

/** A trace with as much as a page shows: messages, headers, verdicts, things in memory, a body, depth. */
const atTheBounds = (trace: Trace): Trace => {
  const request = trace.messages.find(
    ({ kind, cookies }) => kind === 'request' && cookies.length > 0,
  )
  if (request?.http == null) throw new Error('No request has a cookie.')
  const { http, cookies } = request
  const after: unknown = JSON.parse('['.repeat(59) + ']'.repeat(59))
  const token = `eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.${'s'.repeat(16_384 - 36)}`
  const full = {
    headers: Array.from({ length: 200 }, (_, index) => [
      `x-${index}`,
      index === 0 ? token : 'v'.repeat(300),
    ]),
    body: JSON.stringify(Array.from({ length: 900 }, () => 'y'.repeat(200))),
  }
  const messages = Array.from({ length: 2_000 }, (_, index) => ({
    ...request,
    n: index + 1,
    id: `login.m${index}`,
    exchange: index + 1,
    cause: null,
    cookies: index % 1_000 > 997 ? Array.from({ length: 200 }, () => cookies[0]) : [],
    received: [],
    changes:
      index < 1_000
        ? [
            {
              where: 'Store.appSessions',
              op: 'set',
              key: `session-id-${index}`,
              before: null,
              after,
            },
          ]
        : [],
    http: { ...http, headers: [], body: '', ...(index % 1_000 > 997 ? full : {}) },
  }))
  return { ...trace, dividers: [], outcome: [], messages: messages as unknown as Trace['messages'] }
}

/** What the notices on the stage say. */
const told = (lab: Element): string =>
  [...(lab.shadowRoot?.querySelectorAll('lab-notice') ?? [])]
    .map((notice) => `${notice.shadowRoot?.textContent ?? ''} ${notice.textContent ?? ''}`)
    .join(' ')

describe('a saved trace', () => {
  test('is played without the server it came from', async () => {
    const text = inject('nodeTraces')[workflow] ?? ''
    const { messages } = JSON.parse(text) as Trace
    const { lab, cursor } = await openPlayer({ openRun: openHere })
    await lab.openFile(file(text))
    await until('the recording is there', () => textOf(lab, 'lab-header').includes('A recording'))
    expect(lab.workflow).toBe(workflow)
    await lab.goTo(messages.at(-1)?.id ?? '')
    await until('its last message is shown', () => cursor() === messages.length)
    expect(textOf(lab, 'lab-story')).toContain('The Hacker sees the victim’s cart')
  })

  test('of version 1, in another language: its English sentences are marked as English', async () => {
    const { lab } = await openPlayer({ layer: 'cookies' })
    lab.language = 'es'
    await until('it is Spanish', () => lab.state.words.language === 'es')
    await lab.openFile(file(JSON.stringify(version1)))
    const theft = version1.messages.find(({ kind, from }) => kind === 'self' && from === 'Hacker')
    const loaded = version1.messages.find(({ cookies }) => cookies.length > 0)
    const marked = (...path: string[]): string =>
      find(lab, ...path).shadowRoot?.querySelector('[lang=en]:not(a [lang], a)')?.textContent ?? ''
    await until('the recording is there', () => {
      const { run } = lab.state
      return run.kind === 'open' && run.place === 'recording'
    })
    await lab.updateComplete
    await lab.goTo(loaded?.id ?? '')
    await until('the cookie is told', () => marked('lab-inspector', 'lab-cookies') !== '')
    expect(marked('lab-inspector', 'lab-cookies')).toBe(loaded?.cookies[0]?.because)
    await lab.goTo(theft?.id ?? '')
    await until('the theft is told', () => marked('lab-story') !== '')
    expect(marked('lab-story')).toBe(theft?.label)
  })

  test.each([
    ['no JSON', '<h1>hello</h1>'],
    ['another JSON', '{"version":2}'],
  ])('that is none (%s) is refused in words, and the run stays', async (_, text) => {
    const { lab } = await openPlayer()
    await lab.openFile(file(text))
    await until('the notice is there', () => told(lab).includes('cannot be played'))
    expect(lab.shadowRoot?.querySelector('lab-controls')).not.toBeNull()
  })

  test('at the bounds of what a page can show is opened, and goes to any message in every layer', async () => {
    const trace = JSON.parse(inject('nodeTraces')[workflow] ?? '') as Trace
    const large = atTheBounds(trace)
    const { lab, cursor } = await openPlayer({ openRun: openHere })
    await lab.openFile(file(JSON.stringify(large)))
    await until('the recording is there', () => textOf(lab, 'lab-header').includes('A recording'))
    for (const layer of layers) {
      lab.layer = layer
      for (const n of [1_000, 1_999, 1_001]) {
        await lab.goTo(large.messages[n - 1]?.id ?? '')
        await until(`message ${n} is shown in ${layer}`, () => cursor() === n)
      }
    }
    expect(lab.state.notice).toBeNull()
  })

  test('one beyond a bound is refused, with the bound and what was found, in both languages', async () => {
    const trace = JSON.parse(inject('nodeTraces')[workflow] ?? '') as Trace
    const [first] = trace.messages
    const more = Array.from({ length: 2_001 }, (_, index) => ({ ...first, n: index + 1 }))
    const { lab } = await openPlayer()
    const large = file(JSON.stringify({ ...trace, messages: more }))
    await lab.openFile(large)
    await until('it is told', () =>
      told(lab).includes('it has 2001 messages, and a page shows at most 2000'),
    )
    lab.language = 'es'
    await until('it is Spanish', () => lab.state.words.language === 'es')
    await lab.openFile(large)
    await until('it is told', () =>
      told(lab).includes('tiene 2001 mensajes, y una página muestra 2000'),
    )
    expect(lab.shadowRoot?.querySelector('lab-controls')).not.toBeNull()
  })

  test('of a workflow that is unknown here is refused by name', async () => {
    const trace = {
      ...(JSON.parse(inject('nodeTraces')[workflow] ?? '') as Trace),
      workflow: 'spa/x',
    }
    const { lab } = await openPlayer()
    await lab.openFile(file(JSON.stringify(trace)))
    await until('the notice is there', () => told(lab).includes('spa/x'))
  })
})

test('where a real FusionAuth differs from the stand-in, the message says so and the header counts', async () => {
  const difference: Difference = {
    message: 'x',
    n: 2,
    kind: 'status',
    what: '',
    expected: '200',
    observed: '203',
    sentence: made('FusionAuth was expected to answer 200, and answers 203.'),
    reason: null,
  }
  const run = fixtureRun()
  const differing: Run = {
    ...run,
    get state() {
      return { ...run.state, differences: [difference] }
    },
    subscribe: (listener) =>
      run.subscribe((state) => listener({ ...state, differences: [difference] })),
  }
  const { lab, cursor } = await openPlayer({ openRun: handing(differing) })
  await until('the count is there', () => textOf(lab, 'lab-header').includes('1 difference'))
  find(lab, 'lab-header', '.differs').click()
  find(lab, 'lab-header', '#differences button').click()
  await until('the message is shown', () => cursor() === 2)
  expect(textOf(lab, 'lab-story')).toContain(
    'FusionAuth was expected to answer 200, and answers 203.',
  )
})
