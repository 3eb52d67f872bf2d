import type { Json, Profile, Run } from '../../scenarios/vocabulary.ts'
import { openLocal } from './local.ts'
import { NoServer, openRemote } from './remote.ts'

/** What to run; the same seed gives the same trace. */
export interface OpenOptions {
  readonly workflow: string
  readonly lesson?: string
  readonly seed?: string
  /** How FusionAuth is set; its defaults when left out. */
  readonly profile?: Profile
  /** Switches that are not as usual. */
  readonly defences?: Readonly<Record<string, Json>>
}

/** Something that stands between the page and its run. */
export interface Trouble {
  readonly problem: string
  /** The run will not come back; what was seen of it stays. */
  readonly gone: boolean
}

/** Where a run is: on the server, in this page, or nowhere, because it is a recording. */
export type Place = 'server' | 'page' | 'recording'

export interface OpenedRun {
  readonly run: Run
  readonly place: Place
}

/** Opens a run; throws an Error whose message is for the learner. `onTrouble` hears of later ones. */
export type OpenRun = (
  options: OpenOptions,
  onTrouble: (trouble: Trouble | null) => void,
) => Promise<OpenedRun>

/** In this page, without asking for a server. */
export const openInPage: OpenRun = async (options, onTrouble) => ({
  run: await openLocal(options, onTrouble),
  place: 'page',
})

/** On the server if there is one, else in this page. */
export const openAnywhere: OpenRun = async (options, onTrouble) => {
  try {
    return { run: await openRemote(options, onTrouble), place: 'server' }
  } catch (error) {
    if (error instanceof NoServer) return openInPage(options, onTrouble)
    throw error
  }
}
