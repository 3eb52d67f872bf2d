import { programOf } from '../../support/debian.ts'
import { describeTool, docsTool } from '../support/suite.ts'

const mkdocs = programOf('mkdocs')

describeTool('MkDocs', mkdocs !== null, () => {
  docsTool({
    name: 'mkdocs',
    command: { file: mkdocs ?? '', words: ['build', '--strict', '--site-dir', 'site'] },
    out: 'site',
    pages: ['/login/', '/unsure/'],
  })
})
