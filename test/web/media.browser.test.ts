import { afterEach, describe, expect, test } from 'vitest'
import { mediaEvents, type MediaState } from '../../web/player/media.ts'
import { fixtureRun } from '../support/fixture-run.ts'
import { handing, openPlayer, until, type Player } from './player.ts'
import { made } from '../support/texts.ts'

afterEach(() => {
  document.body.replaceChildren()
})

/** Everything that the player tells the page, in order. */
const listening = (): { type: string; detail: MediaState & { message?: string } }[] => {
  const heard: { type: string; detail: MediaState }[] = []
  for (const type of mediaEvents)
    document.body.addEventListener(type, (event) => {
      if (event instanceof CustomEvent) heard.push({ type, detail: event.detail as MediaState })
    })
  return heard
}

const names = (heard: readonly { type: string }[]): readonly string[] =>
  heard.map(({ type }) => type)

const at = (player: Player, n: number) =>
  until(`message ${n} is shown`, () => player.cursor() === n)

describe('a script can drive the player as it drives a video', () => {
  test('step by step, and it tells where it is', async () => {
    const { lab } = await openPlayer()
    expect([lab.currentStep, lab.stepCount, lab.paused, lab.playbackRate]).toEqual([0, 27, true, 1])
    await lab.next()
    await lab.next()
    expect(lab.currentStep).toBe(2)
    await lab.prev()
    expect(lab.currentStep).toBe(1)
    lab.currentStep = 9
    await until('it has sought', () => lab.currentStep === 9)
  })

  test.each([
    ['a number', 5, 5],
    ['a share', '50%', 14],
    ['the id of a message', { step: 'refresh.token-request' }, 18],
    ['the name of a phase', { marker: 'refresh' }, 17],
    ['a number that is too high', 1e9, 27],
    ['a number below none', -3, 0],
  ] as const)('to %s', async (_title, target, step) => {
    const player = await openPlayer()
    expect(await player.lab.seek(target)).toBe(true)
    await at(player, step)
  })

  test('a message that is not there is no error, and nothing moves', async () => {
    const { lab } = await openPlayer({ step: '3' })
    await until('it is open', () => lab.currentStep === 3)
    expect(await lab.seek({ step: 'login.nonsense' })).toBe(false)
    expect(lab.currentStep).toBe(3)
  })

  test.each([
    Number.NaN,
    Infinity,
    '',
    '50',
    '1e3%',
    '-5%',
    null,
    undefined,
    {},
    { step: 7 },
    { step: '' },
    { step: 'x'.repeat(10_000) },
    JSON.parse('{"__proto__":{"step":"login.token-request"}}'),
    [],
    () => 3,
  ])('%o is no place to seek to, and says so', async (target) => {
    const { lab } = await openPlayer()
    await expect(lab.seek(target as never)).rejects.toThrow(TypeError)
    expect(lab.currentStep).toBe(0)
  })

  test('at the speeds that it has', async () => {
    const { lab } = await openPlayer()
    lab.playbackRate = 3.9
    expect(lab.playbackRate).toBe(4)
    lab.playbackRate = 0.01
    expect(lab.playbackRate).toBe(0.5)
    expect(() => {
      lab.playbackRate = -1
    }).toThrow(TypeError)
  })

  test('before the run is open, too: it waits', async () => {
    const { lab } = await openPlayer({
      openRun: async () => {
        await new Promise((resolve) => setTimeout(resolve, 400))
        return { run: fixtureRun(), place: 'page' }
      },
    })
    await lab.seek(4)
    expect(lab.currentStep).toBe(4)
  })
})

describe('the player tells the page what happens', () => {
  test('from ready to the end, through bubbling events', async () => {
    const heard = listening()
    const { lab } = await openPlayer()
    expect(names(heard)).toEqual(['ready'])
    lab.playbackRate = 4
    await lab.seek(25)
    await lab.play()
    await until('it has ended', () => heard.at(-1)?.type === 'ended')
    expect(names(heard)).toEqual([
      'ready',
      'stepchange',
      'marker',
      'play',
      'stepchange',
      'stepchange',
      'pause',
      'ended',
    ])
    expect(heard.at(-1)?.detail).toEqual({
      currentStep: 27,
      stepCount: 27,
      paused: true,
      playbackRate: 4,
      step: lab.mediaState.step,
      marker: lab.mediaState.marker,
    })
  })

  test('whoever moves it: a key tells the same', async () => {
    const heard = listening()
    const { lab } = await openPlayer()
    lab.ownerDocument.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }))
    await until('it has moved', () => names(heard).includes('stepchange'))
    expect(heard.map(({ detail }) => detail.currentStep)).toEqual([0, 1, 1])
    expect(heard.at(-1)).toMatchObject({ type: 'marker', detail: { marker: 'initialize' } })
  })

  test('a run that cannot open is an error with a sentence', async () => {
    const heard = listening()
    await openPlayer({
      openRun: () => Promise.reject(new Error('100 runs are open here.')),
    })
    expect(heard.map(({ type, detail }) => [type, detail.message])).toEqual([
      ['error', '100 runs are open here.'],
    ])
  })

  test('and ends what waited for it, and what comes later, with that sentence', async () => {
    const { lab } = await openPlayer()
    let refuse = (_why: Error): void => undefined
    lab.openRun = () =>
      new Promise((_resolve, reject) => {
        refuse = reject
      })
    await until('it opens anew', () => lab.state.run.kind === 'opening')
    const waiting = lab.seek(3)
    refuse(new Error('100 runs are open here.'))
    await expect(waiting).rejects.toThrow('100 runs are open here.')
    await expect(lab.play()).rejects.toThrow('100 runs are open here.')
  })

  test('a workflow that does not exist is one, too, by its name', async () => {
    const heard = listening()
    const { lab } = await openPlayer({ workflow: 'webapp/no-such' })
    expect(heard.map(({ type, detail }) => [type, detail.message])).toEqual([
      ['error', 'There is no workflow “webapp/no-such”.'],
    ])
    await expect(lab.next()).rejects.toThrow('no workflow')
  })

  test('a step that fails is one, too', async () => {
    const heard = listening()
    const run = fixtureRun()
    const stuck = Object.create(run, {
      send: { value: async () => ({ ok: false, problem: made('FusionAuth does not answer.') }) },
      state: { get: () => ({ ...run.state, trace: { ...run.state.trace, messages: [] } }) },
    }) as typeof run
    const { lab } = await openPlayer({ openRun: handing(stuck) })
    await lab.next()
    await until('it is told', () => names(heard).includes('error'))
    expect(heard.at(-1)?.detail.message).toBe('FusionAuth does not answer.')
  })
})
