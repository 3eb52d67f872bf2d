import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { publicUrlOf } from '../../web/build/public-url.ts'
import { siteFiles } from '../../web/build/site/files.ts'

const recordings = fileURLToPath(new URL('../../web/recordings', import.meta.url))

const setting = { icon: 'assets/icon.png', card: 'card.png' }

const plain = siteFiles(recordings, { ...setting, publicUrl: null })

const lab = 'https://docs.example.com/login-lab/'
const placed = siteFiles(recordings, { ...setting, publicUrl: lab })

const [workflow] = workflows
if (workflow === undefined) throw new Error('There is no workflow.')
const place = `workflows/${workflow.slug}/`

const linksIn = (html: string, pattern: RegExp): readonly string[] =>
  [...html.matchAll(pattern)].map((found) => (found[1] ?? '').replaceAll('"', ''))

describe('a build that knows where it will be', () => {
  test('names every page in its sitemap, by addresses that are whole', () => {
    const found = linksIn(placed.get('sitemap.xml') ?? '', /<loc>([^<]+)<\/loc>/g)
    const pages = [...placed.keys()]
      .filter((path) => path.endsWith('index.html'))
      .map((path) => lab + path.slice(0, -'index.html'.length))
    expect(found.toSorted()).toEqual([lab, ...pages].toSorted())
  })

  test('has a sitemap of the form that sitemaps.org describes', () => {
    expect(placed.get('sitemap.xml')).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<urlset xmlns="http:\/\/www\.sitemaps\.org\/schemas\/sitemap\/0\.9">\n(<url><loc>https:[^<&]+<\/loc><\/url>\n)+<\/urlset>\n$/,
    )
  })

  test('says in each language of a page where it is, and where the other is', () => {
    for (const [path, tag] of [
      [place, 'en'],
      [`es/${place}`, 'es'],
    ]) {
      const html = placed.get(`${path}index.html`) ?? ''
      expect(html).toContain(`<html lang=${tag}>`)
      expect(html).toContain(`<link rel=canonical href="${lab}${path}">`)
      expect(html).toContain(`<link rel=alternate hreflang=en href="${lab}${place}">`)
      expect(html).toContain(`<link rel=alternate hreflang=es href="${lab}es/${place}">`)
    }
  })

  test('has for links what Open Graph requires', () => {
    const html = placed.get(`${place}index.html`) ?? ''
    const named = linksIn(html, /<meta property=(og:[\w:]+)/g)
    expect(named).toEqual(
      expect.arrayContaining(['og:title', 'og:type', 'og:url', 'og:image', 'og:image:alt']),
    )
    expect(html).toContain(`<meta property=og:image content=${lab}card.png>`)
  })

  test('leads from each page to an oEmbed answer that embeds its workflow', () => {
    for (const [path, html] of placed) {
      if (!/workflows\/.+\/index\.html$/.test(path)) continue
      const [found = ''] = linksIn(html, /type=application\/json\+oembed href=("[^"]+"|[^\s>]+)/g)
      const answer = JSON.parse(placed.get(found.slice(lab.length)) ?? 'null') as {
        readonly version: string
        readonly type: string
        readonly html: string
        readonly width: number
        readonly height: number
      }
      expect(answer.version).toBe('1.0')
      expect(answer.type).toBe('rich')
      expect(answer.width * answer.height).toBeGreaterThan(0)
      const slug = path.replace(/^(es\/)?workflows\//, '').replace('/index.html', '')
      expect(answer.html).toContain(`src="${lab}embed.html?workflow=${slug}`)
      expect(answer.html.includes('lang=es'), path).toBe(path.startsWith('es/'))
    }
  })

  test('has rules for crawlers only at the root of a host, where they are looked for', () => {
    expect(placed.has('robots.txt')).toBe(false)
    const atRoot = siteFiles(recordings, { ...setting, publicUrl: 'https://lab.example.com/' })
    expect(atRoot.get('robots.txt')).toContain('Sitemap: https://lab.example.com/sitemap.xml')
  })
})

describe('a build that may be anywhere', () => {
  test('has no address that is whole but those of specifications', () => {
    const whole = [...plain].flatMap(([path, text]) =>
      path.endsWith('.svg') ? [] : [...text.matchAll(/(?:href|src|content)="?https?:[^\s">]*/g)],
    )
    expect(whole.map(([found]) => found)).toEqual([])
    expect([...plain.keys()].filter((path) => /sitemap|oembed|robots/.test(path))).toEqual([])
  })
})

