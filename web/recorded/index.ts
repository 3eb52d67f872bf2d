import { closestMatch, distance } from '../../scenarios/closest-match.ts'
import { LabRecorded } from './lab-recorded.ts'
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
}

/** A small player, or why there is none. */
export type Recorded =
  | { readonly ok: true; readonly player: LabRecorded }
  | { readonly ok: false; readonly problem: string }

/** The workflow of a player that names none. */
const usualWorkflow = 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies'

const wordsIn: Readonly<Record<string, RecordedWords>> = {
  en: recordedEnglish,
  es: recordedSpanish,
}

/** The first of these languages that the player speaks, or English. */
const spoken = (asked: readonly string[]): string =>
  asked
    .map((tag) => tag.toLowerCase().split('-', 1)[0] ?? '')
    .find((tag) => Object.hasOwn(wordsIn, tag)) ?? 'en'

/** One for each lab, so that ten players on a page ask for each recording once. */
const libraries = new Map<string, Library>()

const libraryOf = (lab: URL): Library => {
  const library = libraries.get(lab.href) ?? createLibrary(lab)
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
}: RecordedOptions): Promise<Recorded> => {
  if (customElements.get('lab-recorded') === undefined)
    customElements.define('lab-recorded', LabRecorded)
  const tag = spoken(language === null ? navigator.languages : [language])
  const library = libraryOf(lab)
  const words = wordsIn[tag] ?? recordedEnglish
  try {
    const told =
      source === ''
        ? await fetchTold(library, workflow || usualWorkflow, lesson || 'tour', tag)
        : await (await import('./parts.ts')).fetchSaved(new URL(source, document.baseURI), tag)
    const player = document.createElement('lab-recorded')
    player.lang = tag
    player.words = words
    player.told = told
    player.lookInto = async () => {
      const { inspectionOf, replay } = await import('./parts.ts')
      return inspectionOf(told.isWhole ? told.trace : await replay(told.trace), tag)
    }
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
