import { describe, expect, test } from 'vitest'
import type { Trace } from '../../scenarios/model/trace.ts'
import { cutTrace } from '../../scenarios/projections/cut.ts'
import { harOf, harText } from '../../scenarios/projections/har.ts'
import { fixtureTrace } from '../support/fixture-trace.ts'
import { harProblems } from '../support/har-shape.ts'
import { played, slugs } from '../support/play.ts'

const requests = ({ messages }: Trace) => messages.filter(({ kind }) => kind === 'request')
const tour = await played({ workflow: slugs.code })
const archive = harOf(tour)
const { entries, pages } = archive.log

const entryOf = (id: string) => {
  const found = entries.find(({ _request: { id: asked } }) => asked === id)
  if (found === undefined) throw new Error(`no entry for ${id}`)
  return found
}

describe('an HTTP archive of a tour', () => {
  test.each(Object.values(slugs))('is HAR 1.2 to the letter: %s', async (workflow) => {
    const text = harText(await played({ workflow }))
    expect(harProblems(JSON.parse(text))).toEqual([])
  })

  test.each(['outage', 'wrong-password', 'silent-relogin'])('lesson %s too', async (lesson) => {
    const text = harText(await played({ workflow: slugs.code, lesson }))
    expect(harProblems(JSON.parse(text))).toEqual([])
  })

  test('holds every exchange once, in order', () => {
    expect(entries.map(({ _request }) => _request)).toEqual(
      requests(tour).map(({ n, id }) => ({ n, id })),
    )
  })

  test('begins and ends by the protocol clock', () => {
    for (const { startedDateTime, time, _request, _response } of entries) {
      const end = tour.messages[(_response?.n ?? 0) - 1]
      expect(startedDateTime).toBe(tour.messages[_request.n - 1]?.at)
      expect(Date.parse(startedDateTime) + time).toBe(Date.parse(end?.at ?? ''))
    }
  })

  test('tells the browser, the hacker and the back channel apart', () => {
    const { pageref, connection, _from, _to, _cause } = entryOf('login.token-request')
    expect({ pageref, connection, _from, _to, _cause }).toEqual({
      pageref: undefined,
      connection: 'Store-FusionAuth',
      _from: 'Store',
      _to: 'FusionAuth',
      _cause: 6,
    })
    expect(entryOf('load-cart.cart-request').pageref).toMatch(/^browser-.*load-cart$/)
    expect(entryOf('stolen-session-id.cart-request').pageref).toMatch(
      /^hacker-.*stolen-session-id$/,
    )
    expect(pages.map(({ title }) => title)).toContain('Hacker: Stolen session id')
  })

  test('holds a form as text and as its fields', () => {
    const { postData } = entryOf('login.token-request').request
    expect(postData?.mimeType).toBe('application/x-www-form-urlencoded')
    expect(postData?.params).toContainEqual({ name: 'grant_type', value: 'authorization_code' })
    expect(postData?.text).toContain('grant_type=authorization_code')
  })

  test('holds the cookies of a request, each with its rule, and those that were withheld', () => {
    const { request, _withheldCookies } = entryOf('load-cart.cart-request')
    expect(request.cookies.map(({ name }) => name).toSorted()).toEqual(['rt', 'sid'])
    for (const { comment } of request.cookies) expect(comment).toMatch(/\.$/)
    expect(_withheldCookies?.map(({ name }) => name)).toContain('fusionauth.sso')
  })

  test('holds the cookies of an answer with their attributes', () => {
    const sid = entryOf('login.callback-request').response.cookies.find(
      ({ name }) => name === 'sid',
    )
    expect(sid).toMatchObject({ path: '/', httpOnly: true, secure: true })
    expect(sid?.value).not.toBe('')
  })

  test('tells when a cookie ends that an answer gives an age', () => {
    const { response, _response } = entryOf('login.callback-request')
    const at = tour.messages.find(({ n }) => n === _response?.n)?.at ?? ''
    const end = new Date(Date.parse(at) + 60 * 86_400_000).toISOString()
    expect(response.cookies.find(({ name }) => name === 'rt')?.expires).toBe(end)
  })

  test('counts the octets of a head as it is sent, query and all', () => {
    const { url, headers, headersSize } = entryOf('login.authorize-request').request
    const fields = headers.map(({ name, value }) => `${name}: ${value}\r\n`).join('')
    const line = `GET ${url.slice(new URL(url).origin.length)} HTTP/1.1\r\n`
    expect(headersSize).toBe(Buffer.byteLength(`${line}${fields}\r\n`))
  })

  test('says where a redirect leads', () => {
    expect(entryOf('login.login-request').response.redirectURL).toContain('/oauth2/authorize?')
    expect(entryOf('load-cart.cart-request').response.redirectURL).toBe('')
  })

  test('has a request without an answer as developer tools have it', async () => {
    const outage = harOf(await played({ workflow: slugs.code, lesson: 'outage' }))
    const unanswered = outage.log.entries.filter(({ response }) => response.status === 0)
    expect(unanswered).not.toHaveLength(0)
    expect(unanswered.map(({ response: { _error } }) => _error)).toContainEqual(
      expect.stringContaining('No answer'),
    )
  })
})

