import { afterEach, describe, expect, test } from 'vitest'
import type { LoginLab } from '../../web/app/login-lab.ts'
import { openPage, type Visit } from './page.ts'
import { find, until } from './player.ts'

let visit: Visit | null = null
afterEach(() => visit?.leave())

/** The step that the address tells of. */
const told = () => new URLSearchParams(location.hash.slice(1)).get('step')

/** A page with a run of which eight messages have been played, and its address. */
const openPlayed = async (): Promise<LoginLab> => {
  visit = await openPage('&workflow=webapp/oauth-authorization-code-grant-sessions')
  const { lab } = visit
  const shown = () => (lab.state.run.kind === 'open' ? lab.state.run.playback.cursor : 0)
  await until('it is open', () => lab.state.run.kind === 'open')
  lab.dispatch({ type: 'seek', to: 8 })
  await until('it is played', () => shown() === 8)
  await until('the address is written', () => told() !== null && told() === lab.state.route.step)
  return lab
}

/** What `history.replaceState` is given while something is done. */
const written = async (act: () => Promise<unknown>): Promise<readonly string[]> => {
  const addresses: string[] = []
  const platform = history.replaceState.bind(history)
  history.replaceState = (data, unused, url) => {
    addresses.push(String(url))
    platform(data, unused, url)
  }
  try {
    await act()
    return addresses
  } finally {
    history.replaceState = platform
  }
}

describe('the address of a page', () => {
  test('is written once for several quick moves', async () => {
    const lab = await openPlayed()
    const addresses = await written(async () => {
      for (const to of [2, 3, 4, 5]) lab.dispatch({ type: 'seek', to })
      await until('the address is written', () => told() === lab.state.route.step)
    })
    expect(addresses).toHaveLength(1)
  })

  test('is still written after one went back while it was about to be', async () => {
    const lab = await openPlayed()
    const before = lab.state.route.step
    location.hash = `step=${before}&layer=raw`
    await until('it is visited', () => lab.state.route.layer === 'raw')
    lab.dispatch({ type: 'seek', to: 3 })
    history.back()
    await until('one is back', () => lab.state.route.layer === 'message')
    lab.dispatch({ type: 'seek', to: 5 })
    await until('the address is written', () => told() === lab.state.route.step)
    expect(lab.state.route.step).not.toBe(before)
  })

  test('is written before a link is followed, so that the way back leads there', async () => {
    const lab = await openPlayed()
    lab.dispatch({ type: 'seek', to: 3 })
    const { step } = lab.state.route
    find(lab, 'lab-header', 'a.brand').click()
    await until('the link is followed', () => told() === null)
    history.back()
    await until('one is back', () => told() !== null)
    expect(told()).toBe(step)
  })
})
