import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { animationOf } from '../../web/features/passage/animation.ts'
import { captionsOf } from '../../web/features/passage/captions.ts'
import { themes } from '../../web/features/passage/theme.ts'
import { timelineOf } from '../../web/features/passage/timing.ts'
import { pace, stillness } from '../../web/player/pace.ts'
import { passage, told, withSentence, words } from './source.ts'

interface Cue {
  readonly id: string
  readonly startTime: number
  readonly endTime: number
  readonly tree: {
    readonly children: readonly { readonly type: string; readonly value?: string }[]
  }
}

interface WebVtt {
  readonly WebVTTParser: new (entities: unknown) => {
    readonly parse: (
      text: string,
      mode: 'captions',
    ) => { readonly cues: readonly Cue[]; readonly errors: readonly unknown[] }
  }
}

const require = createRequire(import.meta.url)

const parse = (text: string) => {
  const { WebVTTParser } = require('webvtt-parser') as WebVtt
  const entities: unknown = require('webvtt-parser/html-entities.json')
  return new WebVTTParser(entities).parse(text, 'captions')
}

const timed = async (choice: 'read' | 'play' = 'read') => {
  const [one, { trace }] = [await passage(), await told()]
  return { one, timeline: timelineOf(one, trace.participants, choice), trace }
}

test('the W3C’s parser reads the captions without an error, a cue for each message', async () => {
  const { one, timeline } = await timed()
  const { cues, errors } = parse(captionsOf(one, timeline, words))
  expect(errors).toEqual([])
  expect(cues.map(({ id }) => id)).toEqual(one.messages.map(({ n }) => `message-${n}`))
})

test('each cue lasts as long as the frames of its message', async () => {
  const { one, timeline } = await timed()
  const { cues } = parse(captionsOf(one, timeline, words))
  const [opening = 0, ...durations] = [
    ...animationOf(one, timeline, words, themes.light).frames(),
  ].map(({ duration }) => duration)
  let time = opening
  for (const [index, cue] of cues.entries()) {
    const frames = durations.slice(index * 4, index * 4 + 4)
    expect(Math.round(cue.startTime * 1_000)).toBe(time)
    time += frames.reduce((sum, duration) => sum + duration, 0)
    expect(Math.round(cue.endTime * 1_000)).toBe(time)
  }
})

test('what a saved trace says cannot be markup or another cue', async () => {
  const { timeline, one } = await timed()
  const hostile = 'A <b>&amp; more</b>\n\n00:00.000 --> 00:09.000\nfake'
  const { cues, errors } = parse(captionsOf(withSentence(one, hostile), timeline, words))
  expect(errors).toEqual([])
  expect(cues).toHaveLength(5)
  const said = cues[0]?.tree.children.map(({ value }) => value ?? '').join('') ?? ''
  expect(said).toContain('A <b>&amp; more</b> 00:00.000 --> 00:09.000 fake')
})

test('a message is held as the player holds it, or until its sentence can be read', async () => {
  const { one, timeline, trace } = await timed('play')
  for (const [index, { start, end }] of timeline.messages.entries()) {
    const message = one.messages[index]
    if (message === undefined) throw new Error('There is a time too many.')
    expect(Math.abs(end - start - pace(message, trace.participants) - stillness)).toBeLessThan(10)
  }
  const read = await timed('read')
  for (const [index, { start, end }] of read.timeline.messages.entries())
    expect(end - start).toBeGreaterThanOrEqual(
      ((one.messages[index]?.sentence.length ?? 0) / 24) * 990,
    )
})
