/** Faces that programs without our style sheets find, in widths that are alike. */
export const faces = {
  sans: "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif",
  mono: "Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace",
} as const

/** Width of a character of the monospaced face, as a share of the font size. */
const monoAdvance = 0.605

/** Widths of characters of the other face, as shares of the font size: those of Arial and a little more. */
const advances: readonly (readonly [RegExp, number])[] = [
  [/[iljI|.,:;'’‘!]/, 0.29],
  [/[ftr()[\]{}“”"\-·/\\ ]/, 0.36],
  [/[mwMW@%—→…&]/, 0.95],
  [/[A-ZÁÉÍÓÚÑÜ]/, 0.72],
  [/[\u1100-\u1fff\u2c00-\uffff]/, 1],
]

const advanceOf = (character: string): number =>
  advances.find(([pattern]) => pattern.test(character))?.[1] ?? 0.58

/** Which face a text is in, and how large, in CSS pixels. */
export interface Face {
  readonly size: number
  readonly isMono?: boolean
  readonly isBold?: boolean
}

/** About how wide a text is, in CSS pixels; there is no document to measure it in. */
export const widthOf = (text: string, { size, isMono = false, isBold = false }: Face): number => {
  if (isMono) return text.length * size * monoAdvance
  let width = 0
  for (const character of text) width += advanceOf(character)
  return width * size * (isBold ? 1.07 : 1)
}

const fit = (word: string, width: number, face: Face): number => {
  let most = word.length
  while (most > 1 && widthOf(word.slice(0, most), face) > width) most -= 1
  return most
}

/** Cuts a text that is wider than `width`, so that an ellipsis ends it. */
export const ellipsis = (text: string, width: number, face: Face): string => {
  if (widthOf(text, face) <= width) return text
  return `${text.slice(0, Math.max(1, fit(text, width - face.size, face))).trimEnd()}…`
}

/** Lines of a text that are about `width` wide at most; a word that is wider is cut. */
export const wrap = (text: string, width: number, face: Face): readonly string[] => {
  const lines: string[] = []
  let line = ''
  const words = text.split(/\s+/u).filter((word) => word !== '')
  while (words.length > 0) {
    const word = words.shift() ?? ''
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer, face) <= width) line = longer
    else if (line !== '') {
      lines.push(line)
      line = ''
      words.unshift(word)
    } else {
      const most = fit(word, width, face)
      lines.push(word.slice(0, most))
      if (most < word.length) words.unshift(word.slice(most))
    }
  }
  return line === '' ? lines : [...lines, line]
}

const names: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Text for an element or an attribute; what XML 1.0 does not allow at all becomes U+FFFD. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll(/[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu, '\ufffd')
    .replaceAll(/[&<>"]/g, (one) => names[one] ?? one)

type Attributes = Readonly<Record<string, string | number | undefined>>

const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) =>
        ` ${name}="${typeof value === 'number' ? Math.round(value * 100) / 100 : escapeXml(value ?? '')}"`,
    )
    .join('')

/** An SVG element as text; `content` is markup already. */
export const element = (name: string, attributes: Attributes, content = ''): string =>
  content === ''
    ? `<${name}${attributesOf(attributes)}/>`
    : `<${name}${attributesOf(attributes)}>${content}</${name}>`

/** A line of words at its baseline. */
export const words = (
  text: string,
  x: number,
  y: number,
  { size, isMono = false, isBold = false }: Face,
  look: Attributes = {},
): string =>
  element(
    'text',
    {
      x,
      y,
      'font-family': isMono ? faces.mono : faces.sans,
      'font-size': size,
      'font-weight': isBold ? 700 : undefined,
      ...look,
    },
    escapeXml(text),
  )

/** A text that stands on its own background, so that lines behind it do not disturb. */
export const haloed = (surface: string): Attributes => ({
  stroke: surface,
  'stroke-width': 5,
  'stroke-linejoin': 'round',
  'paint-order': 'stroke',
})

/** A picture as a file that needs nothing else: no style sheet, no font file, no script, no address. */
export const document = (
  {
    width,
    height,
    title,
    description,
    language,
  }: {
    readonly width: number
    readonly height: number
    readonly title: string
    readonly description: string
    readonly language: string
  },
  content: string,
): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': 'title description',
      'xml:lang': language,
      lang: language,
    },
    `<title id="title">${escapeXml(title)}</title><desc id="description">${escapeXml(description)}</desc>${content}`,
  )}\n`
