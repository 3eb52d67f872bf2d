/** What is asked of the stand-in and not there, told to whoever started it. */

/** So many lines at most: a program that guesses addresses fills nobody's log. */
const most = 100

/** A part of a path that is a word, and nothing that may be an id or a secret. */
const word = /^[A-Za-z._-]{1,40}\d?$/

/** A path without what may be ids, in at most eight parts. */
const withoutIds = (path: string): string => {
  const parts = path.split('/').map((part) => (part === '' || word.test(part) ? part : '…'))
  return parts.length > 9 ? `${parts.slice(0, 9).join('/')}/…` : parts.join('/')
}

/** Addresses that a program asks; a browser looks for its icon and the like. */
const isApi = (path: string): boolean => /^\/(?:api|oauth2|\.well-known)(?:\/|$)/.test(path)

/** Tells of one request; `sentence` says what is not there, and is undefined for what nobody has. */
export type TellLacking = (method: string, path: string, sentence?: string) => void

/** Tells of each method and path once, in one line without query, body and ids. */
export const tellOnce = (tell: (line: string) => void): TellLacking => {
  const told = new Set<string>()
  return (method, path, sentence) => {
    if (told.size > most || (sentence === undefined && !isApi(path))) return
    const asked = `${method} ${withoutIds(path)}`
    if (told.has(asked)) return
    told.add(asked)
    tell(
      told.size > most
        ? 'More is asked for that is not there; it is told no longer.'
        : `${asked} is asked for. ${sentence ?? 'There is nothing at this address.'}`,
    )
  }
}
