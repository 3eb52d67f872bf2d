import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { LabBrowser } from '../../web/features/screen/lab-browser.ts'
import type { OpenRun } from '../../web/player/run/status.ts'
import { find, openHere, openPlayer, type Player, until } from './player.ts'
import { made } from '../support/texts.ts'

afterEach(() => {
  document.body.replaceChildren()
})

const patience = { timeout: 60_000 }

interface Taken extends Player {
  /** Every event that reached the run, in order. */
  readonly sent: readonly LabEvent[]
  readonly browser: (agent?: string) => LabBrowser
  readonly inside: (agent?: string) => Document
  readonly shows: (words: string, agent?: string) => Promise<void>
}

/** A player at a message, with the Screen layer open and everything that is sent noted. */
const openScreen = async (step: string): Promise<Taken> => {
  const sent: LabEvent[] = []
  const openRun: OpenRun = async (...given) => {
    const opened = await openHere(...given)
    const { run } = opened
    const send = run.send.bind(run)
    run.send = (event, options) => {
      sent.push(event)
      return send(event, options)
    }
    return opened
  }
  const player = await openPlayer({ openRun, step })
  find(player.lab, 'lab-inspector', '#tab-screen').click()
  player.lab.dispatchEvent(new CustomEvent('lab-speed', { detail: 4 }))
  const browser = (agent = 'Browser'): LabBrowser =>
    find(player.lab, 'lab-inspector', 'lab-screen', `lab-browser[agent=${agent}]`) as LabBrowser
  const inside = (agent?: string): Document => {
    const { contentDocument } = find(browser(agent), 'iframe') as HTMLIFrameElement
    if (contentDocument === null) throw new Error('the frame shows nothing')
    return contentDocument
  }
  const shows = async (words: string, agent?: string): Promise<void> => {
    await until(`the page says ${words}`, () => {
      try {
        return inside(agent).body.textContent.includes(words)
      } catch {
        return false
      }
    })
    // The transport bar follows a frame later.
    await until('the bar says the same', () => player.cursor() === player.lab.currentStep)
  }
  return { ...player, sent, browser, inside, shows }
}

const control = (page: Document, selector: string): HTMLElement => {
  const found = page.querySelector<HTMLElement>(selector)
  if (found === null) throw new Error(`the page has no ${selector}`)
  return found
}

const type = (page: Document, selector: string, words: string): void => {
  const input = control(page, selector) as HTMLInputElement
  input.value = words
}

const press = (page: Document, words: string): void => {
  const found = [...page.querySelectorAll<HTMLElement>('button, [role=link]')].find(
    ({ textContent }) => textContent.trim() === words,
  )
  if (found === undefined) throw new Error(`the page has no ${words} to press`)
  found.click()
}

const branches = (taken: Taken): number => taken.browser().frame?.run.branches.length ?? 0

const foot = (taken: Taken): string => (find(taken.browser(), '.foot').textContent ?? '').trim()

