import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../../scenarios/model/wire.ts'
import {
  jsonPatch,
  mergePatch,
  PatchFailed,
} from '../../../server/fusionauth/stand-in/api/json-patch.ts'
import { apiKey, openLab, origin, userId } from '../support/lab.ts'
import { bodyOf, codesOf } from './support.ts'
import { cases } from '../../support/cases.ts'

interface Shown {
  readonly user: { readonly data: Json; readonly preferredLanguages: readonly string[] }
}

/** Ada with some data, patched with a body of a content type. */
const patched = async (contentType: string, body: unknown) => {
  const lab = openLab({ user: { data: { a: { b: 1 }, c: [1] }, preferredLanguages: ['en'] } })
  return lab.ask({
    method: 'PATCH',
    url: `${origin}/api/user/${userId}`,
    headers: [
      ['authorization', apiKey],
      ['content-type', contentType],
    ],
    body: JSON.stringify(body),
  })
}

describe('A patch as application/json', () => {
  test('merges members, appends to arrays, and null takes away', async () => {
    const body = { user: { data: { a: { b: null, d: 2 }, c: [2] }, preferredLanguages: ['de'] } }
    const { user } = bodyOf<Shown>(await patched('application/json', body))
    expect(user.data).toEqual({ a: { d: 2 }, c: [1, 2] })
    expect(user.preferredLanguages).toEqual(['en', 'de'])
  })
})

describe('A patch as application/merge-patch+json (RFC 7396)', () => {
  test('merges members and replaces arrays', async () => {
    const body = { user: { data: { a: { b: null }, c: [2] } } }
    const response = await patched('application/merge-patch+json; charset=utf-8', body)
    expect(bodyOf<Shown>(response).user.data).toEqual({ a: {}, c: [2] })
  })

  // The cases of RFC 7396, appendix A.
  test.each<[Json, Json, Json]>([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('%j with %j is %j', (target, patch, result) => {
    expect(mergePatch(target, patch)).toEqual(result)
  })
})

describe('A patch as application/json-patch+json (RFC 6902)', () => {
  test('performs its operations in order', async () => {
    const response = await patched('application/json-patch+json', [
      { op: 'test', path: '/user/data/a/b', value: 1 },
      { op: 'add', path: '/user/data/c/-', value: 2 },
      { op: 'move', from: '/user/data/a', path: '/user/data/z' },
    ])
    expect(bodyOf<Shown>(response).user.data).toEqual({ c: [1, 2], z: { b: 1 } })
  })

  test('changes nothing when one operation does not apply', async () => {
    const response = await patched('application/json-patch+json', [
      { op: 'remove', path: '/user/data/a' },
      { op: 'test', path: '/user/data/c', value: [9] },
    ])
    expect(codesOf(response)).toEqual([400, '[invalidPatch]'])
  })

  test.each<[string, Json, Json[], Json]>([
    ['adds a member', { a: 1 }, [{ op: 'add', path: '/b', value: 2 }], { a: 1, b: 2 }],
    [
      'inserts into an array',
      { a: [1, 3] },
      [{ op: 'add', path: '/a/1', value: 2 }],
      { a: [1, 2, 3] },
    ],
    ['removes from an array', { a: [1, 2] }, [{ op: 'remove', path: '/a/0' }], { a: [2] }],
    [
      'replaces in an array',
      { a: [1, 2] },
      [{ op: 'replace', path: '/a/1', value: 3 }],
      { a: [1, 3] },
    ],
    [
      'copies',
      { a: { x: 1 } },
      [{ op: 'copy', from: '/a', path: '/b' }],
      { a: { x: 1 }, b: { x: 1 } },
    ],
    [
      'reads ~1 and ~0',
      { 'a/b': 1, 'm~n': 2 },
      [
        { op: 'remove', path: '/a~1b' },
        { op: 'remove', path: '/m~0n' },
      ],
      {},
    ],
    [
      'compares regardless of order',
      { a: { x: 1, y: [2] } },
      [{ op: 'test', path: '/a', value: { y: [2], x: 1 } }],
      { a: { x: 1, y: [2] } },
    ],
  ])('%s', (_, document, operations, result) => {
    expect(jsonPatch(document, operations)).toEqual(result)
  })

  test.each<[string, Json]>([
    ['no list', {}],
    ['an operation that is no object', [1]],
    ['an unknown operation', [{ op: 'spam', path: '/a' }]],
    ['an inherited name for an operation', [{ op: 'constructor', path: '/a' }]],
    ['a path that is no pointer', [{ op: 'remove', path: 'a' }]],
    ['a member that is not there', [{ op: 'remove', path: '/none' }]],
    ['a member that is only inherited', [{ op: 'remove', path: '/toString' }]],
    ['an index beyond the end', [{ op: 'add', path: '/list/9', value: 1 }]],
    ['an index with a leading zero', [{ op: 'replace', path: '/list/00', value: 1 }]],
    ['the whole document', [{ op: 'replace', path: '', value: 1 }]],
  ])('%s is refused', (_, operations) => {
    expect(() => jsonPatch({ a: 1, list: [1] }, operations)).toThrow(PatchFailed)
  })

  test('never touches the document nor a prototype', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.array(
          fc.record({
            op: fc.constantFrom('add', 'remove', 'replace', 'copy', 'move', 'test'),
            path: fc.constantFrom(
              '/__proto__',
              '/__proto__/x',
              '/constructor/prototype/x',
              '/a/0',
              '/a',
            ),
            from: fc.constantFrom('/__proto__', '/a'),
            value: fc.jsonValue(),
          }),
          { maxLength: 4 },
        ),
        (value, operations) => {
          const document = { a: value } as Json
          const before = JSON.stringify(document)
          try {
            jsonPatch(document, operations as Json)
          } catch (problem) {
            expect(problem).toBeInstanceOf(PatchFailed)
          }
          expect(JSON.stringify(document)).toBe(before)
          expect(({} as Record<string, unknown>)['x']).toBeUndefined()
        },
      ),
      cases(500),
    )
  })
})

test('A body that is nested without end is refused', async () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
  const response = await openLab().ask({
    method: 'PATCH',
    url: `${origin}/api/user/${userId}`,
    headers: [
      ['authorization', apiKey],
      ['content-type', 'application/json'],
    ],
    body: `{"user":{"data":${deep}}}`,
  })
  expect(codesOf(response)).toEqual([400, '[invalidJSON]'])
})
