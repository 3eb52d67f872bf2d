import { expect, test } from 'vitest'
import { programOf } from '../../support/debian.ts'
import { openSite } from '../support/site.ts'
import { describeTool, docsTool } from '../support/suite.ts'

const hugo = programOf('hugo')

describeTool('Hugo', hugo !== null, () => {
  const command = { file: hugo ?? '', words: [] }
  docsTool(
    { name: 'hugo', command, out: 'public', pages: ['/login/', '/shortcode/', '/unsure/'] },
    () => {
      test('needs no leave for the shortcode, and drops what is pasted without it', async () => {
        const env = { HUGO_MARKUP_GOLDMARK_RENDERER_UNSAFE: 'false' }
        const words = ['--destination', 'public-safe']
        const site = await openSite({
          name: 'hugo',
          command: { ...command, words, env },
          out: 'public-safe',
        })
        try {
          expect(site.read('shortcode/index.html')).toMatch(/<login-lab-embed [^>]*><a /)
          expect(site.read('login/index.html')).not.toContain('<login-lab-embed')
        } finally {
          await site.stop()
        }
      })
    },
  )
})
