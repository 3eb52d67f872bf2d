import { mostLessonBytes } from '../../scenarios/model/own-lesson-name.ts'
import type { OwnLesson, OwnText } from '../../scenarios/model/own-lesson.ts'
import type { ApplicationName } from '../../scenarios/model/participant.ts'
import { type Text, textOf } from '../../scenarios/model/text.ts'
import { inLanguage, type Said } from '../../scenarios/own-lessons/language.ts'
import { pathOf } from '../../scenarios/own-lessons/world.ts'
import { sentenceAt } from '../../scenarios/own-lessons/sentences.ts'
import { renamed } from '../i18n/renamed.ts'
import type { LessonFile } from '../player/run/protocol.ts'
import type { OpenRun } from '../player/run/status.ts'
import type { LessonTelling, PlayedLesson } from '../player/lesson-telling.ts'

/** Own lessons, from their file to what is said: loaded when the first is wanted. */

/** Milliseconds within which a lesson has to be there. */
const patience = 20_000

/** The text of a body; null once it is larger than a lesson can be. The rest is not fetched. */
const textWithin = async (
  body: ReadableStream<Uint8Array>,
  most: number,
): Promise<string | null> => {
  const decoder = new TextDecoder()
  let bytes = 0
  let text = ''
  for await (const chunk of body) {
    bytes += chunk.byteLength
    // Leaving the loop cancels the stream.
    if (bytes > most) return null
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

/**
 * Fetches the file of a lesson: without cookies, from where the policy of this page and the server's CORS
 * allow it. A relative address counts from the page.
 *
 * @param address as it may be told
 * @returns the text of the file, or why there is none
 */
const fetchLesson = async (source: string, address: string): Promise<string | Text> => {
  const url = URL.parse(source, document.baseURI)
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return textOf('own-lesson.no-address', { address })
  try {
    const { ok, status, body } = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(patience),
    })
    if (!ok) return textOf('own-lesson.status', { address, status })
    const text = body === null ? '' : await textWithin(body, mostLessonBytes)
    return text ?? textOf('own-lesson.heavy', { address, most: mostLessonBytes })
  } catch {
    return textOf('own-lesson.unreachable', { address })
  }
}

const telling = (own: OwnLesson, wanted: readonly string[]): LessonTelling => {
  const say = (text: OwnText): Said => inLanguage(text, wanted, own.language)
  return {
    of: own,
    title: say(own.title),
    introduction: own.introduction === undefined ? null : say(own.introduction),
    sentence: (message, run) => {
      const text = sentenceAt(message, own, run)
      return text === null ? null : say(text)
    },
    say,
  }
}

/** The names that a company gives its applications. */
const namesOf = ({ company = {} }: OwnLesson): Partial<Record<ApplicationName, string>> => ({
  ...(company.Store?.name === undefined ? {} : { Store: company.Store.name }),
  ...(company.Forums?.name === undefined ? {} : { Forums: company.Forums.name }),
})

/** On a dark page a colour that is dark enough for white text is too dark for a line. */
const laneColour = (colour: string): string =>
  `light-dark(${colour}, color-mix(in oklab, ${colour} 45%, white))`

const paint = ({ company = {} }: OwnLesson, style: CSSStyleDeclaration, on: boolean): void => {
  for (const [app, { colour }] of Object.entries(company))
    if (colour !== undefined)
      style.setProperty(`--lane-${app.toLowerCase()}`, on ? laneColour(colour) : null)
}

/** A lesson that was read, ready to be told. */
const playedLesson = (own: OwnLesson): PlayedLesson => {
  let last: (ReturnType<PlayedLesson['speech']> & { readonly key: readonly unknown[] }) | null =
    null
  return {
    of: own,
    path: pathOf(own),
    speech: (words, wanted) => {
      const key = [words, ...wanted]
      const isSame =
        last?.key.length === key.length && last.key.every((part, index) => part === key[index])
      if (last === null || !isSame)
        last = { key, words: renamed(words, namesOf(own)), lesson: telling(own, wanted) }
      return last
    },
    paint: (style, on) => paint(own, style, on),
  }
}

/** More of an address is not told. */
const mostTold = 200

/**
 * How the run of the own lesson at an address is opened.
 *
 * @param asked its address, and the path that its run had before, if it is to go on; null if not
 * @param open opens the run of a file
 * @param tell told the lesson, once it was read and before its run is there
 * @returns the way to open it, or why its file is not there
 */
export const openLesson = async (
  asked: { readonly source: string; readonly path: string | null },
  open: (file: LessonFile, tell: (lesson: OwnLesson) => void) => OpenRun,
  tell: (lesson: PlayedLesson) => void,
): Promise<OpenRun | Text> => {
  const { source, path } = asked
  const address = source.slice(0, mostTold)
  const text = await fetchLesson(source, address)
  return typeof text === 'string'
    ? open({ address, text, path }, (lesson) => tell(playedLesson(lesson)))
    : text
}
