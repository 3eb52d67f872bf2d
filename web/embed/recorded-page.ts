import * as recorded from '../recorded/index.ts'
import { RecordedPart } from './recorded-part.ts'
import { giveKeys } from './keys-for-page.ts'
import { readOptions } from './options.ts'
import { readParent, speakWith } from './parent-page.ts'

/** The small player in a frame of another page, as high as the frame; the whole one takes its place. */
export const startRecorded = async (address: URL, startLive: () => void): Promise<void> => {
  const { theme, keyboard } = readOptions(address)
  if (theme !== null) document.documentElement.dataset['theme'] = theme
  const place = new URLSearchParams(address.hash.slice(1))
  const read = (name: string): string | null => place.get(name) ?? address.searchParams.get(name)
  const parent = readParent(address)
  const lab = new URL('.', address)
  const told: string[] = []
  const part = await RecordedPart.load(
    async () => recorded,
    lab,
    read,
    (problem) => told.push(problem),
  )
  const main = document.querySelector('main')
  if (main === null) return
  if (typeof part === 'string') {
    const message = document.createElement('p')
    message.className = 'without-script'
    message.setAttribute('role', 'alert')
    message.textContent = part
    main.replaceChildren(message)
    return
  }
  const { player } = part
  part.dress(lab)
  document.title = player.words.player(player.told?.title ?? '')
  document.documentElement.lang = player.lang
  player.addEventListener('lab-live', () => {
    const now = new URL(address)
    now.searchParams.set('live', '1')
    now.hash = new URLSearchParams({ step: String(player.currentStep) }).toString()
    history.replaceState(null, '', now)
    player.starting = true
    startLive()
  })
  if (parent !== null && window.parent !== window) {
    const tell = speakWith(parent, player, window)
    giveKeys(window, keyboard, (key) => tell('key', { key }))
  }
  main.replaceChildren(player)
  await player.updateComplete
  await part.begin([])
  player.notice = told.at(-1) ?? player.notice
}
