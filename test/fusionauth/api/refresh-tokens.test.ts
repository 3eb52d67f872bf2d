import { expect, test } from 'vitest'
import { apiKey, fetchTokens, openLab, origin, store, userId } from '../support/lab.ts'
import { bodyOf, codesOf, forTenant, freshId, lives, refreshTokenOf, withKey } from './support.ts'

test('A token may be revoked by a form as well', async () => {
  const lab = openLab()
  const token = await refreshTokenOf(lab)
  const response = await lab.ask({
    method: 'DELETE',
    url: `${origin}/api/jwt/refresh`,
    headers: [...withKey(apiKey), ['content-type', 'application/x-www-form-urlencoded']],
    body: new URLSearchParams({ token }).toString(),
  })
  expect([response.status, await lives(lab, token)]).toEqual([200, false])
})

test('By application alone, the SSO sessions stay', async () => {
  const lab = openLab()
  await fetchTokens(lab)
  await lab.call('DELETE', `/api/jwt/refresh?applicationId=${store}`)
  const { refreshTokens, ssoSessions } = lab.standIn.memory
  expect([refreshTokens.rows.size, ssoSessions.rows.size]).toEqual([0, 1])
})

test('The header of another tenant hides and spares the tokens', async () => {
  const lab = openLab()
  const token = await refreshTokenOf(lab)
  const other = freshId(1)
  await lab.call('POST', `/api/tenant/${other}`, { tenant: { name: 'Other' } })
  const list = `/api/jwt/refresh?userId=${userId}`
  const listed = bodyOf<{ refreshTokens: { id: string }[] }>(await lab.call('GET', list))
  const path = `/api/jwt/refresh/${listed.refreshTokens[0]?.id}`
  const headers = forTenant(other)
  expect(bodyOf(await lab.call('GET', list, undefined, headers))).toEqual({ refreshTokens: [] })
  expect(codesOf(await lab.call('GET', path, undefined, headers))).toEqual([404])
  expect(codesOf(await lab.call('DELETE', path, undefined, headers))).toEqual([404])
  await lab.call('DELETE', list, undefined, headers)
  expect(await lives(lab, token)).toBe(true)
})
