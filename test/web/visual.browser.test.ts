import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { violations } from './accessibility.ts'
import { layers } from '../../web/router/layers.ts'
import { find, openPlayer, until } from './player.ts'

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
    const player = await openPlayer({ step: '17' }, [width, height])
    await until('the message is shown', () => player.cursor() === 17)
    await player.drawn()
    for (const tab of layers) {
      find(player.lab, 'lab-inspector', `#tab-${tab}`).click()
      await (
        find(player.lab, 'lab-inspector') as HTMLElement & { updateComplete: Promise<unknown> }
      ).updateComplete
      await new Promise((resolve) => setTimeout(resolve, 50))
      expect(await violations()).toEqual([])
    }
  })

  test('nothing is wider than the window', async () => {
    const player = await openPlayer({ step: '11' }, [width, height])
    await player.drawn()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
    for (const name of [
      'lab-header',
      'lab-story',
      'lab-controls',
      'lab-choices',
      'lab-inspector',
    ]) {
      const { right } = find(player.lab, name).getBoundingClientRect()
      expect(right, name).toBeLessThanOrEqual(width)
    }
  })

  test('the transport bar is in reach', async () => {
    const player = await openPlayer({}, [width, height])
    const { bottom } = find(player.lab, 'lab-controls').getBoundingClientRect()
    expect(bottom).toBeLessThanOrEqual(height + 1)
    expect(bottom).toBeGreaterThan(height - 20)
  })
})

test('a small window that lies on its side leaves the diagram half of its height', async () => {
  const player = await openPlayer({}, [1024, 768])
  await player.drawn()
  const { height, right } = find(player.lab, 'lab-diagram').getBoundingClientRect()
  expect(height).toBeGreaterThan(768 / 2)
  expect(right).toBeLessThanOrEqual(find(player.lab, 'lab-story').getBoundingClientRect().left)
})

describe('other states are accessible too', () => {
  test(
    'before the first message, with the list and with the help open',
    { timeout: 60_000 },
    async () => {
      const player = await openPlayer()
      await player.drawn()
      expect(await violations()).toEqual([])
      await userEvent.keyboard('o')
      await until('the list is there', () => find(player.lab, 'lab-list').offsetWidth > 200)
      expect(await violations()).toEqual([])
      await userEvent.keyboard('?')
      await until(
        'the help is open',
        () => (find(player.lab, 'lab-help', 'dialog') as HTMLDialogElement).open,
      )
      expect(await violations()).toEqual([])
    },
  )

  test('an unknown workflow, and a secret that is followed', { timeout: 60_000 }, async () => {
    await openPlayer({ workflow: 'no/such' })
    expect(await violations()).toEqual([])
    const player = await openPlayer({ step: '18' })
    await player.drawn()
    await until('the message is shown', () => player.cursor() === 18)
    player.lab.dispatchEvent(new CustomEvent('lab-follow', { detail: 'RT-1' }))
    await until(
      'its life is told',
      () =>
        find(player.lab, 'lab-inspector')
          .shadowRoot?.querySelector('lab-journey')
          ?.shadowRoot?.querySelector('section') != null,
    )
    expect(await violations()).toEqual([])
  })
})
