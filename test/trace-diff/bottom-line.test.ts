import { describe, expect, test } from 'vitest'
import { bottomLineOf, summarizer } from '../../scenarios/trace-diff/bottom-line.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { played, slugs } from '../support/play.ts'

const [code, password, native] = await Promise.all(
  [slugs.code, slugs.password, slugs.native].map((workflow) => played({ workflow })),
)
const all = [code, password, native].filter((trace): trace is Trace => trace !== undefined)

const names = (trace: Trace | undefined) =>
  trace === undefined ? [] : bottomLineOf(trace).password.map(({ participant }) => participant)

const at = (trace: Trace, n: number) => {
  const message = trace.messages[n - 1]
  if (message === undefined) throw new Error(`no message ${n}`)
  return message
}

describe('The bottom line of a workflow', () => {
  test('tells that only FusionAuth sees the password of a code login', () => {
    expect(names(code)).toEqual(['FusionAuth'])
  })

  test('tells that every application sees it with the password grant and the native form', () => {
    expect(names(password)).toEqual(['Store', 'FusionAuth', 'Forums'])
    expect(names(native)).toEqual(['Store', 'FusionAuth', 'Forums'])
  })

  test('counts how often it is typed: single sign-on saves one', () => {
    expect(all.map((trace) => bottomLineOf(trace).typed.length)).toEqual([2, 3, 3])
    expect(all.map((trace) => bottomLineOf(trace).singleSignOn?.holds)).toEqual([
      true,
      false,
      false,
    ])
  })

  test('proves each reader of the password with requests that carry it there', () => {
    for (const trace of all)
      for (const { participant, evidence } of bottomLineOf(trace).password) {
        expect(evidence.length).toBeGreaterThan(0)
        for (const n of evidence) {
          expect(at(trace, n).to).toBe(participant)
          expect(at(trace, n).http?.body).toContain('password')
        }
      }
  })

  test('proves what the browser holds with messages that changed its memory', () => {
    for (const trace of all) {
      const { holds } = bottomLineOf(trace)
      expect(holds.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['session-id', 'refresh-token']),
      )
      for (const { evidence } of holds)
        for (const n of evidence)
          expect(at(trace, n).changes.some(({ where }) => where.startsWith('Browser.'))).toBe(true)
    }
  })

  test('lets no JWT through the browser, and a code only where there is one', () => {
    const kinds = all.map((trace) => bottomLineOf(trace).passes.map(({ kind }) => kind))
    for (const passes of kinds) expect(passes).not.toContain('jwt')
    expect(kinds.map((passes) => passes.includes('code'))).toEqual([true, false, false])
  })
})

describe('A theft', () => {
  test('of a refresh token brings the cart, a session of the Hacker’s own, and lasts for days', () => {
    for (const trace of all) {
      const theft = bottomLineOf(trace).thefts.find(({ phase }) => phase === 'stolen-refresh-token')
      expect(theft?.credentials.map(({ kind }) => kind)).toEqual(['refresh-token'])
      expect(theft?.seen).toHaveLength(1)
      expect(theft?.gained.map(({ secret }) => secret.kind)).toContain('session-id')
      expect(theft?.left ?? 0).toBeGreaterThan(24 * 3_600_000)
    }
  })

  test('of a session id brings the cart, nothing new, and lasts for no longer than the session', () => {
    for (const trace of all) {
      const theft = bottomLineOf(trace).thefts.find(({ phase }) => phase === 'stolen-session-id')
      expect(theft?.credentials.map(({ kind }) => kind)).toEqual(['session-id'])
      expect(theft?.seen).toHaveLength(1)
      expect(theft?.gained).toEqual([])
      expect(theft?.left ?? Number.POSITIVE_INFINITY).toBeLessThan(24 * 3_600_000)
    }
  })

  test('that was not used yet brings nothing', () => {
    for (const trace of all) {
      const steal = trace.messages.findLastIndex(({ step }) => step === 'hacker.steal')
      const cut = { messages: trace.messages.slice(0, steal + 1), outcome: [] }
      expect(bottomLineOf(cut).thefts.at(-1)).toMatchObject({ tried: false, seen: [], gained: [] })
    }
  })
})

describe('The summary of a phase', () => {
  test('tells the password, the messages and what the browser keeps after it', () => {
    for (const trace of all) {
      const summary = summarizer(trace)
      const login = trace.messages.filter(({ phase }) => phase === 'login')
      expect(summary(login).messages).toBe(login.length)
      expect(summary(login).password.map(({ participant }) => participant)).toContain('FusionAuth')
      const cart = trace.messages.filter(({ phase }) => phase === 'load-cart')
      expect(summary(cart).password).toEqual([])
      expect(summary(cart).holds.map(({ kind }) => kind)).toContain('session-id')
    }
  })

  test('tells of single sign-on and of thefts where they happen only', () => {
    for (const trace of all) {
      const summary = summarizer(trace)
      const inPhase = (phase: string) =>
        summary(trace.messages.filter((one) => one.phase === phase))
      expect(inPhase('login').singleSignOn).toBeNull()
      expect(inPhase('login').thefts).toEqual([])
      expect(inPhase('forums-login').singleSignOn).not.toBeNull()
      expect(inPhase('stolen-session-id').thefts).toHaveLength(1)
    }
  })
})
