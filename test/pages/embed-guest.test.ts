import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { workflow } from './support/docs.ts'
import {
  element,
  player,
  setAttributes,
  shownIn,
  soon,
  useEmbedding,
  type EmbedElement,
} from './support/embedding.ts'

const embedding = useEmbedding()

/** Light or dark, as the ground of the small player is painted. */
const ground = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const root = document.querySelector('login-lab-embed')?.shadowRoot
    const inside = root?.querySelector('lab-recorded')?.shadowRoot?.querySelector('.player')
    const [red = 0] =
      getComputedStyle(inside ?? document.body)
        .backgroundColor.match(/\d+/g)
        ?.map(Number) ?? []
    return red < 128 ? 'dark' : 'light'
  })

describe('the theme', () => {
  /** How documentation tools switch: what they set, and what their styles make of it. */
  const tools: readonly (readonly [how: string, styles: string, dark: () => void])[] = [
    [
      'a class, with color-scheme',
      '.dark { color-scheme: dark }',
      () => document.documentElement.classList.add('dark'),
    ],
    [
      'an attribute of the root, and a ground',
      'html { background: #fff } html[data-theme=dark] { background: #1b1b1d }',
      () => document.documentElement.setAttribute('data-theme', 'dark'),
    ],
    [
      'an attribute of the body, and a ground that fades',
      'body { background: #fff; transition: background-color 300ms } body[data-md-color-scheme=slate] { background: #1e2129 }',
      () => document.body.setAttribute('data-md-color-scheme', 'slate'),
    ],
    [
      'a class of what stands around it',
      'h1 ~ div.night { background: rgb(20 20 20) }',
      () => document.querySelector('body > div')?.classList.add('night'),
    ],
    [
      'a style of the root',
      'html { background: oklch(0.98 0 0) }',
      () => document.documentElement.style.setProperty('background', 'oklch(0.2 0 0)'),
    ],
  ]

  test.each(tools)('follows a page that switches by %s', async (_how, styles, dark) => {
    const one = await embedding.read(`<div>${element()}</div>`, `<style>${styles}</style>`, {
      colorScheme: 'light',
    })
    await player(one)
    expect(await ground(one.page)).toBe('light')
    await one.page.evaluate(dark)
    await soon(() => ground(one.page)).toBe('dark')
  })

  test.each(['light', 'dark'] as const)(
    'follows the system where the page does: %s',
    async (scheme) => {
      const one = await embedding.read(
        element(),
        '<style>:root { color-scheme: light dark }</style>',
        {
          colorScheme: scheme,
        },
      )
      await player(one)
      expect(await ground(one.page)).toBe(scheme)
      await one.page.emulateMedia({ colorScheme: scheme === 'dark' ? 'light' : 'dark' })
      await soon(() => ground(one.page)).toBe(scheme === 'dark' ? 'light' : 'dark')
    },
  )

  test('follows the system where only a meta element says so', async () => {
    const one = await embedding.read(element(), '<meta name="color-scheme" content="light dark">', {
      colorScheme: 'dark',
    })
    await player(one)
    expect(await ground(one.page)).toBe('dark')
  })

  test('is light on a page that knows no other, whatever the system is', async () => {
    const one = await embedding.read(element(), '', { colorScheme: 'dark' })
    await player(one)
    expect(await ground(one.page)).toBe('light')
  })

  test('is the one that the author says, which may change', async () => {
    const one = await embedding.read(element('theme="dark"'))
    await player(one)
    expect(await ground(one.page)).toBe('dark')
    await setAttributes(one, { theme: 'light' })
    await soon(() => ground(one.page)).toBe('light')
    await setAttributes(one, { theme: null })
    await one.page.evaluate(() =>
      document.documentElement.style.setProperty('color-scheme', 'dark'),
    )
    await soon(() => ground(one.page)).toBe('dark')
  })

  test('of a live run follows the page, too', async () => {
    const one = await embedding.read(element('live'), '<style>.dark { color-scheme: dark }</style>')
    const frame = one.page.frameLocator('login-lab-embed iframe')
    await frame.locator('lab-controls').waitFor()
    const theme = () => frame.locator('html').getAttribute('data-theme')
    await soon(theme).toBe('light')
    await one.page.evaluate(() => document.documentElement.classList.add('dark'))
    await soon(theme).toBe('dark')
  })
})

