import { beforeAll, expect, test } from 'vitest'
import { lessons, workflows } from '../../scenarios/catalogue/index.ts'
import { sentencesOf, storyOf } from '../../scenarios/narration/index.ts'
import { played, slugs } from '../support/play.ts'
import { lessonPlays, type Play, patience } from './support/plays.ts'

let plays: readonly Play[] = []

beforeAll(async () => {
  plays = await lessonPlays()
}, patience)

test.each(workflows)('every message of every lesson of $slug has its sentence', (workflow) => {
  const own = plays.filter(({ trace }) => trace.workflow === workflow.slug)
  const silent = own.flatMap(({ name, trace }) =>
    trace.messages
      .filter((message) => storyOf(message, trace) === '')
      .map(({ id, http }) => `${name}: ${id} ${http?.status ?? ''}`),
  )
  expect(own.length).toBeGreaterThanOrEqual(lessons(workflow).length)
  expect(silent).toEqual([])
})

test('a story is its sentences, one after the other', async () => {
  const trace = await played({ workflow: slugs.code })
  for (const message of trace.messages) {
    const sentences = sentencesOf(message, trace)
    expect(sentences.length).toBeGreaterThanOrEqual(1)
    expect(sentences.length).toBeLessThanOrEqual(3)
    expect(storyOf(message, trace)).toBe(sentences.join(' '))
  }
})

test('a refusal is told differently from a success', async () => {
  const trace = await played({ workflow: slugs.code })
  const told = trace.messages
    .filter(({ id }) => /token-response/.test(id))
    .map((message) => [message.http?.status, storyOf(message, trace)] as const)
  const refused = told.filter(([status]) => status === 400).map(([, story]) => story)
  const granted = told.filter(([status]) => status === 200).map(([, story]) => story)
  expect(refused.length).toBeGreaterThan(0)
  expect(refused.filter((story) => granted.includes(story))).toEqual([])
})

test('a second request of one name is told by what it does, not by its name', async () => {
  const trace = await played({ workflow: slugs.code })
  const story = (id: string): string => {
    const message = trace.messages.find((one) => one.id === id)
    return message === undefined ? '' : storyOf(message, trace)
  }
  expect(story('relogin.cart-request')).toContain('both dead')
  expect(story('relogin.cart-request.2')).toContain('just been given')
  expect(story('relogin.token-request.2')).toContain('redeems the code')
})

test.each([
  'two-factor',
  'registration',
  'verification',
  'password-change',
  'consent',
  'error-page',
  'unknown-page',
])('a %s page in the way has its sentence', async (name) => {
  const trace = await played({ workflow: slugs.code })
  const [first] = trace.messages
  if (first === undefined) throw new Error('the trace is empty')
  const told = storyOf({ ...first, id: `login.${name}`, kind: 'self', http: null }, trace)
  expect(told).toContain('The lesson stops here')
})

test('the refresh token that FusionAuth gives the Store goes on to the browser, the JWT does not', async () => {
  const { messages } = await played({ workflow: slugs.code })
  const body = messages.find(({ id }) => id === 'login.token-response')?.http?.body ?? ''
  const granted = JSON.parse(body) as { access_token: string; refresh_token: string }
  const toBrowser = JSON.stringify(
    messages.filter(({ to }) => to === 'Browser').map(({ http }) => http),
  )
  expect(toBrowser).toContain(granted.refresh_token)
  expect(toBrowser).not.toContain(granted.access_token)
})
