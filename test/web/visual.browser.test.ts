import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { violations } from './accessibility.ts'
import { layers } from '../../web/router/layers.ts'
import { find, openStage, until } from './stage.ts'

afterEach(() => {
  document.body.replaceChildren()
  delete document.documentElement.dataset['theme']
})

const sizes = [
  [1440, 900, 'dark'],
  [1024, 768, 'light'],
  [390, 844, 'dark'],
] as const

describe.each(sizes)('at %i by %i', (width, height, theme) => {
  test(`every side of the inspector is accessible, ${theme}`, { timeout: 60_000 }, async () => {
    document.documentElement.dataset['theme'] = theme
    const simulation = await openStage({ step: '17' }, [width, height])
    await until('the message is shown', () => simulation.cursor() === 17)
    await simulation.drawn()
    for (const tab of layers) {
      find(simulation.lab, 'lab-inspector', `#tab-${tab}`).click()
      await (
        find(simulation.lab, 'lab-inspector') as HTMLElement & { updateComplete: Promise<unknown> }
      ).updateComplete
      await new Promise((resolve) => setTimeout(resolve, 50))
      expect(await violations()).toEqual([])
    }
  })

  test('nothing is wider than the window', async () => {
    const simulation = await openStage({ step: '11' }, [width, height])
    await simulation.drawn()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
    for (const name of [
      'lab-header',
      'lab-story',
      'lab-controls',
      'lab-choices',
      'lab-inspector',
    ]) {
      const { right } = find(simulation.lab, name).getBoundingClientRect()
      expect(right, name).toBeLessThanOrEqual(width)
    }
  })

  test('the transport bar is in reach', async () => {
    const simulation = await openStage({}, [width, height])
    const { bottom } = find(simulation.lab, 'lab-controls').getBoundingClientRect()
    expect(bottom).toBeLessThanOrEqual(height + 1)
    expect(bottom).toBeGreaterThan(height - 20)
  })
})

test('a small window that lies on its side leaves the diagram half of its height', async () => {
  const simulation = await openStage({}, [1024, 768])
  await simulation.drawn()
  const { height, right } = find(simulation.lab, 'lab-diagram').getBoundingClientRect()
  expect(height).toBeGreaterThan(768 / 2)
  expect(right).toBeLessThanOrEqual(find(simulation.lab, 'lab-story').getBoundingClientRect().left)
})

describe('other states are accessible too', () => {
  test(
    'before the first message, with the list and with the help open',
    { timeout: 60_000 },
    async () => {
      const simulation = await openStage()
      await simulation.drawn()
      expect(await violations()).toEqual([])
      await userEvent.keyboard('o')
      await until('the list is there', () => find(simulation.lab, 'lab-list').offsetWidth > 200)
      expect(await violations()).toEqual([])
      await userEvent.keyboard('?')
      await until(
        'the help is open',
        () => (find(simulation.lab, 'lab-help', 'dialog') as HTMLDialogElement).open,
      )
      expect(await violations()).toEqual([])
    },
  )

  test('an unknown workflow, and a secret that is followed', { timeout: 60_000 }, async () => {
    await openStage({ workflow: 'no/such' })
    expect(await violations()).toEqual([])
    const simulation = await openStage({ step: '18' })
    await simulation.drawn()
    await until('the message is shown', () => simulation.cursor() === 18)
    simulation.lab.dispatchEvent(new CustomEvent('lab-follow', { detail: 'RT-1' }))
    await until(
      'its life is told',
      () =>
        find(simulation.lab, 'lab-inspector')
          .shadowRoot?.querySelector('lab-journey')
          ?.shadowRoot?.querySelector('section') != null,
    )
    expect(await violations()).toEqual([])
  })
})
