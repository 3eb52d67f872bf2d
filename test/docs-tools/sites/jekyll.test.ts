import { programOf } from '../../support/debian.ts'
import { describeTool, docsTool } from '../support/suite.ts'

const jekyll = programOf('jekyll')

describeTool('Jekyll', jekyll !== null, () => {
  docsTool({
    name: 'jekyll',
    command: { file: jekyll ?? '', words: ['build', '--disable-disk-cache'] },
    out: '_site',
    pages: ['/login.html'],
  })
})
