import { partOf } from '../../scenarios/recorded/compact.ts'

/** The workflow of a player that names none. */
export const usualWorkflow = 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies'

/** Languages that the small player speaks, BCP 47; the first for everybody else. */
const spoken = ['en', 'es'] as const

/**
 * The first of these languages that the player speaks, or English.
 *
 * @param asked BCP 47 tag; null for what the reader prefers
 */
export const languageOf = (asked: string | null): (typeof spoken)[number] =>
  (asked === null ? navigator.languages : [asked])
    .map((tag) => spoken.find((one) => one === tag.toLowerCase().split('-', 1)[0]))
    .find((tag) => tag !== undefined) ?? spoken[0]

/** Where a file of the recordings is, in the folder of a lab. */
export const fileAt = (lab: URL, path: string): string =>
  new URL(`recordings/${path}.bin`, lab).href

/**
 * The files that a lesson is played from.
 *
 * @param workflow '' for the first of the catalogue
 * @param lesson '' for the tour
 * @param language BCP 47 tag; null for what the reader prefers
 */
export const filesOf = (
  lab: URL,
  workflow: string,
  lesson: string,
  language: string | null,
): readonly string[] => {
  const part = partOf(lesson)
  return [`${workflow || usualWorkflow}.${part}`, `words.${languageOf(language)}.${part}`].map(
    (path) => fileAt(lab, path),
  )
}