describe('what programs read', () => {
  test('llms.txt begins with a name and a summary, and lists a file of every workflow in each language', () => {
    const text = plain.get('llms.txt') ?? ''
    expect(text).toMatch(/^# Login Lab\n\n> /)
    const files = linksIn(text, /\]\(([^)]+)\)/g)
    expect(files).toHaveLength(workflows.length * 2)
    for (const file of files) expect(plain.has(file), file).toBe(true)
    const [, optional = ''] = text.split('\n## Optional\n')
    expect(linksIn(optional, /\]\(([^)]+)\)/g)).toEqual(
      workflows.map(({ slug }) => `es/workflows/${slug}/index.html.md`),
    )
  })

  test('each page of a workflow names its Markdown, which is in its language', () => {
    for (const language of ['en', 'es']) {
      const folder = language === 'en' ? '' : 'es/'
      for (const { slug } of workflows) {
        const page = `${folder}workflows/${slug}/index.html`
        expect(plain.get(page)).toContain(
          `<link rel=alternate type=text/markdown hreflang=${language} href=index.html.md>`,
        )
        const play =
          language === 'en'
            ? 'Play this workflow in Login Lab'
            : 'Reproducir este flujo en Login Lab'
        expect(plain.get(`${page}.md`), page).toContain(`\n${play}: <../`)
      }
    }
  })

  test('the Markdown of a workflow has each message once, and what is told again by its number', () => {
    for (const [path, text] of plain) {
      if (!path.endsWith('.md')) continue
      const numbers = [...text.matchAll(/^(\d+)\. /gm)].map(([, n]) => Number(n))
      expect(numbers, path).toEqual(numbers.map((_, index) => index + 1))
      const told = [...text.matchAll(/^(\d+)\. .*?`: (.+)$/gm)].map(([, n, story]) => ({
        n,
        story,
      }))
      expect(told).toHaveLength(numbers.length)
      const sentences = told.filter(({ story = '' }) => !/^(?:As|Como el) \d+\./.test(story))
      const stories = sentences.map(({ story }) => story)
      expect(new Set(stories).size, path).toBe(stories.length)
      for (const { n, story = '' } of told) {
        expect(story, `${path}, ${n}`).not.toMatch(/undefined/)
        const [, before] = /^(?:As|Como el) (\d+)\./.exec(story) ?? []
        if (before !== undefined) expect(sentences.map((one) => one.n)).toContain(before)
      }
    }
  })
})

describe('pictures', () => {
  test('each is well formed, a screenful of 100 to 62, and small', () => {
    const pictures = [...plain].filter(([path]) => path.startsWith('pictures/'))
    const posters = pictures.filter(([path]) => !path.endsWith('.all.svg'))
    expect(posters).toHaveLength(workflows.length)
    expect(pictures).toHaveLength(2 * workflows.length)
    for (const [path, svg] of posters) {
      expect(svg).toContain('width="800" height="496" viewBox="0 0 800 496"')
      expect(svg.length, path).toBeLessThan(5000)
    }
    for (const [path, svg] of pictures) {
      expect(svg).not.toMatch(/undefined|NaN|script|href/)
      expect(svg.length, path).toBeLessThan(11_000)
    }
  })

  test('a poster is the beginning of the whole picture', () => {
    const slug = workflows[0]?.slug ?? ''
    const [poster = '', whole = ''] = ['', '.all'].map(
      (kind) => plain.get(`pictures/${slug}${kind}.svg`) ?? '',
    )
    const words = (svg: string): readonly string[] =>
      [...svg.matchAll(/<tspan[^>]*>([^<]*)/g)].map(([, text = '']) => text)
    expect(words(poster).length).toBeGreaterThan(20)
    expect(words(poster).length).toBeLessThan(words(whole).length)
    for (const text of words(poster)) expect(words(whole)).toContain(text)
  })
})

describe('PUBLIC_URL of a build', () => {
  test.each([
    [undefined, null],
    ['', null],
    ['https://example.com', 'https://example.com/'],
    ['https://example.com/login-lab', 'https://example.com/login-lab/'],
  ])('%s is taken as %s', (text, expected) => {
    expect(publicUrlOf(text)).toBe(expected)
  })

  test.each(['example.com', 'ftp://example.com', 'https://example.com/?a=b'])(
    '%s is refused, with what is expected',
    (text) => {
      expect(() => publicUrlOf(text)).toThrow('PUBLIC_URL must be the address of the folder')
    },
  )
})
