import { beforeAll, describe, expect, test } from 'vitest'
import { lessons, workflows } from '../../scenarios/catalogue/index.ts'
import { logIn } from '../../scenarios/catalogue/lessons.ts'
import { terms } from '../../scenarios/glossary/english.ts'
import { meaningfulWords } from '../../scenarios/glossary/meaningful.ts'
import { createGlossary } from '../../scenarios/glossary/lookup.ts'
import { linkOf } from '../../scenarios/glossary/sources.ts'
import type { TermKind } from '../../scenarios/glossary/term.ts'
import { glossarySpanish } from '../../scenarios/i18n/es/glossary.ts'
import { lessonPlays, type Play, patience } from '../narration/support/plays.ts'
import { done } from '../support/play.ts'
import { namesIn } from './names.ts'

const english = createGlossary()
const kinds = Object.keys(terms) as TermKind[]
const rows = kinds.flatMap((kind) =>
  Object.entries(terms[kind]).map(([name, [is, , source]]) => ({ kind, name, is, source })),
)

const unexplained = (messages: Parameters<typeof namesIn>[0][]): readonly string[] => [
  ...new Set(
    messages
      .flatMap(namesIn)
      .filter(([kind, name]) => english(kind, name) === null)
      .map((name) => name.join(' ')),
  ),
]

describe('every name in a played lesson is explained', () => {
  let plays: readonly Play[] = []

  beforeAll(async () => {
    plays = await lessonPlays()
  }, patience)

  test.each(workflows)('of $slug', (workflow) => {
    const own = plays.filter(({ trace }) => trace.workflow === workflow.slug)
    expect(own.length).toBeGreaterThanOrEqual(lessons(workflow).length)
    expect(unexplained(own.flatMap(({ trace }) => trace.messages))).toEqual([])
  })

  test.each(workflows)('after a logout too: $slug', async (workflow) => {
    const { messages } = await done({ workflow: workflow.slug }, [
      ...logIn(workflow, 'Store'),
      { type: 'learner.logout', app: 'Store' },
    ])
    expect(unexplained([...messages])).toEqual([])
  })

  test('and the test notices a name that is not', () => {
    expect(english('header', 'x-made-up')).toBeNull()
    expect(english('value', 'toString')).toBeNull()
  })
})

describe('the glossary', () => {
  test('names a source with an address for everything', () => {
    expect(rows.filter(({ source }) => linkOf(source) === null)).toEqual([])
  })

  test('says each thing in a sentence, in English and in Spanish', () => {
    for (const { kind, name, is } of rows) {
      const spanish = createGlossary(glossarySpanish)(kind, name)?.is ?? ''
      for (const sentence of [is, spanish])
        expect(sentence, `${kind} ${name}`).toMatch(/^.{7,200}[.”]$/)
      expect(spanish, `${kind} ${name}`).not.toBe(is)
    }
  })

  test('explains error codes of the API as words of their own', () => {
    expect(meaningfulWords('fieldErrors.user.password.0.code', '[blank]password')).toEqual([
      '[blank]password',
    ])
    expect(meaningfulWords('generalErrors.0.message', 'Sorry.')).toEqual([])
  })

  test('knows the positions in a list, and endings that vary', () => {
    expect(english('member', 'user.registrations.0.verified')?.is).toMatch(/registration/)
    expect(english('member', 'user.verified')?.is).toMatch(/e-mail/)
    expect(english('cookie', 'fusionauth.known-device.abc')).not.toBeNull()
    expect(english('header', 'Set-Cookie')).not.toBeNull()
    expect(english('path', `/api/key/${crypto.randomUUID()}`)?.is).toMatch(/^One key/)
    expect(english('path', '/api/key/generate')?.is).toMatch(/generate/)
  })

  test('knows a group of settings, and the nearest one first', () => {
    expect(english('member', 'tenant.jwtConfiguration.accessTokenKeyId')?.is).toMatch(/signs/)
    expect(english('member', 'tenant.jwtConfiguration.a.0.b')?.is).toMatch(/tokens/)
    expect(english('member', 'tenant.a.b')?.is).not.toMatch(/tokens/)
    expect(english('member', 'tenant')).toBeNull()
  })
})

describe('sources', () => {
  test.each([
    ['RFC 6749 §4.1.1', 'https://www.rfc-editor.org/rfc/rfc6749.html#section-4.1.1'],
    ['RFC 7636', 'https://www.rfc-editor.org/rfc/rfc7636.html'],
    ['RFC 10025 §5.7 step 18', 'https://www.rfc-editor.org/rfc/rfc10025.html#section-5.7'],
    ['RFC 10025 §5.8.3 and §5.1.4', 'https://www.rfc-editor.org/rfc/rfc10025.html#section-5.8.3'],
    ['OpenID Connect Core §2', 'https://openid.net/specs/openid-connect-core-1_0.html#IDToken'],
    ['FusionAuth: Login API', 'https://fusionauth.io/docs/apis/login'],
    ['a rumour', null],
  ])('%s is read at %s', (source, link) => {
    expect(linkOf(source)).toBe(link)
  })
})
