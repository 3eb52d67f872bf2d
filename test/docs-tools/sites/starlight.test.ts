import { programOfPackage } from '../support/site.ts'
import { playsInFrame } from '../support/frame.ts'
import { describeTool, docsTool } from '../support/suite.ts'

const astro = programOfPackage('starlight', 'astro')

describeTool('Astro Starlight', astro !== null, () => {
  docsTool(
    {
      name: 'starlight',
      command: {
        file: astro ?? '',
        words: ['build'],
        env: { ASTRO_TELEMETRY_DISABLED: '1' },
      },
      out: 'dist',
      pages: ['/login/', '/component/', '/unsure/', '/unsure-component/'],
      // Of every .mdx, and of what the example does without.
      usual: /MODULE_LEVEL_DIRECTIVE|collection "i18n"|Entry docs → 404/,
    },
    playsInFrame,
  )
})
