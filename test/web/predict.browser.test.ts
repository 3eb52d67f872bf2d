import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { workflows } from '../../scenarios/catalogue/index.ts'
import type { LabPredict } from '../../web/components/lab-predict.ts'
import { openInPage } from '../../web/run/open.ts'
import { violations } from './accessibility.ts'
import { find, openStage, until, type Stage } from './stage.ts'

afterEach(() => {
  document.body.replaceChildren()
  delete document.documentElement.dataset['theme']
  localStorage.clear()
})

const predictOf = ({ lab }: Stage): LabPredict => find(lab, 'lab-predict') as LabPredict

const inside = (stage: Stage, selector: string): HTMLElement | null =>
  predictOf(stage).shadowRoot?.querySelector<HTMLElement>(selector) ?? null

const open = async (step: string, size?: readonly [number, number]): Promise<Stage> => {
  const workflow = workflows[0]?.slug ?? ''
  const stage = await openStage({ openRun: openInPage, workflow, step }, size)
  await until('the message is shown', () => stage.cursor() === Number(step))
  stage.lab.dispatchEvent(new CustomEvent('lab-predict', { detail: true }))
  await until(
    'the questions are there',
    () => (stage.lab.shadowRoot?.querySelector('lab-predict') as LabPredict | null)?.ready === true,
  )
  return stage
}

/** Steps on until a question stands; the focus is on it then. */
const asked = async (step: string, size?: readonly [number, number]): Promise<Stage> => {
  const stage = await open(step, size)
  find(stage.lab, 'lab-controls', '.play').focus()
  await userEvent.keyboard('.')
  await until('a question stands', () => inside(stage, 'form') !== null)
  return stage
}

const right = (stage: Stage): readonly string[] =>
  predictOf(stage)
    .question?.options.filter((option) => option.right)
    .map(({ key }) => key) ?? []

const choose = (stage: Stage, keys: readonly string[]): void => {
  for (const input of predictOf(stage).shadowRoot?.querySelectorAll('input') ?? [])
    if (keys.includes(input.value)) input.click()
}

const check = async (stage: Stage, keys: readonly string[]): Promise<void> => {
  choose(stage, keys)
  await predictOf(stage).updateComplete
  inside(stage, 'button.main')?.click()
  await until('it is judged', () => inside(stage, '.verdict') !== null)
}

describe('A prediction', { timeout: 60_000 }, () => {
  test('stops the player before a message, and the question has the focus', async () => {
    const stage = await asked('17')
    expect(stage.cursor()).toBe(17)
    expect(predictOf(stage).shadowRoot?.activeElement?.localName).toBe('h2')
    expect(inside(stage, 'h2')?.textContent).toContain('Which cookies')
    await userEvent.keyboard('.')
    expect(stage.cursor()).toBe(17)
  })

  test('of where a token is kept takes several places, or none of them', async () => {
    const stage = await asked('12')
    expect(inside(stage, 'h2')?.textContent).toMatch(/brings a JWT\. Where will it be kept/)
    const inputs = [...(predictOf(stage).shadowRoot?.querySelectorAll('input') ?? [])]
    expect(inputs.map(({ type }) => type)).toEqual(inputs.map(() => 'checkbox'))
    const [first, second] = inputs
    first?.click()
    second?.click()
    expect(predictOf(stage).picked.size).toBe(2)
    inputs.at(-1)?.click()
    expect([...predictOf(stage).picked]).toEqual(['not-kept'])
    expect(await violations()).toEqual([])
    inputs.at(-1)?.click()
    await check(stage, right(stage))
    expect(inside(stage, '.verdict')?.textContent).toContain('Right')
    expect(inside(stage, '.option.is-right')?.textContent).toContain('On the server of the Store')
  })

  test('that is right counts, says why, and gives the focus back', async () => {
    const stage = await asked('17')
    await check(stage, right(stage))
    expect(inside(stage, '.verdict')?.textContent).toContain('Right')
    expect(predictOf(stage).shadowRoot?.textContent).toContain('1 of 1 right')
    expect(inside(stage, '.is-right .why')?.textContent).toMatch(/^Sent: .+/)
    expect(predictOf(stage).shadowRoot?.activeElement?.textContent).toContain('Go on')
    await userEvent.keyboard('{Enter}')
    await until('the message is shown', () => stage.cursor() === 18)
    const controls = find(stage.lab, 'lab-controls').shadowRoot
    expect(controls?.activeElement?.classList.contains('play')).toBe(true)
  })

  test('that is wrong says so, and can be tried again from the beginning', async () => {
    const stage = await asked('17')
    await check(stage, ['none'])
    expect(inside(stage, '.verdict')?.textContent).toContain('Not quite')
    expect(localStorage.getItem('login-lab.predict')).toContain('load-cart.cart-request/cookies')
    inside(stage, 'button.main')?.click()
    await until('the message is shown', () => stage.cursor() === 18)
    await until('the score stands', () => inside(stage, '.link') !== null)
    inside(stage, '.link')?.click()
    await until('it begins again', () => stage.cursor() === 0)
    expect(localStorage.getItem('login-lab.predict')).not.toContain('load-cart')
  })

  test('is not given away by anything on the stage', async () => {
    const stage = await asked('18')
    expect(inside(stage, 'h2')?.textContent).toContain('session id')
    await stage.drawn()
    const list = find(stage.lab, 'lab-list').shadowRoot
    expect(list?.querySelectorAll('li')).toHaveLength(stage.cursor())
    const veil = find(stage.lab, 'lab-diagram').shadowRoot?.querySelector('.veil')
    expect(veil?.textContent).toContain('hidden while you predict')
    stage.lab.dispatchEvent(new CustomEvent('lab-predict', { detail: false }))
    await until('all is shown again', () => (list?.querySelectorAll('li').length ?? 0) > 60)
    expect(stage.lab.shadowRoot?.querySelector('lab-predict')).toBeNull()
  })

  test('can be skipped, and is not asked again in this visit', async () => {
    const stage = await asked('17')
    inside(stage, '.doings button:last-child')?.click()
    await until('the message is shown', () => stage.cursor() === 18)
    await userEvent.keyboard(',')
    await until('one back', () => stage.cursor() === 17)
    await userEvent.keyboard('.')
    await until('one on', () => stage.cursor() === 18)
  })

  test('is answered with the keyboard alone', async () => {
    const stage = await asked('22')
    expect(inside(stage, 'input')?.getAttribute('type')).toBe('radio')
    await userEvent.keyboard('{Tab} ')
    await until('something is chosen', () => predictOf(stage).picked.size === 1)
    const [before] = predictOf(stage).picked
    await userEvent.keyboard('{ArrowDown}')
    await until('another is chosen', () => ![...predictOf(stage).picked].includes(before ?? ''))
    expect(stage.cursor()).toBe(22)
    await userEvent.keyboard('{Enter}')
    await until('it is judged', () => inside(stage, '.verdict') !== null)
  })

  test.each([
    ['light', 1440, 900],
    ['dark', 1024, 768],
    ['light', 390, 844],
  ] as const)('is accessible, %s at %i by %i, asked and answered', async (theme, width, height) => {
    document.documentElement.dataset['theme'] = theme
    const stage = await asked('17', [width, height])
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
    expect(await violations()).toEqual([])
    const { bottom } = find(stage.lab, 'lab-controls').getBoundingClientRect()
    expect(bottom).toBeLessThanOrEqual(height + 1)
    await check(stage, ['none'])
    expect(await violations()).toEqual([])
  })
})
