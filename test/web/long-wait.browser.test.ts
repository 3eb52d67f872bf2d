import { expect, test } from 'vitest'
import type { Run } from '../../scenarios/model/run.ts'
import { fixtureRun } from '../support/fixture-run.ts'
import { find, handing, openPlayer, until } from './player.ts'

/** A run whose next answer comes when it is told to. */
const slowRun = (kind: 'stand-in' | 'fusionauth') => {
  const run = fixtureRun()
  let answer = (): void => undefined
  const promise = new Promise<void>((resolve) => {
    answer = resolve
  })
  const at = (state: Run['state']): Run['state'] => ({
    ...state,
    trace: { ...state.trace, fusionauth: { ...state.trace.fusionauth, kind } },
  })
  const slow: Run = {
    ...run,
    get state() {
      return at(run.state)
    },
    subscribe: (listener) => run.subscribe((state) => listener(at(state))),
    send: async (event, options) => {
      await promise
      return run.send(event, options)
    },
  }
  return { slow, answer: () => answer() }
}

test.each([
  ['fusionauth', 'really waited for'],
  ['stand-in', 'Waiting for the answer'],
] as const)(
  'an answer of a %s that takes long is told, and told no longer',
  async (kind, words) => {
    const { slow, answer } = slowRun(kind)
    const { lab, cursor } = await openPlayer({ openRun: handing(slow) })
    const status = (): string => find(lab, 'lab-choices', '[role=status]').textContent.trim()
    expect(status()).toBe('')
    find(lab, 'lab-controls', '.buttons button:nth-of-type(4)').click()
    await until('it is told', () => status().includes(words))
    const choice = find(lab, 'lab-choices', '.nearest')
    expect(getComputedStyle(choice).display).toBe('none')
    answer()
    await until('it has arrived', () => cursor() === 1)
    await until('nothing is told', () => status() === '')
  },
)
