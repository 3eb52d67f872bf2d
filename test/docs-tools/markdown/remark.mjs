import rehypeRaw from 'rehype-raw'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { attributes } from './attributes.mjs'

// By the names of properties, of which one is not as its attribute is.
const properties = attributes.map((name) => (name === 'autoplay' ? 'autoPlay' : name))

const schema = {
  ...defaultSchema,
  tagNames: [...defaultSchema.tagNames, 'login-lab-embed'],
  attributes: {
    ...defaultSchema.attributes,
    img: [...(defaultSchema.attributes.img ?? []), 'loading'],
    'login-lab-embed': properties,
  },
}

const read = () => unified().use(remarkParse).use(remarkGfm)
const withHtml = () => read().use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw)
const write = (reader) => async (text) => String(await reader().use(rehypeStringify).process(text))

export const usual = write(() => read().use(remarkRehype))
export const raw = write(withHtml)
export const clean = write(() => withHtml().use(rehypeSanitize))
export const allowed = write(() => withHtml().use(rehypeSanitize, schema))
