/** Where a piece of code belongs. */
export type EmbedPlace = 'text' | 'page' | 'head' | 'config' | 'file'

/** A piece of code that an author pastes. */
export interface EmbedPart {
  readonly place: EmbedPlace
  /** Name of the file, where the tool has one for it; '' where it is the author's own. */
  readonly file: string
  readonly code: string
}

/** What is pasted, whatever the tool. */
export interface EmbedCode {
  /** The script's address. */
  readonly script: string
  /** The script as a line of HTML. */
  readonly tag: string
  /** The element on one line, with a link inside. */
  readonly element: string
  /** Its attributes, as HTML. */
  readonly attributes: string
  /** A frame, for where no script may run. */
  readonly frame: string
}

/** A tool that documentation or slides are written in. */
export interface DocsTool {
  readonly id: string
  /** What its makers call it; '' for what has no name and is told in words. */
  readonly name: string
  readonly parts: (code: EmbedCode) => readonly EmbedPart[]
}

const inText = (...lines: readonly string[]): EmbedPart => ({
  place: 'text',
  file: '',
  code: lines.join('\n'),
})

/** Reads script and element where they stand. */
const asPasted = ({ tag, element }: EmbedCode): readonly EmbedPart[] => [inText(tag, element)]

const headOf = (file: string, code: string): EmbedPart => ({ place: 'head', file, code })

/** Takes the script out of the text, so that it stands in the head of the site. */
const vitePress = ({ script, element }: EmbedCode): readonly EmbedPart[] => [
  {
    place: 'config',
    file: '.vitepress/config.mjs',
    code: [
      'export default {',
      `  head: [['script', { async: '', src: '${script}' }]],`,
      '  vue: {',
      '    template: {',
      "      compilerOptions: { isCustomElement: (tag) => tag === 'login-lab-embed' },",
      '    },',
      '  },',
      '}',
    ].join('\n'),
  },
  inText(element),
]

const hugo = ({ tag, attributes, element }: EmbedCode): readonly EmbedPart[] => [
  {
    place: 'file',
    file: 'layouts/shortcodes/login-lab.html',
    code: [
      tag,
      '<login-lab-embed {{ range $name, $value := .Params }}{{ printf "%s=%q" $name $value | safeHTMLAttr }} {{ end }}>{{ .Inner | safeHTML }}</login-lab-embed>',
    ].join('\n'),
  },
  inText(
    `{{< login-lab${attributes} >}}${element.slice(element.indexOf('>') + 1, element.lastIndexOf('</'))}{{< /login-lab >}}`,
  ),
]

const rst = ({ tag, element }: EmbedCode): readonly EmbedPart[] => [
  inText('.. raw:: html', '', `   ${tag}`, `   ${element}`),
]

const asciidoc = ({ tag, element }: EmbedCode): readonly EmbedPart[] => [
  inText('++++', tag, element, '++++'),
]

const slidev = ({ tag, element }: EmbedCode): readonly EmbedPart[] => [
  headOf('index.html', `<head>\n  ${tag}\n</head>`),
  inText(element),
]

const scriptInPage =
  (file: string) =>
  ({ tag, element }: EmbedCode): readonly EmbedPart[] => [headOf(file, tag), inText(element)]

/** The tools that were tried, in the order in which they are offered. */
export const docsTools: readonly DocsTool[] = [
  {
    id: 'html',
    name: 'HTML',
    parts: ({ tag, element }) => [{ place: 'page', file: '', code: `${tag}\n${element}` }],
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
  {
    id: 'sveltekit',
    name: 'SvelteKit, mdsvex',
    parts: ({ tag, element }) => [
      inText('<svelte:head>', `  ${tag}`, '</svelte:head>', '', element),
    ],
  },
  { id: 'reveal', name: 'reveal.js', parts: scriptInPage('index.html') },
  { id: 'slidev', name: 'Slidev', parts: slidev },
  { id: 'frame', name: '', parts: ({ frame }) => [inText(frame)] },
]
