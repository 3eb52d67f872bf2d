import axe from 'axe-core'
import type { Page } from 'playwright-core'
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

/** What axe finds in a part of a page, as it is shown now. */
const breaches = async (page: Page, part = 'html'): Promise<readonly string[]> => {
  await page.waitForTimeout(300)
  await page.evaluate(axe.source)
  return page.evaluate(async (of) => {
    const { violations } = await (
      globalThis as unknown as { axe: { run(of: string): Promise<axe.AxeResults> } }
    ).axe.run(of)
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id} ${JSON.stringify(target)}`),
    )
  }, part)
}

const looks = [
  ['light', 'en', 900],
  ['dark', 'es', 390],
] as const

const words = {
  en: { list: 'As a list', details: 'Details', one: 'One message on' },
  es: { list: 'Como lista', details: 'Detalles', one: 'Un mensaje adelante' },
} as const

describe('a recorded player is accessible', () => {
  test.each(looks)(
    '%s, in %s, at %i pixels: diagram, list, details',
    async (theme, language, width) => {
      const text = `<main>${element(`step="13" theme="${theme}" lang="${language}"`)}</main>`
      const { page } = await embedding.read(
        text,
        `<style>:root { color-scheme: ${theme} }</style>`,
        {
          viewport: { width, height: 900 },
        },
      )
      await page.evaluate(() => {
        document.documentElement.lang = 'en'
      })
      const small = page.locator('lab-recorded')
      await small.locator('svg .step.is-current').waitFor()
      expect(await breaches(page, 'login-lab-embed')).toEqual([])
      await small.getByRole('button', { name: words[language].details }).click()
      await small.locator('lab-inspector').waitFor()
      expect(await breaches(page, 'login-lab-embed')).toEqual([])
      await small.getByRole('button', { name: words[language].list }).click()
      await small.locator('.list').waitFor()
      expect(await breaches(page, 'login-lab-embed')).toEqual([])
    },
  )

  test('with what there is not', async () => {
    const one = await embedding.read(`<main>${element('step="no.such"')}</main>`)
    await (await player(one)).getByRole('alert').waitFor()
    expect(await breaches(one.page, 'login-lab-embed')).toEqual([])
  })

  test('by the keyboard alone, from before it to after it', async () => {
    const one = await embedding.read(
      `<button id="before">Before</button>${element('step="13"')}<button id="after">After</button>`,
    )
    const small = await player(one)
    const focused = () =>
      one.page.evaluate(() => {
        const host = document.activeElement
        const inside = host?.shadowRoot?.activeElement?.shadowRoot?.activeElement ?? host
        return inside?.getAttribute('aria-label') ?? inside?.textContent?.trim() ?? ''
      })
    await one.page.locator('#before').focus()
    const stops: string[] = []
    for (let tabs = 0; tabs < 20 && stops.at(-1) !== 'After'; tabs += 1) {
      await one.page.keyboard.press('Tab')
      stops.push(await focused())
    }
    expect(stops).toEqual([
      'Open in Login Lab',
      'Messages',
      'Message',
      'To the beginning',
      'One message back',
      'Play',
      'One message on',
      'To the end of the lesson',
      'Message',
      'As a list',
      'Details',
      'Run it live',
      'After',
    ])
    await small.getByRole('button', { name: 'One message on' }).focus()
    await one.page.keyboard.press('Enter')
    await soon(() => shownIn(small)).toBe('14')
    await small.getByRole('slider').focus()
    await one.page.keyboard.press('ArrowRight')
    await soon(() => shownIn(small)).toBe('15')
    await small.getByRole('button', { name: 'As a list' }).focus()
    await one.page.keyboard.press('Space')
    await small.locator('.list').waitFor()
    await small.locator('.list button').nth(2).focus()
    await one.page.keyboard.press('Enter')
    await soon(() => shownIn(small)).toBe('3')
    await small.getByRole('button', { name: 'Run it live' }).focus()
    await one.page.keyboard.press('Enter')
    await small.locator('lab-choices').waitFor()
    // The focus stays where it was, on what leads on from here.
    await one.page.keyboard.press('Enter')
    await one.page.frameLocator('login-lab-embed iframe').locator('lab-controls').waitFor()
    await soon(() => one.page.locator('lab-recorded').count()).toBe(0)
    // The focus stays with the player.
    expect(await one.page.evaluate(() => document.activeElement?.localName)).toBe('login-lab-embed')
  })
})

describe('a live player', () => {
  const focused = (page: Page) =>
    page.evaluate(() => {
      let at = document.activeElement
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
      return at?.textContent?.trim() ?? ''
    })
  const open = async (step: number, width = 800) => {
    const one = await embedding.read(element(`step="${step}"`), '', {
      viewport: { width, height: 800 },
    })
    const small = await player(one)
    await small.getByRole('button', { name: 'Run it live' }).click()
    await small.locator('lab-choices .nearest button').waitFor()
    return { page: one.page, small }
  }

  test('keeps the focus in what can be done, from one choice to the next', async () => {
    const { page, small } = await open(20)
    await small.locator('lab-choices .nearest button').focus()
    await page.keyboard.press('Enter')
    await soon(() => focused(page)).toContain('Load the shopping cart')
    await page.keyboard.press('Enter')
    await soon(() => focused(page)).toContain('Go to the next decision')
    await page.keyboard.press('Enter')
    await soon(() => focused(page)).toContain('Let the refresh token expire')
    expect(await shownIn(small)).toBe('25')
  })

  test('goes on by arrow keys where a choice was that is none any more', async () => {
    const { page, small } = await open(20)
    await small.locator('lab-choices .who.hacker').focus()
    for (const shown of ['21', '22', '23']) {
      await page.keyboard.press('ArrowRight')
      await soon(() => shownIn(small)).toBe(shown)
    }
  })

  test('goes on by arrow keys after a choice was pressed with a mouse', async () => {
    const { page, small } = await open(0)
    await small.locator('lab-choices .nearest button').click()
    await soon(() => shownIn(small)).toBe('1')
    await soon(() => page.evaluate(() => document.activeElement?.localName)).toBe('login-lab-embed')
    await page.keyboard.press('End')
    await soon(() => shownIn(small)).not.toBe('1')
  })

  test('leaves the keys of the branches to them', async () => {
    const { page, small } = await open(20)
    await page.evaluate(async () => {
      const embed = document.querySelector('login-lab-embed') as EmbedElement
      await embed.seek(33)
      await embed.seek(20)
    })
    await small.locator('lab-choices .who.hacker').click()
    await small.getByRole('button', { name: 'Steal the session id' }).click()
    await soon(() => shownIn(small)).toBe('21')
    const branches = small.getByRole('combobox', { name: 'Branches' })
    await branches.focus()
    await page.keyboard.press('Home')
    await soon(() => small.locator('.count').innerText()).toContain('/ 74')
    expect(await shownIn(small)).toBe('21')
  })

  test('says whose the choices are where there is no room to write it', async () => {
    const { small } = await open(20)
    for (const name of ['User', 'Time', 'Hacker', 'FusionAuth'])
      expect(await small.getByRole('button', { name: new RegExp(`^${name}\\b`) }).count()).toBe(1)
  })

  test('shows what comes next in words, in a column of 320 pixels', async () => {
    const { small } = await open(20, 320)
    const text = small.locator('lab-choices .nearest button span').first()
    const isCut = await text.evaluate(
      ({ clientHeight, clientWidth, scrollHeight, scrollWidth }) =>
        scrollHeight > clientHeight || scrollWidth > clientWidth,
    )
    expect(isCut).toBe(false)
  })
})

describe('the player in a frame is accessible', () => {
  test.each(looks)('%s, in %s, at %i pixels: recorded', async (theme, language, width) => {
    const one = await embedding.enter({ viewport: { width, height: 800 } })
    await one.page.goto(
      `${embedding.lab.url}embed.html?workflow=${workflow}&theme=${theme}&lang=${language}#step=13`,
    )
    await one.page.locator('lab-recorded svg .step.is-current').waitFor()
    expect(await breaches(one.page)).toEqual([])
    expect(await one.page.title()).toContain('Login Lab')
  })

  test.each(looks)(
    '%s, in %s, at %i pixels: live, closed and open',
    async (theme, language, width) => {
      const one = await embedding.enter({ viewport: { width, height: 800 } })
      await one.page.goto(
        `${embedding.lab.url}embed.html?workflow=${workflow}&theme=${theme}&lang=${language}&live=1#step=13`,
      )
      await one.page.locator('lab-diagram svg .step').first().waitFor()
      expect(await breaches(one.page)).toEqual([])
      await one.page.locator('.drawer').click()
      expect(await breaches(one.page)).toEqual([])
      expect(await one.page.title()).toContain('Login Lab')
      expect(one.violations).toEqual([])
    },
  )
})
