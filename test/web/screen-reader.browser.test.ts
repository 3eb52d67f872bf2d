import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { storyOf } from '../../scenarios/narration/index.ts'
import { openPage, type Visit } from './page.ts'
import { find, until } from './player.ts'
import { inEnglish } from '../support/texts.ts'

let visit: Visit | null = null
afterEach(() => visit?.leave())

const press = (keys: string) => userEvent.keyboard(keys)

const focused = (): Element | null => {
  let here = document.activeElement
  while (here?.shadowRoot?.activeElement != null) here = here.shadowRoot.activeElement
  return here
}

test(
  'a whole workflow is played by keyboard alone, and each message is heard once',
  { timeout: 240_000 },
  async () => {
    visit = await openPage('')
    const { lab } = visit
    for (let tabs = 0; tabs < 12 && focused()?.classList.contains('how') !== true; tabs += 1)
      await press('{Tab}')
    await press('{Enter}')
    const playback = () => (lab.state.run.kind === 'open' ? lab.state.run.playback : null)
    await until('it plays', () => playback()?.playing === true)
    await press('k')
    await until('it is paused', () => playback()?.playing === false)
    await press('{Home}')
    await until('it is at the beginning', () => playback()?.cursor === 0)

    const region = find(lab, '[aria-live]')
    const total = (playback()?.run.trace.messages.length ?? 0) + (playback()?.run.plan.length ?? 0)
    expect(total).toBeGreaterThan(70)
    for (let n = 1; n <= total; n += 1) {
      await press('{ArrowRight}')
      await until(`message ${n} is heard`, () =>
        (region.textContent ?? '').startsWith(`Message ${n} of ${total}, `),
      )
      const { trace } = playback()?.run ?? {}
      const message = trace?.messages[n - 1]
      if (trace === undefined || message === undefined) throw new Error(`no message ${n}`)
      const heard = region.textContent ?? ''
      expect(heard).toContain(inEnglish(message.label))
      expect(heard).toContain(storyOf(message, trace))
    }
    expect(region.textContent).toContain('The Hacker sees the cart, because the session id')
  },
)

/** A page with a run of which so many messages have been played. */
const openPlayed = async (messages: number) => {
  visit = await openPage('&workflow=webapp/oauth-authorization-code-grant-sessions')
  const { lab } = visit
  const shown = () => (lab.state.run.kind === 'open' ? lab.state.run.playback.cursor : 0)
  await until('it is open', () => lab.state.run.kind === 'open')
  lab.dispatch({ type: 'seek', to: messages })
  await until('it is played', () => shown() === messages)
  return lab
}

test('of several quick moves only the first and the last are heard', async () => {
  const lab = await openPlayed(8)
  const region = find(lab, '[aria-live]')
  await until('it is quiet', () => region.textContent.startsWith('Message 8 '))
  const heard: string[] = []
  const watcher = new MutationObserver(() => heard.push(region.textContent.slice(0, 10)))
  watcher.observe(region, { characterData: true, childList: true, subtree: true })
  lab.dispatch({ type: 'seek', to: 4 })
  await until('the first is heard', () => heard.length > 0)
  for (const to of [5, 6, 7]) lab.dispatch({ type: 'seek', to })
  await until('the last is heard', () => heard.at(-1) === 'Message 7 ')
  watcher.disconnect()
  expect(heard).toEqual(['Message 4 ', 'Message 7 '])
})
