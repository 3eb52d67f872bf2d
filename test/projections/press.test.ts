import { beforeAll, describe, expect, test } from 'vitest'
import {
  readDocument,
  type PageElement,
  type PageNode,
} from '../../scenarios/projections/document.ts'
import { eventOf, hackerEventOf } from '../../scenarios/projections/press.ts'
import { screenAt, type Screen } from '../../scenarios/projections/screen.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { RunState } from '../../scenarios/model/run.ts'
import { openRun } from '../../server/run.ts'
import { act, playOn, slugs } from '../support/play.ts'

const elements = (nodes: readonly PageNode[]): readonly PageElement[] =>
  nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...elements(node.children)]))

const wordsOf = (node: PageNode): string =>
  typeof node === 'string' ? node : node.children.map(wordsOf).join('')

const typed = new Map([
  ['loginId', 'eve@example.com'],
  ['password', 'guessed'],
])

/** What each thing that can be pressed on a page is in the lab, by its words. */
const pressed = (screen: Screen, told: RunState): Readonly<Record<string, LabEvent | null>> =>
  Object.fromEntries(
    elements(readDocument(screen.url, screen.html).body).flatMap((element) =>
      element.press === null
        ? []
        : [[wordsOf(element).trim(), eventOf(element.press, typed, screen, told)] as const],
    ),
  )

describe.each(Object.entries(slugs))('what can be pressed, %s login', (login, workflow) => {
  let state: RunState
  beforeAll(async () => {
    const run = await openRun({ workflow })
    await playOn(run)
    state = run.state
    run.close()
  })

  /** The page that the Browser shows when a message has arrived whose page says so. */
  const page = (words: string): Screen => {
    const { messages } = state.trace
    const at = messages.find(
      ({ to, http }) => to === 'Browser' && http?.status === 200 && http.body.includes(words),
    )
    const screen = screenAt(messages, 'Browser', at?.n ?? 0)
    if (screen === null) throw new Error(`no page says ${words}`)
    return screen
  }

  test('the home page leads to itself and to the login', () => {
    expect(pressed(page('Welcome to the Store'), state)).toEqual({
      Store: { type: 'learner.open', app: 'Store' },
      'Log in': { type: 'learner.login', app: 'Store' },
    })
  })

  test('the form submits what was typed, for the application that asked', () => {
    const button = login === 'code' ? 'Submit' : 'Log in'
    expect(pressed(page('type="password"'), state)[button]).toEqual({
      type: 'learner.submit',
      app: 'Store',
      credentials: { loginId: 'eve@example.com', password: 'guessed' },
    })
  })

  test('the cart can be loaded again, and left', () => {
    expect(pressed(page('Your cart, Ada Winter'), state)).toMatchObject({
      'Refresh the cart': { type: 'learner.load', app: 'Store' },
      'Log out': { type: 'learner.logout', app: 'Store' },
    })
  })

  test('the posts of Forums are of Forums', () => {
    expect(pressed(page('Posts for Ada Winter'), state)).toMatchObject({
      Forums: { type: 'learner.open', app: 'Forums' },
      'Log out': { type: 'learner.logout', app: 'Forums' },
    })
  })

  test('in the Hacker’s browser the cart’s link is the Hacker’s doing, and nothing else is', () => {
    const { messages } = state.trace
    const screen = screenAt(messages, 'Hacker', messages.length)
    if (screen === null) throw new Error('the Hacker sees nothing')
    const found = elements(readDocument(screen.url, screen.html).body).flatMap((element) =>
      element.press === null ? [] : [hackerEventOf(element.press, state)],
    )
    expect(found.filter((event) => event !== null)).toEqual([{ type: 'hacker.load' }])
  })
})

test('at a hardened FusionAuth the question is answered by the log-out button', async () => {
  const run = await openRun({ workflow: slugs.code, profile: 'hardened' })
  const steps: readonly LabEvent[] = [
    { type: 'learner.open', app: 'Store' },
    { type: 'learner.login', app: 'Store' },
    { type: 'learner.submit', app: 'Store', credentials: 'right' },
    { type: 'learner.logout', app: 'Store' },
  ]
  for (const event of steps) await act(run, event)
  const { messages } = run.state.trace
  const screen = screenAt(messages, 'Browser', messages.length)
  if (screen === null) throw new Error('there is no page')
  expect(pressed(screen, run.state)).toEqual({
    'Log out': { type: 'learner.logout', app: 'Store' },
  })
  run.close()
})

describe('a page taken apart', () => {
  const read = (html: string) => readDocument('https://store.example.com/x', html)

  test('keeps its title, its styles and its text', () => {
    const { title, styles, body } = read(
      '<title>T &amp; U</title><style>p{}</style><p class="a" onclick="x()">Hello <b>you</b></p>',
    )
    expect([title, styles]).toEqual(['T & U', ['p{}']])
    const [paragraph] = elements(body)
    expect(paragraph?.attributes).toEqual([['class', 'a']])
    expect(body.map(wordsOf).join('')).toBe('Hello you')
  })

  test.each(['javascript:x()', 'data:text/html,x', 'file:///etc/passwd', 'https://[', 'blob:x'])(
    'leads nowhere by %s',
    (href) => {
      const [link] = elements(read(`<a href="${href}">x</a>`).body)
      expect(link?.press).toBeNull()
    },
  )

  test('holds no more than a page for people: depth and number are bounded', () => {
    const deep = read(`${'<div>'.repeat(50_000)}x`)
    expect(elements(deep.body).length).toBeLessThan(4_001)
    const wide = read('<i>x</i>'.repeat(50_000))
    expect(elements(wide.body)).toHaveLength(4_000)
  })
})
