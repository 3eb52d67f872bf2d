import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { workflows } from '../../scenarios/catalogue/index.ts'
import type { Run } from '../../scenarios/model/run.ts'
import { openInPage } from '../../web/player/run/open.ts'
import { fixtureRun } from '../support/fixture-run.ts'
import { find, handing, openPlayer, until, type Player } from './player.ts'
import { made } from '../support/texts.ts'

afterEach(() => {
  document.body.replaceChildren()
})

const press = (keys: string) => userEvent.keyboard(keys)
const said = ({ lab }: Player): string => find(lab, '[aria-live]').textContent ?? ''
const at = (player: Player, n: number) =>
  until(`message ${n} is shown`, () => player.cursor() === n)

describe('by keyboard alone', () => {
  test('a whole lesson can be stepped through, there and back', async () => {
    const player = await openPlayer()
    for (let n = 1; n <= 27; n += 1) {
      await press('{ArrowRight}')
      await at(player, n)
    }
    for (let n = 26; n >= 20; n -= 1) await press('{ArrowLeft}')
    await at(player, 20)
  })

  test('chapters, tenths, beginning and end are one key away', async () => {
    const player = await openPlayer()
    await press(']')
    await at(player, 1)
    await press(']')
    await at(player, 3)
    await press('5')
    await at(player, 14)
    await press('[BracketLeft]')
    await at(player, 12)
    await press('{End}')
    await at(player, 27)
    await press('{Home}')
    await at(player, 0)
  })

  test('Space plays and pauses, and presses a focused button instead', async () => {
    const player = await openPlayer()
    await press(' ')
    await until('it plays', () => find(player.lab, 'lab-controls', '.play').ariaLabel === 'Pause')
    await press(' ')
    await until('it pauses', () => find(player.lab, 'lab-controls', '.play').ariaLabel === 'Play')
    find(player.lab, 'lab-controls', '[aria-label="To the end of the lesson"]').focus()
    await press(' ')
    await at(player, 27)
  })

  test('Tab reaches the list, where one stop opens it and arrow keys move', async () => {
    const player = await openPlayer({ step: '3' })
    await at(player, 3)
    await player.drawn()
    const list = find(player.lab, 'lab-list')
    await until('the list has made way', () => list.offsetWidth < 10)
    // The focus of the test before this one would be the place that Tab goes on from.
    find(player.lab, 'lab-header', 'a').focus()
    for (let tabs = 0; tabs < 12 && !list.matches(':focus-within'); tabs += 1) await press('{Tab}')
    await until('the list shows itself', () => list.offsetWidth > 200)
    await press('{ArrowDown}{ArrowDown}{Enter}')
    await at(player, 5)
    const stops = [...(list.shadowRoot?.querySelectorAll('button[tabindex="0"]') ?? [])]
    expect(stops).toHaveLength(1)
  })

  test('keys with a modifier, and keys in a text field, are left alone', async () => {
    const player = await openPlayer()
    await press('{Control>}k{/Control}')
    await press('g')
    const field = find(player.lab, 'lab-go', 'input') as HTMLInputElement
    await until('the field is there', () => field.checkVisibility())
    await press('k5')
    expect(field.value).toBe('k5')
    expect(player.cursor()).toBe(0)
    await userEvent.clear(field)
    await userEvent.type(field, 'refresh.token-request')
    await press('{Enter}')
    await at(player, 18)
  })

  test('? shows the keys, Esc closes them, and they can be switched off', async () => {
    const player = await openPlayer()
    await press('?')
    const dialog = find(player.lab, 'lab-help', 'dialog') as HTMLDialogElement
    await until('the help is open', () => dialog.open)
    find(player.lab, 'lab-help', 'input').click()
    await press('{Escape}')
    await until('the help is closed', () => !dialog.open)
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    await press('{ArrowRight}')
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(player.cursor()).toBe(0)
    localStorage.clear()
  })

  test('a key that is pressed over an open dialog does nothing behind it', async () => {
    const player = await openPlayer()
    await press('?')
    const dialog = find(player.lab, 'lab-help', 'dialog') as HTMLDialogElement
    await until('the help is open', () => dialog.open)
    await press('{ArrowRight}g')
    await press('{Escape}')
    await until('the help is closed', () => !dialog.open)
    await press('{ArrowRight}')
    await at(player, 1)
    expect((find(player.lab, 'lab-go', 'dialog') as HTMLDialogElement).open).toBe(false)
  })

  test('Esc folds choices and gives the focus back to the button that unfolded them', async () => {
    const player = await openPlayer()
    const who = find(player.lab, 'lab-choices', '.who')
    const panel = find(player.lab, 'lab-choices', '.panel')
    who.focus()
    await press('{Enter}')
    await until('they are unfolded', () => panel.matches(':popover-open'))
    await press('{Tab}')
    expect(panel.matches(':focus-within')).toBe(true)
    await press('{Escape}')
    await until('they are folded', () => !panel.matches(':popover-open'))
    await until('the focus is back', () => who.matches(':focus'))
  })

  test('keys are called as they are on the keyboards of the language', async () => {
    const { lab } = await openPlayer()
    const keys = (): readonly string[] =>
      [...(find(lab, 'lab-help').shadowRoot?.querySelectorAll('kbd') ?? [])].map(
        ({ textContent }) => textContent,
      )
    expect(keys()).toEqual(expect.arrayContaining(['Space', 'Shift →', 'Home', 'End', 'Esc']))
    lab.language = 'es'
    await until('it is Spanish', () => keys().includes('Espacio'))
    expect(keys()).toEqual(expect.arrayContaining(['Mayús →', 'Inicio', 'Fin', 'Esc']))
  })
})

