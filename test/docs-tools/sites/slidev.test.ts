import { programOfPackage } from '../support/site.ts'
import { describeTool, docsTool } from '../support/suite.ts'

const slidev = programOfPackage('slidev', 'slidev')

describeTool('Slidev', slidev !== null, () => {
  docsTool({
    name: 'slidev',
    command: { file: slidev ?? '', words: ['build'] },
    out: 'dist',
    pages: ['/#/2'],
    within: '.slidev-page:visible',
    ways: {
      keepsSlides: true,
      away: '/#/1',
      there: async ({ page }) => {
        await page.locator('.slidev-page h1:visible', { hasText: 'Docs' }).waitFor()
        await page.keyboard.press('PageDown')
      },
      // While a button has the focus, no key is Slidev's.
      back: async ({ page }) => {
        await page.mouse.click(2, 2)
        await page.keyboard.press('PageUp')
      },
    },
  })
})
