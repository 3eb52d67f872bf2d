import { expect, test } from 'vitest'
import { animationOf } from '../../web/features/passage/animation.ts'
import { isMoving, forms, mostOf } from '../../web/features/passage/forms.ts'
import { encodeGif } from '../../web/features/passage/gif.ts'
import type { Rasterize } from '../../web/features/passage/making.ts'
import { themes } from '../../web/features/passage/theme.ts'
import { timelineOf } from '../../web/features/passage/timing.ts'
import { gifBlocks } from './gif-blocks.ts'
import { passage, told, words } from './source.ts'

/** Pixels that differ from frame to frame, without fonts and without an engine that draws. */
const rasterize: Rasterize = async (svg) => {
  const [width, height] = [40, 30]
  const data = new Uint8Array(width * height * 4).fill(255)
  data.set([svg.length % 251, svg.length % 13, 7], (svg.length % (width * height)) * 4)
  return { data, width, height }
}

const animated = async () => {
  const one = await passage()
  const timeline = timelineOf(one, (await told()).trace.participants, 'read')
  return { timeline, animation: animationOf(one, timeline, words, themes.light) }
}

test('has all frames with their delays, repeats for ever, and is whole', async () => {
  const { animation, timeline } = await animated()
  const { signature, loops, frames, isWhole } = gifBlocks(await encodeGif(animation, rasterize))
  expect({ signature, loops, isWhole }).toEqual({ signature: 'GIF89a', loops: 0, isWhole: true })
  expect(frames.map(({ delay }) => delay)).toEqual(
    [...animation.frames()].map(({ duration }) => duration),
  )
  expect(frames).toHaveLength(animation.count)
  expect(frames.reduce((sum, { delay }) => sum + delay, 0)).toBe(timeline.end)
})

test('begins with a whole frame, and goes on with what changes', async () => {
  const { animation } = await animated()
  const { frames } = gifBlocks(await encodeGif(animation, rasterize))
  expect(frames.map(({ isTransparent }) => isTransparent)).toEqual(
    frames.map((_, index) => index > 0),
  )
})

test('the first frame shows the whole passage, without one that is told', async () => {
  const { animation } = await animated()
  const [first] = animation.frames()
  for (const { label } of (await passage()).messages)
    expect(first?.svg).toContain(`>${label.split(' ', 1)[0]}`)
  expect(first?.svg).not.toContain('opacity')
})

test('tells how far it is, and ends where it is stopped', async () => {
  const { animation } = await animated()
  const controller = new AbortController()
  const shares: number[] = []
  const making = encodeGif(animation, rasterize, {
    signal: controller.signal,
    onProgress: (share) => {
      shares.push(share)
      if (shares.length === 3) controller.abort(new Error('Not wanted any more.'))
    },
  })
  await expect(making).rejects.toThrow('Not wanted any more.')
  expect(shares).toEqual([1, 2, 3].map((done) => done / animation.count))
})

test.each([1, 48])('a picture of %i messages is within its bounds', async (count) => {
  const one = await passage({ first: 1, last: count })
  const timeline = timelineOf(one, (await told()).trace.participants, 'read')
  const { width, height, count: frames } = animationOf(one, timeline, words, themes.light)
  expect(width).toBe(800)
  expect(height).toBeLessThanOrEqual(600)
  expect(height % 2).toBe(0)
  expect(frames).toBe(1 + 4 * count)
  expect(timeline.end).toBeLessThan(6 * 60_000)
})

test('every form says how many messages it takes', () => {
  for (const form of forms) expect(mostOf(form)).toBe(isMoving(form) ? 48 : 100)
})
