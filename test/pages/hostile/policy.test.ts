import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { slugs } from '../../support/play.ts'
import { launch, startLab, type Served } from '../support/lab.ts'
import { guarded, settle } from './guarded.ts'

let browser: Browser
let lab: Served

beforeAll(async () => {
  browser = await launch()
  lab = await startLab()
})

afterAll(async () => {
  await browser.close()
  await lab.stop()
})

describe('the policy is in force', () => {
  test.each(['', 'embed.html'])(
    'at /%s: no script of a page runs, and no text becomes HTML',
    async (path) => {
      const { context, page, done } = await guarded(browser)
      await page.goto(`${lab.url}${path}?live=1&run=page&workflow=${slugs.code}`)
      await page.locator('lab-controls').waitFor()
      // Evaluated from outside, where the policy does not hold; what it sets in motion is inside.
      const refused = await page.evaluate(() => {
        const attempts: Readonly<Record<string, () => unknown>> = {
          innerHTML: () => {
            document.createElement('div').innerHTML = '<b>x</b>'
          },
          outerHTML: () => {
            const inner = document.createElement('div').appendChild(document.createElement('p'))
            inner.outerHTML = '<b>x</b>'
          },
          insertAdjacentHTML: () =>
            document.createElement('div').insertAdjacentHTML('beforeend', '<b>x</b>'),
          srcdoc: () => {
            document.createElement('iframe').srcdoc = '<b>x</b>'
          },
          'script src': () => {
            document.createElement('script').src = 'https://evil.test/x.js'
          },
          'an attribute for an event': () =>
            document.createElement('img').setAttribute('onerror', 'pwned()'),
          'a policy of another name': () =>
            (
              globalThis as unknown as {
                trustedTypes: { createPolicy(name: string, rules: object): unknown }
              }
            ).trustedTypes.createPolicy('evil', {}),
          'a second policy of our name': () =>
            (
              globalThis as unknown as {
                trustedTypes: { createPolicy(name: string, rules: object): unknown }
              }
            ).trustedTypes.createPolicy('login-lab-worker', {}),
        }
        return Object.entries(attempts)
          .filter(([, attempt]) => {
            try {
              attempt()
              return false
            } catch {
              return true
            }
          })
          .map(([name]) => name)
      })
      expect(refused).toEqual([
        'innerHTML',
        'outerHTML',
        'insertAdjacentHTML',
        'srcdoc',
        'script src',
        'an attribute for an event',
        'a policy of another name',
        'a second policy of our name',
      ])
      const before = done.length
      await page.evaluate(() => {
        const script = document.createElement('script')
        script.append(document.createTextNode('pwned()'))
        document.body.append(script)
        const link = document.createElement('a')
        link.href = 'javascript:pwned()'
        document.body.append(link)
        link.click()
        const image = document.createElement('img')
        image.src = 'https://evil.test/image.png'
        document.body.append(image)
      })
      await settle(page)
      const after = done.slice(before)
      expect(after.filter((what) => !what.startsWith('violated'))).toEqual([])
      for (const what of ['script', 'img-src'])
        expect(
          after.some((told) => told.startsWith('violated') && told.includes(what)),
          what,
        ).toBe(true)
      await context.close()
    },
  )
})
