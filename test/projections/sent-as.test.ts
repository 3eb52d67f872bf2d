import { expect, test } from 'vitest'
import { marker } from '../../scenarios/projections/marking.ts'
import { sentAs } from '../../scenarios/projections/sent-as.ts'
import { secretsOf } from '../../scenarios/projections/secrets.ts'
import { wireOf } from '../../scenarios/projections/wire.ts'
import { played, slugs } from '../support/play.ts'

test('the stretches of every value of a played lesson are the value again', async () => {
  const { messages } = await played({ workflow: slugs.code })
  const secrets = secretsOf(messages)
  const mark = marker(secrets)
  let found = 0
  for (const message of messages)
    for (const { text } of wireOf(message) ?? []) {
      const stretches = sentAs(text, mark(text))
      expect(stretches.map((stretch) => stretch.text).join('')).toBe(text)
      found += stretches.filter(({ secret }) => secret !== null).length
    }
  expect(found).toBeGreaterThan(30)
})

test('a secret that is encoded on the wire stays so', () => {
  const plus = { name: 'RT-1', kind: 'refresh-token', value: 'abc+def/ghi=jkl mno' } as const
  const whole = { ...plus, bornAt: 1, carriedBy: [], turns: [] }
  const mark = marker([whole])
  const text = `${encodeURIComponent(whole.value)}&${new URLSearchParams({ '': whole.value }).toString().slice(1)}`
  const stretches = sentAs(text, mark(text))
  expect(stretches.map((stretch) => stretch.text).join('')).toBe(text)
  expect(stretches.filter((stretch) => stretch.secret === whole)).toHaveLength(2)
})

test('of a secret within another the whole is marked', () => {
  const secret = (name: string, value: string) =>
    ({ name, kind: 'session-id', value, bornAt: 1, carriedBy: [], turns: [] }) as const
  const short = secret('sid-1', 'abcdefghijkl')
  const long = secret('sid-2', 'abcdefghijklmnop')
  expect(marker([short, long])('sid=abcdefghijklmnop')).toEqual(['sid=', long])
})
