/** Where a piece of code belongs. */
export type EmbedPlace = 'text' | 'page' | 'head' | 'config' | 'file' | 'link'

/** A piece of code that an author pastes. */
export interface EmbedPart {
  readonly place: EmbedPlace
  /** Name of the file, where the tool has one for it; '' where it is the author's own. */
  readonly file: string
  readonly code: string
}

/** What the code is made of, whatever the tool. */
export interface EmbedCode {
  /** The script's address. */
  readonly script: string
  /** Attributes of the element, as HTML. */
  readonly attributes: string
  /** What stands inside the element until the player is there: a link with a picture, as HTML. */
  readonly inside: string
  /** The same as Markdown. */
  readonly markdown: string
  /** A frame, for where no script may run. */
  readonly frame: string
}

/** A tool that documentation or slides are written in. */
export interface DocsTool {
  readonly id: string
  /** What its makers call it; absent for what is told in words. */
  readonly name?: string
  readonly parts: (code: EmbedCode) => readonly EmbedPart[]
}

const inText = (...lines: readonly string[]): EmbedPart => ({
  place: 'text',
  file: '',
  code: lines.join('\n'),
})

/** The script as a line of HTML. */
const tagOf = ({ script }: EmbedCode): string =>
  `<script async src="${script.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></script>`

/**
 * The element on one line. In Markdown a tag is only sure to be read as one while all of it stands on
 * one line, and what follows it there is no HTML block but part of a paragraph (CommonMark 0.31.2, 4.6).
 */
const elementOf = ({ attributes }: EmbedCode, inside: string): string =>
  `<login-lab-embed${attributes}>${inside}</login-lab-embed>`

/** Script and element in HTML: plain HTML, Markdown and MDX read them alike. */
export const elementCode = (code: EmbedCode): string =>
  `${tagOf(code)}\n${elementOf(code, code.inside)}`

/** Reads script and element where they stand. */
const asPasted = (code: EmbedCode): readonly EmbedPart[] => [inText(elementCode(code))]

/**
 * The link is one in Markdown as well, which is left where no HTML is taken; Markdown is not read within
 * the element by every tool, so it is no form for all.
 */
const perhapsWithoutHtml = (code: EmbedCode): readonly EmbedPart[] => [
  inText(tagOf(code), elementOf(code, code.markdown)),
  { place: 'link', file: '', code: code.markdown },
]

const headOf = (file: string, code: string): EmbedPart => ({ place: 'head', file, code })

/** Takes the script out of the text, so that it stands in the head of the site. */
const vitePress = (code: EmbedCode): readonly EmbedPart[] => [
  {
    place: 'config',
    file: '.vitepress/config.mjs',
    code: [
      'export default {',
      `  head: [['script', { async: '', src: '${code.script}' }]],`,
      '  vue: {',
      '    template: {',
      "      compilerOptions: { isCustomElement: (tag) => tag === 'login-lab-embed' },",
      '    },',
      '  },',
      '}',
    ].join('\n'),
  },
  inText(elementOf(code, code.inside)),
]

const hugo = (code: EmbedCode): readonly EmbedPart[] => [
  {
    place: 'file',
    file: 'layouts/shortcodes/login-lab.html',
    code: [
      tagOf(code),
      '<login-lab-embed {{ range $name, $value := .Params }}{{ printf "%s=%q" $name $value | safeHTMLAttr }} {{ end }}>{{ .Inner | safeHTML }}</login-lab-embed>',
    ].join('\n'),
  },
  inText(`{{< login-lab${code.attributes} >}}${code.inside}{{< /login-lab >}}`),
]

const rst = (code: EmbedCode): readonly EmbedPart[] => [
  inText('.. raw:: html', '', `   ${tagOf(code)}`, `   ${elementOf(code, code.inside)}`),
]

const asciidoc = (code: EmbedCode): readonly EmbedPart[] => [
  inText('++++', elementCode(code), '++++'),
]

const slidev = (code: EmbedCode): readonly EmbedPart[] => [
  headOf('index.html', `<head>\n  ${tagOf(code)}\n</head>`),
  inText(elementOf(code, code.inside)),
]

const mdsvex = (code: EmbedCode): readonly EmbedPart[] => [
  inText('<svelte:head>', `  ${tagOf(code)}`, '</svelte:head>', '', elementOf(code, code.inside)),
]

const scriptInPage =
  (file: string) =>
  (code: EmbedCode): readonly EmbedPart[] => [
    headOf(file, tagOf(code)),
    inText(elementOf(code, code.inside)),
  ]

/** The tools that were tried, in the order in which they are offered. */
export const docsTools: readonly DocsTool[] = [
  {
    id: 'html',
    name: 'HTML',
    parts: (code) => [{ place: 'page', file: '', code: elementCode(code) }],
  },
  { id: 'markdown', name: 'Markdown, MDX', parts: asPasted },
  { id: 'docusaurus', name: 'Docusaurus', parts: asPasted },
  { id: 'starlight', name: 'Astro, Starlight', parts: asPasted },
  { id: 'vitepress', name: 'VitePress', parts: vitePress },
  { id: 'nextra', name: 'Nextra', parts: asPasted },
  { id: 'eleventy', name: 'Eleventy', parts: asPasted },
  { id: 'jekyll', name: 'Jekyll', parts: asPasted },
  { id: 'hugo', name: 'Hugo', parts: hugo },
  { id: 'mkdocs', name: 'MkDocs', parts: asPasted },
  { id: 'myst', name: 'Sphinx, MyST', parts: asPasted },
  { id: 'sphinx', name: 'Sphinx, reStructuredText', parts: rst },
  { id: 'asciidoc', name: 'Antora, Asciidoctor', parts: asciidoc },
  { id: 'docsify', name: 'Docsify', parts: scriptInPage('index.html') },
  { id: 'sveltekit', name: 'SvelteKit, mdsvex', parts: mdsvex },
  { id: 'reveal', name: 'reveal.js', parts: scriptInPage('index.html') },
  { id: 'slidev', name: 'Slidev', parts: slidev },
  { id: 'unsure', parts: perhapsWithoutHtml },
  { id: 'frame', parts: ({ frame }) => [inText(frame)] },
]
