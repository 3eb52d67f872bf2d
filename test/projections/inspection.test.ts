import { describe, expect, test } from 'vitest'
import { inspect } from '../../scenarios/projections/inspection.ts'
import type { Message } from '../../scenarios/model/trace.ts'
import { fixtureTrace } from '../support/fixture-trace.ts'
import { values } from '../support/fixture-words.ts'

const { messages } = fixtureTrace()
const message = (n: number): Message => {
  const found = messages[n - 1]
  if (found === undefined) throw new Error(`no message ${n}`)
  return found
}
const rows = (n: number) =>
  inspect(message(n))?.parameters.map(({ source, name, value }) => [source, name, value])

describe('a message laid out', () => {
  test('a request shows its first line as on the wire, and its query', () => {
    const inspection = inspect(message(9))
    expect(inspection?.line).toBe(
      `GET /callback?code=${values.code}&state=${values.state} HTTP/1.1`,
    )
    expect(rows(9)).toEqual([
      ['query', 'code', values.code],
      ['query', 'state', values.state],
    ])
  })

  test('a response does not repeat the query that it answers, but tells where it leads', () => {
    expect(inspect(message(8))?.line).toBe('HTTP/1.1 302')
    expect(rows(8)).toEqual([
      ['location', 'code', values.code],
      ['location', 'state', values.state],
    ])
  })

  test('form fields are decoded', () => {
    expect(rows(7)).toContainEqual(['form', 'loginId', 'ada@example.com'])
    expect(inspect(message(7))?.bodyKind).toBe('form')
  })

  test('JSON is told leaf by leaf', () => {
    expect(rows(11)).toContainEqual(['json', 'expires_in', '3600'])
  })

  test('a nested JSON body has dotted names', () => {
    const http = message(11).http
    if (http === null) throw new Error('no http')
    const nested = { ...message(11), http: { ...http, body: '{"a":{"b":[1,null,"x"]}}' } }
    expect(inspect(nested)?.parameters.map(({ name, value }) => `${name}=${value}`)).toEqual([
      'a.b.0=1',
      'a.b.1=null',
      'a.b.2=x',
    ])
  })

  test('a body that says it is JSON and is not is shown as text', () => {
    const http = message(11).http
    if (http === null) throw new Error('no http')
    const broken = { ...message(11), http: { ...http, body: '{"a":' } }
    expect(inspect(broken)).toMatchObject({ bodyKind: 'text', body: '{"a":', parameters: [] })
  })

  test('the raw form holds every header, in order', () => {
    expect(inspect(message(13))?.raw.split('\n').slice(0, 4)).toEqual([
      'HTTP/1.1 302',
      'location: /shopping-cart',
      expect.stringContaining('set-cookie: store.session='),
      expect.stringContaining('set-cookie: store.refresh='),
    ])
  })

  test('a self message crossed no wire', () => {
    expect(inspect(message(12))).toBeNull()
  })
})
