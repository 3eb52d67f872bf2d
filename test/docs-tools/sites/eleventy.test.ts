import { expect, test } from 'vitest'
import { openReader, runLive, see } from '../support/reader.ts'
import { programOfPackage } from '../support/site.ts'
import { describeTool, docsTool } from '../support/suite.ts'

const eleventy = programOfPackage('eleventy', 'eleventy')

describeTool('Eleventy', eleventy !== null, () => {
  docsTool(
    {
      name: 'eleventy',
      command: { file: eleventy ?? '', words: [] },
      out: '_site',
      pages: ['/login/', '/unsure/'],
    },
    ({ site, browser }) => {
      test('runs it live when that is asked for', async () => {
        const { page, problems } = await openReader(browser())
        await page.goto(`${site().origin}/login/`)
        const embed = page.locator('login-lab-embed')
        await see(embed)
        await runLive(embed)
        expect(page.frames().map((frame) => new URL(frame.url()).origin)).toEqual([
          site().origin,
          new URL(site().lab.url).origin,
        ])
        expect(problems).toEqual([])
        await page.close()
      })
    },
  )
})
