import { describe, expect, test } from 'vitest'
import { readSettings } from '../../scenarios/client-apps/settings.ts'
import type { DefenceSettings } from '../../scenarios/model/defence-settings.ts'
import type { ApplicationSettings } from '../../server/apps/settings.ts'
import { openBrowser } from '../apps/support/lab.ts'
import { storeWith } from './support.ts'

/** What the page of a single-page app tells its script. */
const toldWith = async (
  defences: Partial<DefenceSettings>,
  row: Partial<ApplicationSettings> = { login: 'implicit', sessionStrategy: 'jwt-cookie' },
) => {
  const page = await openBrowser(storeWith(defences, { client: 'spa', ...row })).get('/')
  const [, json = ''] =
    /<script type="application\/json" id="app">(.*?)<\/script>/.exec(page.body) ?? []
  return readSettings(JSON.parse(json))
}

describe('the script of a single-page app is told which switches are on', () => {
  test.each([true, false])('state %s: it checks what comes back, or does not', async (on) => {
    expect((await toldWith({ state: on }))?.checksState).toBe(on)
  })
  test('a login that sends no state checks none', async () => {
    const own = { login: 'native', sessionStrategy: 'session' } as const
    expect((await toldWith({ state: true }, own))?.checksState).toBe(false)
  })
  test.each([true, false])('csrf-token %s: it shows the header, or does not', async (on) => {
    expect((await toldWith({ 'csrf-token': on }))?.showsCsrfHeader).toBe(on)
  })
  test.each([true, false])('output-escaping %s: it escapes, or does not', async (on) => {
    expect((await toldWith({ 'output-escaping': on }))?.escapes).toBe(on)
  })
  test.each([true, false])('log-out-everywhere %s: it has the button, or has not', async (on) => {
    expect((await toldWith({ 'log-out-everywhere': on }))?.logsOutEverywhere).toBe(on)
  })
})
