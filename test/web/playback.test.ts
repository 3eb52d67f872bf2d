import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { PlaybackState } from '../../web/player/playback-state.ts'
import type { Run } from '../../scenarios/model/run.ts'
import { Playback } from '../../web/player/playback.ts'
import { fixtureRun } from '../support/fixture-run.ts'
import { made } from '../support/texts.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const open = () => {
  const run = fixtureRun()
  const states: PlaybackState[] = []
  const playback = new Playback(run, (state) => states.push(state))
  return { run, playback, states }
}
const settle = async (work: Promise<unknown>) => {
  await vi.runAllTimersAsync()
  await work
}
const seek = (playback: Playback, k: number) => settle(playback.seek(k))

describe('stepping', () => {
  test('goes arrow by arrow and makes the arrows that are not there yet', async () => {
    const { playback } = open()
    const cursors: number[] = []
    for (let step = 0; step < 8; step += 1) {
      await settle(playback.forward())
      cursors.push(playback.state.cursor)
    }
    expect(cursors).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  test('stops at the end of the lesson without a word', async () => {
    const { playback } = open()
    await seek(playback, 27)
    await settle(playback.forward())
    expect(playback.state).toMatchObject({ cursor: 27, problem: null })
  })

  test('goes back without asking the run to do anything', async () => {
    const { playback, run } = open()
    await seek(playback, 10)
    const send = vi.spyOn(run, 'send')
    playback.back()
    playback.back()
    expect(playback.state.cursor).toBe(8)
    expect(send).not.toHaveBeenCalled()
  })

  test('two quick steps are two steps', async () => {
    const { playback } = open()
    const both = Promise.all([playback.forward(), playback.forward()])
    await settle(both)
    expect(playback.state.cursor).toBe(2)
  })

  test('a clock that moves without a message is stepped over', async () => {
    const { playback } = open()
    await seek(playback, 16)
    await settle(playback.forward())
    expect(playback.state.cursor).toBe(17)
  })
})

describe('seeking', () => {
  test('beyond what was sent makes what is planned', async () => {
    const { playback } = open()
    await seek(playback, 20)
    expect(playback.state.cursor).toBe(20)
    expect(playback.state.run.trace.messages).toHaveLength(21)
  })

  test('beyond everything ends at the last message', async () => {
    const { playback } = open()
    await seek(playback, 1000)
    expect(playback.state.cursor).toBe(27)
  })

  test('to the end of what is planned goes to the end of the lesson, though it has more', async () => {
    const run = fixtureRun()
    const planShort: Run = {
      ...run,
      get state() {
        return { ...run.state, plan: run.state.plan.slice(0, -3) }
      },
      subscribe: (listener) =>
        run.subscribe((state) => listener({ ...state, plan: state.plan.slice(0, -3) })),
    }
    const playback = new Playback(planShort, () => undefined)
    const { trace, plan } = playback.state.run
    await seek(playback, trace.messages.length + plan.length)
    expect(playback.state.cursor).toBe(27)
  })

  test('a newer seek wins over one that is still under way', async () => {
    const { playback } = open()
    await seek(playback, 3)
    const far = playback.seek(27)
    const near = playback.seek(2)
    await settle(Promise.all([far, near]))
    expect(playback.state.cursor).toBe(2)
  })

  test('wins over a step that is still on its way', async () => {
    const { playback } = open()
    playback.play()
    await vi.advanceTimersByTimeAsync(0)
    const step = playback.forward()
    const home = playback.seek(0)
    await settle(Promise.all([step, home]))
    expect(playback.state).toMatchObject({ cursor: 0, playing: false })
  })

  test('finds a message by its id, made or planned', async () => {
    const { playback } = open()
    const work = playback.goTo('refresh.token-request')
    await settle(work)
    expect(await work).toBe(true)
    expect(playback.state.cursor).toBe(18)
    expect(playback.state.playing).toBe(false)
  })

  test('an unknown id is refused and nothing is done', async () => {
    const { playback, run } = open()
    const send = vi.spyOn(run, 'send')
    expect(await playback.goTo('login.no-such-thing')).toBe(false)
    expect(send).not.toHaveBeenCalled()
  })

  test('chapters begin where their first message is', async () => {
    const { playback } = open()
    const visited: number[] = []
    for (let step = 0; step < 4; step += 1) {
      await settle(playback.chapter(1))
      visited.push(playback.state.cursor)
    }
    await settle(playback.chapter(-1))
    visited.push(playback.state.cursor)
    expect(visited).toEqual([1, 3, 12, 14, 12])
  })
})

describe('playing', () => {
  test('plays the whole lesson and pauses at its end', async () => {
    const { playback, states } = open()
    playback.play()
    await vi.runAllTimersAsync()
    expect(playback.state).toMatchObject({ cursor: 27, playing: false })
    const shown = states.filter(({ cause }) => cause === 'played').map(({ cursor }) => cursor)
    expect([...new Set(shown)]).toEqual(Array.from({ length: 27 }, (_, index) => index + 1))
  })

  test('begins anew when it is at the end', async () => {
    const { playback } = open()
    await seek(playback, 27)
    playback.play()
    expect(playback.state.cursor).toBe(0)
    await vi.runAllTimersAsync()
    expect(playback.state.cursor).toBe(27)
  })

  test('stops when it is paused', async () => {
    const { playback } = open()
    await seek(playback, 5)
    playback.play()
    playback.pause()
    await vi.runAllTimersAsync()
    expect(playback.state.cursor).toBe(5)
  })

  test('at double speed takes half the time', async () => {
    const time = async (speed: number): Promise<number> => {
      const { playback } = open()
      await seek(playback, 27)
      playback.setSpeed(speed)
      const began = Date.now()
      playback.play()
      await vi.runAllTimersAsync()
      return Date.now() - began
    }
    expect(await time(1)).toBeCloseTo(2 * (await time(2)), -2)
  })
})

describe('doing something else', () => {
  test('plays what came of it and leaves the lesson', async () => {
    const { playback } = open()
    await seek(playback, 6)
    await settle(playback.act({ type: 'fusionauth.stop' }, true))
    expect(playback.state).toMatchObject({ cursor: 7, playing: false, problem: null })
    expect(playback.state.run.plan).toEqual([])
  })

  test('at a rewound cursor opens a branch and keeps the old one', async () => {
    const { playback } = open()
    await seek(playback, 27)
    await seek(playback, 6)
    await settle(playback.act({ type: 'fusionauth.stop' }, false))
    const { run } = playback.state
    expect(run.branches).toHaveLength(2)
    expect(run.trace.messages).toHaveLength(7)
    await settle(playback.switchTo('main'))
    expect(playback.state.run.trace.messages).toHaveLength(27)
  })

  test('a refusal says what to do and changes nothing', async () => {
    const { playback } = open()
    await seek(playback, 6)
    await settle(playback.act({ type: 'hacker.load' }, true))
    expect(playback.state.problem).toEqual(made('Nothing happens here. Choose something else.'))
    expect(playback.state).toMatchObject({ cursor: 6, playing: false, waiting: false })
  })

  test('a run that throws is a problem, not a crash', async () => {
    const { playback, run } = open()
    vi.spyOn(run, 'send').mockRejectedValue(new Error('The Worker is gone.'))
    await settle(playback.forward())
    expect(playback.state).toMatchObject({
      problem: { code: 'verbatim', params: { english: 'The Worker is gone.' } },
      waiting: false,
    })
  })
})

describe('a gate', () => {
  test('holds playing and stepping before a message, which is made but not shown', async () => {
    const { playback } = open()
    let isShut = true
    playback.gate = (next) => isShut && next === 3
    playback.play()
    await vi.runAllTimersAsync()
    expect(playback.state).toMatchObject({ cursor: 2, playing: false, problem: null })
    expect(playback.state.run.trace.messages.length).toBeGreaterThan(2)
    await settle(playback.forward())
    expect(playback.state.cursor).toBe(2)
    isShut = false
    await settle(playback.forward())
    expect(playback.state.cursor).toBe(3)
  })

  test('lets playing go on to where it was to stop', async () => {
    const { playback } = open()
    let isShut = true
    playback.gate = (next) => isShut && next === 3
    playback.play(5)
    await vi.runAllTimersAsync()
    expect(playback.state.cursor).toBe(2)
    isShut = false
    playback.resume()
    await vi.runAllTimersAsync()
    expect(playback.state).toMatchObject({ cursor: 5, playing: false })
  })

  test('does not keep the learner from jumping over it', async () => {
    const { playback } = open()
    playback.gate = () => true
    await seek(playback, 5)
    expect(playback.state.cursor).toBe(5)
  })
})

describe('branches', () => {
  test('keep what was seen of them after another one was opened', async () => {
    const { playback } = open()
    await seek(playback, 8)
    await seek(playback, 2)
    await settle(playback.act({ type: 'fusionauth.stop' }, false))
    const [first, second, ...others] = [...playback.traces]
    expect(others).toEqual([])
    expect(first?.[1].messages.length).toBeGreaterThanOrEqual(8)
    expect(second?.[1].messages).toHaveLength(3)
  })

  test('can be opened in a run that forks only', () => {
    const { playback, run } = open()
    expect(playback.forks).toBe(true)
    const { fork: _, ...fixed } = run
    expect(new Playback(fixed, () => undefined).forks).toBe(false)
  })
})
