import { expect, test } from 'vitest'
import { answerQuestions } from '../../scenarios/predict/answers.ts'
import { played, slugs } from '../support/play.ts'

test('a question about an answer offers three wrong ones at most', async () => {
  const { messages } = await played({ workflow: slugs.code })
  const questions = answerQuestions(messages, [], new Set())
  expect(questions).not.toEqual([])
  for (const { options } of questions) expect(options.length).toBeLessThanOrEqual(4)
})
