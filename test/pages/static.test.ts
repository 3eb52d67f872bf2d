import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pagePolicy } from '../../server/policy.ts'
import { launch, serveFiles, watch, type Served } from './support/lab.ts'

let browser: Browser
let host: Served

beforeAll(async () => {
  browser = await launch()
  host = await serveFiles('/some/where')
})

afterAll(async () => {
  await browser.close()
  await host.stop()
})

describe('on a host that only knows files, below a path', () => {
  test.each(['index.html', 'embed.html'])(
    '%s carries its policy before any script',
    async (name) => {
      const text = await (await fetch(`${host.url}${name}`)).text()
      const [head = '', policy] = text.split(
        /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/,
      )
      expect(policy?.replaceAll('&#39;', "'")).toBe(pagePolicy())
      expect(head).not.toContain('<script')
    },
  )

  test('what a page loads later is on the list of what it fetches beforehand', async () => {
    const list = (await (await fetch(`${host.url}prefetch.json`)).json()) as readonly string[]
    expect(list.filter((path) => /worker-/.test(path))).not.toEqual([])
    for (const path of list) expect((await fetch(`${host.url}${path}`)).status, path).toBe(200)
  })

  test('the lab runs in the page: its list, its diagram, to the stolen cart', async () => {
    const { page, errors, violations, requests } = await watch(browser)
    await page.goto(
      `${host.url}?workflow=webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies`,
    )
    await page.locator('lab-list li').first().waitFor({ state: 'attached' })
    await page.locator('lab-diagram svg .step').first().waitFor()
    await page.evaluate(() => document.querySelector('login-lab')?.seek('100%'))
    const last = await page.evaluate(() => document.querySelector('login-lab')?.mediaState)
    expect(last?.currentStep).toBeGreaterThan(40)
    expect(last?.marker).toContain('stolen')
    expect(errors).toEqual([])
    expect(violations).toEqual([])
    const outside = requests.filter(
      (url) => !url.startsWith(host.url) && !/^(?:data|blob):/.test(url),
    )
    expect(outside).toEqual([])
    await page.close()
  })

  test('so does the player for frames, recorded and live', async () => {
    const { page, errors, violations } = await watch(browser)
    await page.goto(`${host.url}embed.html?lang=es#step=3`)
    await page.locator('lab-recorded svg .step.is-current').waitFor()
    await page.getByRole('button', { name: 'Ejecutar en vivo' }).click()
    await page.locator('lab-choices').waitFor()
    await page.getByRole('button', { name: 'Todo el laboratorio' }).click()
    await page.locator('lab-diagram svg .step').first().waitFor()
    expect(await page.locator('lab-embed-bar a').innerText()).toBe('Abrir en Login Lab')
    expect(errors).toEqual([])
    expect(violations).toEqual([])
    await page.close()
  })
})
