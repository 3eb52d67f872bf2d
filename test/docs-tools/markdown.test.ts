import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DomUtils, parseDocument } from 'htmlparser2'
import { JSDOM } from 'jsdom'
import MarkdownIt from 'markdown-it'
import { micromark } from 'micromark'
import { describe, expect, test } from 'vitest'
import { attributes } from '../../web/embed/host.ts'
import { docsTools } from '../../web/features/share/docs-tools.ts'
import { ownPackages } from '../support/own-packages.ts'
import { readmeSnippet } from '../support/snippets.ts'

/** What reads Markdown and what cleans HTML, with the snippet of README put through it. */

const here = fileURLToPath(new URL('markdown', import.meta.url))
const packages = ownPackages(here, 'docs-tools/markdown', 'Tests of what reads Markdown')

type Read = (text: string) => string | Promise<string>

interface Commonmark {
  readonly Parser: new () => { parse(text: string): unknown }
  readonly HtmlRenderer: new (options: object) => { render(read: unknown): string }
}

interface Cleaner {
  readonly clean: Read
  readonly allowed: Read
}

interface Gfm {
  gfm(): never
  gfmHtml(): never
}

const snippet = readmeSnippet()
const [, element = ''] = snippet.split('\n')
const carried = Object.fromEntries(
  [...(/<login-lab-embed ([^>]*)>/.exec(element)?.[1] ?? '').matchAll(/([\w-]+)="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value],
  ),
)
const [address = '', src = '', alt = ''] = ['href', 'src', 'alt'].map(
  (name) => new RegExp(` ${name}="([^"]*)"`).exec(element)?.[1] ?? '',
)
const [picture = ''] = /<img [^>]*>/.exec(element) ?? []

/** As Share gives it for Markdown that may take no HTML, by the pieces of README's code. */
const [unsure = '', alone = ''] = (
  docsTools
    .find(({ id }) => id === 'unsure')
    ?.parts({
      script: /src="([^"]*)"/.exec(snippet)?.[1] ?? '',
      attributes: /^<login-lab-embed([^>]*)>/.exec(element)?.[1] ?? '',
      inside: '',
      markdown: `[![${alt}](${src}) Watch this login](${address})`,
      frame: '',
    }) ?? []
).map(({ code }) => code)

/** The snippet in HTML and in Markdown; its element alone; the form whose link is Markdown, and that link. */
const texts = {
  page: `<p>Above.</p>\n${snippet}<p>Below.</p>`,
  article: `Above.\n\n${snippet}\nBelow.\n`,
  element: `Above.\n\n${element}\n\nBelow.\n`,
  unsure: `Above.\n\n${unsure}\n\nBelow.\n`,
  alone: `Above.\n\n${alone}\n\nBelow.\n`,
}

/** What is left of it: the element with its attributes in one piece, its link with its picture, and scripts. */
const left = async (read: Read, text: string) => {
  const page = parseDocument(await read(text))
  const all = (name: string) => DomUtils.getElementsByTagName(name, page)
  const elements = all('login-lab-embed')
  const inside = DomUtils.getElementsByTagName('a', elements)
  return {
    elements: elements.map(({ attribs }) => attribs),
    links: all('a').map(({ attribs }) => attribs['href']),
    pictures: DomUtils.getElementsByTagName('img', all('a')).map(({ attribs }) => attribs),
    isOnePiece: inside.length === 1 && DomUtils.textContent(elements).trim() === 'Watch this login',
    scripts: all('script').length,
    text: DomUtils.textContent(page).replaceAll(/\s+/g, ' ').trim(),
  }
}

const size = { width: '800', height: '496' }
const whole = {
  elements: [carried],
  links: [address],
  pictures: [{ src, ...size, loading: 'lazy', alt }],
  isOnePiece: true,
  text: 'Above. Watch this login Below.',
}
const linkOnly = { ...whole, elements: [], isOnePiece: false, scripts: 0 }
/** Markdown says nothing of a picture's size. */
const ofMarkdown = { pictures: [{ src, alt }] }

