import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { claimsAfterLogin } from './login.ts'
import { openFresh, origin, run } from './support.ts'

/** The Kickstart that the page shows. */
const shown = (): string => {
  const place = new URL('../../../server/fusionauth/README.md', import.meta.url)
  return /^```json\n(.*?)^```$/ms.exec(readFileSync(place, 'utf8'))?.[1] ?? ''
}

test('The Kickstart of the README loads, and its user logs in', async () => {
  const standIn = openFresh()
  const loaded = await run(standIn, shown(), { env: { FUSIONAUTH_APP_URL: origin } })
  expect(loaded).toMatchObject({ ok: true, requests: 3, notes: [] })
  const clientId = 'b3a3e5f0-6c1d-4c07-9a52-7f1d6c0b2e11'
  const claims = await claimsAfterLogin(standIn, {
    clientId,
    clientSecret: 'secret-of-the-bakery',
    redirectUri: 'http://localhost:8080/callback',
    loginId: 'baker@example.com',
    password: 'flour and water',
  })
  expect(claims).toMatchObject({ iss: origin, aud: clientId })
})
