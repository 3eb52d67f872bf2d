import { evaluate } from '@mdx-js/mdx'
import { parseDocument, DomUtils } from 'htmlparser2'
import MarkdownIt from 'markdown-it'
import { micromark } from 'micromark'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import * as runtime from 'react/jsx-runtime'
import { describe, expect, test, vi } from 'vitest'
import { ownLessonName } from '../../scenarios/model/own-lesson-name.ts'
import { docsTools } from '../../web/features/share/docs-tools.ts'
import { embedCode } from '../../web/features/share/embed-code.ts'
import { share as englishShare } from '../../web/features/share/words.en.ts'
import { share as spanishShare } from '../../web/features/share/words.es.ts'
import type { ShareWords } from '../../web/i18n/catalogue.ts'
import { withTexts } from '../../web/i18n/own.ts'
import { wholeEnglish } from '../../web/i18n/whole-english.ts'
import { spanishWords } from '../../web/i18n/whole-spanish.ts'
import { fixtureTrace } from '../support/fixture-trace.ts'
import { readmeSnippet, shareGroup, shareSnippet } from '../support/snippets.ts'

/** What tools of authors make of a text that holds code to embed, as HTML. */
const tools: readonly (readonly [name: string, read: (text: string) => Promise<string>])[] = [
  ['plain HTML', async (text) => text],
  ['markdown-it', async (text) => new MarkdownIt({ html: true, typographer: true }).render(text)],
  ['micromark', async (text) => micromark(text, { allowDangerousHtml: true })],
  [
    'MDX',
    async (text) => {
      const { default: Article } = await evaluate(text, runtime)
      return renderToStaticMarkup(createElement(Article))
    },
  ],
]

const english = withTexts(wholeEnglish, 'share', englishShare)
const spanish = withTexts(spanishWords, 'share', spanishShare)

const names = tools.map(([name]) => name)

/** The code in an article, between a paragraph above and one below. */
const inArticle = async (tool: string, code: string) => {
  const read = tools.find(([name]) => name === tool)?.[1]
  const html = await read?.(`Above.\n\n${code}\n\nBelow.\n`)
  const page = parseDocument(html ?? '')
  const all = (name: string) => DomUtils.getElementsByTagName(name, page)
  return { page, all, text: DomUtils.textContent(page).replaceAll(/\s+/g, ' ').trim() }
}

const lab = 'https://lab.example.com/?workflow=webapp/a&defence=same-site=lax&defence=secure=false'

const readme = async (): Promise<string> => readmeSnippet()

/** The picture of the workflow, with the size that its file has. */
const picture = {
  src: 'https://lab.example.com/pictures/webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies.svg',
  width: '800',
  height: '496',
  loading: 'lazy',
  alt: 'How “Web app · authorization code grant · session and refresh token” begins, as a sequence diagram',
}

/** A name that each syntax would like to read as its own. */
const seed = `a "b" <c> & \n\n> {d} *e* \`f\` [g](h)`

describe.each(names)('the element, pasted into %s,', (tool) => {
  test('is one with its attributes and the link inside, as README has it', async () => {
    const { all, text } = await inArticle(tool, await readme())
    expect(all('login-lab-embed').map(({ attribs }) => attribs)).toEqual([
      {
        workflow: 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies',
        step: 'login.token-response',
      },
    ])
    const [link] = DomUtils.getElementsByTagName('a', all('login-lab-embed'))
    expect(link?.attribs).toEqual({
      href: 'https://lab.example.com/?workflow=webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies#step=login.token-response',
    })
    expect(DomUtils.getElementsByTagName('img', link ?? []).map(({ attribs }) => attribs)).toEqual([
      picture,
    ])
    expect(text).toBe('Above. Watch this login Below.')
    expect(all('blockquote')).toEqual([])
    expect(all('script').map(({ attribs }) => attribs['src'])).toEqual([
      'https://lab.example.com/embed.js',
    ])
  })

  test('is one with its attributes and the link inside, as Share copies it', async () => {
    const { all, text } = await inArticle(tool, await shareSnippet('element', lab, { seed }))
    expect(all('login-lab-embed').map(({ attribs }) => attribs)).toEqual([
      {
        lab: 'https://lab.example.com/',
        workflow: 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies',
        seed,
        defence: 'same-site=lax,secure=false',
        step: 'login.token-response',
      },
    ])
    const [link] = DomUtils.getElementsByTagName('a', all('login-lab-embed'))
    const { searchParams, hash } = new URL(link?.attribs['href'] ?? '')
    expect(searchParams.get('seed')).toBe(seed)
    expect(searchParams.getAll('defence')).toEqual(['same-site=lax', 'secure=false'])
    expect(hash).toBe('#step=login.token-response')
    expect(DomUtils.getElementsByTagName('img', link ?? []).map(({ attribs }) => attribs)).toEqual([
      picture,
    ])
    expect(text).toBe('Above. Watch this login Below.')
    expect(all('blockquote')).toEqual([])
    expect(all('script').map(({ attribs }) => attribs)).toEqual([
      { async: '', src: 'https://lab.example.com/embed.js' },
    ])
  })
})

