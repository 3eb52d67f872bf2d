import { Parser } from 'htmlparser2'
import {
  type Attributes,
  callsSubmit,
  type Field,
  fieldOf,
  type Page,
  type PageScript,
  refreshOf,
  scriptOf,
} from './elements.ts'

interface OpenForm {
  readonly id: string | undefined
  readonly action: string
  readonly method: 'GET' | 'POST'
  readonly fields: Field[]
}

/** Nothing in these is on the page, in a browser that runs scripts. */
const unseen = new Set(['noscript', 'template'])

/**
 * Reads a page as a browser would: addresses resolved against `<base>`, entities decoded, controls
 * filed under the form that owns them, disabled ones left out (HTML standard §4.10).
 */
export const readPage = (url: string, status: number, html: string, noReferrer: boolean): Page => {
  const links: { href: string; text: string }[] = []
  const forms: OpenForm[] = []
  const scripts: PageScript[] = []
  const images: string[] = []
  const frames: string[] = []
  const strays: { readonly form: string; readonly field: Field }[] = []
  const texts = { title: '', script: '', pre: '', textarea: '', option: '' }
  let inside: keyof typeof texts | 'a' | null = null
  let base: string | null = null
  let hidden = 0
  let disabled = 0
  let open: OpenForm | null = null
  let area: Attributes | null = null
  let select: { readonly attributes: Attributes; options: [string, boolean][] } | null = null
  let option: Attributes | null = null
  let script: Attributes = {}
  let refresh: Page['refresh'] = null
  let submitsByScript = false
  let quiet = noReferrer
  let pre: string | null = null
  const resolve = (address: string): string => URL.parse(address, base ?? url)?.href ?? url

  const add = (field: Field, attributes: Attributes): void => {
    if (attributes['disabled'] !== undefined || disabled > 0) return
    const owner = attributes['form']
    if (owner !== undefined) strays.push({ form: owner, field })
    else open?.fields.push(field)
  }

  const closeOption = (): void => {
    if (option === null || select === null) return
    const value = option['value'] ?? texts.option.trim()
    if (option['disabled'] === undefined)
      select.options.push([value, option['selected'] !== undefined])
    option = null
  }

  const onMeta = (attributes: Attributes): void => {
    if (attributes['http-equiv']?.toLowerCase() === 'refresh') {
      const found = refreshOf(attributes['content'] ?? '')
      refresh ??= found === null ? null : { ...found, url: resolve(found.url) }
    }
    if (attributes['name']?.toLowerCase() === 'referrer')
      quiet ||= attributes['content']?.toLowerCase() === 'no-referrer'
  }

  const onOpen = (tag: string, attributes: Attributes): void => {
    if (callsSubmit(attributes['onload'] ?? '')) submitsByScript = true
    const handler = attributes['onerror'] ?? attributes['onload']
    if (handler !== undefined && attributes['data-program'] !== undefined)
      scripts.push(scriptOf(attributes, handler, true))
    switch (tag) {
      case 'img':
        if (attributes['src'] !== undefined) images.push(resolve(attributes['src']))
        return
      case 'iframe':
        if (attributes['src'] !== undefined) frames.push(resolve(attributes['src']))
        return
      case 'base':
        base ??= attributes['href'] === undefined ? null : resolve(attributes['href'])
        return
      case 'meta':
        return onMeta(attributes)
      case 'title':
      case 'script':
      case 'pre':
        inside = tag
        texts[tag] = ''
        if (tag === 'script') script = attributes
        return
      case 'a':
        if (attributes['href'] === undefined) return
        inside = 'a'
        links.push({ href: resolve(attributes['href']), text: '' })
        return
      case 'fieldset':
        if (disabled > 0 || attributes['disabled'] !== undefined) disabled += 1
        return
      case 'form': {
        if (open !== null) return
        const action = attributes['action']?.trim() ?? ''
        const method = attributes['method']?.toUpperCase() === 'POST' ? 'POST' : 'GET'
        open = {
          id: attributes['id'],
          action: action === '' ? url : resolve(action),
          method,
          fields: [],
        }
        forms.push(open)
        return
      }
      case 'input':
      case 'button':
        return add(fieldOf(tag, attributes), attributes)
      case 'textarea':
        inside = 'textarea'
        texts.textarea = ''
        area = attributes
        return
      case 'select':
        select = { attributes, options: [] }
        return
      case 'option':
        closeOption()
        inside = 'option'
        texts.option = ''
        option = attributes
    }
  }

  const onClose = (tag: string): void => {
    switch (tag) {
      case 'form':
        open = null
        return
      case 'fieldset':
        if (disabled > 0) disabled -= 1
        return
      case 'script':
        submitsByScript ||= callsSubmit(texts.script)
        scripts.push(scriptOf(script, texts.script, false))
        break
      case 'pre':
        pre ??= texts.pre
        break
      case 'textarea':
        // The first line break after the tag belongs to the markup (HTML standard §13.2.6).
        if (area !== null)
          add({ ...fieldOf(tag, area), value: texts.textarea.replace(/^\n/, '') }, area)
        area = null
        break
      case 'option':
        closeOption()
        break
      case 'select': {
        closeOption()
        if (select === null) return
        const { attributes, options } = select
        const chosen = options.filter(([, selected]) => selected)
        const shown = attributes['multiple'] === undefined
        const values = chosen.length > 0 || !shown ? chosen : options.slice(0, 1)
        for (const [value] of shown ? values.slice(-1) : values)
          add({ ...fieldOf(tag, attributes), value }, attributes)
        select = null
        return
      }
    }
    if (inside === tag) inside = null
  }

  const parser = new Parser({
    onopentag: (tag, attributes) => {
      if (unseen.has(tag)) hidden += 1
      if (hidden === 0) onOpen(tag, attributes)
    },
    ontext: (text) => {
      if (hidden > 0 || inside === null) return
      if (inside !== 'a') texts[inside] += text
      else {
        const link = links.at(-1)
        if (link !== undefined) link.text += text
      }
    },
    onclosetag: (tag) => {
      if (hidden === 0) onClose(tag)
      if (unseen.has(tag)) hidden -= 1
    },
  })
  parser.end(html)
  for (const { form, field } of strays) forms.find(({ id }) => id === form)?.fields.push(field)
  return {
    url,
    status,
    title: texts.title.trim(),
    links,
    forms: forms.map(({ action, method, fields }) => ({ action, method, fields })),
    noReferrer: quiet,
    refresh,
    submitsByScript,
    preformatted: pre ?? '',
    scripts,
    images,
    frames,
  }
}
