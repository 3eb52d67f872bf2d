import { readFileSync } from 'node:fs'
import { embedGroup } from '../../web/features/share/embed-group.ts'
import type { ShareGroup } from '../../web/features/share/item.ts'
import { share as english } from '../../web/features/share/words.en.ts'
import { englishWords } from '../../web/i18n/languages.ts'
import { withTexts } from '../../web/i18n/own.ts'
import { share as spanish } from '../../web/features/share/words.es.ts'
import { fixtureRun } from './fixture-run.ts'
import { fixtureTrace } from './fixture-trace.ts'

/** The code that README tells authors to paste, letter by letter. */
export const readmeSnippet = (): string => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const [, section = ''] = readme.split('\n## In your own pages\n')
  const code = /^```html\n(.*?)^```$/ms.exec(section)?.[1]
  if (code === undefined) throw new Error('README holds no code for other pages.')
  return code
}

const texts = { en: english, es: spanish }

/**
 * What Share offers for pages of one's own, with the fixture at message 11.
 *
 * @param address of the lab's page
 * @param trace what is otherwise in the trace
 */
export const shareGroup = (
  address: string,
  trace: object = {},
  spoken = englishWords,
): ShareGroup => {
  const words = withTexts(spoken, 'share', texts[spoken.language === 'es' ? 'es' : 'en'])
  const run = { ...fixtureRun().state, trace: { ...fixtureTrace(), ...trace } }
  return embedGroup({ playback: { run, cursor: 11 }, address: new URL(address), words })
}

/** The code that Share copies. */
export const shareSnippet = async (
  id: 'element' | 'frame',
  address: string,
  trace: object = {},
): Promise<string> => {
  const item = shareGroup(address, trace).items.find((one) => one.id === id)
  if (item?.does !== 'copy') throw new Error(`Share copies no ${id}.`)
  return item.make()
}
