import { describe, expect, test } from 'vitest'
import { claimRows, relative, span } from '../../scenarios/projections/token.ts'
import { decodeToken } from '../../scenarios/model/jwt.ts'
import { accessToken } from '../support/fixture-words.ts'

const now = Date.parse('2026-01-01T09:00:02Z')

describe('a JWT taken apart', () => {
  const token = decodeToken(accessToken(1))

  test('shows header and claims', () => {
    expect(token?.header).toMatchObject({ alg: 'RS256', kid: 'fixture-key' })
    expect(token?.claims).toMatchObject({ aud: 'store', sub: 'user-1' })
  })

  test('tells its times on the protocol clock', () => {
    const rows = claimRows(token?.claims ?? {})
    expect(rows.find(({ name }) => name === 'exp')?.instant).toBe(now + 3_599_000)
    expect(rows.find(({ name }) => name === 'iat')?.instant).toBe(now - 1000)
    expect(rows.find(({ name }) => name === 'sub')?.instant).toBeNull()
  })

  test.each(['', 'a.b.c', 'eyJ9.eyJ9', 'not a token', '..', `${btoa('[]')}.${btoa('1')}.x`])(
    '%j is no JWT',
    (text) => {
      expect(decodeToken(text)).toBeNull()
    },
  )

  test('names in any script come out whole', () => {
    const encode = (value: object): string =>
      Buffer.from(JSON.stringify(value)).toString('base64url')
    const text = `${encode({ alg: 'none' })}.${encode({ name: 'Zoë 李' })}.`
    expect(decodeToken(text)?.claims['name']).toBe('Zoë 李')
  })
})

describe('lengths of time', () => {
  test.each([
    [0, '0 s'],
    [999, '1 s'],
    [61_000, '1 min 1 s'],
    [3_600_000, '1 h'],
    [3_661_000, '1 h 1 min'],
    [2_592_000_000, '30 d'],
  ])('%i ms is %s', (milliseconds, words) => {
    expect(span(milliseconds)).toBe(words)
  })

  test('a moment is told from another', () => {
    expect(relative(now + 60_000, now)).toBe('in 1 min')
    expect(relative(now - 60_000, now)).toBe('1 min ago')
    expect(relative(now, now)).toBe('now')
  })
})
