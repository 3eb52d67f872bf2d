import { expect, test } from 'vitest'
import { createStandIn } from '../../server/package/in-page.ts'
import { baker, bakery, clientId } from './bakery.ts'

/** A page may neither write Cookie nor read Set-Cookie on what `fetch()` usually takes and gives. */
export const cookiesThroughFetch = (): void => {
  test('fetch() gives the cookies that are set, and takes them back', async () => {
    const standIn = await createStandIn({ url: 'https://auth.example.com', kickstart: bakery })
    const answer = await standIn.fetch('/api/login', {
      method: 'POST',
      headers: { authorization: standIn.apiKey, 'content-type': 'application/json' },
      body: JSON.stringify({ ...baker, applicationId: clientId }),
    })
    const cookies = answer.headers.getSetCookie()
    expect(cookies.map((line) => line.split('=', 1)[0])).toContain('access_token')
    const cookie = cookies.map((line) => line.split(';', 1)[0]).join('; ')
    const validate = async (headers: HeadersInit): Promise<number> =>
      (await standIn.fetch('/api/jwt/validate', { headers })).status
    expect([await validate({ cookie }), await validate({})]).toEqual([200, 401])
  })
}
