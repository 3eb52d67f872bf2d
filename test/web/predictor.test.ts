import { describe, expect, test } from 'vitest'
import { questionsOf, type Question } from '../../scenarios/predict/index.ts'
import type { RunState } from '../../scenarios/model/run.ts'
import { openRun } from '../../server/run.ts'
import { Predictor } from '../../web/features/predict/predictor.ts'
import { hideAhead } from '../../web/features/predict/hide-ahead.ts'
import { answerWords, questionWords } from '../../web/features/predict/question-words.ts'
import { predict as inEnglish } from '../../web/features/predict/words.en.ts'
import { englishWords } from '../../web/i18n/languages.ts'
import { withTexts } from '../../web/i18n/own.ts'
import { predict as inSpanish } from '../../web/features/predict/words.es.ts'
import { spanishWords } from '../../web/i18n/whole-spanish.ts'
import { playOn, slugs } from '../support/play.ts'

const stateOf = async (workflow: string): Promise<RunState> => {
  const run = await openRun({ workflow })
  await playOn(run)
  return run.state
}
const code = await stateOf(slugs.code)
const native = await stateOf(slugs.native)
const mobile = await stateOf('mobile/native-login-form-to-fusionauth-jwts-refresh-tokens')
const local = await stateOf(
  'spa/native-login-form-to-fusionauth-jwts-local-storage-refresh-tokens-cookies',
)
const [first] = questionsOf(code.trace)

const question = (): Question => {
  if (first === undefined) throw new Error('nothing is asked')
  return first
}
const rightOf = ({ options }: Question): ReadonlySet<string> =>
  new Set(options.filter(({ right }) => right).map(({ key }) => key))

describe('A predictor', () => {
  test('asks before a message until it was answered, and asks again after a retry', () => {
    const predictor = new Predictor()
    expect(predictor.openAt(code, question().n)).toEqual(question())
    expect(predictor.answer(code, question(), rightOf(question()))).toBe(true)
    expect(predictor.openAt(code, question().n)?.id).not.toBe(question().id)
    expect(predictor.score(code)).toEqual({ right: 1, all: 1 })
    predictor.retry(code)
    expect(predictor.score(code)).toEqual({ right: 0, all: 0 })
    expect(predictor.openAt(code, question().n)).toEqual(question())
  })

  test('keeps the answers of runs apart, and forgets all of them when asked to', () => {
    const predictor = new Predictor()
    predictor.answer(code, question(), new Set(['nonsense']))
    expect(predictor.score(code)).toEqual({ right: 0, all: 1 })
    expect(predictor.score(native)).toEqual({ right: 0, all: 0 })
    const lesson = { ...code, trace: { ...code.trace, lesson: 'outage' } }
    expect(predictor.score(lesson)).toEqual({ right: 0, all: 0 })
    predictor.forget()
    expect(predictor.score(code)).toEqual({ right: 0, all: 0 })
  })

  test('asks on another branch what was answered on the first', () => {
    const predictor = new Predictor()
    predictor.answer(code, question(), rightOf(question()))
    const other = { ...code, branch: 'b2' }
    expect(predictor.openAt(other, question().n)?.id).toBe(question().id)
  })

  test('keeps answers on another branch with the run', () => {
    let kept: Readonly<Record<string, boolean>> = {}
    const ofBranches = { get: () => kept, set: (answers: typeof kept) => void (kept = answers) }
    const other = { ...code, branch: 'b2' }
    new Predictor(ofBranches).answer(other, question(), rightOf(question()))
    expect(kept).toEqual({ [`b2:${question().id}`]: true })
    const again = new Predictor(ofBranches)
    expect(again.openAt(other, question().n)?.id).not.toBe(question().id)
    expect(again.score(other)).toEqual({ right: 1, all: 1 })
    again.retry(other)
    expect(kept).toEqual({})
  })

  test('passes over what was skipped', () => {
    const predictor = new Predictor()
    predictor.skip(code, question())
    expect(predictor.openAt(code, question().n)?.id).not.toBe(question().id)
    expect(predictor.score(code).all).toBe(0)
  })
})

const english = withTexts(englishWords, 'predict', inEnglish)
const spanish = withTexts(spanishWords, 'predict', inSpanish)

describe('The words of every question', () => {
  test.each([
    ['English', english],
    ['Spanish', spanish],
  ] as const)('exist in %s, and no two options read alike', (_, words) => {
    for (const { trace } of [code, native, mobile, local])
      for (const one of questionsOf(trace)) {
        expect(questionWords(one, words)).toMatch(/\?$/)
        const options = one.options.map(({ answer }) => answerWords(answer, words))
        for (const option of options) expect(option.trim()).not.toBe('')
        if (one.topic !== 'cookies') expect(new Set(options).size).toBe(options.length)
      }
  })

  test('differ between the languages', () => {
    for (const one of questionsOf(code.trace))
      expect(questionWords(one, spanish)).not.toBe(questionWords(one, english))
  })
})

describe('A veiled run', () => {
  test('knows nothing of what comes after the message that is shown', () => {
    for (const k of [0, 1, 17, 46, 73]) {
      const { trace, plan, plannedDividers, decisionPoints } = hideAhead(code, k)
      expect(trace.messages).toEqual(code.trace.messages.slice(0, k))
      expect([...plan, ...plannedDividers]).toEqual([])
      expect(trace.dividers.every(({ before }) => before <= k)).toBe(true)
      expect(trace.outcome.flatMap(({ evidence }) => evidence).every((n) => n <= k)).toBe(true)
      expect(decisionPoints.every(({ after }) => after <= k)).toBe(true)
    }
  })

  test('has the clock of the message that is shown', () => {
    expect(hideAhead(code, 17).now).toBe(Date.parse(code.trace.messages[16]?.at ?? ''))
    expect(hideAhead(code, code.trace.messages.length).now).toBe(code.now)
  })
})
