import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { workflows } from '../../scenarios/catalogue/index.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import { createRecordedRun } from '../../scenarios/recorded/run.ts'
import { fixtureTrace } from '../support/fixture-trace.ts'
import { violations } from './accessibility.ts'
import { openPage } from './page.ts'
import { find, openHere, openPlayer, type Player, until } from './player.ts'

afterEach(() => {
  document.body.replaceChildren()
  delete document.documentElement.dataset['theme']
  localStorage.clear()
})

const [first, second, third] = workflows

const tell = (player: Player, type: string, detail: unknown): void => {
  player.lab.dispatchEvent(new CustomEvent(type, { detail }))
}

const rootOf = ({ lab }: Player): ShadowRoot => {
  const root = find(lab, 'lab-compare').shadowRoot
  if (root === null) throw new Error('nothing is compared')
  return root
}

const compared = async (player: Player, other: string): Promise<ShadowRoot> => {
  tell(player, 'lab-compare', other)
  await until(
    'the two are beside each other',
    () =>
      player.lab.shadowRoot?.querySelector('lab-compare')?.shadowRoot?.querySelector('.row') !=
      null,
  )
  return rootOf(player)
}

const openCode = (size?: readonly [number, number]) =>
  openPlayer({ openRun: openHere, workflow: first?.slug ?? '' }, size)

test('two workflows in an address are compared with each other', { timeout: 120_000 }, async () => {
  const { lab, leave } = await openPage(`&compare=${second?.slug},${third?.slug}`)
  try {
    await until(
      'the two are beside each other',
      () => lab.shadowRoot?.querySelector('lab-compare')?.shadowRoot?.querySelector('.row') != null,
    )
    expect(lab.workflow).toBe(second?.slug)
    expect(lab.compare).toBe(third?.slug)
    expect(new URL(location.href).searchParams.get('workflow')).toBe(second?.slug)
  } finally {
    leave()
  }
})

const wrong: LabEvent = { type: 'learner.submit', app: 'Store', credentials: 'wrong-password' }

/** Opens a branch by typing a wrong password where the lesson types the right one. */
const branchOff = async (player: Player): Promise<void> => {
  await player.lab.goTo('login.callback-request')
  await until('the login is there', () => player.cursor() === 11)
  await player.lab.goTo('login.authorize-response')
  await until('the form is there', () => player.cursor() === 6)
  tell(player, 'lab-send', wrong)
  await until(
    'the branch is there',
    () => find(player.lab, 'lab-header').shadowRoot?.querySelector('#branches') != null,
  )
}

