import { expect, test } from 'vitest'
import { fileOf, programOf } from '../../support/debian.ts'
import { held, openReader, type Reader } from '../support/reader.ts'
import { describeTool, docsTool } from '../support/suite.ts'

const mkdocs = programOf('mkdocs')
const material = fileOf('/usr/share/mkdocs/themes/material/main.html', 'mkdocs-material')

/** Goes to a page of the navigation, without leaving the document. */
const goTo = async ({ page }: Reader, title: string): Promise<void> => {
  const links = page.locator('nav').getByRole('link', { name: title, exact: true })
  await links.locator('visible=true').first().click()
  await page.locator('h1', { hasText: title }).waitFor()
}

const goBack = async ({ page }: Reader): Promise<void> => {
  await page.goBack()
  await page.locator('h1', { hasText: 'Something else' }).waitFor()
}

describeTool('MkDocs Material', mkdocs !== null && material !== null, () => {
  docsTool(
    {
      name: 'mkdocs',
      command: {
        file: mkdocs ?? '',
        words: ['build', '--strict', '--config-file', 'material.yml', '--site-dir', 'material'],
      },
      out: 'material',
      pages: ['/login/'],
      // Python's, of the templates of the theme.
      usual: /DeprecationWarning: invalid escape sequence/,
      ways: {
        away: '/other/',
        there: (reader) => goTo(reader, 'Log in'),
        back: goBack,
        // Its search.
        ownWorkers: 1,
        // Each page that was left, with what stood in it; four listeners are its own, the others the element's.
        kept: { embeds: 1, listeners: 15 },
      },
    },
    ({ site, browser }) => {
      test('keeps pages that were left, those without a player too', async () => {
        const reader = await openReader(browser())
        await reader.page.goto(`${site().origin}/other/`)
        const listeners: number[] = []
        for (let time = 0; time < 4; time += 1) {
          await goTo(reader, 'Docs')
          await goBack(reader)
          listeners.push((await held(reader.page)).listeners)
        }
        const growths = listeners.slice(1).map((count, at) => count - Number(listeners[at]))
        expect(Math.min(...growths)).toBe(4)
        await reader.page.close()
      })
    },
  )
})
