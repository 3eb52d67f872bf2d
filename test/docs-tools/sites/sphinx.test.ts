import { pythonWith } from '../../support/debian.ts'
import { describeTool, docsTool } from '../support/suite.ts'

const python = pythonWith('sphinx, myst_parser', 'python3-myst-parser')

describeTool('Sphinx', python !== null, () => {
  docsTool({
    name: 'sphinx',
    command: {
      file: python ?? '',
      words: ['-m', 'sphinx', '-W', '--keep-going', '-b', 'html', '.', '_build'],
    },
    out: '_build',
    // In MyST, in reStructuredText, and with a link of MyST.
    pages: ['/login', '/raw', '/unsure'],
  })
})
