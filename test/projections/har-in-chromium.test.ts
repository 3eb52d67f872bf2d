import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { harText } from '../../scenarios/projections/har.ts'
import { launchOptions } from '../support/chromium.ts'
import { played, slugs } from '../support/play.ts'

/** A real browser that is given the archive as its only network. */

let folder: string
let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'login-lab-har-'))
  const file = join(folder, 'tour.har')
  await writeFile(file, harText(await played({ workflow: slugs.code })))
  browser = await chromium.launch(launchOptions())
  context = await browser.newContext()
  await context.routeFromHAR(file, { notFound: 'abort' })
})

afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})

describe('a browser whose network is the archive', () => {
  test('shows the page that was answered', async () => {
    const page = await context.newPage()
    const response = await page.goto('https://store.example.com/')
    expect(response?.status()).toBe(200)
    expect(await page.title()).toBe('Store · Home')
  })

  test('follows the redirect of the archive to the login form', async () => {
    const page = await context.newPage()
    await page.goto('https://store.example.com/login')
    expect(new URL(page.url()).host).toBe('example.fusionauth.io')
    expect(await page.locator('input[type=password]').count()).toBe(1)
  })

  test('finds a posted form by its text', async () => {
    const { messages } = await played({ workflow: slugs.code })
    const posted = messages.find(({ id }) => id === 'login.token-request')?.http
    const page = await context.newPage()
    await page.goto('https://example.fusionauth.io/.well-known/jwks.json')
    const answer = await page.evaluate(async (body) => {
      const response = await fetch('/oauth2/token', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body,
      })
      return Object.keys((await response.json()) as object)
    }, posted?.body ?? '')
    expect(answer).toContain('access_token')
  })

  test('knows nothing else', async () => {
    const page = await context.newPage()
    await expect(page.goto('https://store.example.com/elsewhere')).rejects.toThrow('ERR_FAILED')
  })
})