const step = 'a)b(c'

/** The form whose link is Markdown, and that link. */
const unsure = (spoken: ShareWords, address = lab): readonly string[] => {
  const code = embedCode(new URL(address), { ...fixtureTrace(), seed }, step, spoken)
  const tool = docsTools.find(({ id }) => id === 'unsure')
  return (tool?.parts(code) ?? []).map((part) => part.code)
}

describe.each(names.slice(1))('the element with a link of Markdown, pasted into %s,', (tool) => {
  test.each([0, 1])('has a link with a picture, in piece %i', async (index) => {
    const { all, text } = await inArticle(tool, unsure(english)[index] ?? '')
    expect(all('login-lab-embed')).toHaveLength(1 - index)
    const { searchParams, hash } = new URL(all('a')[0]?.attribs['href'] ?? '')
    expect(searchParams.get('seed')).toBe(seed)
    expect(new URLSearchParams(hash.slice(1)).get('step')).toBe(step)
    const { src, alt } = picture
    expect(all('img').map(({ attribs }) => attribs)).toEqual([{ src, alt }])
    expect(text).toBe('Above. Watch this login Below.')
  })
})

test('Share says in Spanish what the picture shows', () => {
  const { inside, markdown } = embedCode(new URL(lab), fixtureTrace(), null, spanish)
  const alt =
    'Cómo empieza «Aplicación web · authorization code grant · sesión y refresh token», como diagrama de secuencia'
  expect(inside).toContain(` alt="${alt}"/> Mira este inicio de sesión</a>`)
  expect(markdown).toContain(`[![${alt}](`)
})

test.each([
  ['an own lesson', { lesson: ownLessonName }],
  ['a workflow that is not here', { workflow: 'webapp/of-tomorrow' }],
])('there is no picture of %s: its link is words', (_what, changes) => {
  const { inside, markdown } = embedCode(
    new URL(lab),
    { ...fixtureTrace(), ...changes },
    null,
    english,
  )
  expect(inside).toMatch(/^<a href="[^"]*">Watch this login<\/a>$/)
  expect(markdown).toMatch(/^\[Watch this login\]\([^)]*\)$/)
})

describe.each(names)('the frame, pasted into %s,', (tool) => {
  test('is one with its size and address, as Share copies it', async () => {
    const complaints = vi.spyOn(console, 'error').mockReturnValue()
    const { all, text } = await inArticle(tool, await shareSnippet('frame', lab, { seed }))
    // React would write one name otherwise, takes it all the same, and says so while developing.
    for (const [, ...of] of complaints.mock.calls) expect(of).toContain('frameborder')
    complaints.mockRestore()
    const [frame, ...more] = all('iframe')
    expect(more).toEqual([])
    expect(frame?.attribs).toMatchObject({
      title: 'Login Lab',
      width: '100%',
      height: '560',
      frameborder: '0',
      loading: 'lazy',
      allow: 'fullscreen',
    })
    expect(frame?.attribs).not.toHaveProperty('style')
    const { pathname, searchParams, hash } = new URL(frame?.attribs['src'] ?? '')
    expect(pathname).toBe('/embed.html')
    expect(searchParams.get('seed')).toBe(seed)
    expect(searchParams.getAll('defence')).toEqual(['same-site=lax', 'secure=false'])
    expect(hash).toBe('#step=login.token-response')
    expect(text).toBe('Above. Below.')
  })
})

test.each([
  [wholeEnglish, 'Where your tool swallows scripts, put the script line in the head'],
  [
    spanishWords,
    'Si tu herramienta se traga los scripts, pon la línea del script en la cabecera (head)',
  ],
] as const)(
  'Share says what to do where scripts are swallowed, in $language',
  (words, sentence) => {
    const { note } = shareGroup(lab, {}, words)
    expect(note).toContain(sentence)
  },
)

test('Share hands out no script that stands for the player', () => {
  expect(shareGroup(lab).items.map(({ id }) => id)).toEqual(['element', 'frame'])
})

describe('the check itself notices', () => {
  test.each(['markdown-it', 'micromark'])(
    'a tag over several lines, which is none in %s',
    async (tool) => {
      const code = (await readme()).replace(' step=', '\n  step=').replace('><a', '\n>\n<a')
      const { all, text } = await inArticle(tool, code)
      expect(all('login-lab-embed')).toEqual([])
      expect(all('blockquote')).toHaveLength(1)
      expect(text).toContain('<login-lab-embed')
    },
  )

  test('a style in MDX', async () => {
    const code = (await shareSnippet('frame', lab)).replace(' width', ' style="border:0" width')
    await expect(inArticle('MDX', code)).rejects.toThrow('`style` prop expects a mapping')
  })
})
