import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { inspect } from '../../scenarios/projections/inspection.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import type { Layer } from '../../web/router/layers.ts'
import { fixtureRun } from '../support/fixture-run.ts'
import { played, slugs } from '../support/play.ts'
import { violations } from './accessibility.ts'
import { find, handing, openPlayer, until, type Player } from './player.ts'

let tour: Trace
beforeAll(async () => {
  tour = await played({ workflow: slugs.code })
})
afterEach(() => {
  document.body.replaceChildren()
  delete document.documentElement.dataset['theme']
  localStorage.clear()
})

/** Opens a played tour at a message, seen from one side. */
const openAt = async (step: string, layer: Layer, size?: [number, number]): Promise<Player> => {
  const player = await openPlayer({ openRun: handing(fixtureRun(tour)), step, layer }, size)
  const n = tour.messages.find(({ id }) => id === step)?.n
  await until(`${step} is shown`, () => player.cursor() === n)
  // What stands below the first lines follows a frame later.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)))
  return player
}
const inside = ({ lab }: Player, element: string, selector: string): HTMLElement[] => [
  ...(find(lab, 'lab-inspector', element).shadowRoot?.querySelectorAll<HTMLElement>(selector) ??
    []),
]
const texts = (player: Player, element: string, selector: string): readonly string[] =>
  inside(player, element, selector).map(({ textContent }) =>
    textContent.replaceAll(/\s+/g, ' ').trim(),
  )
const explained = (player: Player) =>
  until('names are explained', () => inside(player, 'lab-message', '.term .means').length > 0)

/** Everything in a panel, shadow roots included, that reaches beyond its right edge. */
const wider = (panel: Element): readonly string[] => {
  const { right } = panel.getBoundingClientRect()
  const within = (element: Element): Element[] =>
    [...element.children, ...(element.shadowRoot?.children ?? [])].flatMap((child) => [
      child,
      ...within(child),
    ])
  return within(panel)
    .filter((element) => !element.matches('.unseen'))
    .filter((element) => element.getBoundingClientRect().right > right + 1)
    .map(({ localName, className, textContent }) => `${localName}.${className} ${textContent}`)
}

describe('layers', () => {
  test('are tabs by the keyboard, stay while one steps, and tell the page', async () => {
    const player = await openAt('login.token-request', 'message')
    const told: unknown[] = []
    player.lab.addEventListener('lab-layer', (event) => told.push((event as CustomEvent).detail))
    const chosen = () => find(player.lab, 'lab-inspector', '[aria-selected=true]').id
    find(player.lab, 'lab-inspector', '#tab-message').focus()
    await userEvent.keyboard('{ArrowLeft}')
    await until('the last one is chosen', () => chosen() === 'tab-curl')
    await userEvent.keyboard('{Home}{ArrowRight}')
    await until('the second one is chosen', () => chosen() === 'tab-cookies')
    await userEvent.keyboard('.')
    await until('the next message is shown', () => player.cursor() === 13)
    expect(chosen()).toBe('tab-cookies')
    expect(told).toEqual(['curl', 'message', 'cookies'])
    expect(player.lab.layer).toBe('cookies')
  })
})

