import { lessonByName, workflowBySlug } from '../../scenarios/catalogue/index.ts'
import { attackLessonByName } from '../../scenarios/attacks/lessons.ts'
import { bounds } from '../../scenarios/recorded/bounds.ts'
import { parseTrace } from '../../scenarios/recorded/parse.ts'
import { languages } from '../i18n/languages.ts'
import type { Told } from './told.ts'

/** A file that is no trace; the message is a sentence for a person. */
export class NoTrace extends Error {
  constructor(problem: string) {
    super(problem)
    this.name = 'NoTrace'
  }
}

/** The file does not come; the message is its address. */
export class NotThere extends Error {
  constructor(address: URL) {
    super(address.href)
    this.name = 'NotThere'
  }
}

/** A text of at most so many characters. */
const readText = async (response: Response, most: number): Promise<string> => {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (;;) {
    const part = await reader?.read()
    if (part === undefined || part.done) return text
    text += part.value
    // What is longer is no trace anyway; the parser says so.
    if (text.length > most) {
      await reader?.cancel()
      return text
    }
  }
}

/**
 * Fetches a trace that was saved, of the stand-in or of a FusionAuth of one's own.
 *
 * @throws NoTrace when the file is none; NotThere when it does not come
 */
export const fetchSaved = async (address: URL, language: string): Promise<Told> => {
  const spoken = languages.find(({ tag }) => tag === language) ?? languages[0]
  const [response, words] = await Promise.all([
    fetch(address, { credentials: 'omit' }).catch(() => null),
    spoken?.load(),
  ])
  if (response?.ok !== true || words === undefined) throw new NotThere(address)
  const parsed = parseTrace(await readText(response, bounds.file))
  if (!parsed.ok) throw new NoTrace(words.say(parsed.problem))
  const { trace } = parsed
  const workflow = workflowBySlug(trace.workflow)
  const lesson =
    workflow && (lessonByName(workflow, trace.lesson) ?? attackLessonByName(workflow, trace.lesson))
  return {
    trace,
    title: workflow === undefined ? trace.workflow : words.say(workflow.title),
    lesson: lesson === undefined ? trace.lesson : words.say(lesson.title),
    story: (n) => {
      const message = trace.messages[n - 1]
      return message === undefined ? '' : words.story(message, trace)
    },
    say: words.say,
    isWhole: true,
  }
}
