import { describe, expect, test } from 'vitest'
import { inferences, inferencesAt } from '../../scenarios/catalogue/inferences.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { done, played, playOn, runThrough, slugs } from '../support/play.ts'

const idsIn = (trace: Trace): readonly string[] =>
  trace.messages.flatMap((message) => inferencesAt(message, trace).map(({ id }) => id))

/** A tour whose first code somebody else redeems. */
const withUsedCode = async (): Promise<Trace> => {
  const run = await runThrough({ workflow: slugs.code }, (deliver) => async (request, exchange) => {
    if (request.body.includes('authorization_code')) await deliver(request, exchange)
    return deliver(request, exchange)
  })
  return playOn(run)
}

const acrossSites = 'spa/native-login-form-to-fusionauth-jwts-refresh-tokens-cookies'

/** A login by a script of another site, and its end. */
const withLogout = (): Promise<Trace> =>
  done({ workflow: acrossSites }, [
    { type: 'learner.open', app: 'Store' },
    { type: 'learner.login', app: 'Store' },
    { type: 'learner.submit', app: 'Store', credentials: 'right' },
    { type: 'learner.logout', app: 'Store' },
  ])

const traces: Readonly<Record<string, () => Promise<Trace>>> = {
  'login-refused-with-200': () => played({ workflow: slugs.code, lesson: 'wrong-password' }),
  'sso-session-begins-with-the-code': () => played({ workflow: slugs.code }),
  'sso-session-slides': () => played({ workflow: slugs.code }),
  'refresh-returns-the-refresh-token': () => played({ workflow: slugs.code }),
  'error-of-a-used-code': withUsedCode,
  'error-of-wrong-credentials': () =>
    played({ workflow: slugs.password, lesson: 'wrong-password' }),
  'type-of-a-token-outside-oauth': () => played({ workflow: slugs.native }),
  'preflight-granted-with-204': () => played({ workflow: acrossSites }),
  'token-cookies-cross-sites': () => played({ workflow: acrossSites }),
  'token-cookies-deleted-across-sites': withLogout,
  'verification-keys-of-the-tenant': () =>
    played({ workflow: acrossSites, lesson: 'key-rotation' }),
  'keys-that-sign-stay': () => played({ workflow: acrossSites, lesson: 'key-rotation' }),
}

describe('what is assumed of FusionAuth is marked where it shows', () => {
  test.each(inferences.map(({ id }) => id))('%s', async (id) => {
    expect(idsIn((await traces[id]?.()) as Trace)).toContain(id)
  })

  test('and nowhere where a real FusionAuth answered', async () => {
    const trace = await played({ workflow: slugs.code })
    const real: Trace = { ...trace, fusionauth: { kind: 'fusionauth', version: '1.69.0' } }
    expect(idsIn(real)).toEqual([])
  })

  test('and not where a refresh brings another token than the one before', async () => {
    const trace = await played({ workflow: slugs.code, defences: { rotation: true } })
    expect(idsIn(trace)).not.toContain('refresh-returns-the-refresh-token')
  })

  test('most messages rest on documents alone', async () => {
    const trace = await played({ workflow: slugs.code })
    expect(idsIn(trace).length).toBeLessThan(trace.messages.length / 5)
  })
})
