import { describe, expect, test } from 'vitest'
import { workflow } from './support/docs.ts'
import {
  element,
  player,
  shownIn,
  soon,
  useEmbedding,
  type EmbedElement,
} from './support/embedding.ts'

const embedding = useEmbedding()

/** What a page asked for that is neither the documentation's nor the lab's. */
const strangers = (requests: readonly string[]): readonly string[] =>
  requests.filter(
    (url) =>
      ![embedding.docs.url, embedding.lab.url].some((home) => url.startsWith(home)) &&
      !/^(?:data|blob):/.test(url),
  )

describe('an article that embeds a lesson', () => {
  test('shows its picture, the sentence of the message, and the transport bar', async () => {
    const one = await embedding.read(element('step="login.token-response"'))
    const small = await player(one)
    await small.locator('svg .step.is-current').waitFor()
    expect(await shownIn(small)).toBe('13')
    expect(await small.locator('.sentence').innerText()).toContain('FusionAuth')
    expect(await small.locator('.controls .play').isVisible()).toBe(true)
    expect(await small.locator('.badge-text').innerText()).toBe('Recorded')
    expect(one.errors).toEqual([])
    expect(one.said).toEqual([])
  })

  test('plays it without a frame, a Worker or a server, and asks no other host', async () => {
    const one = await embedding.read(element('speed="4"'))
    const small = await player(one)
    await small.locator('.controls .play').click()
    await soon(async () => Number(await shownIn(small))).toBeGreaterThan(2)
    expect(one.page.frames()).toHaveLength(1)
    expect(one.page.workers()).toEqual([])
    expect(strangers(one.requests)).toEqual([])
    expect(one.requests.filter((url) => /\/api\b|embed\.html/.test(url))).toEqual([])
  })

  test('says of what the simulator did that it was not sent, and of nothing else', async () => {
    const one = await embedding.read(element('step="stolen-session-id.steal-session-id"'))
    const small = await player(one)
    await soon(() => small.locator('.sentence').innerText()).toContain('Done by the simulator')
    await small.locator('.controls').getByRole('button', { name: 'One message on' }).click()
    await soon(() => small.locator('.sentence').innerText()).not.toContain('Done by the simulator')
  })

  test('begins to play by itself when that is asked for', async () => {
    const one = await embedding.read(element('speed="4" autoplay'))
    const small = await player(one)
    await soon(async () => Number(await shownIn(small))).toBeGreaterThan(1)
  })

  test('does not for a reader who wants less motion', async () => {
    const one = await embedding.read(element('speed="4" autoplay'), '', {
      reducedMotion: 'reduce',
    })
    const small = await player(one)
    await one.page.waitForTimeout(1500)
    expect(await shownIn(small)).toBe('0')
  })

  test('says that it is ready once it is shown, at the message that was asked for', async () => {
    const one = await embedding.enter()
    await one.page.addInitScript(() => {
      const told: unknown[] = []
      Object.assign(window, { first: told })
      for (const type of ['ready', 'stepchange', 'marker'])
        document.addEventListener(type, (event) => {
          const { currentStep } = (event as CustomEvent<{ currentStep: number }>).detail
          const small = (event.target as Element).shadowRoot?.querySelector('lab-recorded')
          const isShown = small?.checkVisibility({ visibilityProperty: true })
          told.push([type, currentStep, isShown])
        })
    })
    await one.page.goto(embedding.docs.write('/ready', embedding.script() + element('step="13"')))
    await player(one)
    await soon(one.heard).toEqual([['ready', '']])
    expect(await one.page.evaluate(() => (window as unknown as { first: unknown }).first)).toEqual([
      ['ready', 13, true],
    ])
  })

  test('can drive it with the names of <video>, and hears what it does', async () => {
    const { page } = await embedding.read(element())
    const told = await page.evaluate(async () => {
      await customElements.whenDefined('login-lab-embed')
      const embed = document.querySelector('login-lab-embed') as EmbedElement
      const heard: string[] = []
      for (const type of ['stepchange', 'marker'])
        document.addEventListener(type, (event) => {
          const { currentStep } = (event as CustomEvent<{ currentStep: number }>).detail
          heard.push(`${type} ${currentStep}`)
        })
      const found = await embed.seek(2)
      await embed.next()
      await embed.next()
      await embed.prev()
      const missing = await embed.seek({ step: 'no.such' })
      const refused = await embed.seek('nonsense').catch((error: Error) => error.name)
      embed.playbackRate = 2
      await embed.play()
      const played = embed.paused
      await embed.pause()
      const { currentStep: at, stepCount: of, playbackRate: rate, paused } = embed
      return { found, missing, refused, heard, at, of, rate, played, paused }
    })
    expect(told).toMatchObject({
      found: true,
      missing: false,
      refused: 'TypeError',
      at: 3,
      rate: 2,
      played: false,
      paused: true,
    })
    expect(told.of).toBeGreaterThan(20)
    expect(told.heard).toEqual(
      expect.arrayContaining(['stepchange 2', 'stepchange 3', 'stepchange 4']),
    )
  })

  test('tells nobody what goes on between the parts of a player', async () => {
    const one = await embedding.enter()
    await one.page.addInitScript(() => {
      const told: string[] = []
      Object.assign(window, { inner: told })
      for (const type of ['lab-room', 'lab-send', 'lab-seek', 'lab-dialog', 'lab-whole'])
        document.addEventListener(type, () => told.push(type))
    })
    await one.page.goto(embedding.docs.write('/inner', embedding.script() + element('step="13"')))
    const small = await player(one)
    await small.getByRole('button', { name: 'Details' }).click()
    await small.locator('lab-inspector').waitFor()
    await small.getByRole('button', { name: 'Run it live' }).click()
    const choices = small.locator('lab-choices')
    await choices.getByRole('button', { name: 'Go to the next decision' }).click()
    await soon(() => shownIn(small)).toBe('20')
    await choices.locator('.who.hacker').click()
    await choices.getByRole('button', { name: 'Steal the session id' }).click()
    await soon(() => shownIn(small)).toBe('21')
    await small.getByRole('button', { name: 'Whole lab' }).click()
    await soon(() => small.count()).toBe(0)
    expect(await one.page.evaluate(() => (window as unknown as { inner: unknown }).inner)).toEqual(
      [],
    )
  })

  test('grows for details from the height that it has then, also with another lesson', async () => {
    const one = await embedding.read(element('step="3"'))
    const small = await player(one)
    const height = async () =>
      (await one.page.locator('login-lab-embed').boundingBox())?.height ?? 0
    await small.getByRole('button', { name: 'Details' }).click()
    await small.locator('lab-inspector').waitFor()
    await one.page.evaluate(() =>
      document.querySelector('login-lab-embed')?.setAttribute('lesson', 'outage'),
    )
    await small.locator('lab-inspector').waitFor({ state: 'detached' })
    await one.page.setViewportSize({ width: 760, height: 900 })
    await small.getByRole('button', { name: 'Details' }).waitFor()
    const narrow = await height()
    await small.getByRole('button', { name: 'Details' }).click()
    await soon(height).toBeCloseTo(narrow + 280, 0)
  })

  test('shows what is below the surface of a message when that is asked for', async () => {
    const one = await embedding.read(element('step="login.token-response"'))
    const small = await player(one)
    const height = async () => (await small.boundingBox())?.height ?? 0
    const before = await height()
    await small.getByRole('button', { name: 'Details' }).click()
    await small.locator('lab-inspector').getByText('refresh_token').first().waitFor()
    await soon(height).toBeGreaterThan(before + 200)
    await small.getByRole('button', { name: 'Hide details' }).click()
    await soon(height).toBe(before)
    expect(one.errors).toEqual([])
  })

  test('tells the same as a list, which leads to each message', async () => {
    const one = await embedding.read(element())
    const small = await player(one)
    await small.getByRole('button', { name: 'As a list' }).click()
    const items = small.locator('.list li')
    const count = () =>
      one.page.evaluate(() => (document.querySelector('login-lab-embed') as EmbedElement).stepCount)
    await soon(async () => (await items.count()) === (await count())).toBe(true)
    await items.nth(6).getByRole('button').click()
    expect(await shownIn(small)).toBe('7')
    expect(await items.nth(6).getByRole('button').getAttribute('aria-current')).toBe('step')
    await small.getByRole('button', { name: 'As a diagram' }).click()
    await small.locator('svg .step.is-current').waitFor()
  })

  test('speaks Spanish, to who reads Spanish and where the author says so', async () => {
    const asked = await embedding.read(element('lang="es" step="13"'))
    const preferred = await embedding.read(element('step="13"'), '', { locale: 'es-MX' })
    for (const one of [asked, preferred]) {
      const small = await player(one)
      expect(await small.locator('.badge-text').innerText()).toBe('Grabado')
      expect(await small.locator('.sentence').innerText()).toMatch(/FusionAuth .*(?:el|la|un) /s)
      expect(await small.getAttribute('lang')).toBe('es')
    }
  })

  test('leads to the whole lab, at what is shown', async () => {
    const one = await embedding.read(element('step="13"'))
    const href = await (await player(one)).locator('.bar a').getAttribute('href')
    expect(href).toBe(`${embedding.lab.url}?workflow=${encodeURIComponent(workflow)}#step=13`)
  })

  test('leaves out the transport bar when that is asked for', async () => {
    const one = await embedding.read(element('controls="0"'))
    expect(await (await player(one)).locator('.controls').count()).toBe(0)
  })
})

describe('ten players on a page', () => {
  test('ask for each recording once, and have no frame', async () => {
    const one = await embedding.read(element().repeat(10))
    await one.page.evaluate(() => {
      for (const embed of document.querySelectorAll('login-lab-embed'))
        (embed as EmbedElement).load()
    })
    await soon(() => one.page.locator('lab-recorded .sentence').count()).toBe(10)
    const recordings = one.requests.filter((url) => url.includes('/recordings/'))
    expect(recordings.length).toBeGreaterThan(0)
    expect(new Set(recordings).size).toBe(recordings.length)
    expect(one.page.frames()).toHaveLength(1)
    expect(one.requests.filter((url) => url.includes('/api'))).toEqual([])
  })
})