describe('taking over the user’s browser', () => {
  test('a wrong password typed into the real form comes back with the form', patience, async () => {
    const taken = await openScreen('login.authorize-response')
    await taken.shows('Continue to')
    const page = taken.inside()
    type(page, 'input[type=text]', 'ada@example.com')
    type(page, 'input[type=password]', 'made-up-words')
    press(page, 'Submit')
    await taken.shows('Invalid login credentials')
    expect(taken.sent.at(-1)).toEqual({
      type: 'learner.submit',
      app: 'Store',
      credentials: { loginId: 'ada@example.com', password: 'made-up-words' },
    })
    expect(document.documentElement.outerHTML).not.toContain('made-up-words')
    expect(location.href).not.toContain('made-up-words')
  })

  test(
    'Enter in the password field sends the form; the right words lead to the cart',
    patience,
    async () => {
      const taken = await openScreen('login.authorize-response')
      await taken.shows('Continue to')
      const page = taken.inside()
      type(page, 'input[type=text]', 'ada@example.com')
      type(page, 'input[type=password]', 'tea-for-two-1815')
      control(page, 'input[type=password]').dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }),
      )
      await taken.shows('Your cart, Ada Winter')
    },
  )

  test('links and buttons of the page do what they say', patience, async () => {
    const taken = await openScreen('initialize.home-response')
    await taken.shows('Your cart is waiting')
    press(taken.inside(), 'Log in')
    await taken.shows('Continue to')
    type(taken.inside(), 'input[type=text]', 'ada@example.com')
    type(taken.inside(), 'input[type=password]', 'tea-for-two-1815')
    press(taken.inside(), 'Submit')
    await taken.shows('Your cart, Ada Winter')
    press(taken.inside(), 'Refresh the cart')
    await until('the cart was asked for', () => taken.sent.at(-1)?.type === 'learner.load')
    await taken.shows('Your cart, Ada Winter')
    await until('the player rests', () => foot(taken).startsWith('Live'))
    press(taken.inside(), 'Log out')
    await taken.shows('You are logged out')
  })

  test('in the past a press opens a branch', patience, async () => {
    const taken = await openScreen('refresh.cart-response')
    await taken.shows('Your cart, Ada Winter')
    taken.lab.dispatchEvent(new CustomEvent('lab-go', { detail: 'login.authorize-response' }))
    await taken.shows('Continue to')
    expect(foot(taken)).toContain('opens a branch')
    expect(branches(taken)).toBe(1)
    type(taken.inside(), 'input[type=password]', 'x')
    press(taken.inside(), 'Submit')
    await taken.shows('Required')
    expect(branches(taken)).toBe(2)
  })

  test('a page begins at its top, even where the one before was scrolled', patience, async () => {
    const taken = await openScreen('refresh.cart-response')
    await taken.shows('Your cart, Ada Winter')
    find(taken.browser(), 'iframe').style.blockSize = '80px'
    const { scrollingElement } = taken.inside()
    await until('it can be scrolled', () => {
      scrollingElement?.scrollTo(0, 60)
      return (scrollingElement?.scrollTop ?? 0) > 30
    })
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    taken.lab.dispatchEvent(new CustomEvent('lab-go', { detail: 'login.authorize-response' }))
    await taken.shows('Continue to')
    expect(scrollingElement?.scrollTop).toBe(0)
  })

  test(
    'in the middle of an exchange nothing is sent, and the way on is shown',
    patience,
    async () => {
      const taken = await openScreen('login.consent-request')
      await taken.shows('Continue to')
      const before = taken.sent.length
      press(taken.inside(), 'Submit')
      await until('it says why', () => foot(taken).includes('In the middle of an exchange'))
      expect(taken.sent).toHaveLength(before)
      expect(foot(taken)).toContain('Go to message')
    },
  )

  test('a press that the machine refuses says why', patience, async () => {
    const taken = await openScreen('login.authorize-response')
    await taken.shows('Continue to')
    const { frame } = taken.browser()
    const decisionPoint = frame?.decisionPoint
    if (frame == null || decisionPoint === undefined) throw new Error('there is nothing to decide')
    const reason = 'No login form is open for Store.'
    const choices = decisionPoint.choices.map((choice) =>
      choice.event.type === 'learner.submit'
        ? { ...choice, allowed: false, reason: made(reason) }
        : choice,
    )
    taken.browser().frame = { ...frame, decisionPoint: { ...decisionPoint, choices } }
    await taken.browser().updateComplete
    const before = taken.sent.length
    press(taken.inside(), 'Submit')
    await until('it says why', () => foot(taken).includes(reason))
    expect(taken.sent).toHaveLength(before)
  })

  test('no key that is typed into a page moves the player', patience, async () => {
    const taken = await openScreen('login.authorize-response')
    await taken.shows('Continue to')
    const at = taken.cursor()
    const frame = find(taken.browser(), 'iframe') as HTMLIFrameElement
    frame.focus()
    control(taken.inside(), 'input[type=text]').focus()
    await userEvent.keyboard('k5,.')
    expect(taken.cursor()).toBe(at)
    control(taken.inside(), 'input[type=text]').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
    )
    await until('Escape leads out of the page', () =>
      find(taken.browser(), '.lock').matches(':focus'),
    )
  })

  test(
    'a page that comes again is there at once, without what was typed in it',
    patience,
    async () => {
      const taken = await openScreen('login.authorize-response')
      await taken.shows('Continue to')
      const n = taken.cursor()
      const typed = () => control(taken.inside(), 'input[type=text]') as HTMLInputElement
      typed().value = 'half a name'
      const seek = (to: number) =>
        taken.lab.dispatchEvent(new CustomEvent('lab-seek', { detail: to }))
      seek(0)
      await until(
        'the window is empty',
        () => taken.browser().shadowRoot?.querySelector('.blank') != null,
      )
      seek(n)
      await new Promise((resolve) => {
        requestAnimationFrame(resolve)
      })
      expect(find(taken.browser(), 'iframe').checkVisibility()).toBe(true)
      expect(taken.inside().body.textContent).toContain('Continue to')
      expect(typed().value).toBe('')
    },
  )

  test('the frame and its controls have names', patience, async () => {
    const taken = await openScreen('login.authorize-response')
    await taken.shows('Continue to')
    expect(find(taken.browser(), 'iframe').title).toBe(
      'The page that the user sees: Login | FusionAuth',
    )
    const labels = [...taken.inside().querySelectorAll('input')].map(({ labels: all }) =>
      all?.[0]?.textContent.trim(),
    )
    expect(labels).toEqual(['Email', 'Password', 'Keep me signed in'])
  })
})

describe('two browsers', () => {
  test(
    'from the theft on the Hacker’s stands beside the user’s, each as of the message',
    patience,
    async () => {
      const taken = await openScreen('stolen-refresh-token.cart-response')
      await taken.shows('Your cart, Ada Winter', 'Hacker')
      await taken.shows('Posts for Ada Winter', 'Browser')
      expect(find(taken.browser('Hacker'), '.title').textContent).toContain('Hacker’s browser')
      taken.lab.dispatchEvent(new CustomEvent('lab-go', { detail: 'refresh.cart-response' }))
      await taken.shows('Your cart, Ada Winter', 'Browser')
      expect(taken.browser('Hacker').checkVisibility()).toBe(false)
    },
  )

  test('the Hacker’s link makes the Hacker ask, not the user', patience, async () => {
    const taken = await openScreen('stolen-refresh-token.cart-response')
    await taken.shows('Your cart, Ada Winter', 'Hacker')
    press(taken.inside('Hacker'), 'Refresh the cart')
    await until('the Hacker asked', () => taken.sent.at(-1)?.type === 'hacker.load')
  })

  test(
    'the cookie badge counts what goes to this host, and opens the cookies',
    patience,
    async () => {
      const taken = await openScreen('load-cart.cart-response')
      await taken.shows('Your cart, Ada Winter')
      const badge = find(taken.browser(), '.badge')
      expect(badge.textContent).toContain('2 cookies that go to store.example.com')
      badge.click()
      await until(
        'the cookies are there',
        () => find(taken.lab, 'lab-inspector').shadowRoot?.querySelector('lab-cookies') != null,
      )
    },
  )
})
