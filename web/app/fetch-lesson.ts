import type { OwnLesson } from '../../scenarios/model/own-lesson.ts'
import { mostLessonBytes } from '../../scenarios/model/own-lesson-name.ts'
import type { RunRequest } from '../../scenarios/model/request.ts'
import { type Text, textOf } from '../../scenarios/model/text.ts'
import { reasonOf } from '../../scenarios/model/text-error.ts'
import type { OpenRun } from '../player/run/status.ts'

/** An own lesson that was read, and how its run is opened. */
export interface LessonToOpen {
  readonly lesson: OwnLesson
  readonly open: OpenRun
  /** What to run; what a reader asks for goes before what the lesson says. */
  readonly request: (asked: Pick<RunRequest, 'seed' | 'profile' | 'defences'>) => RunRequest
}

/** A lesson, or why there is none. */
type Fetched =
  | ({ readonly ok: true } & LessonToOpen)
  | { readonly ok: false; readonly problem: Text }

/** Milliseconds within which a lesson has to be there. */
const patience = 20_000

/** More of an address is not told. */
const mostTold = 200

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

/** Fetches a text: without cookies, from where this page's policy and its server's CORS allow it. */
const fetchText = async (url: URL, address: string): Promise<string | Text> => {
  const unreachable = textOf('own-lesson.unreachable', { address })
  try {
    const answer = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(patience),
    })
    const { ok, status, body } = answer
    if (!ok) return textOf('own-lesson.status', { address, status })
    const text = body === null ? '' : await textWithin(body, mostLessonBytes)
    return text ?? textOf('own-lesson.heavy', { address, most: mostLessonBytes })
  } catch {
    return unreachable
  }
}

/**
 * Fetches and reads the own lesson at an address, relative ones beside the page. Its reader, and the way
 * to open its run, are loaded with it.
 */
export const fetchLesson = async (source: string): Promise<Fetched> => {
  const address = source.slice(0, mostTold)
  const url = URL.parse(source, document.baseURI)
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return { ok: false, problem: textOf('own-lesson.no-address', { address }) }
  const text = await fetchText(url, address)
  if (typeof text !== 'string') return { ok: false, problem: text }
  try {
    const [{ readOwnLesson }, { openOwn }, { requestOf }] = await Promise.all([
      import('../../scenarios/own-lessons/read.ts'),
      import('../player/run/open-own.ts'),
      import('../../scenarios/own-lessons/world.ts'),
    ])
    const read = await readOwnLesson(text)
    if (!read.ok) {
      const { issues } = read
      return { ok: false, problem: textOf('own-lesson.wrong', { file: address, issues }) }
    }
    const { lesson } = read
    return { ok: true, lesson, open: openOwn(lesson), request: (asked) => requestOf(lesson, asked) }
  } catch (error) {
    return { ok: false, problem: reasonOf(error, textOf('own-lesson.unreachable', { address })) }
  }
}
