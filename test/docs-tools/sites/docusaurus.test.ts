import { programOfPackage } from '../support/site.ts'
import { playsInFrame } from '../support/frame.ts'
import { describeTool, docsTool } from '../support/suite.ts'

const docusaurus = programOfPackage('docusaurus', 'docusaurus')

describeTool('Docusaurus', docusaurus !== null, () => {
  docsTool(
    {
      name: 'docusaurus',
      command: { file: docusaurus ?? '', words: ['build'] },
      out: 'build',
      pages: ['/login', '/component', '/unsure'],
      ways: {
        away: '/',
        there: ({ page }) =>
          page
            .locator('article')
            .getByRole('link', { name: 'Log in', exact: true })
            .first()
            .click(),
        back: ({ page }) => page.goBack(),
      },
    },
    playsInFrame,
  )
})
