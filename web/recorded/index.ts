import { closestMatch, distance } from '../../scenarios/closest-match.ts'
import { LabRecorded } from './lab-recorded.ts'
import { languageOf, usualWorkflow } from './files.ts'
import { createLibrary, type Library } from './library.ts'
import { fetchTold, UnknownName } from './told.ts'
import { recordedEnglish, type RecordedWords } from './words.en.ts'
import { recordedSpanish } from './words.es.ts'

/** What a small player is to show, and how. */
export interface RecordedOptions {
  /** Folder of the lab whose recordings are played, with a slash at its end. */
  readonly lab: URL
  /** Slug of the workflow; '' for the first of the catalogue. */
  readonly workflow: string
  /** '' for the tour. */
  readonly lesson: string
  /** BCP 47 tag; null for what the reader prefers. */
  readonly language: string | null
  /** Address of a saved trace to play instead; '' for none. */
  readonly source: string
  /** Gets recordings; what a page gets is shared by its players. `fetch` when left out. */
  readonly fetcher?: typeof fetch
  /** Live runs are in the page even where the lab's server has them at a real FusionAuth. */
  readonly isInPage?: boolean
}

/** A small player, or why there is none. */
export type Recorded =
  | { readonly ok: true; readonly player: LabRecorded }
  | { readonly ok: false; readonly problem: string }

const wordsIn: Readonly<Record<ReturnType<typeof languageOf>, RecordedWords>> = {
  en: recordedEnglish,
  es: recordedSpanish,
}

/** One for each lab, so that ten players on a page ask for each recording once. */
const libraries = new Map<string, Library>()

const libraryOf = (lab: URL, fetcher: typeof fetch): Library => {
  const library = libraries.get(lab.href) ?? createLibrary(lab, fetcher)
  libraries.set(lab.href, library)
  return library
}

const problemOf = (error: unknown, words: RecordedWords): string => {
  if (error instanceof Error && error.name === 'NoTrace') return error.message
  if (error instanceof Error && error.name === 'NotThere') return words.notThere(error.message)
  if (!(error instanceof UnknownName)) return words.notLoaded
  const say = error.kind === 'workflow' ? words.noWorkflow : words.noLesson
  return say(error.asked, error.nearest)
}

/** Fetches a recording and makes a player of it. */
export const openRecorded = async ({
  lab,
  workflow,
  lesson,
  language,
  source,
  fetcher = fetch,
  isInPage = false,
}: RecordedOptions): Promise<Recorded> => {
  if (customElements.get('lab-recorded') === undefined)
    customElements.define('lab-recorded', LabRecorded)
  const tag = languageOf(language)
  const library = libraryOf(lab, fetcher)
  const words = wordsIn[tag]
  try {
    const told =
      source === ''
        ? await fetchTold(library, workflow || usualWorkflow, lesson || 'tour', tag)
        : await (await import('./parts.ts')).fetchSaved(new URL(source, document.baseURI), tag)
    const player = document.createElement('lab-recorded')
    player.lang = tag
    player.words = words
    player.told = told
    player.lookInto = async (now) => {
      const { inspectionOf, replay } = await import('./parts.ts')
      return inspectionOf(now.isWhole ? now.trace : await replay(now.trace), tag)
    }
    if (source === '' && (isInPage || !library.isReal))
      player.openLive = async () => (await import('./parts.ts')).openLive(told, tag)
    return { ok: true, player }
  } catch (error) {
    return { ok: false, problem: problemOf(error, words) }
  }
}

/** The id of a message that is most like a step that there is not. */
export const nearestStep = ({ told }: LabRecorded, step: string): string =>
  closestMatch(
    step,
    (told?.trace.messages ?? []).flatMap(({ id, phase }) => [id, phase]),
  ) ?? ''

/** Whether a name is another one but for a slip or two; short names have neighbours by chance. */
const isNearly = (name: string, known: string): boolean =>
  name.length >= 4 && distance(name, known) <= (name.length > 5 ? 2 : 1)

/** Names that are none of the known ones, but nearly, each with the one that was meant. */
export const mistakenNames = (
  names: readonly string[],
  known: readonly string[],
): readonly (readonly [name: string, meant: string])[] =>
  names.flatMap((name) => {
    const meant = known.includes(name) ? undefined : closestMatch(name, known)
    return meant !== undefined && isNearly(name, meant) ? [[name, meant] as const] : []
  })