describe('what a screen reader hears', () => {
  test('one sentence for each step that is made by hand', async () => {
    const player = await openPlayer({ step: '13' })
    await at(player, 13)
    await press('{ArrowRight}')
    await until('it is said', () => said(player).startsWith('Message 14 of 27, Browser to Store'))
    expect(said(player)).toContain('GET /shopping-cart')
  })

  test('nothing while it plays', async () => {
    const player = await openPlayer({ step: '13' })
    await at(player, 13)
    await until('the link is said', () => said(player) !== '')
    const before = said(player)
    await press(' ')
    await until('it has played on', () => player.cursor() > 13)
    expect(said(player)).toBe(before)
  })

  test('the list tells which message is the current one', async () => {
    const player = await openPlayer({ step: '11' })
    await at(player, 11)
    const current = find(player.lab, 'lab-list', '[aria-current="step"]')
    expect(current.textContent).toContain('200 OK · access_token')
  })
})

describe('deep links', () => {
  test('a message that is not there yet is made silently, and shown paused', async () => {
    const player = await openPlayer({ step: 'refresh.token-response' })
    await at(player, 19)
    expect(find(player.lab, 'lab-controls', '.play').ariaLabel).toBe('Play')
  })

  test('an unknown message is named, and the run is usable', async () => {
    const player = await openPlayer({ step: 'login.nonsense' })
    await until(
      'the notice is there',
      () => player.lab.shadowRoot?.querySelector('lab-notice') != null,
    )
    expect(find(player.lab, 'lab-notice').shadowRoot?.textContent).toContain('login.nonsense')
    await press('{ArrowRight}')
    await at(player, 1)
  })

  test('an unknown workflow is named, with the nearest and all others', async () => {
    const { lab } = await openPlayer({ workflow: 'webapp/oauth-authorization-code-grant-sesions' })
    const text = find(lab, 'lab-not-found').shadowRoot
    expect(text?.textContent).toContain('webapp/oauth-authorization-code-grant-sesions')
    expect(text?.querySelector('.near')?.getAttribute('href')).toContain('workflow=webapp/')
    expect(text?.querySelectorAll('li a')).toHaveLength(workflows.length)
    const told = text?.querySelector('h2')?.getBoundingClientRect().top ?? 0
    expect(told).toBeGreaterThanOrEqual(lab.getBoundingClientRect().top)
  })

  test('every step is told to the page, by id', async () => {
    const player = await openPlayer()
    const ids: unknown[] = []
    player.lab.addEventListener('lab-step', (event) => ids.push((event as CustomEvent).detail))
    await press('{ArrowRight}')
    await at(player, 1)
    await press('{ArrowRight}')
    await at(player, 2)
    expect(ids).toEqual(['initialize.home-request', 'initialize.home-response'])
  })
})

describe('when something goes wrong', () => {
  const failing = (problem: string): Run => ({
    ...fixtureRun(),
    send: async () => ({ ok: false, problem: made(problem) }),
  })

  test('a refused step says why, in an alert', async () => {
    const run = failing('FusionAuth does not answer. Start it again.')
    const player = await openPlayer({ openRun: handing(run) })
    await press('{ArrowRight}')
    await until(
      'the alert is there',
      () => player.lab.shadowRoot?.querySelector('lab-notice') != null,
    )
    const alert = find(player.lab, 'lab-notice', '[role="alert"]')
    expect(alert.textContent).toBe('FusionAuth does not answer. Start it again.')
  })

  test('a run that cannot open says why, and can be tried again', async () => {
    let tries = 0
    const player = await openPlayer({
      openRun: async () => {
        tries += 1
        if (tries === 1) throw new Error('100 runs are open here, and that is the most.')
        return { run: fixtureRun(), place: 'server' }
      },
    })
    const failed = find(player.lab, '.standalone')
    expect(failed.textContent).toContain('100 runs are open here')
    find(failed, 'button').click()
    await until('it opens', () => player.lab.shadowRoot?.querySelector('.stage') != null)
  })
})

test(
  'the real engine plays its tour in this page, to the stolen cart',
  { timeout: 60_000 },
  async () => {
    const player = await openPlayer({ openRun: openInPage })
    await press('{End}')
    await until('the end is shown', () => player.cursor() > 42)
    find(player.lab, 'lab-inspector', '#tab-screen').click()
    await until(
      'the screen is there',
      () => find(player.lab, 'lab-inspector').shadowRoot?.querySelector('lab-screen') != null,
    )
    const screen = find(player.lab, 'lab-inspector', 'lab-screen')
    await until(
      'the Hacker looks',
      () => screen.shadowRoot?.querySelector('lab-browser[agent=Hacker]') != null,
    )
    const browser = find(screen, 'lab-browser[agent=Hacker]')
    await until(
      'the cart is there',
      () =>
        browser.shadowRoot
          ?.querySelector('iframe')
          ?.contentDocument?.querySelector('body')
          ?.textContent.includes('Your cart') === true,
    )
    expect(find(browser, 'iframe').getAttribute('sandbox')).toBe('allow-same-origin')
  },
)
