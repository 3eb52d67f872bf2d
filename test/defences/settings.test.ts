import { describe, expect, test } from 'vitest'
import { type Workflow, workflows } from '../../scenarios/catalogue/index.ts'
import { presets, settingsOf } from '../../scenarios/defences/presets.ts'
import { defences } from '../../scenarios/defences/table.ts'
import { differing, readDefences } from '../../scenarios/defences/read.ts'

const rowOf = (client: Workflow['client']): Workflow => {
  const found = workflows.find((row) => row.client === client && row.login === 'authorization-code')
  if (found === undefined) throw new Error(`no ${client} has the code grant`)
  return found
}
const web = rowOf('webapp')
const phone = rowOf('mobile')

describe('the switches in force', () => {
  test('are stricter at a hardened FusionAuth', () => {
    expect(differing(settingsOf(web, 'hardened', {}), settingsOf(web, 'fidelity', {}))).toEqual({
      rotation: true,
      'reuse-detection': true,
      'pkce-required': true,
      'jwt-minutes': 10,
    })
  })

  test('let an app on a phone go without a secret, at a hardened FusionAuth too', () => {
    for (const profile of ['fidelity', 'hardened'] as const)
      expect(settingsOf(phone, profile, {})['client-authentication']).toBe(false)
  })

  test('as published leave a login bare', () => {
    expect(differing(presets['as-published'](web), presets.usual(web))).toEqual({
      'same-site': 'unset',
      state: false,
      nonce: false,
      pkce: false,
      iss: false,
    })
  })

  test('are what was asked for, whatever preset and profile say', () => {
    const asked = { 'same-site': 'none', rotation: false } as const
    expect(settingsOf(web, 'hardened', asked, 'best-practice')).toMatchObject(asked)
  })
})

describe('a switch with a number', () => {
  test.each([
    [0, false],
    [1, true],
    [1.5, false],
    ['5', false],
  ])('set to %j is read: %s', (value, ok) => {
    expect(readDefences({ 'session-idle-minutes': value }).ok).toBe(ok)
  })
})

test('single-flight is no matter where FusionAuth itself renews for a script', () => {
  const own = workflows.filter(
    ({ client, login }) => client === 'spa' && login === 'native-at-fusionauth',
  )
  expect(own).not.toEqual([])
  expect(own.filter((row) => defences['single-flight'].appliesTo(row))).toEqual([])
})
