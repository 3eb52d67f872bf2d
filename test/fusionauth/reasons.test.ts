import { OAuthErrorReason, OAuthErrorType } from '@fusionauth/typescript-client'
import { expect, expectTypeOf, test } from 'vitest'
import type { OAuthRefusal } from '../../server/fusionauth/stand-in/oauth2/refusal.ts'
import * as refusals from '../../server/fusionauth/stand-in/oauth2/refusals.ts'

const functions = Object.entries(refusals).filter(
  (entry): entry is [string, (detail: string) => OAuthRefusal] => typeof entry[1] === 'function',
)

test.each(functions)(
  'The refusal %s has an error and a reason that the official client knows',
  (_, refuse) => {
    const { error, reason } = refuse('x')
    expect(Object.values(OAuthErrorType)).toContain(error)
    expect(Object.values(OAuthErrorReason)).toContain(reason)
  },
)

test('Every reason in the types of the stand-in is one of the official client', () => {
  expectTypeOf<OAuthRefusal['reason']>().toExtend<`${OAuthErrorReason}`>()
  expectTypeOf<OAuthRefusal['error']>().toExtend<`${OAuthErrorType}`>()
})
