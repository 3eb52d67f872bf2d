import axe from 'axe-core'
import { afterEach, describe, expect, inject, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Trace } from '../../scenarios/model/trace.ts'
import { find, openPlayer, until, type Player } from './player.ts'

afterEach(() => {
  document.body.replaceChildren()
})

const at = (player: Player, n: number) =>
  until(`message ${n} is shown`, () => player.cursor() === n)
const all = ({ lab }: Player, element: string, selector: string): readonly HTMLElement[] => [
  ...(find(lab, element).shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
]
const follow = ({ lab }: Player, name: string) =>
  lab.dispatchEvent(new CustomEvent('lab-follow', { detail: name }))
const faults = async () => {
  const { violations } = await axe.run(document.body, { resultTypes: ['violations'] })
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}

describe('a stolen secret', () => {
  test('is in two hands, and its chip says so wherever it is', async () => {
    const player = await openPlayer({ step: '22' })
    await at(player, 22)
    await player.drawn()
    const hands = () =>
      all(player, 'lab-diagram', '.hand').map((hand) =>
        [...hand.querySelectorAll('lab-chip')].map(({ secret }) => secret?.name),
      )
    await until(
      'both hands are full',
      () => hands().filter((hand) => hand.includes('RT-1')).length === 2,
    )
    const chips = all(player, 'lab-diagram', '.hand lab-chip')
    const names = chips.map((chip) => chip.shadowRoot?.querySelector('button')?.ariaLabel ?? '')
    expect(names.filter((name) => name.includes('stolen'))).toHaveLength(2)
  })
})

describe('following a secret', () => {
  test('tells its whole life, and every message of it is a way there', async () => {
    const player = await openPlayer({ step: '22' })
    await at(player, 22)
    follow(player, 'RT-1')
    const journey = () => find(player.lab, 'lab-inspector', 'lab-journey').shadowRoot?.textContent
    await until(
      'the journey is told',
      () =>
        find(player.lab, 'lab-inspector').shadowRoot?.querySelector('lab-journey') !== null &&
        journey()?.includes('Hacker') === true,
    )
    expect(journey()).toContain('two hands')
    const inspector = find(player.lab, 'lab-inspector')
    const [born] = find(inspector, 'lab-journey').shadowRoot?.querySelectorAll('button.n') ?? []
    if (born instanceof HTMLElement) born.click()
    await at(player, 11)
    expect(await faults()).toEqual([])
  })

  test('shows on the lifelines who holds it', async () => {
    const player = await openPlayer({ step: '22' })
    await at(player, 22)
    await player.drawn()
    follow(player, 'RT-1')
    await until('bands are there', () => all(player, 'lab-diagram', '.band').length > 0)
    expect(all(player, 'lab-diagram', '.band.is-hacker')).toHaveLength(1)
  })
})

describe('searching for a value', () => {
  test('the key / opens it, Enter goes from place to place, Escape closes it', async () => {
    const player = await openPlayer({ step: '22' })
    await at(player, 22)
    await player.drawn()
    await userEvent.keyboard('/')
    await until('the field is open', () => find(player.lab, 'lab-search').hasAttribute('open'))
    await userEvent.keyboard('code-1')
    const found = () =>
      all(player, 'lab-diagram', '.is-found').map(({ dataset }) => Number(dataset['step']))
    await until('it is found', () => found().length > 0)
    expect(found()).toEqual(expect.arrayContaining([8, 9, 10]))
    await userEvent.keyboard('{Enter}')
    await at(player, found()[0] ?? 0)
    await userEvent.keyboard('{Enter}')
    await at(player, found()[1] ?? 0)
    expect(await faults()).toEqual([])
    await userEvent.keyboard('{Escape}')
    await until('nothing is marked any more', () => found().length === 0)
  })
})

describe('the outline', () => {
  test('gives the chapters at a glance, and leads to them by keyboard', async () => {
    const player = await openPlayer({ step: '14' })
    await at(player, 14)
    const chapters = all(player, 'lab-outline', 'button')
    expect(chapters.length).toBeGreaterThan(4)
    await until(
      'one chapter is the current one',
      () => all(player, 'lab-outline', '[aria-current]').length === 1,
    )
    chapters[0]?.focus()
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await at(player, Number(chapters[1]?.dataset['from']))
    expect(all(player, 'lab-outline', '.mark').length).toBe(2)
  })
})

describe('while it plays', () => {
  test('a learner who scrolls is left alone until they ask to come back', async () => {
    const player = await openPlayer({ step: '21' }, [1440, 500])
    await at(player, 21)
    await player.drawn()
    const diagram = find(player.lab, 'lab-diagram')
    player.lab.dispatchEvent(new CustomEvent('lab-seek', { detail: 3 }))
    await at(player, 3)
    player.lab.dispatchEvent(new CustomEvent('lab-speed', { detail: 4 }))
    player.lab.dispatchEvent(new CustomEvent('lab-command', { detail: 'toggle' }))
    await at(player, 4)
    diagram.dispatchEvent(new WheelEvent('wheel', { deltaY: 100 }))
    // A smooth movement that was under way when the wheel turned may take one frame more.
    await until('the picture is at its top and stays', () => {
      const wasAtTop = diagram.scrollTop === 0
      diagram.scrollTo({ top: 0, behavior: 'instant' })
      return wasAtTop
    })
    await at(player, 10)
    expect(diagram.scrollTop).toBe(0)
    const back = diagram.shadowRoot?.querySelector<HTMLElement>('.return')
    back?.click()
    await until('it is back', () => diagram.scrollTop > 0)
  })
})

describe('on paper', () => {
  test('every message stands with its story, and what came of the theft', async () => {
    const [json = ''] = Object.values(inject('nodeTraces'))
    const total = (JSON.parse(json) as Trace).messages.length
    const player = await openPlayer()
    await player.lab.openFile(new File([json], 'trace.json'))
    const last = () => {
      const list = player.lab.shadowRoot?.querySelector('lab-list')?.shadowRoot
      return list?.querySelector(`[data-n="${total}"]`) != null
    }
    await until('the trace is open', last)
    const print = find(player.lab, 'lab-print')
    expect(print.shadowRoot?.querySelectorAll('li')).toHaveLength(0)
    dispatchEvent(new Event('beforeprint'))
    expect(print.shadowRoot?.querySelectorAll('li')).toHaveLength(total)
    expect(print.shadowRoot?.querySelectorAll('.outcome').length).toBeGreaterThan(0)
    dispatchEvent(new Event('afterprint'))
    await until('it is gone', () => print.shadowRoot?.querySelector('li') === null)
  })
})
