import { assert, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lessons, workflowBySlug, workflows } from '../../scenarios/catalogue/index.ts'
import { english as englishStories } from '../../scenarios/narration/english.ts'
import { storyOf } from '../../scenarios/narration/index.ts'
import { spanish as spanishStories } from '../../scenarios/narration/spanish.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { english } from '../../scenarios/article/english.ts'
import { articleOf, type ArticleLanguage } from '../../scenarios/article/index.ts'
import { codeBlock, codeSpan, escapeMarkdown } from '../../scenarios/article/markdown.ts'
import { spanish } from '../../scenarios/article/spanish.ts'
import { cutTrace } from '../../scenarios/projections/cut.ts'
import { played, slugs } from '../support/play.ts'
import { cases } from '../support/cases.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { saySpanish } from '../../scenarios/i18n/es/index.ts'

const inEnglish: ArticleLanguage = { words: english, stories: englishStories, say: sayEnglish }
const inSpanish: ArticleLanguage = {
  words: spanish,
  stories: spanishStories,
  say: saySpanish,
}

const tour = await played({ workflow: slugs.code })
const article = articleOf(tour, inEnglish)

/** The article without what stands in fences. */
const prose = (text: string): string => text.replace(/^(`{3,})[\s\S]*?^\1$/gm, '')

const heads = (text: string): readonly string[] =>
  [...prose(text).matchAll(/^\*\*(\d+)\. .*\*\* .*$/gm)].map(([head]) => head)

describe('an article', () => {
  test('begins with the workflow and what it is', () => {
    expect(article).toMatch(/^# Web app · authorization code grant/)
    expect(article).toContain('with PKCE (RFC 7636)')
  })

  test('holds the diagram, drawn from the same messages', () => {
    const [, diagram = ''] = /```mermaid\n([\s\S]*?)```/.exec(article) ?? []
    expect(diagram.match(/--?>>/g)).toHaveLength(tour.messages.length)
  })

  test('holds every message once, in order, each with its sentence', () => {
    expect(heads(article).map((head) => Number(/\d+/.exec(head)?.[0]))).toEqual(
      tour.messages.map(({ n }) => n),
    )
    for (const message of tour.messages)
      expect(article).toContain(escapeMarkdown(storyOf(message, tour, englishStories)))
  })

  test('shows the request with which the hacker comes, cookie and all', () => {
    const theft = tour.messages.find(({ id }) => id === 'stolen-session-id.cart-request')
    const cookie = theft?.http?.headers.find(([name]) => name === 'cookie')?.[1]
    expect(cookie).toMatch(/sid=/)
    expect(article).toContain(`cookie: ${cookie}`)
  })

  test('tells what came of it, with the messages that show it', () => {
    const seen = tour.outcome.find(({ id }) => id === 'hacker-sees-the-cart')
    expect(article).toContain(
      `The Hacker sees the victim’s cart: **Yes.** See messages ${seen?.evidence.join(' and ')}.`,
    )
    expect(article).toContain('An application gets to see the password: **No.**')
  })

  test('tells what was corrected, where', () => {
    expect(article).toContain('grant\\_type=refresh. The value is refresh\\_token')
  })

  test('up to a message knows nothing of what comes later', () => {
    const part = articleOf(cutTrace(tour, 20), inEnglish)
    expect(heads(part)).toHaveLength(20)
    expect(part).not.toContain('Hacker sees')
  })

  test('of a run with a real FusionAuth is a secret, and says so', () => {
    const real: Trace = { ...tour, fusionauth: { kind: 'fusionauth', version: '1.69.0' } }
    expect(articleOf(real, inEnglish)).toContain('Treat this file as a secret')
    expect(article).not.toContain('Treat this file as a secret')
  })

  test('in Spanish has the same messages and other words', () => {
    const other = articleOf(tour, inSpanish)
    expect(heads(other)).toHaveLength(tour.messages.length)
    expect(other).toContain('## Qué resultó')
    for (const heading of ['## What came of it', '## The messages', 'See message'])
      expect(prose(other)).not.toContain(heading)
  })

  test.each(
    workflows.flatMap(({ slug }) => ['tour', 'outage'].map((name) => [slug, name] as const)),
  )('of %s, lesson %s, names every outcome in both languages', async (slug, lesson) => {
    const workflow = workflowBySlug(slug)
    expect(workflow && lessons(workflow).some(({ name }) => name === lesson)).toBe(true)
    const trace = await played({ workflow: slug, lesson })
    for (const language of [inEnglish, inSpanish])
      for (const { id } of trace.outcome)
        expect(prose(articleOf(trace, language))).not.toContain(escapeMarkdown(id))
  })
})

describe('hostile text in an article', () => {
  test('cannot end a fence', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 60 }), string(), (before, after) => {
        const text = `${before}\n\`\`\`\n\`\`\`\`\`${after}`
        const block = codeBlock('http', text)
        const [fence = ''] = /^`+/.exec(block) ?? []
        const inside = block.slice(block.indexOf('\n') + 1, block.lastIndexOf('\n'))
        expect(inside).not.toContain(fence)
      }),
    )
  })

  test('cannot leave its place within a line', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const span = codeSpan(text)
        expect(span).not.toContain('\n')
        const [fence = ''] = /^`*/.exec(span) ?? []
        if (fence !== '') expect(span.slice(fence.length, -fence.length)).not.toContain(fence)
      }),
      cases(1000),
    )
  })

  test('has no bare markup left in a paragraph', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 120 }), (text) => {
        const bare = escapeMarkdown(text).replace(/\\[\s\S]/g, '')
        expect(bare).not.toMatch(/[`*_[\]<>#|~&!$\\\n\r\u2028\u2029]/)
        expect(bare).not.toMatch(/^\s*([-+]|\d+[.)])/)
        expect(bare).not.toMatch(/\bhttps?:/i)
      }),
      cases(2000),
    )
  })
})
