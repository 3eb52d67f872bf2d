import { expect, test } from 'vitest'
import { programOfPackage } from '../support/site.ts'
import { describeTool, docsTool } from '../support/suite.ts'

const vitepress = programOfPackage('vitepress', 'vitepress')

describeTool('VitePress', vitepress !== null, () => {
  docsTool(
    {
      name: 'vitepress',
      command: { file: vitepress ?? '', words: ['build'] },
      out: '.vitepress/dist',
      pages: ['/login'],
      ways: {
        away: '/',
        there: ({ page }) =>
          page.locator('main').getByRole('link', { name: 'Log in', exact: true }).click(),
        back: ({ page }) => page.goBack(),
      },
    },
    ({ site }) => {
      test('has the element and its link in the HTML', () => {
        expect(site().read('login.html')).toMatch(
          /<p>Above\.<\/p><login-lab-embed [^>]*><a href="[^"]*"><img [^>]*> Watch this login<\/a><\/login-lab-embed><p>Below\.<\/p>/,
        )
      })
    },
  )
})
