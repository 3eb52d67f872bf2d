import { describe, expect, test } from 'vitest'
import { eventWords } from '../../scenarios/projections/words.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'

const cases: readonly (readonly [LabEvent, string])[] = [
  [{ type: 'learner.open', app: 'Forums' }, 'Open the Forums'],
  [{ type: 'learner.load', app: 'Store' }, 'Load the shopping cart'],
  [
    { type: 'learner.submit', app: 'Store', credentials: 'wrong-password' },
    'Submit a wrong password for the Store',
  ],
  [
    { type: 'learner.submit', app: 'Store', credentials: { loginId: 'eve', password: 'x' } },
    'Submit as eve for the Store',
  ],
  [{ type: 'clock.advance', seconds: 300 }, 'Let 5 minutes pass'],
  [{ type: 'clock.advance', seconds: 3600 }, 'Let 1 hour pass'],
  [{ type: 'clock.expire', what: 'session' }, 'Let the session expire'],
  [{ type: 'hacker.steal', what: 'refresh-token' }, 'Steal the refresh token'],
]

describe('what can be done, in words', () => {
  test.each(cases)('%j is “%s”', (event, words) => {
    expect(sayEnglish(eventWords(event))).toBe(words)
  })
})
