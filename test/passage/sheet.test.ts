import { readFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { alternativeText } from '../../web/features/passage/alternative.ts'
import { drawSheet } from '../../web/features/passage/sheet.ts'
import { wrap, widthOf } from '../../web/features/passage/svg.ts'
import { themes } from '../../web/features/passage/theme.ts'
import { speeches } from '../../web/build/picture/source.ts'
import { passage, withSentence, words } from './source.ts'

const read = (svg: string): Document =>
  new new JSDOM('').window.DOMParser().parseFromString(svg, 'image/svg+xml')

const textsOf = (svg: string): readonly string[] =>
  [...read(svg).querySelectorAll('text')].map(({ textContent }) => textContent)

describe('a contact sheet', () => {
  test('is an SVG file that needs nothing else', async () => {
    const { svg } = drawSheet(await passage(), words, themes.light)
    const names = [...read(svg).querySelectorAll('*')].map(({ localName }) => localName)
    expect(new Set(names)).toEqual(
      new Set(['svg', 'title', 'desc', 'rect', 'path', 'circle', 'text']),
    )
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|href|url\(|style|class=|on\w+=/,
    )
  })

  test.each(['en', 'es'] as const)(
    'has each message with all of its words, in %s',
    async (language) => {
      const one = await passage({ first: 60, last: 74 }, language)
      const { svg } = drawSheet(one, speeches[language].words, themes.dark)
      const said = textsOf(svg).join(' ')
      for (const { n, label, sentence } of one.messages) {
        expect(said).toContain(`${n}  `)
        expect(said).toContain(label)
        expect(said).toContain(sentence)
      }
    },
  )

  test('is named, and described as the alternative text does', async () => {
    const one = await passage()
    const document = read(drawSheet(one, words, themes.light).svg)
    const { summary, list } = alternativeText(one, words)
    expect(document.documentElement.getAttribute('aria-labelledby')).toBe('title description')
    expect(document.querySelector('#title')?.textContent).toContain('messages 21 to 25')
    expect(document.querySelector('#description')?.textContent).toBe([summary, ...list].join('\n'))
  })

  test('stays well-formed whatever a saved trace says', async () => {
    const hostile = '</text><script>alert(1)</script>&"\u0000\u001b\ud800 ]]> --'
    const { svg } = drawSheet(withSentence(await passage(), hostile), words, themes.light)
    const document = read(svg)
    expect(document.querySelector('parsererror, script')).toBeNull()
    expect(textsOf(svg).join(' ')).toContain('<script>alert(1)</script>')
  })

  test.each(['light', 'dark'] as const)('has the colours of the page, %s', (name) => {
    const tokens = readFileSync(new URL('../../web/ui/styles/tokens.ts', import.meta.url), 'utf8')
    const place = name === 'light' ? 1 : 2
    const of = (token: string): string =>
      new RegExp(`--${token}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens)?.[place] ?? ''
    const { surface, sunken, ink, ink2, ink3, now, onNow, nowWash, attack, attackWash } =
      themes[name]
    const [expiryWash, expiry] = themes[name].tones.expiry
    expect({
      surface,
      sunken,
      ink,
      ink2,
      ink3,
      now,
      onNow,
      nowWash,
      attack,
      attackWash,
      expiry,
      expiryWash,
    }).toEqual({
      surface: of('surface'),
      sunken: of('sunken'),
      ink: of('ink'),
      ink2: of('ink-2'),
      ink3: of('ink-3'),
      now: of('now'),
      onNow: of('on-now'),
      nowWash: of('now-wash'),
      attack: of('attack'),
      attackWash: of('attack-wash'),
      expiry: of('expiry'),
      expiryWash: of('expiry-wash'),
    })
    for (const [participant, colour] of Object.entries(themes[name].lanes))
      expect(colour).toBe(of(`lane-${participant.toLowerCase()}`))
  })
})

describe('a text in lines', () => {
  test('is all there, and no line is wider than it may be', () => {
    const text = 'The application sends the browser to FusionAuth, with a state and a nonce.'
    const lines = wrap(text, 150, { size: 13 })
    expect(lines.join(' ')).toBe(text)
    for (const line of lines) expect(widthOf(line, { size: 13 })).toBeLessThanOrEqual(150)
  })

  test('cuts a word that is wider than a line', () => {
    const lines = wrap('x'.repeat(200), 100, { size: 10 })
    expect(lines.length).toBeGreaterThan(5)
    expect(lines.join('')).toBe('x'.repeat(200))
  })
})
