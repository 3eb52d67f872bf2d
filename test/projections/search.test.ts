import { describe, expect, test } from 'vitest'
import { search } from '../../scenarios/projections/search.ts'
import { secretsOf } from '../../scenarios/projections/secrets.ts'
import { fixtureTrace } from '../support/fixture-trace.ts'
import { values } from '../support/fixture-words.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'

const { messages } = fixtureTrace()
const secrets = secretsOf(messages)
const hits = (query: string) => search(query, messages, secrets, sayEnglish).hits.map(({ n }) => n)

describe('searching a run', () => {
  test('a secret is found by its name wherever it was carried or kept', () => {
    const { secret, hits: found } = search('rt-1', messages, secrets, sayEnglish)
    expect(secret?.name).toBe('RT-1')
    for (const n of secret?.carriedBy ?? []) expect(found.map((hit) => hit.n)).toContain(n)
  })

  test('a value is found by itself, and known for the secret it is', () => {
    expect(search(values.refreshToken, messages, secrets, sayEnglish).secret?.name).toBe('RT-1')
  })

  test('a piece of a value is found', () => {
    expect(hits(values.refreshToken.slice(2, 14))).toEqual(hits('RT-1'))
  })

  test('the name of a header is found, whatever its case', () => {
    const named = messages.filter(({ http }) =>
      http?.headers.some(([name]) => name === 'set-cookie'),
    )
    expect(hits('SET-COOKIE')).toEqual(expect.arrayContaining(named.map(({ n }) => n)))
    expect(named.length).toBeGreaterThan(0)
  })

  test('a password is found where it is a whole value', () => {
    expect(hits('password-1')).toEqual([7])
  })

  test('it says where in the message it was', () => {
    const [hit] = search('code_verifier', messages, secrets, sayEnglish).hits.filter(
      ({ n }) => n === 10,
    )
    expect(hit?.places).toContain('body')
  })

  test('what is nowhere is not found, and nothing is found for nothing', () => {
    expect(hits('no such thing anywhere')).toEqual([])
    expect(hits('  ')).toEqual([])
  })
})