describe('an HTTP archive from any point', () => {
  test('is whole at every message of a tour', () => {
    for (const { n } of tour.messages) {
      const cut = harOf(cutTrace(tour, n))
      expect(harProblems(cut)).toEqual([])
      expect(cut.log.entries).toHaveLength(requests(cutTrace(tour, n)).length)
    }
  })

  test('says of the last request that its answer comes later', () => {
    const last = harOf(cutTrace(tour, 12)).log.entries.at(-1)
    expect(last?.response.status).toBe(0)
    expect(last?.comment).toContain('after the last message')
  })

  test('leaves out outcomes that are not there yet', () => {
    expect(cutTrace(tour, 60).outcome.map(({ id }) => id)).not.toContain('hacker-sees-the-cart')
    expect(cutTrace(tour, 74)).toBe(tour)
  })
})

describe('what is secret in it', () => {
  test('a run with a real FusionAuth says in the file that it may hold valid tokens', () => {
    const real: Trace = { ...tour, fusionauth: { kind: 'fusionauth', version: '1.69.0' } }
    expect(harOf(real).log.comment).toContain('still valid')
    expect(archive.log.comment).not.toContain('still valid')
  })

  test('what is redacted in the trace is redacted in the archive', () => {
    const text = JSON.stringify(fixtureTrace()).replaceAll(
      /client_secret=[^&"]*/g,
      'client_secret=•••',
    )
    const redacted = harOf(JSON.parse(text) as Trace)
    const params = redacted.log.entries.flatMap(({ request }) => request.postData?.params ?? [])
    const secrets = params.filter(({ name }) => name === 'client_secret')
    expect(secrets).not.toHaveLength(0)
    expect(new Set(secrets.map(({ value }) => value))).toEqual(new Set(['•••']))
  })
})

describe('the judgement itself', () => {
  const broken = (change: (har: ReturnType<typeof harOf>) => unknown): readonly string[] =>
    harProblems(change(structuredClone(archive)))

  test.each([
    ['a missing field', (har) => ({ log: { ...har.log, entries: [{}] } })],
    ['a field that HAR does not have', (har) => ({ log: { ...har.log, colour: 'red' } })],
    ['another version', (har) => ({ log: { ...har.log, version: '1.1' } })],
    ['a page that is not there', (har) => ({ log: { ...har.log, pages: [] } })],
    [
      'a time that is not the sum',
      (har) => ({
        log: { ...har.log, entries: har.log.entries.map((e) => ({ ...e, time: 1e6 })) },
      }),
    ],
  ] as readonly [string, (har: ReturnType<typeof harOf>) => unknown][])(
    'notices %s',
    (_, change) => {
      expect(broken(change)).not.toEqual([])
    },
  )
})
