import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { workflows } from '../../scenarios/catalogue/index.ts'
import type { LabPredict } from '../../web/features/predict/lab-predict.ts'
import { violations } from './accessibility.ts'
import { find, openHere, openPlayer, type Player, until } from './player.ts'

afterEach(() => {
  document.body.replaceChildren()
  delete document.documentElement.dataset['theme']
  localStorage.clear()
})

const predictOf = ({ lab }: Player): LabPredict => find(lab, 'lab-predict') as LabPredict

const inside = (player: Player, selector: string): HTMLElement | null =>
  predictOf(player).shadowRoot?.querySelector<HTMLElement>(selector) ?? null

const open = async (step: string, size?: readonly [number, number]): Promise<Player> => {
  const workflow = workflows[0]?.slug ?? ''
  const player = await openPlayer({ openRun: openHere, workflow, step }, size)
  await until('the message is shown', () => player.cursor() === Number(step))
  player.lab.dispatchEvent(new CustomEvent('lab-predict', { detail: true }))
  await until(
    'the questions are there',
    () =>
      (player.lab.shadowRoot?.querySelector('lab-predict') as LabPredict | null)?.ready === true,
  )
  return player
}

/** Steps on until a question stands; the focus is on it then. */
const asked = async (step: string, size?: readonly [number, number]): Promise<Player> => {
  const player = await open(step, size)
  find(player.lab, 'lab-controls', '.play').focus()
  await userEvent.keyboard('.')
  await until('a question stands', () => inside(player, 'form') !== null)
  return player
}

const right = (player: Player): readonly string[] =>
  predictOf(player)
    .question?.options.filter((option) => option.right)
    .map(({ key }) => key) ?? []

const choose = (player: Player, keys: readonly string[]): void => {
  for (const input of predictOf(player).shadowRoot?.querySelectorAll('input') ?? [])
    if (keys.includes(input.value)) input.click()
}

const check = async (player: Player, keys: readonly string[]): Promise<void> => {
  choose(player, keys)
  await predictOf(player).updateComplete
  inside(player, 'button.main')?.click()
  await until('it is judged', () => inside(player, '.verdict') !== null)
}