describe('a message', () => {
  test('explains every name, with a source that opens beside the lab', async () => {
    const player = await openAt('login.token-request', 'message')
    await explained(player)
    const names = texts(player, 'lab-message', '.term dt')
    expect(names).toEqual(expect.arrayContaining(['code_verifier', 'grant_type', 'host']))
    expect(inside(player, 'lab-message', '.term:not(:has(.means))')).toEqual([])
    const links = inside(player, 'lab-message', 'a.source') as HTMLAnchorElement[]
    expect(links.length).toBeGreaterThan(names.length - 1)
    for (const { target, rel, href } of links) {
      expect([target, rel]).toEqual(['_blank', 'noopener'])
      expect(href).toMatch(/^https:\/\//)
    }
  })

  test('can be read without explanations, and in Spanish', async () => {
    const player = await openAt('login.token-request', 'message')
    await explained(player)
    find(player.lab, 'lab-inspector', 'lab-message', 'input[type=checkbox]').click()
    await until('they are gone', () => inside(player, 'lab-message', '.term .means').length === 0)
    find(player.lab, 'lab-inspector', 'lab-message', 'input[type=checkbox]').click()
    player.lab.language = 'es'
    await until('it is Spanish', () =>
      texts(player, 'lab-message', '.means').some((text) => text.includes('Lo pone Store')),
    )
  })

  test('folds empty form fields away', async () => {
    const player = await openAt('login.credentials-request', 'message')
    expect(texts(player, 'lab-message', 'summary')[0]).toMatch(/^\d+ sent empty$/)
  })

  test('takes cookies and their attributes apart', async () => {
    const player = await openAt('create-session.callback-response', 'message')
    const names = texts(player, 'lab-message', '.terms .terms dt')
    expect(names).toEqual(expect.arrayContaining(['sid', 'rt', 'HttpOnly', 'SameSite']))
  })

  test('calls opaque values opaque, and tells their end', async () => {
    const player = await openAt('login.callback-request', 'message')
    expect(texts(player, 'lab-message', '.opaque li').join(' ')).toMatch(
      /A random name for a login that FusionAuth remembers/,
    )
  })
})

describe('a token', () => {
  const signature = (player: Player): string =>
    find(player.lab, 'lab-inspector', 'lab-message', 'lab-token', '.signature').textContent ?? ''

  test('is not checked before the keys have been fetched', async () => {
    const player = await openAt('login.token-response', 'message')
    await until('it is said', () => signature(player).includes('have not been fetched yet'))
  })

  test('is checked with the keys that were seen, and counts down', async () => {
    const player = await openAt('refresh.token-response', 'message')
    await until('it is checked', () => signature(player).includes('Valid: made with the key'))
    const token = find(player.lab, 'lab-inspector', 'lab-message', 'lab-token')
    expect(token.shadowRoot?.querySelector('h3')?.textContent).toMatch(/expires in \d+:\d\d/)
  })
})

describe('the raw message', () => {
  const wire = (player: Player) => find(player.lab, 'lab-inspector', 'lab-raw', 'pre')
  const unfold = async (player: Player): Promise<void> => {
    for (;;) {
      const button = wire(player).querySelector('button')
      if (button === null) return
      button.click()
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
  }

  test.each(['login.token-response', 'login.credentials-request', 'load-cart.cart-response'])(
    '%s is there character by character once it is unfolded',
    async (step) => {
      const player = await openAt(step, 'raw')
      await unfold(player)
      const message = tour.messages.find(({ id }) => id === step)
      expect(wire(player).textContent).toBe(message && inspect(message)?.raw)
    },
  )

  test('long tokens are folded, and what the story speaks of is marked', async () => {
    const player = await openAt('refresh.token-response', 'raw')
    expect(wire(player).textContent.length).toBeLessThan(900)
    const marks = () =>
      [...wire(player).querySelectorAll('mark')].map(({ textContent }) => textContent)
    await until('the story is there', () => marks().includes('"refresh_token"'))
    expect(marks()).not.toContain('"expires_in"')
  })
})

test('a request is a command to try by oneself, an answer shows that of its request', async () => {
  const player = await openAt('login.token-response', 'curl')
  const command = find(player.lab, 'lab-inspector', 'lab-curl', 'pre').textContent
  expect(command).toMatch(/^curl https:\/\/example\.fusionauth\.io\/oauth2\/token/)
  expect(texts(player, 'lab-curl', 'p')[0]).toContain('message 12')
})

describe('cookies', () => {
  test('tell by which rule they went, and where it stands', async () => {
    const player = await openAt('load-cart.cart-request', 'cookies')
    expect(texts(player, 'lab-cookies', '.verdict.yes p').join()).toContain('Sent')
    expect(texts(player, 'lab-cookies', '.verdict a.source')[0]).toContain('RFC 10025 §5')
  })

  test('tell what was just set, and what a script would not see', async () => {
    const player = await openAt('create-session.callback-response', 'cookies')
    expect(texts(player, 'lab-cookies', '.fresh-word')).toContain('set just now')
    expect(texts(player, 'lab-cookies', '.script')[0]).toBe('""')
    expect(texts(player, 'lab-cookies', 'li').join()).toContain('HttpOnly: no script may read it')
  })

  test('a server that is given cookies drops them', async () => {
    const player = await openAt('login.token-request', 'cookies')
    expect(texts(player, 'lab-cookies', '.empty')[0]).toContain('has no cookie jar')
  })
})

describe.each([
  ['light', 'en', 1440],
  ['dark', 'es', 390],
] as const)('in %s, %s, %i pixels wide', (theme, language, width) => {
  test('every layer is accessible and fits', { timeout: 60_000 }, async () => {
    document.documentElement.dataset['theme'] = theme
    const player = await openAt('create-session.callback-response', 'message', [width, 900])
    player.lab.language = language
    await explained(player)
    for (const layer of ['message', 'raw', 'curl', 'cookies'] as const) {
      player.lab.layer = layer
      await new Promise((resolve) => setTimeout(resolve, 150))
      const own = (await violations()).filter((text) => text.includes('lab-inspector'))
      expect(own, layer).toEqual([])
      expect(wider(find(player.lab, 'lab-inspector', '[role=tabpanel]')), layer).toEqual([])
    }
  })
})
