import { expect, test } from 'vitest'
import { workflowBySlug } from '../../scenarios/catalogue/index.ts'
import { holdingsOf } from '../../scenarios/catalogue/holdings.ts'
import type { Settings } from '../../scenarios/defences/settings.ts'
import { slugs } from '../support/play.ts'
import { usualSettings } from '../support/settings.ts'

/** What a thief finds in a browser that is logged in at the Store. */
const found = (defences: Partial<Settings>) => {
  const workflow = workflowBySlug(slugs.code)
  if (workflow === undefined) throw new Error('the workflow of the code grant is gone')
  return holdingsOf(
    workflow,
    { ...usualSettings, ...defences },
    {
      Store: 'https://store.example.com',
      FusionAuth: 'https://example.fusionauth.io',
    },
  )
}

test('A thief looks for cookies by the names that the switches give them', () => {
  const host = 'store.example.com'
  expect(found({ 'host-prefix': false })['session-id']).toEqual({ in: 'jar', name: 'sid', host })
  expect(found({ 'host-prefix': true })['session-id']).toEqual({
    in: 'jar',
    name: '__Host-sid',
    host,
  })
})

test('A refresh token that lies on the server is not in the browser to be stolen', () => {
  expect(found({ 'refresh-token-place': 'cookie' })['refresh-token']).not.toBeNull()
  expect(found({ 'refresh-token-place': 'server' })['refresh-token']).toBeNull()
})
