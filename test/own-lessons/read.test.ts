import { describe, expect, test } from 'vitest'
import { saySpanish } from '../../scenarios/i18n/es/index.ts'
import { mostLessonBytes } from '../../scenarios/model/own-lesson-name.ts'
import { readOwnLesson } from '../../scenarios/own-lessons/read.ts'
import { examples, issuesOf, lessonIn, textOfExample } from './support/examples.ts'

/** A short right lesson; a test writes more into it, or something else. */
const lesson = (
  more = '',
  { workflow = 'webapp/native-login-form-to-application-backend-sessions' } = {},
) =>
  `workflow: ${workflow}\nlanguage: en\ntitle: T\nevents: [{ type: learner.open, app: Store }]\n${more}`

test.each(examples)('%s is read', async (name) => {
  await expect(lessonIn(textOfExample(name))).resolves.toMatchObject({ events: expect.any(Array) })
})

test('five mistakes are told at once, each with its line, what is expected and the nearest name', async () => {
  expect(await issuesOf(textOfExample('five-mistakes.yaml'))).toEqual([
    'Line 3, column 11: workflow must be a workflow of npm run -s trace -- --list, and is "webapp/native-login-form-to-application-backend-session". The nearest is "webapp/native-login-form-to-application-backend-sessions".',
    'Line 8, column 13: events[1].type must be the name of an event, such as learner.open, and is "learner.lodge". The nearest is "learner.login".',
    'Line 9, column 34: events[2].app must be one of "Store", "Forums", and is "Stores". The nearest is "Store".',
    'Line 10, column 1: there is no member sentnces here. The nearest is "sentences".',
    'Line 14, column 3: defences.same-sight must be the name of a switch, and is "same-sight". The nearest is "same-site".',
  ])
})

test('they are told in Spanish too', async () => {
  const read = await readOwnLesson(textOfExample('five-mistakes.yaml'))
  expect(read.ok ? [] : read.issues.map((issue) => saySpanish(issue))[3]).toBe(
    'Línea 10, columna 1: aquí no hay ningún miembro sentnces. Lo más parecido es "sentences".',
  )
})

test('a mistake in JSON has its line too', async () => {
  const text = textOfExample('stolen-session.json').replace('"learner.login"', '"learner.logn"')
  expect(await issuesOf(text)).toEqual([
    'Line 12, column 15: events[1].type must be the name of an event, such as learner.open, and is "learner.logn". The nearest is "learner.login".',
  ])
})

test.each([
  ['a member that is missing', 'language: en', '', /^Line 1, column 1: language must be/],
  ['JSON that is none', 'language: en', '{', /^Line \d+, column \d+: /],
])('%s has a place', async (_, what, instead, expected) => {
  expect((await issuesOf(lesson().replace(what, instead)))[0]).toMatch(expected)
})

describe('what is wrong is told:', () => {
  test.each([
    ['a colour that is too light', "company: { Store: { colour: '#ffcc00' } }", /contrast 1\.5/],
    ['a host that is no name', 'company: { Store: { host: "http://x" } }', /must be a host name/],
    ['a host of everybody', 'company: { Store: { host: co.uk } }', /must be a host name/],
    ['an address', 'company: { Store: { host: 10.0.0.1 } }', /must be a host name/],
    ['the host of FusionAuth', 'company: { Store: { host: x.fusionauth.io } }', /another host/],
    ['the host of the Hacker', 'company: { Forums: { host: evil.example.com } }', /another host/],
    ['one host for both', 'company: { Forums: { host: store.example.com } }', /than the Store/],
    ['a sentence in no place', 'sentences: [{ text: x }]', /with message or event/],
    [
      'a sentence in two places',
      'sentences: [{ text: x, event: 1, message: a.b }]',
      /not with both/,
    ],
    ['an event that is not there', 'sentences: [{ text: x, event: 2 }]', /from 1 to 1, and is 2/],
    ['a language that is left out', 'introduction: { de: x }', /language of the lesson, en/],
    ['a language that is none', 'introduction: { en: x, "d_e": y }', /a language tag of BCP 47/],
    [
      'a question without an answer',
      'questions: [{ before: a.b, ask: x, options: [{text: a}, {text: b}] }]',
      /at least one option/,
    ],
    [
      'a claim of no kind',
      'claims: [{ kind: statu, message: a.b, status: 200 }]',
      /nearest is "status"/,
    ],
    ['a switch with a wrong value', 'defences: { same-site: lux }', /nearest is "lax"/],
    ['a switch with a value of another type', 'defences: { secure: 3 }', /true or false, and is 3/],
    ['a name that is too long', `company: { Store: { name: ${'x'.repeat(41)} } }`, /at most 40/],
    ['a tag of YAML', 'introduction: !!js/function x', /Unresolved tag/],
    ['two documents', '---\na: 1', /one document/],
    ['a member twice', 'title: U', /unique/],
  ])('%s', async (_, more, expected) => {
    const issues = await issuesOf(lesson(more))
    expect(issues.join('\n')).toMatch(expected)
    expect(issues).toHaveLength(1)
  })

  test('applications that share no domain where they have to', async () => {
    const workflow = 'spa/native-login-form-to-fusionauth-same-domain-jwts-refresh-tokens-cookies'
    const more = 'company: { Forums: { host: forums.other.example } }'
    expect((await issuesOf(lesson(more, { workflow })))[0]).toMatch(/a host below example\.com/)
  })
})

describe('what could harm is refused:', () => {
  const many = Array.from({ length: 60 }, () => '*a').join(', ')

  test.each([
    ['more text than a lesson has', 'x'.repeat(mostLessonBytes + 1), /at most 100000/],
    ['lists within lists', '['.repeat(90_000), /nested more than/],
    ['maps within maps', '{a: '.repeat(20_000), /nested more than/],
    ['maps on one line', '- '.repeat(40_000), /nested more than/],
    ['aliases that multiply', lesson(`seed: &a x\nsentences: [${many}]`), /alias/],
    [
      'a name that is no member of an object',
      lesson('__proto__: { seed: x }'),
      /no member __proto__/,
    ],
  ])('%s', async (_, text, expected) => {
    expect((await issuesOf(text)).join('\n')).toMatch(expected)
  })

  test('many mistakes, which are counted', async () => {
    const more = Array.from({ length: 60 }, (_, index) => `x${index}: 1`).join('\n')
    const issues = await issuesOf(lesson(more))
    expect(issues).toHaveLength(51)
    expect(issues.at(-1)).toBe('10 more places are wrong.')
  })
})
