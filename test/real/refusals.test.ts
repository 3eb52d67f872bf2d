import { afterEach, expect, test, vi } from 'vitest'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { saySpanish } from '../../scenarios/i18n/es/index.ts'
import type { Text } from '../../scenarios/model/text.ts'
import { defaultBounds } from '../../server/node/bounds.ts'
import { openerFor } from '../../server/node/open.ts'
import { connect } from '../../server/node/real.ts'
import { slugs } from '../support/play.ts'
import { type Behind, type Bend, openBehind } from './support/behind.ts'

vi.setConfig({ testTimeout: 60_000 })

let behind: Behind
afterEach(() => behind.close())

/** What the server says of a run that cannot begin: in English, and as a text. */
const refusal = async (bend: Bend, workflow: string = slugs.code, port = '') => {
  behind = await openBehind('canary-api-key-0123456789', bend)
  const url = port === '' ? behind.origin : `http://127.0.0.1:${port}`
  const fusionauth = { url, apiKey: behind.apiKey }
  const begun = await openerFor({ fusionauth, bounds: defaultBounds })({ workflow })
  if (!('problem' in begun)) throw new Error('the run began')
  return begun
}

const as =
  (status: number, method: string, path: string): Bend =>
  (request, response) =>
    request.method === method && new URL(request.url).pathname.startsWith(path)
      ? new Response(null, { status })
      : response

const plain: Bend = (_, response) => response
const spa = 'spa/native-login-form-to-fusionauth-jwts-refresh-tokens-cookies'

// oxfmt-ignore
test.each<readonly [string, Bend, string, string]>([
  ['a permission that is missing', as(401, 'POST', '/api/application'), slugs.code, 'permítele POST para /api/application'],
  ['an API key that is refused', as(401, 'GET', '/api/system/version'), slugs.code, 'ha rechazado la clave de API'],
  ['scripts that may not call', plain, spa, 'los scripts de https://store.example.com y https://forums.example.com no pueden llamarlo'],
  ['a status that nobody expects', as(418, 'POST', '/api/tenant'), slugs.code, 'respondió 418 a POST /api/tenant'],
  ['something broken there', as(500, 'POST', '/api/user'), slugs.code, 'respondió con el estado 500'],
])('why a run cannot be set up is said in the language of the page: %s', async (_, bend, workflow, words) => {
  const { problem, reason } = await refusal(bend, workflow)
  expect(reason).toBeDefined()
  expect(sayEnglish(reason as Text)).toBe(problem)
  expect(saySpanish(reason as Text)).toContain(words)
})

// oxfmt-ignore
test.each<readonly [string, Bend, string]>([
  ['nobody listens', plain, '9'],
  ['there is no answer of use', as(500, 'GET', '/api/system/version'), ''],
  ['the API key is refused', as(401, 'GET', '/api/system/version'), ''],
  ['an object is refused', as(401, 'POST', '/api/user'), ''],
])('why a run cannot be set up ends with one mark of punctuation: %s', async (_, bend, port) => {
  const { problem, reason } = await refusal(bend, slugs.code, port)
  for (const said of [problem, saySpanish(reason as Text)]) expect(said).toMatch(/[^.?!][.?]$/)
})

test.each(['/fusionauth', '?tenant=1', '#x'])(
  'an address of FusionAuth with more than host and port is refused, not cut: %s',
  async (more) => {
    behind = await openBehind()
    const connected = await connect(`${behind.origin}${more}`, behind.apiKey)
    expect(connected).toMatchObject({ ok: false, reason: { code: 'setup.no-address' } })
  },
)

test('an address of FusionAuth with a password is refused, and the password is not repeated', async () => {
  behind = await openBehind()
  const address = behind.origin.replace('//', '//user:canary-password@')
  const connected = await connect(address, behind.apiKey)
  expect(connected.ok ? '' : connected.problem).toMatch(/hold nothing but host and port/)
  expect(JSON.stringify(connected)).not.toContain('canary-password')
})