describe('keys', () => {
  /** A page that notes which keys reach it. */
  const listening = `<script>
    window.keys = []
    document.addEventListener('keydown', (event) => {
      window.keys.push(event.key + (event.defaultPrevented ? ' used' : ''))
    })
  </script>`

  const heard = (page: Page): Promise<unknown> =>
    page.evaluate(() => (window as unknown as { keys: unknown }).keys)

  test('are the player’s only with the focus in it', async () => {
    const one = await embedding.read(element('step="2"'), listening)
    const small = await player(one)
    await one.page.keyboard.press('ArrowRight')
    await one.page.keyboard.press('End')
    expect(await shownIn(small)).toBe('2')
    await small.locator('.scroller').focus()
    await one.page.keyboard.press('ArrowRight')
    await soon(() => shownIn(small)).toBe('3')
    await one.page.keyboard.press('ArrowLeft')
    await one.page.keyboard.press('ArrowLeft')
    await soon(() => shownIn(small)).toBe('1')
    // What the player has used does not reach the page.
    expect(await heard(one.page)).toEqual(['ArrowRight', 'End'])
  })

  test('that the player does not use are the page’s', async () => {
    const one = await embedding.read(element('step="2"'), listening)
    await (await player(one)).locator('.scroller').focus()
    for (const key of ['PageDown', 'PageUp', 'Escape', 's', 'F2'])
      await one.page.keyboard.press(key)
    expect(await heard(one.page)).toEqual(['PageDown', 'PageUp', 'Escape', 's', 'F2'])
  })

  test('of a presenter reach the page from a live run, once each', async () => {
    const one = await embedding.read(element('step="2"'), listening)
    const small = await player(one)
    await small.getByRole('button', { name: 'Run it live' }).click()
    await small.locator('lab-choices').waitFor()
    await small.getByRole('button', { name: 'Whole lab' }).click()
    const frame = one.page.frameLocator('login-lab-embed iframe')
    await frame.locator('lab-controls .play').waitFor()
    await soon(() => one.page.locator('lab-recorded').count()).toBe(0)
    await frame.locator('lab-controls .play').focus()
    for (const key of ['PageDown', 'PageUp', 'Escape', 'ArrowRight'])
      await one.page.keyboard.press(key)
    await soon(() => shownIn(frame.locator('lab-controls'))).toBe('3')
    await soon(() => heard(one.page)).toEqual(['PageDown', 'PageUp', 'Escape'])
  })

  test('are all the page’s with keyboard="none"', async () => {
    const one = await embedding.read(element('step="2" keyboard="none"'), listening)
    const small = await player(one)
    await small.locator('.scroller').focus()
    for (const key of ['ArrowRight', 'End', ' ', 'k', ']']) await one.page.keyboard.press(key)
    expect(await heard(one.page)).toEqual(['ArrowRight', 'End', ' ', 'k', ']'])
    expect(await shownIn(small)).toBe('2')
    await small.locator('.controls .play').focus()
    await one.page.keyboard.press('Enter')
    await soon(async () => Number(await shownIn(small))).toBeGreaterThan(2)
  })

  test('are all the page’s with keyboard="none" from a live run', async () => {
    const one = await embedding.read(element('live step="2" keyboard="none"'), listening)
    const frame = one.page.frameLocator('login-lab-embed iframe')
    const bar = frame.locator('lab-controls')
    await bar.locator('.play').waitFor()
    await soon(() => shownIn(bar)).toBe('2')
    await one.page.locator('login-lab-embed iframe').focus()
    for (const key of ['ArrowRight', 'End', 'k', 'PageDown', '/'])
      await one.page.keyboard.press(key)
    await soon(() => heard(one.page)).toEqual(['ArrowRight', 'End', 'k', 'PageDown', '/'])
    expect(await shownIn(bar)).toBe('2')
    await bar.getByRole('button', { name: 'One message on' }).focus()
    await one.page.keyboard.press('Enter')
    await soon(() => shownIn(bar)).toBe('3')
  })
})

