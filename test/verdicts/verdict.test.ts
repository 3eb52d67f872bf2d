import { describe, expect, test } from 'vitest'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { attackIds } from '../../scenarios/model/attack-id.ts'
import { defenceIds } from '../../scenarios/defences/defence.ts'
import { englishVerdicts } from '../../scenarios/verdicts/english.ts'
import { ruleNames } from '../../scenarios/verdicts/rules.ts'
import { spanishVerdicts } from '../../scenarios/verdicts/spanish.ts'
import { ruleOf, verdictOf } from '../../scenarios/verdicts/verdict.ts'

const standingOf = (slug: string) => {
  const workflow = workflows.find((one) => one.slug === slug)
  if (workflow === undefined) throw new Error(`there is no ${slug}`)
  return verdictOf(workflow).today.standing
}

describe('as of today', () => {
  test('no workflow with the password grant may be used (RFC 9700 §2.4)', () => {
    for (const workflow of workflows.filter(({ login }) => login === 'password-grant')) {
      const { today } = verdictOf(workflow)
      expect(today.standing, workflow.slug).toBe('must-not')
      expect(today.rules[0]).toBe('password-grant')
    }
  })

  test('implicit and own forms are discouraged, whatever they keep', () => {
    for (const workflow of workflows.filter(
      ({ login }) => login === 'implicit' || login.startsWith('native'),
    ))
      expect(verdictOf(workflow).today.standing, workflow.slug).toBe('discouraged')
  })

  test('what practice added is recommended, and so are sessions behind a code', () => {
    expect(standingOf('spa/oauth-authorization-code-grant-backend-for-frontend')).toBe(
      'recommended',
    )
    expect(standingOf('mobile/oauth-authorization-code-grant-pkce-jwts-refresh-tokens')).toBe(
      'recommended',
    )
    expect(standingOf('webapp/oauth-authorization-code-grant-sessions')).toBe('recommended')
  })

  test('a refresh token in a cookie is acceptable at best', () => {
    expect(
      standingOf('webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies'),
    ).toBe('acceptable')
  })

  test('every workflow has something said about it, with a source', () => {
    for (const workflow of workflows) {
      const { rules } = verdictOf(workflow).today
      expect(rules.length, workflow.slug).toBeGreaterThan(0)
      for (const name of rules) {
        const { source, url } = ruleOf(name)
        expect(source).not.toBe('')
        expect(new URL(url).protocol).toBe('https:')
      }
    }
  })
})

describe('as published', () => {
  test('the two that were added have no published verdict, the other 27 have one', () => {
    const without = workflows.filter((one) => verdictOf(one).published === null)
    expect(without.map(({ published }) => published)).toEqual([null, null])
  })

  test('five are marked as recommended', () => {
    const marked = workflows.filter((one) => verdictOf(one).published?.recommended === true)
    expect(marked.map(({ slug }) => slug).toSorted()).toEqual([
      'mobile/native-login-form-to-fusionauth-jwts-refresh-tokens',
      'spa/oauth-authorization-code-grant-jwts-refresh-tokens-cookies',
      'spa/oauth-authorization-code-grant-sessions',
      'webapp/oauth-authorization-code-grant-jwts-refresh-tokens-cookies',
      'webapp/oauth-authorization-code-grant-sessions',
    ])
  })
})

describe('the rules', () => {
  test('each applies to some workflow, and to not all of them', () => {
    for (const name of ruleNames) {
      const count = workflows.filter((one) => ruleOf(name).applies(one)).length
      expect(count, name).toBeGreaterThan(0)
      expect(count, name).toBeLessThan(workflows.length)
    }
  })

  test('what supports them are attacks and switches that exist', () => {
    const known = new Set<string>([...attackIds, ...defenceIds])
    for (const name of ruleNames)
      for (const row of ruleOf(name).rows) expect(known.has(row), `${name}: ${row}`).toBe(true)
  })
})

/** Every text of a tree of texts, by its path. */
const textsOf = (value: unknown, path = ''): readonly (readonly [string, string])[] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`))

test('English and Spanish say the same things, each in its own words', () => {
  const english = new Map(textsOf(englishVerdicts))
  const spanish = new Map(textsOf(spanishVerdicts))
  expect([...spanish.keys()]).toEqual([...english.keys()])
  for (const [path, text] of english) {
    expect(text.trim(), path).not.toBe('')
    if (text !== 'No') expect(spanish.get(path), path).not.toBe(text)
  }
})
