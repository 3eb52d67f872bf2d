import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { workflows } from '../../scenarios/catalogue/index.ts'
import type { LabPredict } from '../../web/features/predict/lab-predict.ts'
import { violations } from './accessibility.ts'
import { find, openHere, openStage, type Stage, until } from './stage.ts'

afterEach(() => {
  document.body.replaceChildren()
  delete document.documentElement.dataset['theme']
  localStorage.clear()
})

const predictOf = ({ lab }: Stage): LabPredict => find(lab, 'lab-predict') as LabPredict

const inside = (simulation: Stage, selector: string): HTMLElement | null =>
  predictOf(simulation).shadowRoot?.querySelector<HTMLElement>(selector) ?? null

const open = async (step: string, size?: readonly [number, number]): Promise<Stage> => {
  const workflow = workflows[0]?.slug ?? ''
  const simulation = await openStage({ openRun: openHere, workflow, step }, size)
  await until('the message is shown', () => simulation.cursor() === Number(step))
  simulation.lab.dispatchEvent(new CustomEvent('lab-predict', { detail: true }))
  await until(
    'the questions are there',
    () =>
      (simulation.lab.shadowRoot?.querySelector('lab-predict') as LabPredict | null)?.ready ===
      true,
  )
  return simulation
}

/** Steps on until a question stands; the focus is on it then. */
const asked = async (step: string, size?: readonly [number, number]): Promise<Stage> => {
  const simulation = await open(step, size)
  find(simulation.lab, 'lab-controls', '.play').focus()
  await userEvent.keyboard('.')
  await until('a question stands', () => inside(simulation, 'form') !== null)
  return simulation
}

const right = (simulation: Stage): readonly string[] =>
  predictOf(simulation)
    .question?.options.filter((option) => option.right)
    .map(({ key }) => key) ?? []

const choose = (simulation: Stage, keys: readonly string[]): void => {
  for (const input of predictOf(simulation).shadowRoot?.querySelectorAll('input') ?? [])
    if (keys.includes(input.value)) input.click()
}

const check = async (simulation: Stage, keys: readonly string[]): Promise<void> => {
  choose(simulation, keys)
  await predictOf(simulation).updateComplete
  inside(simulation, 'button.main')?.click()
  await until('it is judged', () => inside(simulation, '.verdict') !== null)
}

