import { expect, test } from 'vitest'
import type { OwnLesson } from '../../scenarios/model/own-lesson.ts'
import { inLanguage } from '../../scenarios/own-lessons/language.ts'
import { sentenceAt } from '../../scenarios/own-lessons/sentences.ts'
import { requestOf } from '../../scenarios/own-lessons/world.ts'
import { act } from '../support/play.ts'
import { lessonIn, playedRun, textOfExample } from './support/examples.ts'

const acme = () => lessonIn(textOfExample('acme.yaml'))

test('the applications of a company live at its hosts, and nothing is left of the usual ones', async () => {
  const { trace } = (await playedRun(await acme())).state
  const text = JSON.stringify(trace.messages)
  expect(text).toContain('https://shop.acme.example/oauth-callback')
  expect(text).not.toMatch(/(?:store|forums)\.example\.com/)
})

test('their pages have its names and its colours', async () => {
  const { messages } = (await playedRun(await acme())).state.trace
  const home = messages.find(({ id }) => id === 'initialize.home-response')?.http?.body
  expect(home).toContain('<title>Acme Shop · Home</title>')
  expect(home).toContain('color: #0b5f8a')
})

test('messages have the same names as at the usual hosts', async () => {
  const submit = { type: 'learner.submit', app: 'Forums', credentials: 'right' } as const
  const lesson = await acme()
  const { company = {} } = lesson
  const namesAt = async (own: typeof company) => {
    const workflow = 'spa/native-login-form-to-application-backend-sessions'
    const events = [...lesson.events, submit]
    const run = await playedRun({ ...lesson, workflow, events, company: own })
    return run.state.trace.messages.map(({ id }) => id)
  }
  expect(await namesAt(company)).toEqual(await namesAt({}))
})

test('a name with markup in it is text in their pages', async () => {
  const company = { Store: { name: '<b>Acme</b>' } }
  for (const workflow of [
    'webapp/native-login-form-to-application-backend-sessions',
    'spa/native-login-form-to-application-backend-sessions',
  ]) {
    const lesson: OwnLesson = { ...(await acme()), workflow, company }
    const events = lesson.events.slice(0, 2)
    const { messages } = (await playedRun({ ...lesson, events })).state.trace
    expect(JSON.stringify(messages)).toContain('&lt;b&gt;Acme')
    expect(JSON.stringify(messages)).not.toContain('<b>Acme')
  }
})

test('on a parent domain FusionAuth lives below the domain of the company', async () => {
  const workflow = 'spa/native-login-form-to-fusionauth-same-domain-jwts-refresh-tokens-cookies'
  const lesson: OwnLesson = { ...(await acme()), workflow }
  const { messages } = (await playedRun({ ...lesson, events: lesson.events.slice(0, 3) })).state
    .trace
  const answer =
    messages.find(({ id }) => id === 'login.login-api-response') ??
    messages.find(({ from, http }) => from === 'FusionAuth' && http?.status === 200)
  expect(answer?.http?.url).toContain('https://login.acme.example/')
  expect(JSON.stringify(messages)).toMatch(/Domain=acme\.example/i)
})

test('the Hacker has a neighbour host on the domain of the company', async () => {
  const lesson: OwnLesson = {
    ...(await acme()),
    workflow: 'webapp/native-login-form-to-application-backend-sessions',
    events: [
      ...(await acme()).events.slice(0, 3),
      { type: 'hacker.attack', attack: 'cookie-tossing' },
    ],
  }
  const { messages } = (await playedRun(lesson)).state.trace
  expect(JSON.stringify(messages)).toContain('https://evil.acme.example')
})

test('what a reader asks for goes before what the lesson says', async () => {
  const lesson = await lessonIn(textOfExample('forged-order.yaml'))
  expect(requestOf(lesson, { seed: 's', defences: { 'same-site': 'none' } })).toMatchObject({
    lesson: 'own',
    seed: 's',
    defences: { 'same-site': 'none', 'origin-check': false },
  })
})

test.each([
  [['es'], 'Hola', 'es'],
  [['es-MX', 'en'], 'Hola', 'es'],
  [['pt-BR'], 'Oi', 'pt-BR'],
  [['pt'], 'Hello', 'en'],
  [['fr', 'es'], 'Hola', 'es'],
  [[], 'Hello', 'en'],
])('for a reader of %j it is %s', (wanted, text, language) => {
  const words = { en: 'Hello', es: 'Hola', 'pt-BR': 'Oi' }
  expect(inLanguage(words, wanted, 'en')).toEqual({ text, language })
})

test('a sentence of an event is told at its first message, and of a message at that', async () => {
  const lesson = await lessonIn(textOfExample('anmeldung.yaml'))
  const { state } = await playedRun(lesson)
  const told = state.trace.messages.map((message) => sentenceAt(message, lesson, state))
  expect(told[0]).toMatch(/^Der Browser lädt die Startseite/)
  expect(told[1]).toBeNull()
  expect(told.filter((one) => one !== null)).toHaveLength(6)
})

test('where a reader has left the path, the sentences of its events are left too', async () => {
  const lesson = { ...(await acme()), sentences: [{ event: 4, text: 'x' }] }
  const run = await playedRun({ ...lesson, events: lesson.events.slice(0, 3) })
  await act(run, { type: 'learner.load', app: 'Store' })
  const { state } = run
  const told = state.trace.messages.map((message) => sentenceAt(message, lesson, state))
  expect(told.filter((one) => one !== null)).toEqual([])
})
