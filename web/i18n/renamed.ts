import { type ApplicationName, applicationNames } from '../../scenarios/model/participant.ts'
import type { Words } from './catalogue.ts'

type Names = Readonly<Partial<Record<ApplicationName, string>>>

/** A text with the own names of the applications in place of the usual ones. */
const renameIn = (text: string, names: Names): string =>
  applicationNames.reduce((renamed, app) => {
    const name = names[app]
    return name === undefined
      ? renamed
      : renamed.replace(new RegExp(`\\b${app}\\b`, 'g'), () => name)
  }, text)

/** Texts of any shape, each renamed; a function renames what it says. */
const renamedTexts = (texts: unknown, rename: (text: string) => string): unknown => {
  if (typeof texts === 'string') return rename(texts)
  if (typeof texts === 'function')
    return (...params: readonly unknown[]): unknown => {
      const said: unknown = Reflect.apply(texts, undefined, params)
      return typeof said === 'string' ? rename(said) : said
    }
  if (Array.isArray(texts)) return texts.map((one) => renamedTexts(one, rename))
  if (typeof texts !== 'object' || texts === null) return texts
  return Object.fromEntries(
    Object.entries(texts).map(([name, one]) => [name, renamedTexts(one, rename)]),
  )
}

/**
 * Words that call the applications by their own names. What somebody wrote or sent is quoted, and stays
 * as it is.
 */
export const renamed = (words: Words, names: Names): Words => {
  if (Object.keys(names).length === 0) return words
  const renameOne = (text: string): string => renameIn(text, names)
  // The shape stays: each text becomes a text, each function a function of the same params.
  const rename = <Texts>(texts: Texts): Texts => renamedTexts(texts, renameOne) as Texts
  return {
    ...words,
    rename,
    ui: rename(words.ui),
    story: (message, trace) => renameOne(words.story(message, trace)),
    say: (text) => (text.code === 'quoted' ? words.say(text) : renameOne(words.say(text))),
  }
}
