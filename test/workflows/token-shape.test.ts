import { describe, expect, test } from 'vitest'
import { decodeToken, type DecodedToken } from '../../scenarios/model/jwt.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import type { Json } from '../../scenarios/model/wire.ts'
import { played, slugs } from '../support/play.ts'

/** The shape of FusionAuth's tokens since 1.60, as they cross the wire in a lesson. */

type Body = Readonly<Record<string, Json>>

/** The first token of each name that FusionAuth gives in a JSON body. */
const tokenIn = (trace: Trace, name: string): DecodedToken => {
  for (const { from, http } of trace.messages) {
    if (from !== 'FusionAuth' || http?.body.startsWith('{') !== true) continue
    const value = (JSON.parse(http.body) as Body)[name]
    const token = typeof value === 'string' ? decodeToken(value) : null
    if (token !== null) return token
  }
  throw new Error(`no ${name} crossed the wire`)
}

const header = ['alg', 'typ', 'kid']

/** Workflow, member of FusionAuth's answer, what the token says it is, and all that it says. */
const shapes = [
  [
    'the code grant gives an access token',
    slugs.code,
    'access_token',
    { tty: 'at', gty: ['authorization_code'], scope: 'openid profile email offline_access' },
    'aud exp iat iss sub jti authenticationType applicationId scope roles sid auth_time tid gty tty',
  ],
  [
    'the code grant gives an ID token',
    slugs.code,
    'id_token',
    { tty: 'idt', gty: ['authorization_code'], scope: 'openid profile email offline_access' },
    'aud exp iat iss sub jti authenticationType at_hash nonce email email_verified family_name given_name name scope sid auth_time tid gty tty',
  ],
  [
    'the password grant gives an access token',
    slugs.password,
    'access_token',
    { tty: 'at', gty: ['password'] },
    'aud exp iat iss sub jti authenticationType applicationId scope roles sid auth_time tid gty tty',
  ],
  [
    'the Login API gives an access token of no grant',
    slugs.native,
    'token',
    { tty: 'at' },
    'aud exp iat iss sub jti authenticationType email email_verified applicationId roles sid auth_time tid tty',
  ],
] as const

describe.each(shapes)('%s', (_, workflow, name, said, claims) => {
  test('with these claims and no others', async () => {
    const token = tokenIn(await played({ workflow }), name)
    expect(Object.keys(token.claims).toSorted()).toEqual(claims.split(' ').toSorted())
    expect(token.claims).toMatchObject(said)
  })

  test('whose header names algorithm, type and key alone', async () => {
    expect(Object.keys(tokenIn(await played({ workflow }), name).header)).toEqual(header)
  })
})
