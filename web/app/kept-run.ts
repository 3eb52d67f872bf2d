import type { RunHistory } from '../../scenarios/model/history.ts'
import { isJsonObject, jsonObject, parseJson } from '../../scenarios/model/json.ts'
import type { DialogName } from '../features/events.ts'
import { defenceTexts } from '../router/defence-settings.ts'
import { isRunView, type Route } from '../router/route.ts'

/**
 * What is kept of an entry of the session history in its tab, so that a reload finds it: what was done in
 * its run, never a state of it, and nothing that was typed into a form.
 */
export interface KeptRun {
  /** The run that the entry is about (`runKeyOf`). */
  readonly run: string
  /** null where there is no run that could be made again. */
  readonly history: RunHistory | null
  /** What decided what happened in its own lesson; absent for one of the catalogue. */
  readonly path?: string
  /** Number of the message that was shown. */
  readonly at: number
  /** The step that the address told at that time; null for none. It is written a little later. */
  readonly step: string | null
  /** Names that were given to branches, by id. */
  readonly names: Readonly<Record<string, string>>
  /** Whether questions were answered right, by branch and question. */
  readonly answers: Readonly<Record<string, boolean>>
  readonly predicting: boolean
  /** What is open over the page. */
  readonly dialog: DialogName | null
}

/** What of an address makes another run of it. */
export const runKeyOf = (route: Route): string => {
  const { view, workflow, lesson, lessonSource, seed, profile, defences } = route
  const played = lessonSource === '' ? [workflow, lesson] : ['own', lessonSource]
  return isRunView(view)
    ? JSON.stringify([...played, seed, profile, defenceTexts(defences).toSorted()])
    : view
}

const prefix = 'login-lab.run.'
const index = 'login-lab.runs'

/** Entries that are kept in one tab; the oldest go first. */
const mostKept = 20

/** Characters of one of them; a tour has 2,000. What is longer is not kept. */
const longest = 200_000

/** Storage may be forbidden, or full: then nothing is kept, and everything plays. */
const attempt = <T>(work: () => T): T | null => {
  try {
    return work()
  } catch {
    return null
  }
}

const keysIn = (storage: Storage): readonly string[] => {
  const keys: unknown = parseJson(storage.getItem(index) ?? '')
  return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : []
}

/** The key that was kept under last; null for none. */
export const lastKey = (): string | null => attempt(() => keysIn(sessionStorage).at(-1)) ?? null

/** What is kept under a key; null for nothing, or for something that another version has written. */
export const readKept = (key: string): KeptRun | null => {
  const kept = attempt(() => jsonObject(sessionStorage.getItem(`${prefix}${key}`) ?? ''))
  const isKept =
    kept != null &&
    typeof kept['run'] === 'string' &&
    typeof kept['at'] === 'number' &&
    isJsonObject(kept['names']) &&
    isJsonObject(kept['answers'])
  // Whoever makes the run again checks its history.
  return isKept ? (kept as unknown as KeptRun) : null
}

/** Drops the oldest of what is kept besides; false when there is nothing to drop. */
const dropOldest = (key: string): boolean => {
  const keys = keysIn(sessionStorage)
  const oldest = keys.find((one) => one !== key)
  if (oldest === undefined) return false
  sessionStorage.removeItem(`${prefix}${oldest}`)
  sessionStorage.setItem(index, JSON.stringify(keys.filter((one) => one !== oldest)))
  return true
}

const write = (key: string, text: string): void => {
  const keys = keysIn(sessionStorage)
  if (keys.at(-1) !== key) {
    const others = keys.filter((one) => one !== key)
    sessionStorage.setItem(index, JSON.stringify([...others, key]))
    if (others.length >= mostKept) dropOldest(key)
  }
  sessionStorage.setItem(`${prefix}${key}`, text)
}

/** Keeps something under a key, for as long as the tab lives, where there is room for it. */
export const keep = (key: string, kept: KeptRun): void => {
  const text = JSON.stringify(kept)
  if (text.length > longest) {
    // What is there of it is older than what it would have to be.
    attempt(() => sessionStorage.removeItem(`${prefix}${key}`))
    return
  }
  for (let tries = 0; tries <= mostKept; tries += 1) {
    const isKept = attempt(() => (write(key, text), true)) === true
    if (isKept || attempt(() => dropOldest(key)) !== true) return
  }
}
