import { existsSync } from 'node:fs'
import { programOfPackage } from '../support/site.ts'
import { describeTool, docsTool } from '../support/suite.ts'

// No program: the package is a script for pages.
const reveal = programOfPackage('reveal', '../reveal.js/dist/reveal.js')

describeTool('reveal.js', reveal !== null && existsSync(reveal), () => {
  docsTool({
    name: 'reveal',
    command: null,
    out: '.',
    // A slide in HTML, and one in Markdown.
    pages: ['/#/1', '/#/2'],
    within: 'section.present',
    ways: {
      keepsSlides: true,
      away: '/',
      there: async ({ page }) => {
        await page.locator('.reveal.ready').waitFor()
        await page.keyboard.press('PageDown')
      },
      back: ({ page }) => page.keyboard.press('PageUp'),
    },
  })
})
