import { describe, expect, test } from 'vitest'
import { lessons } from '../../scenarios/catalogue/index.ts'
import { terms } from '../../scenarios/glossary/english.ts'
import { createGlossary } from '../../scenarios/glossary/lookup.ts'
import { linkOf } from '../../scenarios/glossary/sources.ts'
import type { TermKind } from '../../scenarios/glossary/term.ts'
import { glossarySpanish } from '../../scenarios/languages/glossary-spanish.ts'
import { done, played } from '../support/play.ts'
import { namesIn } from './names.ts'
import { toldWorkflows } from '../support/told.ts'

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
  const all = toldWorkflows.flatMap((workflow) =>
    lessons(workflow).flatMap(({ name }) =>
      (['fidelity', 'hardened'] as const).map((profile) => [workflow.slug, name, profile] as const),
    ),
  )
  test.each(all)('%s, %s, %s', async (workflow, lesson, profile) => {
    const { messages } = await played({ workflow, lesson, profile })
    expect(unexplained([...messages])).toEqual([])
  })

  test.each(toldWorkflows.map(({ slug }) => slug))('after a logout too: %s', async (workflow) => {
    const { messages } = await done({ workflow }, [
      { type: 'learner.open', app: 'Store' },
      { type: 'learner.login', app: 'Store' },
      { type: 'learner.submit', app: 'Store', credentials: 'right' },
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

  test('knows the positions in a list, and endings that vary', () => {
    expect(english('member', 'user.registrations.0.verified')?.is).toMatch(/registration/)
    expect(english('member', 'user.verified')?.is).toMatch(/e-mail/)
    expect(english('cookie', 'fusionauth.known-device.abc')).not.toBeNull()
    expect(english('header', 'Set-Cookie')).not.toBeNull()
  })
})

describe('sources', () => {
  test.each([
    ['RFC 6749 §4.1.1', 'https://www.rfc-editor.org/rfc/rfc6749.html#section-4.1.1'],
    ['RFC 7636', 'https://www.rfc-editor.org/rfc/rfc7636.html'],
    [
      'RFC 6265bis §5.7 step 18',
      'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis-22#section-5.7',
    ],
    [
      'RFC 6265bis §5.8.3 and §5.1.4',
      'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis-22#section-5.8.3',
    ],
    ['OpenID Connect Core §2', 'https://openid.net/specs/openid-connect-core-1_0.html#IDToken'],
    ['FusionAuth: Login API', 'https://fusionauth.io/docs/apis/login'],
    ['a rumour', null],
  ])('%s is read at %s', (source, link) => {
    expect(linkOf(source)).toBe(link)
  })
})
