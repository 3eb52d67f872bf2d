import { describe, expect, test } from 'vitest'
import { holdersIn, marker } from '../../scenarios/projections/marking.ts'
import { memoryAt } from '../../scenarios/projections/memory.ts'
import { fateAt, secretsOf } from '../../scenarios/projections/secrets.ts'
import { fixtureTrace } from '../support/fixture-trace.ts'
import { values } from '../support/fixture-words.ts'

const { messages } = fixtureTrace()
const secrets = secretsOf(messages)
const named = (name: string) => {
  const found = secrets.find((secret) => secret.name === name)
  if (found === undefined) throw new Error(`no secret ${name}`)
  return found
}
const at = (k: number): number => Date.parse(messages[k - 1]?.at ?? '')
const fate = (name: string, k: number) => fateAt(named(name), k, at(k))

describe('secrets of a trace', () => {
  test('every secret has one name, by kind and first appearance', () => {
    expect(secrets.map(({ name }) => name)).toEqual([
      'state-1',
      'verifier-1',
      'password-1',
      'code-1',
      'sso-1',
      'secret-1',
      'JWT-1',
      'RT-1',
      'sid-1',
      'JWT-2',
      'sid-2',
      'JWT-3',
      'sid-3',
    ])
    expect(named('RT-1').value).toBe(values.refreshToken)
    expect(named('sid-2').value).toBe(values.secondSession)
  })

  test('names do not change while the trace grows', () => {
    const final = new Map(secrets.map(({ name, value }) => [value, name]))
    for (const { n } of messages)
      for (const { name, value } of secretsOf(messages.slice(0, n)))
        expect(name).toBe(final.get(value))
  })

  test('a secret knows which messages carried it, in whatever form', () => {
    expect(named('code-1').carriedBy).toEqual([8, 9, 10])
    expect(named('RT-1').carriedBy).toEqual([11, 13, 14, 17, 18, 19, 23, 24, 25])
    expect(named('sid-2').carriedBy).toEqual([21])
  })

  test('a password is recognised as a whole field only', () => {
    expect(named('password-1').carriedBy).toEqual([7])
  })

  test('a redacted value is no secret', () => {
    const hidden = messages.map((message) =>
      message.http === null
        ? message
        : {
            ...message,
            http: { ...message.http, body: message.http.body.replace(values.password, '••••••••') },
          },
    )
    expect(secretsOf(hidden).some(({ kind }) => kind === 'password')).toBe(false)
  })
})

describe('what becomes of a secret', () => {
  test.each([
    ['code-1', 7, 'unborn'],
    ['code-1', 10, 'alive'],
    ['code-1', 11, 'used'],
    ['code-1', 27, 'used'],
    ['state-1', 12, 'used'],
    ['verifier-1', 10, 'alive'],
    ['verifier-1', 12, 'used'],
    ['sid-1', 16, 'alive'],
    ['sid-1', 17, 'expired'],
    ['sid-1', 27, 'expired'],
    ['RT-1', 27, 'alive'],
    ['JWT-1', 11, 'alive'],
  ])('%s after message %i is %s', (name, k, expected) => {
    expect(fate(name, k)).toBe(expected)
  })

  test('a session that is ended before its time is ended, not expired', () => {
    const ended = messages.map((message) =>
      message.n === 15
        ? {
            ...message,
            changes: [
              {
                where: 'Store.appSessions',
                op: 'delete' as const,
                key: values.firstSession,
                before: {},
                after: null,
              },
            ],
          }
        : message,
    )
    const sid = secretsOf(ended).find(({ value }) => value === values.firstSession)
    expect(sid && fateAt(sid, 16, at(16))).toBe('ended')
  })

  test('a JWT expires when its exp is reached', () => {
    const jwt = named('JWT-1')
    const exp = jwt.turns[0]?.expiresAt ?? 0
    expect(fateAt(jwt, 27, exp - 1)).toBe('alive')
    expect(fateAt(jwt, 27, exp)).toBe('expired')
  })
})

describe('who holds a secret', () => {
  test('theft is a secret in two hands', () => {
    expect(holdersIn(memoryAt(messages, 21))(named('RT-1'))).toEqual(['Browser', 'FusionAuth'])
    expect(holdersIn(memoryAt(messages, 22))(named('RT-1'))).toEqual([
      'Browser',
      'Hacker',
      'FusionAuth',
    ])
  })
})

describe('secrets in text', () => {
  const mark = marker(secrets)
  const names = (text: string) =>
    mark(text).map((piece) => (typeof piece === 'string' ? piece : `[${piece.name}]`))

  test('are found wherever they stand, and the rest stays as it was', () => {
    expect(names(`a=${values.code}&b=${values.refreshToken};`)).toEqual([
      'a=',
      '[code-1]',
      '&b=',
      '[RT-1]',
      ';',
    ])
  })

  test('are found percent-encoded', () => {
    const odd = { ...named('code-1'), value: 'once+only/token==' }
    expect(marker([odd])(`code=${encodeURIComponent(odd.value)}`)).toEqual(['code=', odd])
  })

  test('are found where the longest of those that begin alike ends', () => {
    const start = 'begins-alike'
    const [short, long] = [start, `${start}-and-goes-on`].map((value) => ({
      ...named('code-1'),
      value,
    }))
    if (short === undefined || long === undefined) throw new Error('There are two.')
    expect(marker([short, long])(`${long.value} ${start}-and ${start}`)).toEqual([
      long,
      ' ',
      short,
      '-and ',
      short,
    ])
  })

  test('are found when all of them together are larger than a pattern can be', () => {
    const large = Array.from({ length: 20 }, (_, index) => ({
      ...named('code-1'),
      value: `${'x'.repeat(500_000)}${index}`,
    }))
    expect(marker(large)(`a=${large[7]?.value};`)).toEqual(['a=', large[7], ';'])
  })

  test('nothing is lost or added by cutting', () => {
    for (const { http } of messages) {
      const body = http?.body ?? ''
      const whole = mark(body).map((piece) => (typeof piece === 'string' ? piece : piece.value))
      expect(decodeURIComponent(whole.join(''))).toBe(decodeURIComponent(body))
    }
  })
})
