import { arrowsOf } from '../../scenarios/projections/sequence.ts'
import type { PlaybackState } from './playback-state.ts'
import { speeds } from './speeds.ts'

/** How a player stands, as its events tell it. Plain data, so that it may cross a frame's border. */
export interface MediaState {
  /** Messages shown; 0 before the first. */
  readonly currentStep: number
  /** Messages sent and planned. */
  readonly stepCount: number
  readonly paused: boolean
  /** 1 is normal; 2 twice as fast. */
  readonly playbackRate: number
  /** Id of the message that is shown, such as `login.token-request`; null before the first. */
  readonly step: string | null
  /** Phase of that message, such as `login`; null before the first. */
  readonly marker: string | null
}

/** What the events of a player are called; each bubbles, crosses shadow roots, and carries `MediaState`. */
export const mediaEvents = [
  'ready',
  'play',
  'pause',
  'ended',
  'stepchange',
  'marker',
  'error',
] as const

export type MediaEvent = (typeof mediaEvents)[number]

/**
 * Where to seek to: a number of messages, a share of them (`'50%'`), the id of a message, or the
 * name of a phase, whose first message is meant.
 */
export type SeekTarget =
  | number
  | `${number}%`
  | { readonly step: string }
  | { readonly marker: string }

/** The state of a player that has no run yet. */
export const mediaNothing: MediaState = {
  currentStep: 0,
  stepCount: 0,
  paused: true,
  playbackRate: 1,
  step: null,
  marker: null,
}

/** What a player tells of itself. */
export const mediaStateOf = ({ run, cursor, playing, speed }: PlaybackState): MediaState => {
  const message = run.trace.messages[cursor - 1]
  return {
    currentStep: cursor,
    stepCount: arrowsOf(run).length,
    paused: !playing,
    playbackRate: speed,
    step: message?.id ?? null,
    marker: message?.phase ?? null,
  }
}

/** The events that lead from one state to the next, in the order of media elements. */
export const eventsBetween = (before: MediaState, after: MediaState): readonly MediaEvent[] => {
  const moved = before.currentStep !== after.currentStep || before.step !== after.step
  const stopped = !before.paused && after.paused
  return [
    ...(before.paused && !after.paused ? (['play'] as const) : []),
    ...(moved ? (['stepchange'] as const) : []),
    ...(moved && before.marker !== after.marker && after.marker !== null
      ? (['marker'] as const)
      : []),
    ...(stopped ? (['pause'] as const) : []),
    ...(stopped && after.currentStep === after.stepCount ? (['ended'] as const) : []),
  ]
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= 200 ? value : undefined

const own = (value: object, name: string): unknown =>
  Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined

/**
 * Reads a seek target, from anybody; it may come from another page.
 *
 * @returns a number of messages, or the id of a message or name of a phase
 * @throws TypeError for anything that is no seek target
 */
export const readTarget = (target: unknown, stepCount: number): number | string => {
  const within = (k: number): number => Math.max(0, Math.min(stepCount, Math.trunc(k)))
  if (typeof target === 'number' && Number.isFinite(target)) return within(target)
  if (typeof target === 'string') {
    const share = /^(\d{1,3}(?:\.\d{1,6})?)%$/.exec(target)?.[1]
    if (share !== undefined) return within(Math.round((Number(share) / 100) * stepCount))
  }
  if (typeof target === 'object' && target !== null) {
    const name = text(own(target, 'step')) ?? text(own(target, 'marker'))
    if (name !== undefined) return name
  }
  throw new TypeError("seek() takes a number, a share such as '50%', { step } or { marker }.")
}

/**
 * The nearest speed that the player has.
 *
 * @throws TypeError for what is no positive number
 */
export const readRate = (rate: unknown): number => {
  if (typeof rate !== 'number' || !Number.isFinite(rate) || rate <= 0)
    throw new TypeError('playbackRate is a positive number.')
  return speeds.reduce((best, speed) =>
    Math.abs(speed - rate) < Math.abs(best - rate) ? speed : best,
  )
}
