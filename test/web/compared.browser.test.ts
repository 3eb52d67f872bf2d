import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { violations } from './accessibility.ts'
import { find, openHere, openPlayer, type Player, until } from './player.ts'

const [first, , third] = workflows

/** Two workflows beside each other, opened once for everybody who only looks. */
let player: Player

const seen = (): ShadowRoot | null =>
  player.lab.shadowRoot?.querySelector('lab-compare')?.shadowRoot ?? null

beforeAll(async () => {
  player = await openPlayer({ openRun: openHere, workflow: first?.slug ?? '' })
  player.lab.dispatchEvent(new CustomEvent('lab-compare', { detail: third?.slug ?? '' }))
  await until('the two are beside each other', () => seen()?.querySelector('.row') != null)
})

afterAll(() => {
  document.body.replaceChildren()
  delete document.documentElement.dataset['theme']
  localStorage.clear()
})

describe('Two workflows beside each other', () => {
  test.each(['first', 'last'] as const)('list every message of the %s', (place) => {
    const numbers = [...(seen()?.querySelectorAll('.row') ?? [])].flatMap((row) => {
      const number = [...row.querySelectorAll('.cell')]
        .at(place === 'first' ? 0 : 1)
        ?.querySelector('.number')
      return number == null ? [] : [Number(number.textContent)]
    })
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    expect(numbers.length).toBeGreaterThan(50)
  })

  test.each([
    ['light', 1440, 900],
    ['dark', 1024, 768],
    ['light', 390, 844],
  ] as const)(
    'are accessible, %s at %i by %i, and no wider than the window',
    async (theme, width, height) => {
      document.documentElement.dataset['theme'] = theme
      await page.viewport(width, height)
      await until('the window is that wide', () => innerWidth === width)
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
      const compare = find(player.lab, 'lab-compare')
      expect(compare.scrollWidth).toBeLessThanOrEqual(compare.clientWidth)
      expect(await violations()).toEqual([])
    },
  )

  test('are told in Spanish too', async () => {
    player.lab.language = 'es'
    await until(
      'it is Spanish',
      () => seen()?.textContent.includes('Quién recibe la contraseña') === true,
    )
    expect(seen()?.textContent).not.toContain('the same')
    expect(await violations()).toEqual([])
  })
})
