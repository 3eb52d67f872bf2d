import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonObject, memberOf, parseJson, sameJson } from '../../scenarios/model/json.ts'
import { sameEvent } from '../../scenarios/model/same-event.ts'
import type { Json } from '../../scenarios/model/wire.ts'
import { cases } from '../support/cases.ts'

test.each<readonly [text: string, object: unknown]>([
  ['{"a":1}', { a: 1 }],
  ['{}', {}],
  ['[1]', undefined],
  ['null', undefined],
  ['"{}"', undefined],
  ['{"a":', undefined],
  ['', undefined],
])('%j is read as a JSON object only if it is one', (text, object) => {
  expect(jsonObject(text)).toEqual(object)
})

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

test.each<readonly [what: string, text: string, isRead: boolean]>([
  ['200 deep', nested(200), true],
  ['201 deep', nested(201), false],
  ['100,000 deep', nested(100_000), false],
  [
    'wide, and with brackets in its texts',
    JSON.stringify(Array.from({ length: 500 }, () => ['[{'])),
    true,
  ],
])('JSON that is %s is read or left alone by its depth', (_, text, isRead) => {
  expect(parseJson(text) !== undefined).toBe(isRead)
})

test.each<readonly [value: unknown, member: unknown]>([
  [{ name: 'sid' }, 'sid'],
  [{ name: null }, null],
  [{}, undefined],
  [[{ name: 'sid' }], undefined],
  ['name', undefined],
  [null, undefined],
])('the member of %j is read only of an object', (value, member) => {
  expect(memberOf(value, 'name')).toBe(member)
})

/** The same value with the members of each object the other way round. */
const turned = (value: Json): Json => {
  if (Array.isArray(value)) return value.map((item: Json) => turned(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, item]) => [name, turned(item)]),
  )
}

test('two values are the same in whatever order their members stand', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = JSON.parse(JSON.stringify(value)) as Json
      expect(sameJson(json, turned(json))).toBe(true)
    }),
    cases(300),
  )
})

test.each<readonly [left: Json, right: Json]>([
  [{ a: 1 }, { a: 2 }],
  [{ a: 1 }, { a: 1, b: 1 }],
  [{ a: null }, { b: null }],
  [
    [1, 2],
    [2, 1],
  ],
  [[], {}],
  [null, {}],
  ['1', 1],
])('%j and %j are not the same', (left, right) => {
  expect(sameJson(left, right)).toBe(false)
  expect(sameJson(right, left)).toBe(false)
})

test('an event is the same in whatever order it was written', () => {
  const { type, app } = { type: 'learner.login', app: 'Store' } as const
  expect(sameEvent({ type, app }, { app, type })).toBe(true)
  expect(sameEvent({ type, app }, { type, app: 'Forums' })).toBe(false)
  expect(sameEvent({ type, app }, null)).toBe(false)
})
