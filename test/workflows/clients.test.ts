import { describe, expect, test } from 'vitest'
import { lessonByName, type Workflow, workflows } from '../../scenarios/catalogue/index.ts'
import { headerOf } from '../../scenarios/engine/wire.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { Message, Trace } from '../../scenarios/model/trace.ts'
import type { Json } from '../../scenarios/model/wire.ts'
import { act, done, runThrough } from '../support/play.ts'

const rows = workflows.filter(({ client }) => client !== 'webapp')
const named = rows.map((row): [string, Workflow] => [row.slug, row])
const quickly = { rehearse: false }

/** What the tour does until the first thing runs out: the user is at the Store then. */
const login = (row: Workflow): readonly LabEvent[] => {
  const tour = lessonByName(row, 'tour')?.events ?? []
  return tour.slice(
    0,
    tour.findIndex(({ type }) => type === 'clock.expire'),
  )
}

interface Shown {
  readonly url: string
  readonly html: string
}

/** The last view that a client program showed. */
const lastShown = ({ messages }: Pick<Trace, 'messages'>): Shown => {
  const change = messages
    .flatMap(({ changes }) => changes)
    .findLast(({ where }) => where.endsWith('.pages'))
  const { url, html } = (change?.after ?? { url: '', html: '' }) as unknown as Shown
  return { url, html }
}

describe.each(named)('%s', (workflow, row) => {
  test('after the login the cart is shown, and the address in the bar is the cart’s', async () => {
    const trace = await done({ workflow }, login(row), quickly)
    const { url, html } = lastShown(trace)
    expect(new URL(url).pathname).toBe('/shopping-cart')
    expect(html).toContain('Enamel teapot, blue')
    // It came with the answer that brought its content: no arrow was made up for it.
    expect(trace.messages.at(-1)?.http?.status).toBe(200)
    expect(trace.messages.at(-1)?.changes.some(({ where }) => where.endsWith('.pages'))).toBe(true)
  })

  test('a wrong password brings the form back with a reason, and nothing is kept', async () => {
    const wrong = login(row).map((event): LabEvent =>
      event.type === 'learner.submit' ? { ...event, credentials: 'wrong-password' } : event,
    )
    const { messages } = await done({ workflow }, wrong, quickly)
    const last = messages.at(-1)
    const form = row.sso ? (last?.http?.body ?? '') : lastShown({ messages }).html
    expect(form).toContain('type="password"')
    expect(form).toMatch(/role="alert"|class="[^"]*error/)
    const kept = messages
      .flatMap(({ changes }) => changes)
      .filter(({ where, op }) => op === 'set' && /\.(device|localStorage)$/.test(where))
    expect(kept.map(({ key }) => key).filter((key) => /jwt|refresh_token/.test(key))).toEqual([])
  })

  test('nothing that the user types is in an address, and no token ever is', async () => {
    const tour = lessonByName(row, 'tour')?.events ?? []
    const { messages } = await done({ workflow }, tour, quickly)
    const addresses = messages
      .filter(({ kind }) => kind === 'request')
      .map(({ http }) => http?.url ?? '')
    expect(
      addresses.filter((url) => /password|eyJ|access_token|refresh_token=/i.test(url)),
    ).toEqual([])
  })

  test('a password that the learner made up is in no message, however it travels', async () => {
    const password = 'correct "horse" \\ bättery <b>'
    const made = login(row).map((event): LabEvent =>
      event.type === 'learner.submit'
        ? { ...event, credentials: { loginId: 'somebody@example.com', password } }
        : event,
    )
    const { messages } = await done({ workflow }, made, quickly)
    const told = JSON.stringify(messages)
    const inJson = JSON.stringify(password).slice(1, -1)
    const spellings = [
      password,
      inJson,
      JSON.stringify(inJson).slice(1, -1),
      JSON.stringify(JSON.stringify(inJson).slice(1, -1)).slice(1, -1),
      encodeURIComponent(password),
      new URLSearchParams({ x: password }).toString().slice(2),
    ]
    expect(spellings.filter((spelling) => told.includes(spelling))).toEqual([])
    expect(told).toContain('•••')
  })

  test('while nobody answers the user is told, and keeps what is kept', async () => {
    let down = false
    const run = await runThrough(
      { workflow },
      (deliver) => (request, exchange) =>
        down && request.url.startsWith('https://store.example.com')
          ? Promise.resolve({
              status: 503,
              headers: [['content-type', 'application/json']],
              body: '{"problem":"The Store is closed for an hour."}',
            })
          : deliver(request, exchange),
    )
    for (const event of login(row)) await act(run, event)
    down = true
    await act(run, { type: 'learner.load', app: 'Store' })
    expect(lastShown(run.state.trace).html).toContain('The Store is closed for an hour.')
    down = false
    await act(run, { type: 'learner.load', app: 'Store' })
    expect(lastShown(run.state.trace).html).toContain('Enamel teapot, blue')
    expect(run.state.trace.messages.at(-1)?.step).toBe('learner.load')
    run.close()
  })
})

const scripted = rows.filter(({ client }) => client === 'spa')

describe.each(scripted.map((row): [string, Workflow] => [row.slug, row]))('%s', (workflow, row) => {
  test('every request says what within the browser began it', async () => {
    const tour = lessonByName(row, 'tour')?.events ?? []
    const { messages } = await done({ workflow }, tour, quickly)
    const requests = messages.filter(({ kind, from }) => kind === 'request' && from === 'Browser')
    const said = (message: Message) => headerOf(message.http?.headers ?? [], 'sec-fetch-mode')
    expect(requests.filter((one) => (said(one) === 'cors') !== (one.by === 'script'))).toEqual([])
    expect(requests.some(({ by }) => by === 'script')).toBe(true)
  })

  test('what FusionAuth’s cookies of the tokens hold is only read by FusionAuth', async () => {
    const { messages } = await done({ workflow }, login(row), quickly)
    const read = messages.filter(
      ({ to, http, kind }) =>
        kind === 'request' &&
        to === 'Store' &&
        /refresh_token=/.test(headerOf(http?.headers ?? [], 'cookie') ?? ''),
    )
    expect(read.length > 0).toBe(row.fusionauth === 'parent-domain')
  })
})

const implicit = rows.filter((row) => row.login === 'implicit')

/** The redirect back from FusionAuth, with another state in its fragment. */
const otherState = (location: string): string =>
  location.replace(/state=[^&]*/, 'state=of-somebody-else')

describe.each(implicit.map((row): [string, Workflow] => [row.slug, row]))('%s', (workflow, row) => {
  const play = async (defences: Readonly<Record<string, Json>>) => {
    const run = await runThrough({ workflow, defences }, (deliver) => async (request, exchange) => {
      const response = await deliver(request, exchange)
      return {
        ...response,
        headers: response.headers.map(([name, value]): [string, string] => [
          name,
          name === 'location' && value.includes('#') ? otherState(value) : value,
        ]),
      }
    })
    for (const event of login(row)) await act(run, event)
    const shown = lastShown(run.state.trace)
    run.close()
    return shown
  }

  test('a token that was not asked for here is not taken', async () => {
    const { html } = await play({})
    expect(html).toContain('not to a login that was begun here')
    expect(html).not.toContain('Enamel teapot, blue')
  })

  test('without that check it is', async () => {
    expect((await play({ state: false })).html).toContain('Enamel teapot, blue')
  })
})