describe('Two workflows beside each other', () => {
  test(
    'tell who gets the password, with messages that lead into the player',
    { timeout: 60_000 },
    async () => {
      const player = await openCode()
      const root = await compared(player, third?.slug ?? '')
      const [row] = root.querySelectorAll('table.big tbody tr')
      const [code, native] = [...(row?.querySelectorAll('td') ?? [])]
      expect(code?.textContent).toContain('FusionAuth')
      expect(code?.textContent).not.toContain('Store')
      expect(native?.textContent).toContain('Store')
      const link = code?.querySelector('a')
      expect(link?.textContent).toBe('7')
      link?.focus()
      link?.click()
      await until(
        'the player is back',
        () => player.lab.shadowRoot?.querySelector('.stage') != null,
      )
      await until('it shows the message', () => player.cursor() === 7)
    },
  )

  test(
    'leave the keys of the player alone; Escape leads back to it',
    { timeout: 60_000 },
    async () => {
      const player = await openCode()
      await compared(player, third?.slug ?? '')
      await userEvent.keyboard('{ArrowRight}')
      expect(player.lab.view).toBe('compare')
      await userEvent.keyboard('{Escape}')
      await until(
        'the player is back',
        () => player.lab.shadowRoot?.querySelector('.stage') != null,
      )
      expect(player.cursor()).toBe(0)
    },
  )

  test('are offered, and one press away', { timeout: 60_000 }, async () => {
    const player = await openCode()
    tell(player, 'lab-view', 'compare')
    await until(
      'they are offered',
      () =>
        player.lab.shadowRoot?.querySelector('lab-compare')?.shadowRoot?.querySelector('.offers') !=
        null,
    )
    expect(await violations()).toEqual([])
    const offers = rootOf(player).querySelectorAll<HTMLElement>('.offers li button')
    expect(offers).toHaveLength(workflows.length - 1)
    offers[0]?.click()
    await until('they are there', () => rootOf(player).querySelector('.row') !== null)
    expect(player.lab.compare).toBe(second?.slug)
  })

  test('can be three in what they come to', { timeout: 60_000 }, async () => {
    const player = await openCode()
    const root = await compared(player, third?.slug ?? '')
    const also = root.querySelectorAll('select')[1]
    if (also === undefined) throw new Error('there is no third to choose')
    also.value = second?.slug ?? ''
    also.dispatchEvent(new Event('change'))
    await until('there are three', () => root.querySelectorAll('table.big thead th').length === 4)
    const cells = [...root.querySelectorAll('table.big tbody tr:first-child td')]
    const storeSees = cells.map(({ textContent }) => textContent.includes('Store'))
    expect(storeSees).toEqual([false, true, true])
    expect(await violations()).toEqual([])
  })

  test('that cannot be played say why, and can be tried again', { timeout: 60_000 }, async () => {
    let opened = 0
    const player = await openPlayer({
      workflow: first?.slug ?? '',
      openRun: (options, onTrouble) => {
        opened += 1
        return opened === 2
          ? Promise.reject(new Error('200 runs are open here, and that is the most.'))
          : openHere(options, onTrouble)
      },
    })
    tell(player, 'lab-compare', third?.slug ?? '')
    await until(
      'the trouble is told',
      () =>
        player.lab.shadowRoot
          ?.querySelector('lab-compare')
          ?.shadowRoot?.querySelector('.trouble') != null,
    )
    expect(rootOf(player).querySelector('[role="alert"]')?.textContent).toContain('200 runs')
    find(player.lab, 'lab-compare', '.trouble button').click()
    await until('they are there', () => rootOf(player).querySelector('.row') !== null)
  })
})

describe('Branches', () => {
  test(
    'stand in a tree with where they left, can be named, compared and shown',
    { timeout: 60_000 },
    async () => {
      const player = await openCode()
      await branchOff(player)
      const tree = find(player.lab, 'lab-header', 'lab-branches')
      await until('the tree is there', () => tree.shadowRoot?.querySelectorAll('li').length === 2)
      const nested = tree.shadowRoot?.querySelector('li li')
      expect(nested?.textContent).toContain('Submit a wrong password')
      expect(nested?.textContent).toContain('leaves after message 6')

      tell(player, 'lab-branch-name', { branch: 'b2', name: 'Typo' })
      await until('it has the name', () => nested?.textContent.includes('Typo') === true)
      expect(localStorage.getItem('login-lab.branch-names')).toContain('Typo')

      const root = await compared(player, 'branch:b1')
      expect(root.querySelector('table.big')?.textContent).toContain('Typo')
      expect((root.querySelector('.bar input') as HTMLInputElement).checked).toBe(true)
      expect(await violations()).toEqual([])
      const other = root.querySelector<HTMLElement>('.row .cell:nth-of-type(2) .number')
      other?.click()
      await until('the other branch is shown', () => player.lab.view === 'play')
    },
  )

  test('of another visit are missed with a word', async () => {
    const player = await openPlayer()
    tell(player, 'lab-compare', 'branch:b7')
    await until(
      'it is told',
      () =>
        player.lab.shadowRoot
          ?.querySelector('lab-compare')
          ?.shadowRoot?.querySelector('.trouble') != null,
    )
    expect(rootOf(player).textContent).toContain('“b7”')
  })

  test('are impossible in a recording, which says so', async () => {
    const player = await openPlayer({
      openRun: async () => ({ run: createRecordedRun(fixtureTrace()), place: 'recording' }),
    })
    const tree = find(player.lab, 'lab-header', 'lab-branches')
    await until('the tree is there', () => tree.shadowRoot?.querySelector('p') != null)
    expect(tree.shadowRoot?.textContent).toContain('This run cannot branch')
  })
})
