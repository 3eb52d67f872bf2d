import type { OwnLesson, OwnText } from '../model/own-lesson.ts'
import type { Trace } from '../model/trace.ts'
import { asked, choice, type PredictQuestion, requestOf } from '../predict/question.ts'
import type { Said } from './language.ts'

/**
 * The questions that the author of a lesson asks, before the messages that have been sent. Options stand
 * in the order of the file.
 *
 * @param say puts a text of the lesson into the language of its reader
 */
export const ownQuestionsOf = (
  { questions = [] }: Pick<OwnLesson, 'questions'>,
  { messages }: Pick<Trace, 'messages'>,
  say: (text: OwnText) => Said,
): readonly PredictQuestion[] =>
  questions
    .flatMap(({ before, ask, options, why }, index): readonly PredictQuestion[] => {
      const message = messages.find(({ id }) => id === before)
      if (message === undefined) return []
      return [
        {
          id: `own ${index} ${before}`,
          n: message.n,
          topic: 'own',
          own: { ask: say(ask), why: why === undefined ? null : say(why) },
          request: asked(requestOf(messages, message) ?? message),
          stolen: [],
          several: options.filter(({ right }) => right === true).length > 1,
          options: options.map(({ text, right = false }, at) => ({
            ...choice({ what: 'own', ...say(text) }, right),
            key: String(at),
          })),
          evidence: [message.n],
        },
      ]
    })
    .toSorted((one, other) => one.n - other.n)