describe.skipIf(packages === null)('the snippet of README', async () => {
  if (packages === null) return
  for (const name of readdirSync(here).filter((one) => one.endsWith('.mjs')))
    cpSync(join(here, name), join(packages.folder, name))
  const commonmark = await packages.load<Commonmark>('commonmark')
  const { gfm, gfmHtml } = await packages.load<Gfm>('micromark-extension-gfm')
  const { marked } = await packages.load<{ marked: Read }>('marked')
  const remark = await packages.load<Record<'usual' | 'raw', Read> & Cleaner>('./remark.mjs')
  const { withWindow } = await packages.load<{ withWindow(window: unknown): Cleaner }>(
    './dompurify.mjs',
  )
  const purify = withWindow(new JSDOM('').window)
  const sanitizeHtml = await packages.load<Cleaner>('./sanitize-html.mjs')
  const renderer = (options: object): Read => {
    const { Parser, HtmlRenderer } = commonmark
    return (text) => new HtmlRenderer(options).render(new Parser().parse(text))
  }
  const micro = (allowDangerousHtml: boolean): Read => {
    const options = { allowDangerousHtml, extensions: [gfm()], htmlExtensions: [gfmHtml()] }
    return (text) => micromark(text, options)
  }
  const markdownIt = (html: boolean): Read => {
    const it = new MarkdownIt({ html, typographer: true })
    return (text) => it.render(text)
  }

  const taking: readonly (readonly [tool: string, read: Read])[] = [
    ['commonmark.js', renderer({})],
    ['commonmark.js with smart quotes', renderer({ smart: true })],
    ['micromark', (text) => micromark(text, { allowDangerousHtml: true })],
    ['marked', marked],
    ['markdown-it with html', markdownIt(true)],
    ['remark with rehype-raw', remark.raw],
  ]
  const refusing: readonly (readonly [tool: string, read: Read])[] = [
    ['commonmark.js, safe', renderer({ safe: true })],
    ['micromark with GFM as it is', micro(false)],
    ['markdown-it as it is', markdownIt(false)],
    ['remark-rehype as it is', remark.usual],
  ]

  test.each(taking)('is whole, with its script, after %s', async (_tool, read) => {
    expect(await left(read, texts.article)).toEqual({ ...whole, scripts: 1 })
  })

  // What each of them takes away of a picture besides: how it is loaded, or all of it.
  const lazyLost = { pictures: [{ src, ...size, alt }] }
  const pictureLost = { pictures: [] }

  test.each<readonly [tool: string, read: Read, text: string, lost: object]>([
    ['rehype-sanitize', remark.clean, texts.article, lazyLost],
    ['DOMPurify', purify.clean, texts.page, {}],
    ['sanitize-html', sanitizeHtml.clean, texts.page, pictureLost],
    ['marked and DOMPurify', async (text) => purify.clean(await marked(text)), texts.article, {}],
  ])('leaves its link and nothing else after %s', async (_tool, read, text, lost) => {
    expect(await left(read, text)).toEqual({ ...linkOnly, ...lost })
  })

  test.each<readonly [tool: string, read: Read, text: string]>([
    ['rehype-sanitize', remark.allowed, texts.article],
    ['DOMPurify', purify.allowed, texts.page],
    ['sanitize-html', sanitizeHtml.allowed, texts.page],
    ['marked and DOMPurify', async (text) => purify.allowed(await marked(text)), texts.article],
  ])('is whole but for its script after %s that is told of it', async (_tool, read, text) => {
    expect(await left(read, text)).toEqual({ ...whole, scripts: 0 })
  })

  // Nothing of any HTML is left there, a link neither.
  test.each(refusing)('is no player and no link after %s', async (_tool, read) => {
    const { elements, links, scripts } = await left(read, texts.article)
    expect([elements, links, scripts]).toEqual([[], [], 0])
  })

  // "Disallowed raw HTML" of GFM's specification: script, iframe, style and some more become text.
  test('is whole after GFM when its script stands elsewhere, and its script is text there', async () => {
    expect(await left(micro(true), texts.element)).toEqual({ ...whole, scripts: 0 })
    expect((await left(micro(true), texts.article)).text).toContain('<script async src=')
  })

  const cleaning: readonly (readonly [tool: string, read: Read])[] = [
    ['rehype-sanitize', remark.clean],
    ['marked and DOMPurify', async (text) => purify.clean(await marked(text))],
    ['marked and sanitize-html', async (text) => sanitizeHtml.clean(await marked(text))],
  ]
  const all = [...taking, ...refusing, ...cleaning]

  test.each(all)('has its link once after %s when that is Markdown', async (_tool, read) => {
    const { links, text } = await left(read, texts.unsure)
    expect(links).toEqual([address])
    expect(text).toContain('Watch this login')
  })

  test.each(taking)('is whole after %s with a link of Markdown', async (_tool, read) => {
    expect(await left(read, texts.unsure)).toEqual({ ...whole, ...ofMarkdown, scripts: 1 })
  })

  test.each(all)('may be its link alone in %s', async (tool, read) => {
    const lost = tool.includes('sanitize-html') ? pictureLost : ofMarkdown
    expect(await left(read, texts.alone)).toEqual({ ...linkOnly, ...lost })
  })

  const dressed = `<login-lab-embed ${attributes.map((name) => `${name}="1"`).join(' ')}><a href="${address}">${picture} Watch this login</a></login-lab-embed>`

  test.each([
    ['rehype-sanitize', remark.allowed],
    ['DOMPurify', purify.allowed],
    ['sanitize-html', sanitizeHtml.allowed],
  ])(
    'may carry every attribute that there is through %s that is told of it',
    async (_tool, read) => {
      const [carrying] = (await left(read, dressed)).elements
      expect(Object.keys(carrying ?? {}).toSorted()).toEqual([...attributes].toSorted())
    },
  )
})
