import { beforeAll, describe, expect, test } from 'vitest'
import type { OwnLesson, OwnText } from '../../scenarios/model/own-lesson.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { inLanguage } from '../../scenarios/own-lessons/language.ts'
import { ownQuestionsOf } from '../../scenarios/own-lessons/questions.ts'
import { isRight } from '../../scenarios/predict/index.ts'
import { lessonIn, playedRun, textOfExample } from './support/examples.ts'

let lesson: OwnLesson
let trace: Trace

const say = (text: OwnText) => inLanguage(text, [], lesson.language)
const first = () => {
  const [question] = ownQuestionsOf(lesson, trace, say)
  if (question === undefined) throw new Error('There is no question.')
  return question
}

beforeAll(async () => {
  lesson = await lessonIn(textOfExample('forged-order.yaml'))
  trace = (await playedRun(lesson)).state.trace
})

test('a question stands before the message that its author names', () => {
  const at = trace.messages.find(({ id }) => id === 'attack.checkout-request')
  expect(first()).toMatchObject({ n: at?.n, request: { label: 'POST /checkout' }, several: false })
})

test('its options stand in the order of the file', () => {
  expect(first().options.map(({ answer }) => answer)).toEqual([
    { what: 'own', text: 'Yes, every request to the Store carries it', language: 'en' },
    { what: 'own', text: 'No, a post from another site does not carry it', language: 'en' },
  ])
})

test.each([
  ['0', false],
  ['1', true],
])('option %s is right: %s', (key, right) => {
  expect(isRight(first(), new Set([key]))).toBe(right)
})

describe('several questions', () => {
  test('stand in the order of their messages', () => {
    const question = lesson.questions?.[0]
    if (question === undefined) throw new Error('There is no question.')
    const questions = [question, { ...question, before: 'login.login-request' }]
    const asked = ownQuestionsOf({ questions }, trace, say)
    expect(asked.map(({ n }) => n)).toEqual(asked.map(({ n }) => n).toSorted((a, b) => a - b))
    expect(asked).toHaveLength(2)
  })

  test('of a message that is not sent are not put', () => {
    const messages = trace.messages.slice(0, 10)
    expect(ownQuestionsOf(lesson, { messages }, say)).toEqual([])
  })
})
