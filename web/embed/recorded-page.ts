import { mediaNothing } from '../player/media.ts'
import * as recorded from '../recorded/index.ts'
import type { WholeWanted } from '../recorded/live-run.ts'
import { RecordedPart } from './recorded-part.ts'
import { giveKeys } from './keys-for-page.ts'
import { heightFor, readOptions } from './options.ts'
import { readParent, sayTo, speakWith } from './parent-page.ts'
import { warn } from './problems.ts'

/** Says that there is no player, in its place. */
const showProblem = (main: Element, problem: string): void => {
  const message = document.createElement('p')
  message.className = 'without-script'
  message.setAttribute('role', 'alert')
  message.textContent = problem
  main.replaceChildren(message)
}

/** The small player in a frame of another page, as high as the frame; the whole one takes its place. */
export const startRecorded = async (address: URL, startLive: () => void): Promise<void> => {
  const { theme, keyboard } = readOptions(address)
  if (theme !== null) document.documentElement.dataset['theme'] = theme
  const main = document.querySelector('main')
  if (main === null) return
  const place = new URLSearchParams(address.hash.slice(1))
  const read = (name: string): string | null => place.get(name) ?? address.searchParams.get(name)
  const parent = window.parent === window ? null : readParent(address)
  const lab = new URL('.', address)
  const part = await RecordedPart.load({ loadPlayer: async () => recorded }, lab, read, warn)
  if (typeof part === 'string') {
    showProblem(main, part)
    warn(part)
    if (parent !== null) sayTo(parent, window, 'error', mediaNothing, { message: part })
    return
  }
  const { player } = part
  part.dress(lab)
  player.alone = true
  document.title = player.words.player(player.told?.title ?? '')
  document.documentElement.lang = player.lang
  const over = new AbortController()
  player.addEventListener('lab-whole', (event) => {
    const { step, run } = (event as CustomEvent<WholeWanted>).detail
    const now = new URL(address)
    now.searchParams.set('live', '1')
    now.hash = new URLSearchParams({ step: String(step), ...(run !== '' && { run }) }).toString()
    history.replaceState(null, '', now)
    player.starting = true
    over.abort()
    startLive()
  })
  main.replaceChildren(player)
  await player.updateComplete
  const amiss = await part.begin([...address.searchParams.keys(), ...place.keys()])
  player.notice = amiss.join(' ')
  amiss.forEach(warn)
  if (parent !== null) {
    const tell = speakWith(parent, player, window, over.signal)
    giveKeys(window, keyboard, (key) => tell('key', { key }), over.signal)
    tell('resize', { height: heightFor(innerWidth, false) })
    tell('ready')
    for (const message of amiss) tell('error', { message })
  }
  part.playByItself()
}
