import { frozen } from '../../support/play.ts'
import {
  attackPlays as playAttacks,
  stoppedPlays as playStopped,
  switchedPlays as playSwitched,
} from './attacked.ts'
import { bentPlays as playBent, realPlay, waitedPlays } from './bent.ts'
import { detourPlays as playDetours, lessonPlays as playLessons, type Play } from './detours.ts'

export { type Play, patience } from './detours.ts'

type Plays = readonly Play[]

/** Plays once for all tests of a process; nobody can change what was played. */
const once = (play: () => Promise<Plays>): (() => Promise<Plays>) => {
  let known: Promise<Plays> | null = null
  return () => (known ??= play().then(frozen))
}

/** Every lesson of every workflow; those that stand for all in the hardened profile too. */
export const lessonPlays = once(playLessons)

/** Every detour of the workflows that stand for all. */
export const detourPlays = once(playDetours)

/** Worlds in which something goes wrong that no lesson brings about. */
export const bentPlays = once(playBent)

/** A FusionAuth that keeps its own time: what is revoked, or is not, and what is really waited for. */
export const realPlays = once(async () => [
  await realPlay(true),
  await realPlay(false),
  ...(await waitedPlays()),
])

/** Every attack at every workflow, in the world in which it works. */
export const attackPlays = once(playAttacks)

/** Every attack once for each client, with each defence that stops it. */
export const stoppedPlays = once(playStopped)

/** Tours with each single switch turned. */
export const switchedPlays = once(playSwitched)
