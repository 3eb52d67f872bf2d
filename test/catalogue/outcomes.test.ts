import { describe, expect, test } from 'vitest'
import { outcomesOf } from '../../scenarios/catalogue/outcomes.ts'
import type { Message, Outcome } from '../../scenarios/model/trace.ts'
import { played, slugs } from '../support/play.ts'

const outcome = (messages: readonly Message[], id: string): Outcome | undefined =>
  outcomesOf(messages).find((one) => one.id === id)

describe('what came of a run', () => {
  test('a cart of the Hacker’s own is not the victim’s', async () => {
    const { messages } = await played({ workflow: slugs.code })
    const own = messages.map((message) =>
      message.to === 'Hacker' && message.http !== null
        ? {
            ...message,
            http: { ...message.http, body: message.http.body.replace(/item">/, '$&My ') },
          }
        : message,
    )
    expect(outcome(messages, 'hacker-sees-the-cart')?.holds).toBe(true)
    expect(outcome(own, 'hacker-sees-the-cart')?.holds).toBe(false)
  })

  test('a password that only FusionAuth is told is seen by no application', async () => {
    const { messages } = await played({ workflow: slugs.code })
    expect(outcome(messages, 'application-sees-the-password')).toEqual({
      id: 'application-sees-the-password',
      holds: false,
      evidence: [],
    })
  })

  test('who types the password again has no single sign-on', async () => {
    const { messages } = await played({ workflow: slugs.password })
    expect(outcome(messages, 'single-sign-on')?.holds).toBe(false)
  })
})
