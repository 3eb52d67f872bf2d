import { evaluate } from '@mdx-js/mdx'
import { parseDocument, DomUtils } from 'htmlparser2'
import MarkdownIt from 'markdown-it'
import { micromark } from 'micromark'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import * as runtime from 'react/jsx-runtime'
import { describe, expect, test, vi } from 'vitest'
import { wholeEnglish } from '../../web/i18n/whole-english.ts'
import { spanishWords } from '../../web/i18n/whole-spanish.ts'
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
    expect(link?.attribs).toEqual({ href: 'https://lab.example.com/' })
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
    expect(text).toBe('Above. Watch this login Below.')
    expect(all('blockquote')).toEqual([])
    expect(all('script').map(({ attribs }) => attribs)).toEqual([
      { async: '', src: 'https://lab.example.com/embed.js' },
    ])
  })
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