describe('a page with a strict policy', () => {
  test('shows and plays a lesson, with its details, and reports nothing', async () => {
    const lab = embedding.lab.url
    const policy = `default-src 'none'; script-src ${lab}; connect-src ${lab}; style-src 'self'; frame-src ${lab}; worker-src blob:`
    const one = await embedding.read(
      element('step="login.token-response"'),
      `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    )
    const small = await player(one)
    await small.locator('svg .step.is-current').waitFor()
    await small.getByRole('button', { name: 'One message on' }).click()
    await soon(() => shownIn(small)).toBe('14')
    await small.locator('.controls .play').click()
    await soon(async () => Number(await shownIn(small))).toBeGreaterThan(14)
    await small.getByRole('button', { name: 'As a list' }).click()
    await small.getByRole('button', { name: 'Details' }).click()
    const tabs = small.locator('lab-inspector').getByRole('tab')
    await tabs.first().waitFor()
    for (const tab of await tabs.all()) await tab.click()
    expect(await tabs.count()).toBeGreaterThan(3)
    await small.getByRole('button', { name: 'Run it live' }).click()
    await small.locator('lab-choices').waitFor()
    await small.getByRole('button', { name: 'Hacker' }).first().click()
    await small.getByRole('button', { name: 'Whole lab' }).click()
    await one.page.frameLocator('login-lab-embed iframe').locator('lab-controls').waitFor()
    expect(one.violations).toEqual([])
    expect(one.errors).toEqual([])
  })

  test('runs it live in a frame where it allows no Workers', async () => {
    const lab = embedding.lab.url
    const policy = `default-src 'none'; script-src ${lab}; connect-src ${lab}; style-src 'self'; frame-src ${lab}`
    const one = await embedding.read(
      element('step="login.token-response"'),
      `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    )
    await (await player(one)).getByRole('button', { name: 'Run it live' }).click()
    const frame = one.page.frameLocator('login-lab-embed iframe')
    await soon(() => shownIn(frame.locator('lab-controls'))).toBe('13')
  })
})

