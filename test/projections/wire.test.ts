import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inspect } from '../../scenarios/projections/inspection.ts'
import { wireOf } from '../../scenarios/projections/wire.ts'
import type { Message } from '../../scenarios/model/trace.ts'
import { fixtureTrace } from '../support/fixture-trace.ts'

const { messages } = fixtureTrace()
const joined = (message: Message): string | undefined =>
  wireOf(message)
    ?.map(({ text }) => text)
    .join('')
const valuesOf = (message: Message | undefined, name: string) =>
  message === undefined
    ? []
    : (wireOf(message) ?? [])
        .filter(({ role, of }) => role === 'value' && of === name)
        .map(({ text }) => text)

describe('a message as on the wire', () => {
  test('is whole again when its pieces are joined', () => {
    for (const message of messages) expect(joined(message)).toBe(inspect(message)?.raw)
  })

  test('whatever its body and headers are', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 })
    const type = fc.constantFrom(
      'application/json',
      'text/html',
      'application/x-www-form-urlencoded',
    )
    const header = fc.constantFrom('cookie', 'set-cookie', 'location', 'x-a')
    fc.assert(
      fc.property(
        header,
        text,
        type,
        fc.oneof(
          text,
          fc.json(),
          fc.json().map((any) => JSON.stringify(JSON.parse(any), null, 2)),
        ),
        (name, value, kind, body) => {
          const [first] = messages
          if (first?.http == null) throw new Error('the fixture is empty')
          const headers = [
            ['content-type', kind],
            [name, value],
          ] as const
          const message = { ...first, http: { ...first.http, headers, body } }
          expect(joined(message)).toBe(inspect(message)?.raw)
        },
      ),
    )
  })

  test('values know their names: of a query, a form, a cookie, a header and in JSON', () => {
    expect(valuesOf(messages[8], 'code')).toHaveLength(1)
    expect(valuesOf(messages[6], 'loginid')).toEqual(['ada%40example.com'])
    expect(valuesOf(messages[10], 'expires_in')).toEqual(['3600'])
    expect(valuesOf(messages[12], 'location')).toEqual([])
    expect(valuesOf(messages[12], 'store.session')).toHaveLength(1)
    expect(valuesOf(messages[12], 'samesite')).toContain('Lax')
  })

  test('nothing was sent where no message crossed a wire', () => {
    expect(wireOf(messages[11] as Message)).toBeNull()
  })
})
