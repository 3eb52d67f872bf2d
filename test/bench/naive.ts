import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import type { Trace } from '../../scenarios/model/trace.ts'
import { mermaidText } from '../../scenarios/projections/mermaid.ts'
import { sequenceOf } from '../../scenarios/projections/sequence.ts'
import { mainThreadWork, type Work } from './main-thread.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'

const drawer = fileURLToPath(new URL('../../web/build/mermaid.ts', import.meta.url))

/** The lab's own way to Mermaid as one script with a global name. */
const script = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: drawer, formats: ['iife'], name: 'drawer' },
    },
  })
  const [first] = Array.isArray(built) ? built : [built]
  if (first === undefined || !('output' in first)) throw new Error('Vite built nothing.')
  return first.output[0].code
}

/** A growing picture: its text after each message. */
const textsOf = (trace: Trace): readonly string[] =>
  trace.messages.map((_, index) => {
    const messages = trace.messages.slice(0, index + 1)
    const dividers = trace.dividers.filter(({ before }) => before <= messages.length)
    const shown = { ...trace, messages, dividers }
    return mermaidText(sequenceOf({ trace: shown, plan: [], plannedDividers: [] }), sayEnglish)
  })

interface Drawer {
  readonly renderSvg: (text: string, options: object) => Promise<string>
}

/** Work of a player that lets Mermaid draw the picture anew at each step, as most do. */
export const naivePlayer = async (browser: Browser, trace: Trace): Promise<readonly Work[]> => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.setContent('<main></main>')
  await page.addScriptTag({ content: await script() })
  const work = await mainThreadWork(page, () =>
    page.evaluate(async (texts) => {
      const { drawer: lab } = globalThis as unknown as { readonly drawer: Drawer }
      const options = { lane: 180, fontSize: 12.5, fontFamily: 'monospace' }
      await lab.renderSvg(texts[0] ?? '', { id: 'warm', ...options })
      for (const [index, text] of texts.entries()) {
        await new Promise((resolve) => setTimeout(resolve, 50))
        performance.mark(`work:${index + 1}`)
        const svg = await lab.renderSvg(text, { id: `step-${index}`, ...options })
        document.querySelector('main')?.replaceChildren()
        document.querySelector('main')?.insertAdjacentHTML('beforeend', svg)
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))
        performance.mark('shown')
      }
      performance.mark('work:end')
    }, textsOf(trace)),
  )
  await page.close()
  return work
}