describe('A prediction', { timeout: 60_000 }, () => {
  test('stops the player before a message, and the question has the focus', async () => {
    const simulation = await asked('17')
    expect(simulation.cursor()).toBe(17)
    expect(predictOf(simulation).shadowRoot?.activeElement?.localName).toBe('h2')
    expect(inside(simulation, 'h2')?.textContent).toContain('Which cookies')
    await userEvent.keyboard('.')
    expect(simulation.cursor()).toBe(17)
  })

  test('of where a token is kept takes several places, or none of them', async () => {
    const simulation = await asked('12')
    expect(inside(simulation, 'h2')?.textContent).toMatch(/brings a JWT\. Where will it be kept/)
    const inputs = [...(predictOf(simulation).shadowRoot?.querySelectorAll('input') ?? [])]
    expect(inputs.map(({ type }) => type)).toEqual(inputs.map(() => 'checkbox'))
    const [first, second] = inputs
    first?.click()
    second?.click()
    expect(predictOf(simulation).picked.size).toBe(2)
    inputs.at(-1)?.click()
    expect([...predictOf(simulation).picked]).toEqual(['not-kept'])
    expect(await violations()).toEqual([])
    inputs.at(-1)?.click()
    await check(simulation, right(simulation))
    expect(inside(simulation, '.verdict')?.textContent).toContain('Right')
    expect(inside(simulation, '.option.is-right')?.textContent).toContain(
      'On the server of the Store',
    )
  })

  test('that is right counts, says why, and gives the focus back', async () => {
    const simulation = await asked('17')
    await check(simulation, right(simulation))
    expect(inside(simulation, '.verdict')?.textContent).toContain('Right')
    expect(predictOf(simulation).shadowRoot?.textContent).toContain('1 of 1 right')
    expect(inside(simulation, '.is-right .why')?.textContent).toMatch(/^Sent: .+/)
    expect(predictOf(simulation).shadowRoot?.activeElement?.textContent).toContain('Go on')
    await userEvent.keyboard('{Enter}')
    await until('the message is shown', () => simulation.cursor() === 18)
    const controls = find(simulation.lab, 'lab-controls').shadowRoot
    expect(controls?.activeElement?.classList.contains('play')).toBe(true)
  })

  test('that is wrong says so, and can be tried again from the beginning', async () => {
    const simulation = await asked('17')
    await check(simulation, ['none'])
    expect(inside(simulation, '.verdict')?.textContent).toContain('Not quite')
    expect(localStorage.getItem('login-lab.predict')).toContain('load-cart.cart-request/cookies')
    inside(simulation, 'button.main')?.click()
    await until('the message is shown', () => simulation.cursor() === 18)
    await until('the score stands', () => inside(simulation, '.link') !== null)
    inside(simulation, '.link')?.click()
    await until('it begins again', () => simulation.cursor() === 0)
    expect(localStorage.getItem('login-lab.predict')).not.toContain('load-cart')
  })

  test('is not given away by anything on the stage', async () => {
    const simulation = await asked('18')
    expect(inside(simulation, 'h2')?.textContent).toContain('session id')
    await simulation.drawn()
    const list = find(simulation.lab, 'lab-list').shadowRoot
    expect(list?.querySelectorAll('li')).toHaveLength(simulation.cursor())
    const veil = find(simulation.lab, 'lab-diagram').shadowRoot?.querySelector('.hidden-ahead')
    expect(veil?.textContent).toContain('hidden while you predict')
    simulation.lab.dispatchEvent(new CustomEvent('lab-predict', { detail: false }))
    await until('all is shown again', () => (list?.querySelectorAll('li').length ?? 0) > 60)
    expect(simulation.lab.shadowRoot?.querySelector('lab-predict')).toBeNull()
  })

  test('can be skipped, and is not asked again in this visit', async () => {
    const simulation = await asked('17')
    inside(simulation, '.actions button:last-child')?.click()
    await until('the message is shown', () => simulation.cursor() === 18)
    await userEvent.keyboard(',')
    await until('one back', () => simulation.cursor() === 17)
    await userEvent.keyboard('.')
    await until('one on', () => simulation.cursor() === 18)
  })

  test('is answered with the keyboard alone', async () => {
    const simulation = await asked('22')
    expect(inside(simulation, 'input')?.getAttribute('type')).toBe('radio')
    await userEvent.keyboard('{Tab} ')
    await until('something is chosen', () => predictOf(simulation).picked.size === 1)
    const [before] = predictOf(simulation).picked
    await userEvent.keyboard('{ArrowDown}')
    await until(
      'another is chosen',
      () => ![...predictOf(simulation).picked].includes(before ?? ''),
    )
    expect(simulation.cursor()).toBe(22)
    await userEvent.keyboard('{Enter}')
    await until('it is judged', () => inside(simulation, '.verdict') !== null)
  })

  test.each([
    ['light', 1440, 900],
    ['dark', 1024, 768],
    ['light', 390, 844],
  ] as const)('is accessible, %s at %i by %i, asked and answered', async (theme, width, height) => {
    document.documentElement.dataset['theme'] = theme
    const simulation = await asked('17', [width, height])
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
    expect(await violations()).toEqual([])
    const { bottom } = find(simulation.lab, 'lab-controls').getBoundingClientRect()
    expect(bottom).toBeLessThanOrEqual(height + 1)
    await check(simulation, ['none'])
    expect(await violations()).toEqual([])
  })
})
