import { expect, test } from 'vitest'
import { workflowBySlug, workflows } from '../../scenarios/catalogue/index.ts'
import { credentialLocationsOf } from '../../scenarios/catalogue/credential-locations.ts'
import type { DefenceSettings } from '../../scenarios/model/defence-settings.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import { done, slugs } from '../support/play.ts'
import { usualSettings } from '../support/settings.ts'

/** What a thief finds in a browser that is logged in at the Store. */
const found = (defences: Partial<DefenceSettings>) => {
  const workflow = workflowBySlug(slugs.code)
  if (workflow === undefined) throw new Error('the workflow of the code grant is gone')
  return credentialLocationsOf(
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

test('A thief looks for tokens at the parent domain where a proxy spreads them over it', () => {
  const workflow = workflows.find(({ fusionauth }) => fusionauth === 'parent-domain')
  if (workflow === undefined) throw new Error('no workflow has FusionAuth on a parent domain')
  const origins = {
    Store: 'https://store.example.com',
    FusionAuth: 'https://fusionauth.example.com',
  }
  expect(credentialLocationsOf(workflow, usualSettings, origins)).toMatchObject({
    jwt: { in: 'jar', name: 'access_token', host: 'example.com' },
    'refresh-token': { in: 'jar', name: 'refresh_token', host: 'example.com' },
  })
})

test('A thief looks for the refresh token where it would lie, and finds it only if it lies there', async () => {
  const place = found({ 'refresh-token-place': 'server' })['refresh-token']
  expect(place).toEqual(found({ 'refresh-token-place': 'cookie' })['refresh-token'])
  const steal: readonly LabEvent[] = [
    { type: 'learner.open', app: 'Store' },
    { type: 'learner.login', app: 'Store' },
    { type: 'learner.submit', app: 'Store', credentials: 'right' },
    { type: 'hacker.steal', what: 'refresh-token' },
  ]
  const taken = async (where: 'cookie' | 'server') => {
    const request = { workflow: slugs.code, defences: { 'refresh-token-place': where } }
    const { messages } = await done(request, steal, { rehearse: false })
    return messages.at(-1)?.changes.filter(({ op }) => op === 'set').length
  }
  expect(await taken('cookie')).toBe(1)
  expect(await taken('server')).toBe(0)
})
