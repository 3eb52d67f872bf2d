import { describe, expect, test } from 'vitest'
import { workflows, workflowBySlug } from '../../scenarios/catalogue/index.ts'
import {
  adviceFor,
  answer,
  askedQuestions,
  openQuestions,
  questions,
  readAnswers,
  writeAnswers,
  type Answers,
} from '../../scenarios/verdicts/chooser.ts'
import { verdictOf } from '../../scenarios/verdicts/verdict.ts'

/** Every way through the questions. */
const waysFrom = (answers: Answers): readonly Answers[] => {
  const [next] = openQuestions(answers)
  return next === undefined
    ? [answers]
    : questions[next].flatMap((one) => waysFrom(answer(answers, next, one)))
}
const ways = waysFrom({})

describe('the chooser', () => {
  test('has a dozen ways through it, and each leads to a workflow that exists', () => {
    expect(ways.length).toBeGreaterThanOrEqual(12)
    for (const answers of ways) {
      const advice = adviceFor(answers, workflows)
      expect(workflowBySlug(advice?.slug ?? ''), writeAnswers(answers)).toBeDefined()
      expect(workflowBySlug(advice?.slug ?? '')?.client).toBe(answers.client)
    }
  })

  test('never leads to what is discouraged today, and what it compares with is something else', () => {
    for (const answers of ways) {
      const advice = adviceFor(answers, workflows)
      const [taken, other] = [advice?.slug, advice?.instead].map((slug) =>
        workflowBySlug(slug ?? ''),
      )
      if (taken === undefined || other === undefined) throw new Error(writeAnswers(answers))
      expect(['recommended', 'acceptable']).toContain(verdictOf(taken).today.standing)
      expect(other.slug).not.toBe(taken.slug)
      expect(other.client).toBe(taken.client)
    }
  })

  test('says nothing before everything that matters is known', () => {
    expect(adviceFor({}, workflows)).toBeNull()
    expect(adviceFor({ client: 'spa', applications: 'one' }, workflows)).toBeNull()
  })

  test('asks nothing that makes no difference', () => {
    expect(openQuestions({ client: 'webapp' })).not.toContain('secret')
    expect(openQuestions({ client: 'spa', secret: 'no-server' })).not.toContain('ending')
  })

  test('a single-page app whose access must end at once gets a backend for frontend', () => {
    const advice = adviceFor(readAnswers('spa.several.server.at-once'), workflows)
    expect(advice?.slug).toBe('spa/oauth-authorization-code-grant-backend-for-frontend')
    expect(advice?.reasons).toContain('single-sign-on')
    expect(advice?.reasons).toContain('ends-at-once')
  })

  test('a single-page app whose logins last gets a session and a refresh token', () => {
    const advice = adviceFor(readAnswers('spa.one.server.weeks'), workflows)
    expect(advice?.slug).toBe('spa/oauth-authorization-code-grant-sessions-refresh-tokens-cookies')
  })

  test('a mobile app gets the system’s browser with PKCE', () => {
    const advice = adviceFor(readAnswers('mobile.one.weeks'), workflows)
    expect(advice?.slug).toBe('mobile/oauth-authorization-code-grant-pkce-jwts-refresh-tokens')
    expect(advice?.defences).toContain('rotation')
  })
})

describe('in an address', () => {
  test('every way comes back as it was', () => {
    for (const answers of ways) expect(readAnswers(writeAnswers(answers))).toEqual(answers)
  })

  test('what makes no sense ends it, and what came before counts', () => {
    expect(readAnswers('spa.nonsense.server')).toEqual({ client: 'spa' })
    expect(readAnswers('')).toEqual({})
    expect(readAnswers('__proto__')).toEqual({})
  })

  test('another answer to an early question keeps those after it that still make sense', () => {
    const spa = readAnswers('spa.several.server.weeks')
    expect(writeAnswers(answer(spa, 'client', 'webapp'))).toBe('webapp.several.weeks')
    expect(askedQuestions(answer(spa, 'secret', 'no-server'))).toEqual([
      'client',
      'applications',
      'secret',
    ])
  })
})