describe('a page that enforces Trusted Types', () => {
  test('needs to allow each of our policies once, with details and live runs', async () => {
    const policy = `script-src ${embedding.lab.url} blob:; require-trusted-types-for 'script'; trusted-types lit-html login-lab login-lab-worker`
    const one = await embedding.read(
      element('step="login.token-response"'),
      `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    )
    const small = await player(one)
    await small.getByRole('button', { name: 'Details' }).click()
    const tabs = small.locator('lab-inspector').getByRole('tab')
    await tabs.first().waitFor()
    for (const tab of await tabs.all()) await tab.click()
    await small.getByRole('button', { name: 'Run it live' }).click()
    await small.locator('lab-choices').waitFor()
    await small.getByRole('button', { name: 'Whole lab' }).click()
    await one.page.frameLocator('login-lab-embed iframe').locator('lab-controls').waitFor()
    expect(one.violations).toEqual([])
    expect(one.errors).toEqual([])
  })
})

describe('on paper', () => {
  test('there is the message that is shown, in dark on light, without buttons', async () => {
    const one = await embedding.read(element('step="login.token-response" theme="dark"'))
    const small = await player(one)
    await small.locator('svg .step.is-current').waitFor()
    await one.page.emulateMedia({ media: 'print' })
    expect(await ground(one.page)).toBe('light')
    expect(await small.locator('.sentence').isVisible()).toBe(true)
    expect(await small.locator('.controls').isVisible()).toBe(false)
    const inside = await small.evaluate((embed) => {
      const root = embed.shadowRoot
      const outer = root?.querySelector('.scroller')?.getBoundingClientRect()
      const step = root?.querySelector('.step.is-current')?.getBoundingClientRect()
      if (outer === undefined || step === undefined) return false
      return step.top >= outer.top && step.bottom <= outer.bottom
    })
    expect(inside).toBe(true)
    const pdf = await one.page.pdf()
    expect(pdf.length).toBeGreaterThan(1000)
  })
})

describe('what is not seen costs nothing', () => {
  const loaded = (requests: readonly string[]): readonly string[] =>
    requests.filter((url) => /player\.js|recordings|embed\.html/.test(url))

  test.each([
    ['far below', '<div style="height:5000px"></div>', ''],
    ['in a slide that is not displayed', '', 'display: none'],
    ['in a closed part', '<details><summary>More</summary>', ''],
  ])('%s', async (_where, before, style) => {
    const one = await embedding.read(
      `${before}<section style="${style}">${element()}</section>${before.includes('details') ? '</details>' : ''}`,
    )
    await one.page.waitForFunction(() => customElements.get('login-lab-embed') !== undefined)
    await one.page.waitForTimeout(400)
    expect(loaded(one.requests)).toEqual([])
    await one.page.evaluate(() => {
      document.querySelector('details')?.setAttribute('open', '')
      const section = document.querySelector('section')
      section?.removeAttribute('style')
      section?.scrollIntoView()
    })
    await player(one)
    expect(loaded(one.requests)).not.toEqual([])
  })

  test('until it is pressed, where that is asked for; the page stays where it is', async () => {
    const link = `<a href="${embedding.lab.url}">Watch the login</a>`
    const one = await embedding.read(element('loading="click"', link))
    await one.page.waitForFunction(() => customElements.get('login-lab-embed') !== undefined)
    await one.page.waitForTimeout(400)
    expect(loaded(one.requests)).toEqual([])
    await one.page.getByRole('link', { name: 'Watch the login' }).click()
    await player(one)
    expect(new URL(one.page.url()).pathname).toBe('/article')
  })

  test('is a link where scripts are not allowed', async () => {
    const link = `<a href="${embedding.lab.url}">Watch the login</a>`
    const one = await embedding.read(element('', link), '', { javaScriptEnabled: false })
    expect(await one.page.getByRole('link', { name: 'Watch the login' }).isVisible()).toBe(true)
  })
})

describe('a player that is taken out of the page', () => {
  test('plays on where it is put back', async () => {
    const one = await embedding.read(`${element('step="3"')}<p id="below">Below.</p>`)
    await player(one)
    await one.page.evaluate(() => {
      const embed = document.querySelector('login-lab-embed')
      if (embed !== null) document.querySelector('#below')?.after(embed)
    })
    await soon(one.heard).toEqual([
      ['ready', ''],
      ['ready', ''],
    ])
    expect(await shownIn(await player(one))).toBe('3')
  })

  test('ends what waits for it, and is in nobody’s way', async () => {
    const one = await embedding.read(element('loading="click"'))
    await one.page.route('**/recordings/**', () => undefined)
    const said = await one.page.evaluate(async () => {
      await customElements.whenDefined('login-lab-embed')
      const embed = document.querySelector('login-lab-embed') as EmbedElement
      const waiting = embed.play().catch((error: Error) => error.message)
      await new Promise((resolve) => setTimeout(resolve, 100))
      embed.remove()
      return waiting
    })
    expect(said).toBe('The player was taken out of its page.')
  })

  test('leaves no listener, frame or node behind, however often it comes and goes', async () => {
    const one = await embedding.read('<main></main>')
    await one.page.waitForFunction(() => customElements.get('login-lab-embed') !== undefined)
    const tools = await one.page.context().newCDPSession(one.page)
    await tools.send('Performance.enable')
    const comeAndGo = (live: boolean) =>
      one.page.evaluate(
        async ([slug, isLive]) => {
          const embed = document.createElement('login-lab-embed') as EmbedElement
          embed.setAttribute('workflow', slug)
          embed.setAttribute('step', '5')
          embed.toggleAttribute('live', isLive)
          const ready = new Promise((resolve) => {
            embed.addEventListener('ready', resolve)
          })
          document.querySelector('main')?.append(embed)
          await ready
          await new Promise((resolve) => setTimeout(resolve, 100))
          embed.remove()
        },
        [workflow, live] as const,
      )
    const held = async () => {
      await tools.send('HeapProfiler.collectGarbage')
      const { metrics } = await tools.send('Performance.getMetrics')
      const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0
      return { listeners: of('JSEventListeners'), nodes: of('Nodes'), frames: of('Frames') }
    }
    for (const live of [false, true]) await comeAndGo(live)
    const before = await held()
    for (const live of [false, true, false, true, false, false]) await comeAndGo(live)
    await soon(async () => (await held()).listeners).toBeLessThanOrEqual(before.listeners)
    const after = await held()
    expect(after.frames).toBeLessThanOrEqual(before.frames)
    expect(after.nodes).toBeLessThan(before.nodes + 100)
    expect(one.page.frames()).toHaveLength(1)
  })
})