describe('A prediction', { timeout: 60_000 }, () => {
  test('stops the player before a message, and the question has the focus', async () => {
    const player = await asked('17')
    expect(player.cursor()).toBe(17)
    expect(predictOf(player).shadowRoot?.activeElement?.localName).toBe('h2')
    expect(inside(player, 'h2')?.textContent).toContain('Which cookies')
    await userEvent.keyboard('.')
    expect(player.cursor()).toBe(17)
  })

  test('of where a token is kept takes several places, or none of them', async () => {
    const player = await asked('12')
    expect(inside(player, 'h2')?.textContent).toMatch(/brings a JWT\. Where will it be kept/)
    const inputs = [...(predictOf(player).shadowRoot?.querySelectorAll('input') ?? [])]
    expect(inputs.map(({ type }) => type)).toEqual(inputs.map(() => 'checkbox'))
    const [first, second] = inputs
    first?.click()
    second?.click()
    expect(predictOf(player).picked.size).toBe(2)
    inputs.at(-1)?.click()
    expect([...predictOf(player).picked]).toEqual(['not-kept'])
    expect(await violations()).toEqual([])
    inputs.at(-1)?.click()
    await check(player, right(player))
    expect(inside(player, '.verdict')?.textContent).toContain('Right')
    expect(inside(player, '.option.is-right')?.textContent).toContain('On the server of the Store')
  })

  test('that is right counts, says why, and gives the focus back', async () => {
    const player = await asked('17')
    await check(player, right(player))
    expect(inside(player, '.verdict')?.textContent).toContain('Right')
    expect(predictOf(player).shadowRoot?.textContent).toContain('1 of 1 right')
    expect(inside(player, '.is-right .why')?.textContent).toMatch(/^Sent: .+/)
    expect(predictOf(player).shadowRoot?.activeElement?.textContent).toContain('Go on')
    await userEvent.keyboard('{Enter}')
    await until('the message is shown', () => player.cursor() === 18)
    const controls = find(player.lab, 'lab-controls').shadowRoot
    expect(controls?.activeElement?.classList.contains('play')).toBe(true)
  })

  test('that is wrong says so, and can be tried again from the beginning', async () => {
    const player = await asked('17')
    await check(player, ['none'])
    expect(inside(player, '.verdict')?.textContent).toContain('Not quite')
    expect(localStorage.getItem('login-lab.predict')).toContain('load-cart.cart-request/cookies')
    inside(player, 'button.main')?.click()
    await until('the message is shown', () => player.cursor() === 18)
    await until('the score stands', () => inside(player, '.link') !== null)
    inside(player, '.link')?.click()
    await until('it begins again', () => player.cursor() === 0)
    expect(localStorage.getItem('login-lab.predict')).not.toContain('load-cart')
  })

  test('is not given away by anything on the stage', async () => {
    const player = await asked('18')
    expect(inside(player, 'h2')?.textContent).toContain('session id')
    await player.drawn()
    const list = find(player.lab, 'lab-list').shadowRoot
    expect(list?.querySelectorAll('li')).toHaveLength(player.cursor())
    const veil = find(player.lab, 'lab-diagram').shadowRoot?.querySelector('.hidden-ahead')
    expect(veil?.textContent).toContain('hidden while you predict')
    player.lab.dispatchEvent(new CustomEvent('lab-predict', { detail: false }))
    await until('all is shown again', () => (list?.querySelectorAll('li').length ?? 0) > 60)
    expect(player.lab.shadowRoot?.querySelector('lab-predict')).toBeNull()
  })

  test('can be skipped, and is not asked again in this visit', async () => {
    const player = await asked('17')
    inside(player, '.actions button:last-child')?.click()
    await until('the message is shown', () => player.cursor() === 18)
    await userEvent.keyboard(',')
    await until('one back', () => player.cursor() === 17)
    await userEvent.keyboard('.')
    await until('one on', () => player.cursor() === 18)
  })

  test('is answered with the keyboard alone', async () => {
    const player = await asked('22')
    expect(inside(player, 'input')?.getAttribute('type')).toBe('radio')
    await userEvent.keyboard('{Tab} ')
    await until('something is chosen', () => predictOf(player).picked.size === 1)
    const [before] = predictOf(player).picked
    await userEvent.keyboard('{ArrowDown}')
    await until('another is chosen', () => ![...predictOf(player).picked].includes(before ?? ''))
    expect(player.cursor()).toBe(22)
    await userEvent.keyboard('{Enter}')
    await until('it is judged', () => inside(player, '.verdict') !== null)
  })

  test.each([
    ['light', 1440, 900],
    ['dark', 1024, 768],
    ['light', 390, 844],
  ] as const)('is accessible, %s at %i by %i, asked and answered', async (theme, width, height) => {
    document.documentElement.dataset['theme'] = theme
    const player = await asked('17', [width, height])
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
    expect(await violations()).toEqual([])
    const { bottom } = find(player.lab, 'lab-controls').getBoundingClientRect()
    expect(bottom).toBeLessThanOrEqual(height + 1)
    await check(player, ['none'])
    expect(await violations()).toEqual([])
  })
})

test('looking for something while one predicts ends, and finds nothing that comes later', async () => {
  const player = await open('5')
  player.lab.dispatch({ type: 'open-dialog', dialog: 'search' })
  const search = find(player.lab, 'lab-search')
  await until('the search is open', () => search.hasAttribute('open'))
  const field = find(player.lab, 'lab-search', 'input') as HTMLInputElement
  await userEvent.type(field, 'authorize')
  let told = 0
  player.lab.addEventListener('lab-found', () => (told += 1))
  await userEvent.keyboard('{Enter}')
  await player.lab.updateComplete
  expect(told).toBeLessThan(3)
  expect(player.lab.state.found?.hits.every(({ n }) => n <= 5)).toBe(true)
})
