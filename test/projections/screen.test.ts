import { describe, expect, test } from 'vitest'
import { screenAt } from '../../scenarios/projections/screen.ts'
import type { Message } from '../../scenarios/model/trace.ts'
import { fixtureTrace } from '../support/fixture-trace.ts'

const { messages } = fixtureTrace()

describe('what is on a screen', () => {
  test('nothing before the first page', () => {
    expect(screenAt(messages, 'Browser', 1)).toBeNull()
  })

  test('the last page that came to this agent', () => {
    expect(screenAt(messages, 'Browser', 2)?.html).toContain('Welcome.')
    expect(screenAt(messages, 'Browser', 6)).toMatchObject({ broughtBy: 6, status: 200 })
  })

  test('a redirect leaves the page as it was', () => {
    expect(screenAt(messages, 'Browser', 13)?.broughtBy).toBe(6)
  })

  test('so does one that brings a page of its own', () => {
    const withPage = messages.map((message): Message => {
      if (message.http === null || message.http.status !== 302) return message
      const headers = [...message.http.headers, ['content-type', 'text/html'] as const]
      return { ...message, http: { ...message.http, headers, body: '<p>Moved.</p>' } }
    })
    expect(screenAt(withPage, 'Browser', 13)?.broughtBy).toBe(6)
  })

  test('the Hacker sees the cart only when it was answered to the Hacker', () => {
    expect(screenAt(messages, 'Hacker', 26)).toBeNull()
    expect(screenAt(messages, 'Hacker', 27)?.html).toContain('Your cart')
  })
})
